import Bilingual
import Scenario
import Screen
import Simulation

/// What every page is drawn with, and when.
public struct Context: Hashable, Sendable {
  public var language: Language
  public var glyphs: Glyphs
  /// How sequence numbers are written.
  public var notation: NumberNotation
  public var size: Size
  /// Whether what happens is shown as it goes on, and not at once.
  public var usesMotion: Bool
  /// When this is; what moves is drawn as it stands now.
  public var now: Moment

  public init(
    language: Language, glyphs: Glyphs, notation: NumberNotation = .absolute, size: Size = Size(columns: 80, rows: 24),
    usesMotion: Bool = true, now: Moment = Moment(nanoseconds: 0, wallSeconds: 0)
  ) {
    self.language = language
    self.glyphs = glyphs
    self.notation = notation
    self.size = size
    self.usesMotion = usesMotion
    self.now = now
  }

  /// The least that a page needs.
  static let minimum = Size(columns: 60, rows: 18)

  var isTooSmall: Bool { size.columns < Self.minimum.columns || size.rows < Self.minimum.rows }

  /// Whether there is room for text beside a stage.
  var isWide: Bool { size.columns >= 120 }

  /// What stands between two numbers that are multiplied.
  var times: String { glyphs.set == .ascii ? "x" : "×" }

  /// How the numbers of a run are written: with its letters.
  func numbering(of run: Run) -> Numbering { Numbering(notation, letters: run.network.settings.letters) }

  /// A text in the language of the screen.
  subscript(text: Localized) -> String { text[language] }

  /// Breaks spans into lines.
  func wrapped(_ spans: [Span], columns: Int) -> [[Span]] { wrap(spans, columns: columns, glyphs: glyphs) }

  /// Breaks a text into lines.
  ///
  /// - Parameter columns: the most that a line takes; nil for the screen's.
  func wrapped(_ text: String, columns: Int? = nil) -> [String] {
    wrap(text, columns: columns ?? size.columns, glyphs: glyphs)
  }
}
