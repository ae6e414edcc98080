import Bilingual

/// The keys of one page: what each does, and what it is called.
///
/// Actions are looked up here, and the hint bar and the help page are made from the same list, so that no key is without
/// its line and no line without its key.
public struct KeyMap<Action: Hashable & Sendable>: Sendable {
  /// Some keys that do one thing.
  public struct Binding: Sendable {
    public let line: KeyLine
    public let action: Action

    /// - Parameters:
    ///   - keys: the one to be named in the hint bar first.
    ///   - refusal: why the keys do nothing now, as a sentence; nil where they do.
    public init(
      _ keys: [Key], _ action: Action, _ label: Localized, hint: KeyLine.Hint = .ifRoom, refusal: Localized? = nil
    ) {
      line = KeyLine(keys, label, hint: hint, refusal: refusal)
      self.action = action
    }
  }

  /// What a key means.
  public enum Meaning: Hashable, Sendable {
    case action(Action)
    /// It would mean something at another time; the sentence says why not now.
    case refused(Localized)
  }

  public let bindings: [Binding]

  public init(_ bindings: [Binding]) {
    self.bindings = bindings
  }

  public var lines: [KeyLine] { bindings.map(\.line) }

  /// What a key means; of two bindings with the same key the earlier one counts. Nil for a key that is not here.
  public func meaning(of key: Key) -> Meaning? {
    guard let binding = bindings.first(where: { $0.line.keys.contains(key) }) else { return nil }
    return binding.line.refusal.map(Meaning.refused) ?? .action(binding.action)
  }
}
