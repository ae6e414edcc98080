/// What a piece of text is, in the words of this program; a theme decides its colour.
///
/// Colour never carries meaning alone: what must be told apart differs in its place, its glyph or its words too, and
/// what stands out does so by ``attributes`` that every terminal can show.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  // Prose.
  case text, dim, title, heading, strong, code, link, quote
  // A run: all that belongs to one end, and the numbers that it counts; the name of a number; what got lost.
  case first, second, field, lost
  // Dialogue: what waits for the reader or for its time, what is selected, whether it was right.
  case nowYou, prompt, key, keyLabel, selected, selectionMark, correct, wrong, border

  /// What shows this role without any colour.
  public var attributes: Attributes {
    switch self {
    case .text, .first, .second, .wrong, .selectionMark: []
    case .dim, .quote, .field, .lost, .keyLabel, .border: .dim
    case .title, .heading, .strong, .code, .nowYou, .prompt, .key, .correct: .bold
    case .link: .underline
    case .selected: [.bold, .reverse]
    }
  }

  /// Whether a line is broken inside such a text only where a line has no room for all of it.
  var staysWhole: Bool {
    switch self {
    case .code, .first, .second, .field: true
    case .text, .dim, .title, .heading, .strong, .link, .quote, .lost, .nowYou, .prompt, .key, .keyLabel, .selected,
      .selectionMark, .correct, .wrong, .border:
      false
    }
  }
}

/// What a terminal can do to a character besides colouring it.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  public static let reverse = Attributes(rawValue: 8)
}

/// How a cell looks: its role, and attributes on top of the role's own.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var added: Attributes

  public init(_ role: Role, adding attributes: Attributes = []) {
    self.role = role
    self.added = attributes
  }

  /// Running text.
  public static let plain = Style(.text)

  /// Everything to be shown besides colour: the role's attributes and those added.
  public var attributes: Attributes { role.attributes.union(added) }
}
