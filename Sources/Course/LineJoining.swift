/// How two lines of a paragraph become one.
enum LineJoining {
  /// Whether nothing stands between two characters that a line break parts.
  ///
  /// Chinese has no space there. Full-width punctuation brings its own room, whatever its neighbour is; quotation marks
  /// and dashes, which Chinese and English share, go with their neighbour.
  static func joins(_ left: Character?, _ right: Character?) -> Bool {
    guard let left, let right else { return false }
    if isFullWidthPunctuation(left) || isFullWidthPunctuation(right) { return true }
    return (isFullWidth(left) && (isFullWidth(right) || isShared(right))) || (isShared(left) && isFullWidth(right))
  }

  private static func isShared(_ character: Character) -> Bool {
    "“”‘’—…·".contains(character)
  }

  /// Ideographs, kana and full-width forms; not Hangul, which is written with spaces.
  private static func isFullWidth(_ character: Character) -> Bool {
    switch character.unicodeScalars.first!.value {
    case 0x2E80...0x303E, 0x3041...0x312F, 0x3190...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func isFullWidthPunctuation(_ character: Character) -> Bool {
    switch character.unicodeScalars.first!.value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B,
      0xFF1F, 0xFF3B, 0xFF3D, 0xFF5B, 0xFF5D:
      true
    default: false
    }
  }
}
