import Bilingual
import Screen

/// The keys of the page below it, made from that page's own key map.
struct HelpPage: Page {
  private let below: [KeyLine]
  private var scroller = Scroller()

  init(_ below: [KeyLine]) { self.below = below }

  let typing = Typing.everything
  let typed = [
    KeyLine([.up, .down], Localized(zh: "滚动", en: "scroll"), hint: .always),
    KeyLine([.escape], Localized(zh: "返回", en: "back"), hint: .always),
  ]

  /// An arrow scrolls; any other key goes back.
  mutating func type(_ key: Key, _ context: Context) -> [Request]? {
    switch key {
    case .up: scroll(by: -1, context)
    case .down: scroll(by: 1, context)
    default: return [.leave]
    }
    return []
  }

  private mutating func scroll(by count: Int, _ context: Context) {
    scroller.scroll(by: count, rows(context), height: area(context).height)
  }

  private func area(_ context: Context) -> Rect {
    Rect(x: 4, y: 2, width: context.size.columns - 8, height: context.size.rows - 4)
  }

  private func rows(_ context: Context) -> [Row] {
    let columns = area(context).width
    let keys = below.help(in: context.language, columns: columns, glyphs: context.glyphs)
    let closing = Localized(
      zh: "方向键、回车和数字键就能学完各章、答完各题；字母键是快捷方式和辅助功能，用时先关中文输入法。按任意键返回。",
      en:
        "Arrows, Enter and digits take you through every chapter and question; letters are shortcuts and extras. Any key "
        + "goes back.")
    return keys.map { Row($0) } + [.blank] + Row.wrapped([Span(context[closing], .dim)], columns: columns, context)
  }

  func titleBar(_ context: Context) -> TitleBar {
    TitleBar(title: context[Localized(zh: "本页按键", en: "Keys of this page")])
  }

  func draw(_ context: Context) -> Picture {
    var picture = Picture(context)
    picture.put(rows(context), in: area(context), scroller, context)
    return picture
  }

  // MARK: Line by line

  mutating func tell(_ context: Context) -> [String] { [] }
  func prompt(_ context: Context) -> String { "" }
  let advice = Localized(zh: "按任意键返回", en: "any key goes back")
}
