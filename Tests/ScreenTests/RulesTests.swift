import Screen
import Testing

@Suite struct `Rules` {
  @Test(arguments: [
    (Glyphs.unicode, ["──────", "  │   ", "──┤   ", "  │   ", "──┴───"]),
    (.ascii, ["------", "  |   ", "--+   ", "  |   ", "--+---"]),
  ])
  func `join where they meet, from whichever side one is drawn last`(glyphs: Glyphs, lines: [String]) {
    var surface = Surface(columns: 6, rows: 5, widths: .standard)
    surface.horizontalRule(x: 0, y: 2, length: 2, glyphs: glyphs)
    surface.verticalRule(x: 2, y: 1, length: 3, glyphs: glyphs)
    surface.horizontalRule(x: 0, y: 4, length: 6, glyphs: glyphs)
    surface.horizontalLine(x: 0, y: 0, length: 6, character: glyphs.horizontal)
    #expect(surface.lines == lines.map { String($0.reversed().drop { $0 == " " }.reversed()) })
  }

  @Test func `go down, to the right and through each other`() {
    var surface = Surface(columns: 3, rows: 3, widths: .standard)
    surface.verticalRule(x: 1, y: 1, length: 2, glyphs: .unicode)
    surface.horizontalRule(x: 0, y: 0, length: 3, glyphs: .unicode)
    #expect(surface.lines == ["─┬─", " │", " │"])
    surface = Surface(columns: 3, rows: 3, widths: .standard)
    surface.horizontalRule(x: 1, y: 1, length: 2, glyphs: .unicode)
    surface.verticalRule(x: 0, y: 0, length: 3, glyphs: .unicode)
    #expect(surface.lines == ["│", "├──", "│"])
    surface = Surface(columns: 3, rows: 3, widths: .standard)
    surface.horizontalRule(x: 0, y: 1, length: 3, glyphs: .unicode)
    surface.verticalRule(x: 1, y: 0, length: 3, glyphs: .unicode)
    #expect(surface.lines == [" │", "─┼─", " │"])
  }

  @Test func `are joined by nothing but rules`() {
    var surface = Surface(columns: 3, rows: 2, widths: .standard)
    surface.put("│", x: 1, y: 0, style: Style(.first))
    surface.horizontalRule(x: 0, y: 1, length: 3, glyphs: .unicode)
    #expect(surface.lines[1] == "───")
  }
}
