import Bilingual
import Screen
import Simulation
import TCP

/// The TCP header of one segment as a box, in the order in which its fields go over the wire.
public struct HeaderBox: Hashable, Sendable {
  public let segment: Segment
  /// Whose it is.
  private let host: Host
  private let numbering: Numbering
  /// What to write for the ports: a number, or the host's name.
  public let source: String
  public let destination: String
  public let language: Language

  /// - Parameter numbering: how SEQ and ACK are written, as they were when it was sent.
  public init(
    _ segment: Segment, from host: Host, source: String, destination: String, language: Language = .en,
    numbering: Numbering = Numbering()
  ) {
    self.segment = segment
    self.host = host
    self.numbering = numbering
    self.source = source
    self.destination = destination
    self.language = language
  }

  /// From how many **columns** on the wide form is drawn.
  public static let wideColumns = 78
  /// The columns of the narrow form.
  public static let narrowColumns = 44

  /// How much an area of that width is filled.
  public static func size(columns: Int) -> Size {
    columns >= wideColumns ? Size(columns: wideColumns, rows: 12) : Size(columns: narrowColumns, rows: 9)
  }

  /// Draws the form that the area's width has room for; the narrow one is cut off where even that has none.
  public func draw(on surface: inout Surface, in area: Rect, glyphs: Glyphs) {
    let size = Self.size(columns: area.width)
    var canvas = Surface(size: size, widths: surface.widths)
    canvas.frame(canvas.bounds, glyphs: glyphs)
    if size.columns == Self.wideColumns { drawWide(on: &canvas, glyphs) } else { drawNarrow(on: &canvas, glyphs) }
    let part = Rect(x: 0, y: 0, width: min(size.columns, area.width), height: min(size.rows, area.height))
    surface.blit(canvas, part, at: Point(x: area.x, y: area.y))
  }

  // MARK: What it says

  /// The bits in the order of the header, and whether each is set.
  private var bits: [(name: String, isSet: Bool)] {
    [("URG", .urg), ("ACK", .ack), ("PSH", .psh), ("RST", .rst), ("SYN", .syn), ("FIN", .fin)]
      .map { (name: String, bit: ControlBits) in (name, segment.has(bit)) }
  }

  private func word(_ zh: String, _ en: String) -> String { Localized(zh: zh, en: en)[language] }

  private var sequence: (String, String) { (word("序号", "sequence number"), numbering.text(segment.seq, of: host)) }

  /// The number means something only where the ACK bit is set.
  private var acknowledgment: (String, String) {
    let number = segment.has(.ack) ? numbering.text(segment.ack, of: host.peer) : segment.ack.description
    return (
      word("确认号", "acknowledgment number"),
      segment.has(.ack) ? number : number + word("（ACK=0，无效）", " (ACK=0: void)")
    )
  }

  /// Who counts the acknowledgment number; nobody where it means nothing.
  private var acknowledged: Host? { segment.has(.ack) ? host.peer : nil }

  private var window: (String, String) { (word("窗口", "window"), "\(segment.window)") }
  private var data: (String, String) { (word("数据", "data"), "\(segment.text)" + word(" 字节", " bytes")) }

  // MARK: Wide

  private static let portsColumn = 38
  private static let bitColumns = (0...6).map { 17 + 6 * $0 }

