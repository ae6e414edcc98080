import Bilingual
import Screen

/// What can be done on every page, looked up where the page has no use for a key.
enum GlobalAction: Hashable, Sendable {
  case language, numbers, mouse, help, back, quit

  /// Changes the language, whatever is typed.
  static let languageKey = Key.control("t")

  /// The shared keys beside a page.
  ///
  /// - Parameters:
  ///   - typing: how much the page takes for itself. A question mark is part of no text.
  ///   - below: what is gone back to; nil where there is nothing.
  static func keys(beside typing: Typing, above below: (any Page)?) -> KeyMap<GlobalAction> {
    guard typing != .everything else { return KeyMap([]) }
    func keys(_ letter: Character?, _ others: Key...) -> [Key] {
      (typing == .nothing ? letter.map { [.character($0)] } ?? [] : []) + others
    }
    return KeyMap([
      .init(keys("l", languageKey), .language, Localized(zh: "English", en: "中文")),
      .init(keys("n", .control("n")), .numbers, Localized(zh: "序号写法", en: "how numbers are written"), hint: .never),
      .init(keys("m", .control("g")), .mouse, Localized(zh: "开/关鼠标", en: "mouse on or off"), hint: .never),
      .init([.character("?")], .help, Localized(zh: "帮助", en: "help"), hint: .fixed),
      .init(
        [.escape], .back, Localized(zh: below is HomePage ? "目录" : "返回", en: "back"), hint: .fixed,
        refusal: below == nil ? Localized(zh: "按 q 退出", en: "q quits") : nil),
      .init(keys("q"), .quit, Localized(zh: "退出", en: "quit"), hint: below == nil ? .fixed : .never),
    ])
  }
}
