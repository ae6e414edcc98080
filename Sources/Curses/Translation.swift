import CCurses
import Screen

extension Attributes {
  /// These attributes in the numbers of the C target.
  var curses: UInt32 {
    let table: [(Attributes, Int)] = [
      (.bold, CCURSES_BOLD), (.dim, CCURSES_DIM), (.underline, CCURSES_UNDERLINE), (.reverse, CCURSES_REVERSE),
    ]
    return table.reduce(0) { contains($1.0) ? $0 | UInt32($1.1) : $0 }
  }
}

extension Input {
  /// What an event of the C target means; nil if nothing.
  init?(_ event: ccurses_input, size: Size) {
    switch Int(event.kind) {
    case Int(CCURSES_TIMEOUT): self = .timeout
    case Int(CCURSES_RESIZE): self = .resize(size)
    case Int(CCURSES_CLICK): self = .click(Point(x: Int(event.x), y: Int(event.y)))
    case Int(CCURSES_SCROLL_UP): self = .scrollUp
    case Int(CCURSES_SCROLL_DOWN): self = .scrollDown
    case Int(CCURSES_TERMINATED): self = .terminated(signal: Int32(event.value))
    case Int(CCURSES_CHARACTER):
      guard let key = Key(codePoint: event.value) else { return nil }
      self = .key(key)
    case Int(CCURSES_KEY):
      guard let key = Key(functionKey: Int(event.value)) else { return nil }
      self = .key(key)
    default: self = .endOfInput
    }
  }
}

extension Key {
  /// The key that sends a character; nil for what is no character, and for control characters without a letter.
  init?(codePoint: UInt32) {
    switch codePoint {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(codePoint) + 0x60)))
    case 0x20...0x7E, 0xA0...:
      guard let scalar = Unicode.Scalar(codePoint) else { return nil }
      self = .character(Character(scalar))
    default: return nil
    }
  }

  /// The key that the C target gives this number.
  init?(functionKey: Int) {
    let keys: [(Int, Key)] = [
      (CCURSES_KEY_UP, .up), (CCURSES_KEY_DOWN, .down), (CCURSES_KEY_LEFT, .left), (CCURSES_KEY_RIGHT, .right),
      (CCURSES_KEY_PAGE_UP, .pageUp), (CCURSES_KEY_PAGE_DOWN, .pageDown), (CCURSES_KEY_HOME, .home),
      (CCURSES_KEY_END, .end), (CCURSES_KEY_ENTER, .enter), (CCURSES_KEY_BACKSPACE, .backspace),
      (CCURSES_KEY_DELETE, .delete), (CCURSES_KEY_BACKTAB, .backTab),
    ]
    guard let key = keys.first(where: { $0.0 == functionKey })?.1 else { return nil }
    self = key
  }
}
