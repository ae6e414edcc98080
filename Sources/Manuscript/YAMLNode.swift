/// A value in YAML, and where it stands. Every scalar is text: who asks for a value says what type it is of.
public struct YAMLNode: Hashable, Sendable {
  public let content: Content
  public let place: Place

  public enum Content: Hashable, Sendable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    /// In the order of the file; no key comes twice.
    case mapping([Entry])
  }

  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    public let name: String
    /// Where the key stands.
    public let place: Place
    public let value: YAMLNode
  }

  /// How a scalar is written.
  public enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded

    /// Whether the text stands below the line in which the value begins.
    public var isBlock: Bool { self == .literal || self == .folded }
  }

  /// A stretch of one line, before anyone has asked for it in characters.
  public struct Place: Hashable, Sendable {
    /// The number in the file, from **1**.
    public let line: Int
    /// In Unicode scalars, from **1**.
    public let column: Int
    /// In Unicode scalars; `Int.max` to the end of the line.
    public let length: Int
  }

  /// The text of a scalar.
  public var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  public var items: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }

  public var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

  /// The value of a mapping's key; nil where this is no mapping, or has no such key.
  public subscript(name: String) -> YAMLNode? { entries?.first { $0.name == name }?.value }
}
