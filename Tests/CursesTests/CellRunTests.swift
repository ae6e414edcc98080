import Screen
import Testing

@testable import Curses

/// A C library that knows ASCII, Chinese and Latin letters, and combining marks, but no emoji and no arrows.
private let encoder = CellEncoder { codePoint in
  switch codePoint {
  case 0x20...0x7E, 0xC0...0x24F: 1
  case 0x300...0x36F: 0
  case 0x3000...0x9FFF, 0xFF00...0xFF60: 2
  default: -1
  }
}

private func surface(_ lines: String..., columns: Int = 8) -> Surface {
  var surface = Surface(columns: columns, rows: lines.count, widths: .standard)
  for (y, line) in lines.enumerated() { surface.put(line, x: 0, y: y) }
  return surface
}

private func text(_ run: CellRun) -> String {
  String(String.UnicodeScalarView(run.codePoints.compactMap(Unicode.Scalar.init)))
}

private func changes(_ old: Surface?, _ new: Surface, within size: Size? = nil) -> [String] {
  CellRun.changes(from: old, to: new, within: size ?? new.size, encoder).map { "\($0.x),\($0.y) \(text($0))" }
}

@Suite struct `Changed runs` {
  @Test func `Nothing is sent where nothing changed`() {
    #expect(changes(surface("三次握手", "SYN"), surface("三次握手", "SYN")) == [])
    #expect(
      changes(Surface(columns: 0, rows: 0, widths: .standard), Surface(columns: 0, rows: 0, widths: .standard)) == [])
    #expect(changes(nil, Surface(columns: 0, rows: 0, widths: .standard)) == [])
  }

  @Test func `Everything is sent where it is unknown what is shown`() {
    #expect(changes(nil, surface("中a", "b", columns: 4)) == ["0,0 中a ", "0,1 b   "])
  }

  @Test func `Only the cells that changed are sent, those side by side together`() {
    #expect(changes(surface("abcdefgh"), surface("abXXefYh")) == ["2,0 XX", "6,0 Y"])
    #expect(changes(surface("ab", "cd"), surface("ab", "ce")) == ["1,1 e"])
  }

  @Test func `A wide character is sent whole`() {
    #expect(changes(surface("中文"), surface("中字")) == ["2,0 字"])
    #expect(changes(surface("中文"), surface("a中b")) == ["0,0 a中b"])
    #expect(changes(surface("a中b"), surface("中文")) == ["0,0 中文"])
    #expect(changes(surface("中"), surface("ab")) == ["0,0 ab"])
  }

  @Test func `A run has one style`() {
    var new = Surface(columns: 4, rows: 1, widths: .standard)
    new.put([Span("ab", .key), Span("cd", .keyLabel)], x: 0, y: 0)
    let runs = CellRun.changes(from: nil, to: new, within: new.size, encoder)
    #expect(runs.map(text) == ["ab", "cd"])
    #expect(runs.map(\.style.role) == [.key, .keyLabel])
    var restyled = new
    restyled.put("ab", x: 0, y: 0, style: Style(.selected))
    #expect(changes(new, restyled) == ["0,0 ab"])
  }

  @Test func `What lies outside the terminal is left out`() {
    #expect(changes(nil, surface("中文", "ab"), within: Size(columns: 3, rows: 1)) == ["0,0 中"])
    #expect(changes(nil, surface("中文"), within: Size(columns: 0, rows: 0)) == [])
  }
}

@Suite struct `What curses is told` {
  private func encoded(_ text: String) -> String {
    changes(nil, surface(text, columns: DisplayWidth.standard.width(of: text))).first.map { String($0.dropFirst(4)) }
      ?? ""
  }

  @Test(arguments: ["SYN,ACK", "三次握手", "cafe\u{301}", "é"])
  func `Text that the C library knows goes as it is`(text: String) {
    #expect(encoded(text) == text)
  }

  @Test(arguments: [
    ("“a”", "\"a\""), ("a→b", "a>b"), ("─┼│", "-+|"), ("✓✗", "vx"), ("🙂a", "? a"), ("⣀", "?"), ("👨‍👩‍👧", "? "),
  ])
  func `What it would misplace is replaced, and takes the same columns`(text: String, sent: String) {
    #expect(encoded(text) == sent)
    #expect(DisplayWidth.standard.width(of: sent) == DisplayWidth.standard.width(of: text))
  }

  @Test func `A family is sent as its first member`() {
    let modern = CellEncoder { Int(DisplayWidth.standard.width(of: Unicode.Scalar($0) ?? " ")) }
    let runs = CellRun.changes(from: nil, to: surface("👨‍👩‍👧a", columns: 3), within: Size(columns: 3, rows: 1), modern)
    #expect(runs.map(text) == ["👨a"])
  }

  @Test func `Ambiguous characters on a terminal that has them wide are replaced too`() {
    var surface = Surface(columns: 4, rows: 1, widths: DisplayWidth(ambiguous: .wide))
    surface.put("“é”", x: 0, y: 0)
    #expect(CellRun.changes(from: nil, to: surface, within: surface.size, encoder).map(text) == ["\" ? "])
  }
}
