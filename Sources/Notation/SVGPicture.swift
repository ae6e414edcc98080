import Figures
import Screen
import Simulation

/// A run as a picture: the ladder with real slopes, in SVG.
///
/// Everything stands in the rows of ``LadderLayout``; labels lie along their arrows. It follows the reader's light or
/// dark colours, prints in black on white, and its text can be selected.
public struct SVGPicture {
  private static let rowHeight = 22.0
  private static let characterWidth = 7.8
  private static let marginColumns = 18
  private static let inner = 430.0
  private static let margin = Double(marginColumns) * characterWidth + 24
  private static let width = 2 * margin + inner
  private static let top = 64.0

  private let network: Network
  private let options: LadderOptions
  private let layout: LadderLayout
  private var elements: [String] = []

  /// Draws a run.
  ///
  /// - Parameter options: its language and slope; segments are numbered, and the latency is the run's.
  /// - Returns: **the lines** of an SVG document.
  public static func lines(of network: Network, options: LadderOptions = .init()) -> [String] {
    var picture = SVGPicture(network, options)
    return picture.draw()
  }

  private init(_ network: Network, _ options: LadderOptions) {
    self.network = network
    var options = options.numbered(for: network)
    options.glyphs = .unicode
    self.options = options
    layout = LadderLayout(network.transcript, margin: Self.marginColumns, options: options)
  }

  private mutating func draw() -> [String] {
    let names = network.settings.displayNames(in: options.language)
    let height = y(layout.height - 1) + 24
    let title = "\(names.a) – \(names.b), \(network.settings.profile)"
    drawAxes()
    for arrow in layout.arrows { draw(arrow) }
    for label in layout.labels { draw(label) }
    for host in Host.allCases {
      text(names[host], x: x(host), y: 26, anchor: "middle", role: "host")
    }
    text(network.settings.profile.description, x: Self.width / 2, y: 26, anchor: "middle", role: "note")
    let size = "\(number(Self.width)) \(number(height))"
    return [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" width=\"\(number(Self.width))\" "
        + "height=\"\(number(height))\">",
      "<title>\(Self.escaped(title))</title>", "<style>",
    ] + Self.style + ["</style>", "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>"] + elements + ["</svg>"]
  }

  private static let style = [
    "svg { --paper: #ffffff; --ink: #1b1f24; --dim: #6a737d; --blue: #0550ae; --red: #b3261e; --violet: #7a3e9d; }",
    "@media (prefers-color-scheme: dark) {",
    "  svg { --paper: #14171a; --ink: #e6e8ea; --dim: #98a1ab; --blue: #79b8ff; --red: #ff8a80; --violet: #d2a8ff; }",
    "}",
    "@media print {",
    "  svg { --paper: #ffffff; --ink: #000000; --dim: #444444; --blue: #000000; --red: #000000; --violet: #000000; }",
    "}",
    ".paper { fill: var(--paper); }",
    "text { font: 13px ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace; fill: var(--ink);",
    "  paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; white-space: pre; }",
    "line, path { stroke: var(--ink); stroke-width: 1.5; fill: none; }",
    "path.head { fill: var(--ink); stroke: none; }",
    ".axis { stroke: var(--dim); stroke-width: 1; } .break { stroke-dasharray: 2 5; }",
    ".host, .state { font-weight: bold; } .call, .note, .timer { fill: var(--dim); } .signal { fill: var(--red); }",
    "line.lost, line.held, path.lost, path.held { stroke: var(--red); } text.lost, text.held { fill: var(--red); }",
    "line.underWay { stroke-dasharray: 6 4; }",
    "line.retransmission, path.retransmission { stroke: var(--violet); } text.retransmission { fill: var(--violet); }",
    "path.head.retransmission { fill: var(--violet); }",
    "line.injected, circle.injected, path.injected { stroke: var(--blue); } text.injected { fill: var(--blue); }",
    "circle.injected, path.head.injected { fill: var(--blue); }",
  ]
}

// MARK: - Parts

extension SVGPicture {
  private func x(_ host: Host) -> Double { host == .a ? Self.margin : Self.margin + Self.inner }

  private func x(_ part: Double, from host: Host) -> Double {
    host == .a ? x(.a) + part * Self.inner : x(.b) - part * Self.inner
  }

  private func y(_ row: Int) -> Double { Self.top + Double(row) * Self.rowHeight }

  private mutating func drawAxes() {
    let bottom = y(layout.height - 1) + Self.rowHeight / 2
    for host in Host.allCases {
      var start = Self.top - Self.rowHeight
      for cut in layout.breaks {
        let (above, below) = (y(cut.row) - Self.rowHeight / 2, y(cut.row) + Self.rowHeight / 2)
        line("axis", x(host), start, x(host), above)
        line("axis break", x(host), above, x(host), below)
        start = below
      }
      line("axis", x(host), start, x(host), bottom)
    }
    for cut in layout.breaks {
      text("⋮ \(cut.length.seconds) s", x: Self.width / 2, y: y(cut.row) + 4, anchor: "middle", role: "note")
    }
  }

