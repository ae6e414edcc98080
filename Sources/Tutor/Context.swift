import Bilingual
import Screen

/// What every page is drawn with.
public struct Context: Hashable, Sendable {
  public var language: Language
  public var drawing: Drawing
  public var size: Size

  public init(language: Language, drawing: Drawing = .unicode, size: Size = Size(columns: 80, rows: 24)) {
    self.language = language
    self.drawing = drawing
    self.size = size
  }

  /// The least that a page needs.
  static let minimum = Size(columns: 60, rows: 18)

  var isTooSmall: Bool { size.columns < Self.minimum.columns || size.rows < Self.minimum.rows }

  /// What stands between two numbers that are multiplied.
  var times: String { drawing == .ascii ? "x" : "×" }

  func text(_ zh: String, _ en: String) -> String { Localized(zh: zh, en: en)[language] }
}
