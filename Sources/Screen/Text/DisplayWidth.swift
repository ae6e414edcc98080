/// How many columns a terminal gives to a character: the rule of UAX #11, by grapheme cluster.
///
/// Everything that lays out text asks here, and nothing asks how many characters a string has. A cluster is as wide as
/// its first scalar that has a width: wide and full-width are 2; non-spacing, enclosing and format characters are 0;
/// a flag (two regional indicators) is 2. Control characters are 0 and never reach the screen, save that a tab counts
/// as one blank.
///
/// - Note: Source: UAX #11, Unicode 15.1. Deviation: an emoji presentation selector (U+FE0F) doesn't widen a narrow
///   character, because terminals disagree about it; ``Surface`` leaves the selector out, so that none widens it.
public struct DisplayWidth: Hashable, Sendable {
  /// What becomes of the class Ambiguous: box drawing, arrows, Greek, curly quotation marks.
  public enum Ambiguous: Sendable {
    /// One column, as nearly every terminal has it.
    case narrow
    /// Two columns, as terminals set up for old East Asian fonts have it.
    case wide
  }

  public var ambiguous: Ambiguous

  public init(ambiguous: Ambiguous = .narrow) {
    self.ambiguous = ambiguous
  }

  /// Ambiguous characters are narrow.
  public static let standard = DisplayWidth()

  /// The columns that a grapheme cluster takes.
  ///
  /// - Returns: 0, 1 or 2; 0 is what can't be shown by itself.
  public func width(of character: Character) -> Int {
    // Most text is ASCII, and its properties needn't be looked up.
    if let ascii = character.asciiValue {
      return ascii >= 0x20 && ascii < 0x7F || ascii == 0x09 ? 1 : 0
    }
    let scalars = character.unicodeScalars
    for scalar in scalars {
      let width = width(of: scalar)
      if width == 0 { continue }
      let isFlag = (0x1F1E6...0x1F1FF).contains(scalar.value) && scalars.count > 1
      return isFlag ? 2 : width
    }
    return 0
  }

  /// The columns that a single scalar takes, apart from any cluster.
  public func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value >= 0x20 || value == 0x09 ? 1 : 0 }
    if (0x4E00...0x9FFF).contains(value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if WidthTables.contains(value, in: WidthTables.wide) { return 2 }
    if ambiguous == .wide && WidthTables.contains(value, in: WidthTables.ambiguous) { return 2 }
    return 1
  }

  /// The columns that a text takes on one line.
  public func width(of text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }
}
