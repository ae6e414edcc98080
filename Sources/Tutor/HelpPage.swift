import Bilingual
import Screen

/// The keys of the page below it, made from that page's own key map.
struct HelpPage: Sendable {
  private let lines: @Sendable (Context) -> [[Span]]
  private var scroll = 0

  init<Action>(_ keys: KeyMap<Action>, about: [Localized] = []) {
    lines = { context in
      let columns = context.size.columns - 8
      var lines: [[Span]] = [[Span(context.text("本页的键", "Keys of this page"), .heading)], []]
      lines += keys.help(in: context.language, columns: columns, drawing: context.drawing)
      for paragraph in about {
        lines.append([])
        lines += wrap([Span(paragraph[context.language])], columns: columns)
      }
      lines.append([])
      lines += wrap(
        [
          Span(
            context.text(
              "方向键、回车和数字键可以完成一切操作；字母键只是快捷方式，开着中文输入法时用前者。按任意键返回。",
              "Arrows, Enter and digits do everything; letters are shortcuts. Any key goes back."), .dim)
        ], columns: columns)
      return lines
    }
  }

  /// Scrolls by an arrow key.
  ///
  /// - Returns: false for any other key, which closes the help.
  mutating func take(_ key: Key, _ context: Context) -> Bool {
    let limit = TextBlock.scrollLimit(lines: lines(context).count, height: area(context).height)
    switch key {
    case .up: scroll = max(0, min(limit, scroll) - 1)
    case .down: scroll = min(limit, scroll + 1)
    default: return false
    }
    return true
  }

  private func area(_ context: Context) -> Rect {
    Rect(x: 4, y: 2, width: context.size.columns - 8, height: context.size.rows - 4)
  }

  func draw(on surface: inout Surface, _ context: Context) {
    TextBlock(lines(context), scroll: scroll).draw(on: &surface, in: area(context), context)
  }
}
