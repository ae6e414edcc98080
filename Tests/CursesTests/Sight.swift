import Foundation

/// A colour as a screen mixes it, in linear light, each part **0 … 1**.
struct LinearColor: Equatable {
  var red: Double
  var green: Double
  var blue: Double

  /// A colour of sRGB, each part **0 … 255**.
  init(red: Int, green: Int, blue: Int) {
    func linear(_ part: Int) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    (self.red, self.green, self.blue) = (linear(red), linear(green), linear(blue))
  }

  /// A colour of xterm's palette of 256; its first sixteen are every terminal's own, and none of a theme's.
  init(palette number: Int) {
    precondition((16...255).contains(number))
    guard number < 232 else {
      let grey = 8 + 10 * (number - 232)
      self.init(red: grey, green: grey, blue: grey)
      return
    }
    func part(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    let place = number - 16
    self.init(red: part(place / 36), green: part(place / 6 % 6), blue: part(place % 6))
  }

  /// - Note: Source: WCAG 2.2, relative luminance.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// How well one is read on the other, **1 … 21**.
  ///
  /// - Note: Source: WCAG 2.2, contrast ratio.
  func contrast(on ground: LinearColor) -> Double {
    (max(luminance, ground.luminance) + 0.05) / (min(luminance, ground.luminance) + 0.05)
  }

  /// How different two are to the eye: CIE76, ΔE*ab under D65, with some kind of sight.
  func difference(from other: LinearColor, _ sight: Sight) -> Double {
    let (one, two) = (sight.seen(self).lab, sight.seen(other).lab)
    return sqrt(zip(one, two).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
  }

  /// L*, a*, b*.
  private var lab: [Double] {
    func scaled(_ value: Double) -> Double { value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116 }
    let x = scaled((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = scaled(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = scaled((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}

/// How somebody sees colours.
///
/// - Note: Source: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
///   2009, severity 1.0.
enum Sight: String, CaseIterable {
  case normal, protan, deutan, tritan

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  func seen(_ color: LinearColor) -> LinearColor {
    func part(_ row: [Double]) -> Double {
      min(1, max(0, row[0] * color.red + row[1] * color.green + row[2] * color.blue))
    }
    var seen = color
    (seen.red, seen.green, seen.blue) = (part(matrix[0]), part(matrix[1]), part(matrix[2]))
    return seen
  }
}
