import Screen
import Testing

/// A surface with these rows, as wide as the widest of them.
private func surface(_ lines: String...) -> Surface {
  var surface = Surface(
    columns: lines.map { DisplayWidth.standard.width(of: $0) }.max() ?? 0, rows: lines.count, widths: .standard)
  for (y, line) in lines.enumerated() { surface.put(line, x: 0, y: y) }
  return surface
}

/// Fails where a wide character lacks a half, or a half its character.
private func expectWhole(_ surface: Surface, sourceLocation: SourceLocation = #_sourceLocation) {
  for y in 0..<surface.size.rows {
    var covered = false
    for cell in surface.row(y) {
      #expect(cell.isContinuation == covered, sourceLocation: sourceLocation)
      covered = cell.width == 2
    }
    #expect(!covered, "a wide character sticks out", sourceLocation: sourceLocation)
  }
}

@Suite struct `Drawing on a surface` {
  @Test func `Text is put from a cell on, and takes its width`() {
    var surface = Surface(columns: 8, rows: 2, widths: .standard)
    #expect(surface.put("三次SYN", x: 1, y: 1, style: Style(.title)) == 7)
    #expect(surface.lines == ["", " 三次SYN"])
    #expect(surface[1, 1].character == "三" && surface[1, 1].width == 2 && surface[1, 1].style == Style(.title))
    #expect(surface[2, 1].isContinuation)
    expectWhole(surface)
  }

  @Test(arguments: [
    (0, "ab中", 4), (1, " ab", 2), (2, "  ab", 2), (3, "   a", 1), (4, "", 0), (-1, "b中c", 5), (-3, " cd", 6),
    (-9, "", 6),
  ])
  func `What does not fit is cut, and no character is split`(x: Int, row: String, taken: Int) {
    var surface = Surface(columns: 4, rows: 1, widths: .standard)
    #expect(surface.put("ab中cd", x: x, y: 0) == taken)
    #expect(surface.lines == [row])
    expectWhole(surface)
  }

  @Test func `A limit cuts as the edge does`() {
    var surface = Surface(columns: 10, rows: 1, widths: .standard)
    #expect(surface.put("中文", x: 0, y: 0, limit: 3) == 2)
    #expect(surface.put("abc", x: 4, y: 0, limit: 0) == 0)
    #expect(surface.put("abc", x: 4, y: 0, limit: -1) == 0)
    #expect(surface.lines == ["中"])
  }

  @Test(arguments: [(0, "x 文"), (1, " x文"), (2, "中x"), (3, "中 x")])
  func `Writing over one half of a wide character blanks the other`(x: Int, row: String) {
    var surface = surface("中文")
    surface.put("x", x: x, y: 0)
    #expect(surface.lines == [row])
    expectWhole(surface)
  }

  @Test func `A wide character over two halves blanks both others`() {
    var surface = surface("中文")
    surface.put("字", x: 1, y: 0)
    #expect(surface.lines == [" 字"])
    expectWhole(surface)
  }

  @Test func `What has no width is left out, and a tab is a blank`() {
    var surface = Surface(columns: 8, rows: 1, widths: .standard)
    #expect(surface.put("a\u{1B}[\u{7}\u{200B}b\n\tc⚠\u{FE0F}", x: 0, y: 0) == 6)
    #expect(surface.lines == ["a[b c⚠"])
    #expect(surface[5, 0].character.unicodeScalars.count == 1)
  }

  @Test func `Spans follow each other in their styles`() {
    var surface = Surface(columns: 8, rows: 1, widths: .standard)
    #expect(surface.put([Span("中", .key), Span("ab", .text), Span("文字", .title)], x: 0, y: 0, limit: 7) == 6)
    #expect(surface.lines == ["中ab文"])
    #expect(surface[0, 0].style.role == .key && surface[4, 0].style.role == .title)
    #expect(surface.put([Span("中", .key), Span("ab", .text)], x: 7, y: 0) == 0)
  }

  @Test func `Areas are filled and cut at the edges`() {
    var surface = surface("中文字", "中文字", "中文字")
    surface.fill(Rect(x: 1, y: 1, width: 3, height: 9), with: "#")
    #expect(surface.lines == ["中文字", " ###字", " ###字"])
    surface.fill(Rect(x: -1, y: 0, width: 4, height: 1), with: "国")
    #expect(surface.lines[0] == "国  字")
    expectWhole(surface)
  }

  @Test func `Lines and frames`() {
    var surface = Surface(columns: 6, rows: 4, widths: .standard)
    surface.frame(Rect(x: 0, y: 0, width: 6, height: 4), glyphs: .unicode)
    surface.horizontalLine(x: 1, y: 2, length: 4, character: "─")
    #expect(surface.lines == ["┌────┐", "│    │", "│────│", "└────┘"])
    surface.frame(Rect(x: 0, y: 0, width: 6, height: 4), glyphs: .ascii)
    surface.verticalLine(x: 3, y: 1, length: 2, character: "|")
    #expect(surface.lines == ["+----+", "|  | |", "|──|─|", "+----+"])
  }

  @Test func `A surface is copied onto another, and wide characters cut by an edge become blank`() {
    let stamp = surface("中文", "abcd")
    var target = surface("······", "······", "······")
    target.blit(stamp, at: Point(x: 1, y: 1))
    #expect(target.lines == ["······", "·中文·", "·abcd·"])
    target.blit(stamp, at: Point(x: -1, y: 0))
    #expect(target.lines[0...1] == [" 文···", "bcd文·"])
    target.blit(stamp, at: Point(x: 3, y: 2))
    #expect(target.lines[2] == "·ab中")
    expectWhole(target)
    var scrolled = Surface(columns: 3, rows: 1, widths: .standard)
    scrolled.blit(stamp, Rect(x: 0, y: 1, width: 4, height: 1), at: Point(x: 0, y: 0))
    #expect(scrolled.lines == ["abc"])
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (0, 5), (5, 0), (-3, -3)])
  func `Every size survives everything`(columns: Int, rows: Int) {
    var surface = Surface(columns: columns, rows: rows, widths: .standard)
    for (x, y) in [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1), (9, 9)] {
      surface.put("中a", x: x, y: y)
      surface.fill(Rect(x: x, y: y, width: 3, height: 3), with: "文")
      surface.fill(Rect(x: x, y: y, width: -3, height: -3))
      surface.frame(Rect(x: x, y: y, width: 4, height: 3), glyphs: .unicode)
      surface.draw(Stroke(from: Point(x: x, y: y), to: Point(x: y, y: x)), glyphs: .unicode)
      surface.draw(Stroke(from: Point(x: x, y: y), to: Point(x: 20, y: 3)), glyphs: .ascii)
      surface.blit(Surface(columns: 3, rows: 3, widths: .standard), at: Point(x: x, y: y))
      _ = surface[x, y]
      expectWhole(surface)
    }
    #expect(surface.lines.count == max(0, rows))
  }
}
