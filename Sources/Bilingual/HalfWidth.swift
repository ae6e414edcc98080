extension Character {
  /// The ASCII character that a full-width one stands for, the blank included; any other as it is.
  ///
  /// An input method that is on makes digits, letters and marks wide, and whoever types means the narrow ones.
  public var halfWidth: Character {
    if self == "\u{3000}" { return " " }
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value) else {
      return self
    }
    return Character(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
  }
}

extension String {
  /// The same text with ASCII in the place of what is full-width.
  public var halfWidth: String { String(map(\.halfWidth)) }
}
