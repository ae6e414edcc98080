import Bilingual
import Screen

/// The line at the top of a page.
struct TitleBar {
  let title: String
  /// What stands at the right end.
  let trailing: String

  func draw(on surface: inout Surface, _ context: Context) {
    let width = trailing.displayWidth
    surface.put(title, x: 1, y: 0, style: Style(.title), limit: context.size.columns - width - 4)
    surface.put(trailing, x: context.size.columns - width - 1, y: 0, style: Style(.dim))
  }
}

/// The line of keys at the bottom of a page.
struct KeyBar {
  let hints: [Span]

  func draw(on surface: inout Surface, _ context: Context) {
    surface.put(hints, x: 1, y: context.size.rows - 1, limit: context.size.columns - 2)
  }
}

/// Lines in an area that may have fewer rows; what is out of sight is announced.
struct TextBlock {
  private let lines: [[Span]]
  private let scroll: Int

  init(_ lines: [[Span]], scroll: Int) {
    self.lines = lines
    self.scroll = scroll
  }

  /// The furthest that a block can be scrolled, in rows.
  static func scrollLimit(lines: Int, height: Int) -> Int { max(0, lines - height) }

  /// - Returns: the lines that are to be seen.
  @discardableResult
  func draw(on surface: inout Surface, in area: Rect, _ context: Context) -> Range<Int> {
    guard area.height > 0 else { return 0..<0 }
    let first = min(scroll, Self.scrollLimit(lines: lines.count, height: area.height))
    let last = min(lines.count, first + area.height)
    for (row, line) in lines[first..<last].enumerated() {
      surface.put(line, x: area.x, y: area.y + row, limit: area.width)
    }
    if first > 0 { announce(context.text("↑ 上面还有", "↑ more above"), "^", at: area.y, &surface, area, context) }
    if last < lines.count {
      announce(context.text("↓ 下面还有", "↓ more below"), "v", at: area.y + area.height - 1, &surface, area, context)
    }
    return first..<last
  }

  private func announce(
    _ text: String, _ ascii: String, at y: Int, _ surface: inout Surface, _ area: Rect, _ context: Context
  ) {
    let text = " " + (context.drawing == .ascii ? ascii + text.dropFirst() : text) + " "
    surface.put(text, x: area.x + area.width - text.displayWidth, y: y, style: Style(.warning))
  }
}

/// What is shown where the terminal has too little room.
struct TooSmallNotice {
  func draw(on surface: inout Surface, _ context: Context) {
    let need = Context.minimum
    let lines = [
      context.text(
        "终端太小：需要 \(size(need, context))，现在是 \(size(context.size, context))。",
        "The terminal is too small: \(size(need, context)) needed, \(size(context.size, context)) here."),
      context.text("放大窗口后自动恢复；q 退出。", "Enlarge it and all comes back; q quits."),
    ]
    var y = 0
    for line in lines {
      for piece in wrap(line, columns: max(1, context.size.columns)) where y < context.size.rows {
        surface.put(piece, x: 0, y: y)
        y += 1
      }
    }
  }

  private func size(_ size: Size, _ context: Context) -> String { "\(size.columns)\(context.times)\(size.rows)" }
}
