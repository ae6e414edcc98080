/// What lines and marks are drawn with, and how wide it is and everything else that is written.
///
/// Both are the terminal's, so they go together to all that lays out text; nothing assumes them.
public struct Glyphs: Hashable, Sendable {
  /// The full set, or ASCII for terminals and fonts that lack it.
  public enum GlyphSet: Hashable, Sendable {
    case unicode, ascii
  }

  public var set: GlyphSet
  public var widths: DisplayWidth

  public init(_ set: GlyphSet, widths: DisplayWidth) {
    self.set = set
    self.widths = widths
  }

  /// The full set, ambiguous characters narrow.
  public static let unicode = Glyphs(.unicode, widths: .standard)
  /// ASCII, ambiguous characters narrow.
  public static let ascii = Glyphs(.ascii, widths: .standard)

  /// The columns that a text takes on one line.
  public func width(of text: String) -> Int { widths.width(of: text) }

  /// The columns that spans take on one line.
  public func width(of spans: [Span]) -> Int { spans.reduce(0) { $0 + widths.width(of: $1.text) } }

  private func choose<Value>(_ unicode: Value, _ ascii: Value) -> Value {
    switch set {
    case .unicode: unicode
    case .ascii: ascii
    }
  }

  public var horizontal: Character { choose("─", "-") }
  /// Two cells of a line above what is not real.
  public var brokenLine: String { choose("╌╌", "- ") }
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
  /// Where two lines cross.
  public var crossing: Character { choose("┼", "+") }
  public var arrowRight: Character { choose("▶", ">") }
  public var arrowLeft: Character { choose("◀", "<") }
  /// Before what is selected in a list.
  public var selectionBar: Character { choose("▌", ">") }
  /// The part of a scroll bar that stands for what is in sight.
  public var scrollThumb: Character { choose("┃", "#") }
  /// Where a lost segment ends; a wrong answer.
  public var cross: Character { choose("✗", "x") }
  /// A right answer.
  public var check: Character { choose("✓", "+") }
  public var bullet: Character { choose("•", "*") }
  /// A step that was made, one at which a question waits, and one to come.
  public var done: Character { choose("●", "*") }
  public var waiting: Character { choose("◆", "?") }
  public var toCome: Character { choose("○", ".") }
  /// What is left of a bar, and what is gone of it.
  public var barFull: String { choose("▰", "#") }
  public var barEmpty: String { choose("▱", ".") }
  /// Stands for what isn't known yet.
  public var unknown: String { choose("·", "-") }
  /// Stands for what was cut off.
  public var ellipsis: String { choose("…", "...") }
}
