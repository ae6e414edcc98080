import Screen

/// The bar beside rows of which not all are to be seen.
struct ScrollBar {
  let column: Int
  let rows: ClosedRange<Int>
  let isAtTop: Bool
  let isAtBottom: Bool

  /// Finds the bar on a surface; nil where there is none.
  init?(on surface: Surface) {
    let right = stride(from: surface.size.columns - 1, through: max(0, surface.size.columns - 6), by: -1)
    func isThumb(_ x: Int, _ y: Int) -> Bool { ["┃", "#"].contains(surface[x, y].character) }
    func isBar(_ x: Int, _ y: Int) -> Bool { isThumb(x, y) || ["│", "|"].contains(surface[x, y].character) }
    for x in right {
      let column = (0..<surface.size.rows).filter { isBar(x, $0) }
      guard let top = column.first, let bottom = column.last, column.count == bottom - top + 1,
        column.contains(where: { isThumb(x, $0) })
      else { continue }
      (self.column, rows) = (x, top...bottom)
      (isAtTop, isAtBottom) = (isThumb(x, top), isThumb(x, bottom))
      return
    }
    return nil
  }
}

extension Surface {
  /// The lines, without the bar beside them.
  func lines(without bar: ScrollBar?) -> [String] {
    guard let bar else { return lines }
    var surface = self
    for y in bar.rows { surface.put(" ", x: bar.column, y: y) }
    return surface.lines
  }

  /// Whether a text stands in the title's row, all of it bold.
  func isBold(_ text: String) -> Bool {
    let bold = row(0).filter { !$0.isContinuation && $0.style.attributes.contains(.bold) }.map(\.character)
    return String(bold).contains(text)
  }
}
