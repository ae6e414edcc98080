/// What lines and marks are drawn with: the full set, or ASCII for terminals and fonts that lack it.
public enum Drawing: Hashable, Sendable {
  case unicode, ascii

  private func choose<Value>(_ unicode: Value, _ ascii: Value) -> Value {
    switch self {
    case .unicode: unicode
    case .ascii: ascii
    }
  }

  public var horizontal: Character { choose("─", "-") }
  public var vertical: Character { choose("│", "|") }
  public var topLeft: Character { choose("┌", "+") }
  public var topRight: Character { choose("┐", "+") }
  public var bottomLeft: Character { choose("└", "+") }
  public var bottomRight: Character { choose("┘", "+") }
  /// A horizontal line from which a vertical one goes down.
  public var teeDown: Character { choose("┬", "+") }
  /// A horizontal line at which a vertical one ends.
  public var teeUp: Character { choose("┴", "+") }
  public var teeRight: Character { choose("├", "+") }
  public var teeLeft: Character { choose("┤", "+") }
  public var crossing: Character { choose("┼", "+") }
  public var arrowRight: Character { choose("▶", ">") }
  public var arrowLeft: Character { choose("◀", "<") }
  /// Where a lost segment ends; a wrong answer.
  public var cross: Character { choose("✗", "x") }
  /// A right answer.
  public var check: Character { choose("✓", "v") }
  public var bullet: Character { choose("•", "*") }
  /// Stands for what was cut off.
  public var ellipsis: String { choose("…", "...") }
}
