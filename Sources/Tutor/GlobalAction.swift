import Bilingual
import Screen

/// What can be done on every page, looked up where the page has no use for a key.
enum GlobalAction: Hashable, Sendable {
  case language, numbers, mouse, help, back, quit

  /// The shared keys beside a page.
  ///
  /// - Parameters:
  ///   - typing: how much the page takes for itself. A question mark is part of no text.
  ///   - isLowest: whether there is no page to go back to.
  static func keys(beside typing: Typing, isLowest: Bool) -> KeyMap<GlobalAction> {
    guard typing != .everything else { return KeyMap([]) }
    func keys(_ letter: Character?, _ others: Key...) -> [Key] {
      (typing == .nothing ? letter.map { [.character($0)] } ?? [] : []) + others
    }
    return KeyMap([
      .init(keys("l", .control("t")), .language, Localized(zh: "English", en: "中文")),
      .init(keys("n", .control("n")), .numbers, Localized(zh: "序号写法", en: "how numbers are written"), hint: .never),
      .init(keys("m", .control("g")), .mouse, Localized(zh: "开/关鼠标", en: "mouse on or off"), hint: .never),
      .init([.character("?")], .help, Localized(zh: "帮助", en: "help"), hint: .always),
      .init(
        [.escape], .back, Localized(zh: "返回", en: "back"), hint: .always,
        refusal: isLowest ? Localized(zh: "按 q 退出", en: "q quits") : nil),
      .init(keys("q"), .quit, Localized(zh: "退出", en: "quit"), hint: isLowest ? .always : .ifRoom),
    ])
  }
}