  private func drawWide(on canvas: inout Surface, _ glyphs: Glyphs) {
    let ports = [Self.portsColumn]
    rule(on: &canvas, y: 0, ports, [], glyphs)
    put((word("源端口", "source port"), source), from: 0, to: Self.portsColumn, y: 1, on: &canvas, glyphs)
    put(
      (word("目的端口", "destination port"), destination), from: Self.portsColumn, to: canvas.size.columns - 1, y: 1,
      on: &canvas, glyphs)
    bars(on: &canvas, y: 1, ports, glyphs)
    rule(on: &canvas, y: 2, [], ports, glyphs)
    put(sequence, of: host, from: 0, to: canvas.size.columns - 1, y: 3, on: &canvas, glyphs)
    rule(on: &canvas, y: 4, [], [], glyphs)
    put(acknowledgment, of: acknowledged, from: 0, to: canvas.size.columns - 1, y: 5, on: &canvas, glyphs)
    rule(on: &canvas, y: 6, Self.bitColumns, [], glyphs)
    canvas.put(word("控制位", "control bits"), x: 2, y: 7, style: Style(.dim))
    for (bit, column) in zip(bits, Self.bitColumns) {
      canvas.put(bit.name, x: column + 2, y: 7, style: Style(bit.isSet ? .strong : .dim))
      canvas.put(bit.isSet ? "1" : "0", x: column + 3, y: 8, style: Style(bit.isSet ? .strong : .dim))
    }
    let last = Self.bitColumns.last ?? 0
    canvas.put(window.0, x: last + 2, y: 7, style: Style(.dim))
    canvas.put(window.1, x: last + 2, y: 8)
    for y in 7...8 { bars(on: &canvas, y: y, Self.bitColumns, glyphs) }
    rule(on: &canvas, y: 9, [], Self.bitColumns, glyphs)
    put(data, from: 0, to: canvas.size.columns - 1, y: 10, on: &canvas, glyphs)
  }

  /// A line across, from which bars go down and at which others end.
  private func rule(on canvas: inout Surface, y: Int, _ down: [Int], _ up: [Int], _ glyphs: Glyphs) {
    let right = canvas.size.columns - 1
    if y > 0 {
      canvas.horizontalLine(x: 1, y: y, length: right - 1, character: glyphs.horizontal)
      canvas.put(String(glyphs.teeRight), x: 0, y: y, style: Style(.border))
      canvas.put(String(glyphs.teeLeft), x: right, y: y, style: Style(.border))
    }
    for x in down { canvas.put(String(glyphs.teeDown), x: x, y: y, style: Style(.border)) }
    for x in up { canvas.put(String(glyphs.teeUp), x: x, y: y, style: Style(.border)) }
  }

  private func bars(on canvas: inout Surface, y: Int, _ columns: [Int], _ glyphs: Glyphs) {
    for x in columns { canvas.put(String(glyphs.vertical), x: x, y: y, style: Style(.border)) }
  }

  /// A name at the left of a field, its value at the right.
  ///
  /// - Parameter host: who counts it; nil for what is no sequence number.
  private func put(
    _ field: (String, String), of host: Host? = nil, from left: Int, to right: Int, y: Int,
    on canvas: inout Surface, _ glyphs: Glyphs
  ) {
    let room = right - left - 3
    let named = canvas.put(field.0, x: left + 2, y: y, style: Style(.dim), limit: room)
    let value = truncate(field.1, columns: max(0, room - named - 2), glyphs: glyphs)
    let style = host.map(Style.number(of:)) ?? .plain
    canvas.put(value, x: right - 1 - glyphs.width(of: value), y: y, style: style)
  }

  // MARK: Narrow

  private func drawNarrow(on canvas: inout Surface, _ glyphs: Glyphs) {
    let right = canvas.size.columns - 1
    put((word("源端口", "source port"), source), from: 0, to: right, y: 1, on: &canvas, glyphs)
    put((word("目的端口", "destination port"), destination), from: 0, to: right, y: 2, on: &canvas, glyphs)
    put(sequence, of: host, from: 0, to: right, y: 3, on: &canvas, glyphs)
    put(acknowledgment, of: acknowledged, from: 0, to: right, y: 4, on: &canvas, glyphs)
    for (index, bit) in bits.enumerated() {
      canvas.put(bit.name, x: 2 + 6 * index, y: 5, style: Style(bit.isSet ? .strong : .dim))
      canvas.put(bit.isSet ? "1" : "0", x: 3 + 6 * index, y: 6, style: Style(bit.isSet ? .strong : .dim))
    }
    put(window, data: data, right: right, on: &canvas, glyphs)
  }

  private func put(
    _ window: (String, String), data: (String, String), right: Int, on canvas: inout Surface, _ glyphs: Glyphs
  ) {
    let middle = right / 2
    put(window, from: 0, to: middle, y: 7, on: &canvas, glyphs)
    put(data, from: middle, to: right, y: 7, on: &canvas, glyphs)
  }
}
