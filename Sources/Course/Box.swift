/// A table that puts together what exams ask, under a title that begins with 考点 or Exam.
public struct Box: Hashable, Sendable {
  /// The title's line.
  public let title: [Inline]
  public let header: [[Inline]]
  /// Six at most.
  public let rows: [Row]

  public struct Row: Hashable, Sendable {
    /// As many as the header has.
    public let cells: [[Inline]]
    /// Where what it says is said, as its comment names it; nil where it names nothing.
    public let source: String?
    /// The statements that it covers, two at most.
    public let covers: [Reference]
  }

  /// How many rows there are at most.
  static let rowLimit = 6
  /// How many statements a row covers at most.
  static let statementLimit = 2
  /// What its title begins with.
  static let marks = ["考点", "Exam"]

  /// The text of the header and of each row.
  public var table: [[[Inline]]] { [header] + rows.map(\.cells) }
}

extension Beat {
  /// The boxes in its prose.
  public var boxes: [Box] { prose.compactMap { if case .box(let box) = $0 { box } else { nil } } }

  /// Whether its text takes the page, as a box and a recap do.
  public var takesPage: Bool { showsAll || !boxes.isEmpty }

  /// What it covers, wherever it says so.
  public var allCovered: [Reference] { covers + boxes.flatMap(\.rows).flatMap(\.covers) }
}
