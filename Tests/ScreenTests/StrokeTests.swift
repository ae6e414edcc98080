import Screen
import Testing

@Suite struct `Strokes` {
  private func drawn(
    columns: Int, rows: Int, _ strokes: [Stroke], _ glyphs: Glyphs = .unicode, within: ClosedRange<Int>? = nil
  ) -> [String] {
    var surface = Surface(columns: columns, rows: rows, widths: .standard)
    for stroke in strokes { surface.draw(stroke, glyphs: glyphs, within: within) }
    return surface.lines
  }

  private func stroke(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) -> Stroke {
    Stroke(from: Point(x: x0, y: y0), to: Point(x: x1, y: y1))
  }

  @Test func `A slope runs evenly from cell to cell`() {
    #expect(
      drawn(columns: 30, rows: 4, [stroke(0, 0, 29, 3)]) == [
        "⠒⠢⠤⢄⣀⣀",
        "      ⠉⠉⠒⠒⠢⠤⢄⣀⣀",
        "               ⠉⠉⠑⠒⠢⠤⠤⣀⣀",
        "                        ⠉⠉⠑⠒⠢⠤",
      ])
    #expect(drawn(columns: 10, rows: 1, [stroke(0, 0, 9, 0)]) == ["⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒"])
    #expect(drawn(columns: 1, rows: 3, [stroke(0, 0, 0, 2)]) == ["⡆", "⡇", "⠇"])
    #expect(drawn(columns: 4, rows: 4, [stroke(0, 0, 3, 3)]) == ["⢢", " ⢣", "  ⢣", "   ⠣"])
  }

  @Test func `Where strokes cross, both are seen`() {
    #expect(
      drawn(columns: 30, rows: 3, [stroke(0, 0, 29, 2), stroke(29, 0, 0, 2)]) == [
        "⠒⠒⠤⠤⠤⣀⣀⣀⡀            ⢀⣀⣀⣀⠤⠤⠤⠒⠒",
        "        ⢈⣉⣉⡱⠶⠶⠶⠶⠶⠶⢎⣉⣉⡁",
        "⠤⠤⠒⠒⠒⠉⠉⠉⠁            ⠈⠉⠉⠉⠒⠒⠒⠤⠤",
      ])
    #expect(
      drawn(columns: 6, rows: 4, [stroke(0, 0, 5, 3), stroke(5, 0, 0, 3)]) == [
        "⠢⡀  ⢀⠔",
        " ⠘⢄⡠⠃",
        " ⢠⠊⠑⡄",
        "⠔⠁  ⠈⠢",
      ])
  }

  @Test func `ASCII has one character a step`() {
    #expect(drawn(columns: 4, rows: 1, [stroke(0, 0, 3, 0)], .ascii) == ["----"])
    #expect(drawn(columns: 4, rows: 1, [stroke(3, 0, 0, 0)], .ascii) == ["----"])
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `Dashes leave out every third cell from the start, and a dotted way every other`(glyphs: Glyphs) {
    var surface = Surface(columns: 9, rows: 2, widths: .standard)
    surface.draw(stroke(8, 0, 0, 0), glyphs: glyphs, isDashed: true)
    surface.drawDotted(stroke(0, 1, 8, 1), style: .plain, glyphs: glyphs, within: 3...8)
    let drawn = surface.lines.map { line in line.map { $0 == " " ? "." : "#" }.joined() }
    #expect(drawn == [".##.##.##", "....#.#.#"])
  }

  @Test func `Only a part is drawn of what has come only so far, and it is the same part later`() {
    #expect(
      drawn(columns: 30, rows: 2, [stroke(0, 0, 29, 1)], within: 10...19) == [
        "          ⣀⣀⣀⣀⣀", "               ⠉⠉⠉⠉⠉",
      ])
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `The extents are where the stroke is, from the top down`(glyphs: Glyphs) {
    let slopes = [(0, 0, 29, 3), (29, 0, 0, 3), (0, 3, 29, 0), (5, 0, 0, 4), (3, 4, 3, 0), (2, 2, 2, 2)]
    for (x0, y0, x1, y1) in glyphs.set == .ascii ? [(0, 1, 29, 1), (29, 2, 3, 2), (2, 2, 2, 2)] : slopes {
      var surface = Surface(columns: 30, rows: 5, widths: .standard)
      let stroke = stroke(x0, y0, x1, y1)
      surface.draw(stroke, glyphs: glyphs)
      let extents = stroke.extents(glyphs)
      #expect(extents.map(\.row) == Array(min(y0, y1)...max(y0, y1)))
      for extent in extents {
        let drawn = (0..<30).filter { surface[$0, extent.row].character != " " }
        #expect(drawn == Array(extent.columns))
      }
    }
  }
}
