/// What a piece of text is, in the words of this program; a theme decides its colour.
///
/// Colour never carries meaning alone: each role has ``attributes`` that every terminal can show, and what must be
/// told apart side by side (a correct answer and a wrong one, a segment under way and a lost one) differs in them.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  // Prose.
  case text, dim, title, heading, emphasis, strong, code, link, quote
  // A run.
  case host, state, newState, call, segment, segmentInFlight, lost, retransmission, injected, axis, signal, timer
  // Dialogue.
  case key, keyLabel, selected, correct, wrong, warning, prompt, border

  /// What shows this role without any colour.
  public var attributes: Attributes {
    switch self {
    case .text, .segment, .timer, .keyLabel: []
    case .dim, .quote, .lost, .axis, .border: .dim
    case .title, .strong, .code, .host, .state, .segmentInFlight, .signal, .key, .correct, .prompt: .bold
    case .emphasis, .link, .call, .retransmission: .underline
    case .heading, .injected, .wrong: [.bold, .underline]
    case .selected: .reverse
    case .newState, .warning: [.bold, .reverse]
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
