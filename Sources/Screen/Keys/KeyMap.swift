import Bilingual

/// The keys of one screen: what each does, and what it is called.
///
/// A page's keys are looked up here, and the hint bar and the help page are made from the same list, so that no key is
/// without its line and no line without its key.
public struct KeyMap<Action: Hashable & Sendable>: Sendable {
  /// Some keys that do one thing.
  public struct Binding: Sendable {
    /// The keys, the one to be named in the hint bar first.
    public let keys: [Key]
    public let action: Action
    public let label: Localized
    public let hint: Hint

    public init(_ keys: [Key], _ action: Action, _ label: Localized, hint: Hint = .ifRoom) {
      self.keys = keys
      self.action = action
      self.label = label
      self.hint = hint
    }
  }

  /// Whether a binding is in the hint bar.
  public enum Hint: Hashable, Sendable {
    /// Before all others: help, quit, and what is to be done now.
    case always
    /// Where there is room left, the earlier binding first.
    case ifRoom
    /// Only on the help page.
    case never
  }

  public let bindings: [Binding]

  public init(_ bindings: [Binding]) {
    self.bindings = bindings
  }

  /// What a key does; of two bindings with the same key the earlier one counts.
  public func action(for key: Key) -> Action? {
    bindings.first { $0.keys.contains(key) }?.action
  }

  /// The keys of earlier bindings that later ones have again; a test expects none.
  public var duplicates: [Key] {
    var seen: Set<Key> = []
    return bindings.flatMap(\.keys).filter { !seen.insert($0).inserted }
  }

  // MARK: The hint bar

  /// One line of keys and labels, in the order of the bindings.
  ///
  /// - Parameter columns: the most columns the line takes; whole bindings are left out to keep to it.
  /// - Returns: the spans, without anything before the first key.
  public func hints(
    in language: Language, columns: Int, drawing: Drawing = .unicode, widths: DisplayWidth = .standard
  ) -> [Span] {
    let gap = 3
    var room = columns + gap
    var isShown = Array(repeating: false, count: bindings.count)
    for hint in [Hint.always, .ifRoom] {
      for (index, binding) in bindings.enumerated() where binding.hint == hint {
        guard let key = binding.keys.first else { continue }
        let width = widths.width(of: key.name(in: language, drawing: drawing) + " " + binding.label[language]) + gap
        if width > room { continue }
        isShown[index] = true
        room -= width
      }
    }
    var spans: [Span] = []
    for (index, binding) in bindings.enumerated() where isShown[index] {
      guard let key = binding.keys.first else { continue }
      if !spans.isEmpty { spans.append(Span(String(repeating: " ", count: gap))) }
      spans.append(Span(key.name(in: language, drawing: drawing), .key))
      spans.append(Span(" " + binding.label[language], .keyLabel))
    }
    return spans
  }

  // MARK: The help page

  /// One line of the help page: every key of a binding, and its label.
  public struct Row: Hashable, Sendable {
    public let keys: String
    public let label: String
  }

  /// A row for each binding that has keys, in their order.
  public func rows(in language: Language, drawing: Drawing = .unicode) -> [Row] {
    bindings.filter { !$0.keys.isEmpty }.map { binding in
      let names = binding.keys.map { $0.name(in: language, drawing: drawing) }
      return Row(keys: names.joined(separator: "  "), label: binding.label[language])
    }
  }

  /// The rows as lines, labels under each other and wrapped.
  ///
  /// - Parameter columns: the most columns of a line; keys take half of that at most, and are cut if they need more.
  public func help(
    in language: Language, columns: Int, drawing: Drawing = .unicode, widths: DisplayWidth = .standard
  ) -> [[Span]] {
    let rows = rows(in: language, drawing: drawing)
    let indent = min(columns / 2, (rows.map { widths.width(of: $0.keys) }.max() ?? 0) + 2)
    return rows.flatMap { row -> [[Span]] in
      let keys = truncate(row.keys, columns: max(0, indent - 2), ellipsis: drawing.ellipsis, widths: widths)
      let padding = String(repeating: " ", count: indent - widths.width(of: keys))
      let label = wrap([Span(row.label, .keyLabel)], columns: columns - indent, widths: widths)
      return label.enumerated().map { index, line in
        (index == 0 ? [Span(keys, .key), Span(padding)] : [Span(String(repeating: " ", count: indent))]) + line
      }
    }
  }
}