  private mutating func draw(_ label: LadderLayout.SideLabel) {
    let role =
      switch label.kind {
      case .state: "state"
      case .call: "call"
      case .signal: "signal"
      case .timer: "timer"
      case .note: "note"
      }
    for (line, words) in label.lines.enumerated() {
      let x = label.host == .a ? x(.a) - 10 : x(.b) + 10
      text(words, x: x, y: y(label.row + line) + 4, anchor: label.host == .a ? "end" : "start", role: role)
    }
  }

  private mutating func draw(_ arrow: LadderLayout.Arrow) {
    let role = Self.role(of: arrow)
    let (x0, y0) = (x(arrow.start, from: arrow.from), y(arrow.startRow))
    // One under way ends where it has come to.
    let part = (arrow.reached - arrow.start) / (arrow.end - arrow.start)
    let (x1, y1) = (x(arrow.reached, from: arrow.from), y0 + (y(arrow.endRow) - y0) * part)
    let goesRight = arrow.from == .a
    // Positive values tilt the right end down.
    let slope = (y1 - y0) / (x1 - x0)
    line(role, x0, y0, x1, y1)
    if arrow.nature == .injected {
      elements.append("<circle class=\"\(role)\" cx=\"\(number(x0))\" cy=\"\(number(y0))\" r=\"4\"/>")
    }
    let end = Self.end(of: arrow, goesRight: goesRight)
    let place = Self.matrix(slope, x1, y1)
    elements.append("<path class=\"\(end.isHead ? "head " : "")\(role)\" d=\"\(end.path)\" transform=\"\(place)\"/>")
    // The label rides on its arrow, from where that begins.
    let away = goesRight ? 12.0 : -12.0
    let labelPlace = Self.matrix(slope, x0 + away, y0 + away * slope)
    elements.append(
      "<text class=\"\(role)\" text-anchor=\"\(goesRight ? "start" : "end")\" y=\"-5\" transform=\"\(labelPlace)\">"
        + "\(Self.escaped(arrow.text(options)))</text>")
  }

  /// What an arrow ends in, drawn around the origin as if it lay level.
  private static func end(of arrow: LadderLayout.Arrow, goesRight: Bool) -> (path: String, isHead: Bool) {
    switch arrow.ending {
    case .arrived, .underWay: (goesRight ? "M0 0L-11 -4.5L-11 4.5Z" : "M0 0L11 -4.5L11 4.5Z", true)
    case .lost: ("M-5 -5L5 5M-5 5L5 -5", false)
    case .held: ("M0 -7L0 7", false)
    }
  }

  private static func role(of arrow: LadderLayout.Arrow) -> String {
    switch arrow.ending {
    case .lost: return "lost"
    case .held: return "held"
    case .arrived, .underWay: break
    }
    let nature =
      switch arrow.nature {
      case .retransmission: "retransmission"
      case .injected: "injected"
      case .original, .copy, .released: "segment"
      }
    return arrow.ending == .underWay ? "underWay \(nature)" : nature
  }

  // MARK: Elements

  private mutating func line(_ role: String, _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    elements.append(
      "<line class=\"\(role)\" x1=\"\(number(x0))\" y1=\"\(number(y0))\" x2=\"\(number(x1))\" y2=\"\(number(y1))\"/>")
  }

  private mutating func text(_ text: String, x: Double, y: Double, anchor: String, role: String) {
    elements.append(
      "<text class=\"\(role)\" text-anchor=\"\(anchor)\" x=\"\(number(x))\" y=\"\(number(y))\">"
        + "\(Self.escaped(text))</text>")
  }

  /// Turns a level drawing so that it follows a slope, and moves it; without the angle, so that no sine is needed.
  private static func matrix(_ slope: Double, _ x: Double, _ y: Double) -> String {
    let length = (1 + slope * slope).squareRoot()
    let (cosine, sine) = (1 / length, slope / length)
    return "matrix(\([cosine, sine, -sine, cosine, x, y].map { number($0, 10_000) }.joined(separator: " ")))"
  }

  private func number(_ value: Double) -> String { Self.number(value, 10) }

  /// The number, to the nearest tenth or other part.
  private static func number(_ value: Double, _ parts: Int) -> String {
    let count = Int(value * Double(parts) + (value < 0 ? -0.5 : 0.5))
    guard count % parts != 0 else { return String(count / parts) }
    var digits = String(abs(count) % parts + parts).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(count < 0 ? "-" : "")\(abs(count) / parts).\(digits)"
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

extension Format {
  public static let svg = Format("svg") { network, _, options in SVGPicture.lines(of: network, options: options.ladder)
  }
}
