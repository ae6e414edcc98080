import Bilingual
import Screen
import Simulation
import TCP

/// How a ladder is to be laid out and written.
public struct LadderOptions: Hashable, Sendable {
  /// The fewest rows by which an arrival lies below its departure, **2 …**.
  public var slope = 4
  /// Whether each arrow's label begins with the segment's number, `#3`.
  public var numbersSegments = false
  /// The language of the few words that are none of the protocol's.
  public var language: Language = .en
  public var glyphs: Glyphs = .unicode
  /// The run's latency; a stretch of ten times that with nothing in it is cut out.
  public var latency: Interval = .milliseconds(50)
  /// How sequence numbers are written; which there are is the run's matter.
  public var numbering = Numbering()

  public init(
    slope: Int = 4, numbersSegments: Bool = false, language: Language = .en, glyphs: Glyphs = .unicode,
    latency: Interval = .milliseconds(50)
  ) {
    self.slope = max(2, slope)
    self.numbersSegments = numbersSegments
    self.language = language
    self.glyphs = glyphs
    self.latency = latency
  }
}

/// The words of a ladder that are none of the protocol's.
enum LadderWords {
  static let resent = Localized(zh: "重传", en: "resent")
  static let injected = Localized(zh: "注入", en: "injected")
  static let copy = Localized(zh: "副本", en: "copy")
  static let held = Localized(zh: "扣留", en: "held")
  static let released = Localized(zh: "放行", en: "released")
  static let lost = Localized(zh: "丢失", en: "lost")
}

extension Glyphs {
  /// An axis where time is cut out.
  var axisBreak: Character { self.set == .unicode ? "⋮" : ":" }
  /// Where an injected segment begins.
  var source: Character { bullet }
  /// Where a segment that goes right, or left, is held back.
  func wall(goesRight: Bool) -> Character {
    switch set {
    case .unicode: "║"
    case .ascii: goesRight ? "]" : "["
    }
  }
}
