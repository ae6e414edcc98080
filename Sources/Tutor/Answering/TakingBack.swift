import Bilingual
import Screen

extension KeyMap.Binding {
  /// The key by which an answer is taken back, as long as nothing was done since.
  static func takingBack(_ action: Action) -> Self {
    Self([.character("u")], action, Localized(zh: "收回答案", en: "take it back"), hint: .always)
  }
}
