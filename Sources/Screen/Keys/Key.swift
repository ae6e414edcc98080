import Bilingual

/// A key, by what it means and not by the bytes that a terminal sends for it.
public enum Key: Hashable, Sendable {
  /// What was typed: a letter, a digit, a sign, a blank.
  case character(Character)
  /// A letter, lower case, with Control held.
  case control(Character)
  case up, down, left, right, pageUp, pageDown, home, end
  case enter, escape, backspace, delete, tab, backTab

  /// The key's name for a hint or a help page.
  public func name(in language: Language, glyphs: Glyphs) -> String {
    switch self {
    case .character(" "): Localized(zh: "空格", en: "Space")[language]
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + character.uppercased()
    case .up: arrow("↑", Localized(zh: "上", en: "Up"), language, glyphs)
    case .down: arrow("↓", Localized(zh: "下", en: "Down"), language, glyphs)
    case .left: arrow("←", Localized(zh: "左", en: "Left"), language, glyphs)
    case .right: arrow("→", Localized(zh: "右", en: "Right"), language, glyphs)
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: Localized(zh: "回车", en: "Enter")[language]
    case .escape: "Esc"
    case .backspace: Localized(zh: "退格", en: "Backspace")[language]
    case .delete: "Del"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    }
  }

  private func arrow(_ sign: String, _ word: Localized, _ language: Language, _ glyphs: Glyphs) -> String {
    switch glyphs.set {
    case .unicode: sign
    case .ascii: word[language]
    }
  }
}

/// What somebody does at a terminal.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// The terminal has this size now, or its content was lost; everything must be drawn again.
  case resize(Size)
  /// The left button was pressed on this cell.
  case click(Point)
  case scrollUp, scrollDown
}
