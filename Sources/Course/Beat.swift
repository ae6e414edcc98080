import Bilingual
import Quiz
import Scenario
import TCP

/// A step of a chapter: some prose, and what happens meanwhile.
public struct Beat: Sendable {
  /// Nil for the opening, which has no heading.
  public var title: String? { heading?.plainText }
  /// The number of its heading's line, or of its first line; from **1**.
  public let line: Int
  public internal(set) var prose: [ProseBlock] = []
  /// Played when the beat is entered. Their places are those in the chapter's file.
  public internal(set) var statements: [Statement] = []
  /// Asked before the statements are played.
  public internal(set) var prediction: Prediction?
  /// What an instructor says.
  public internal(set) var notes: [ProseBlock] = []
  /// The questions to ask after it.
  public internal(set) var quiz: [QuizItem] = []
  /// The profile under which the same statements are played for comparison.
  public internal(set) var compare: Profile?
  /// What the prose sets in code font though the run does not show it.
  public internal(set) var exceptions: [RunException] = []

  let heading: [Inline]?
  /// Where its blocks begin, in order.
  var blocks: [BlockPlace] = []

  init(line: Int, heading: [Inline]?) {
    self.line = line
    self.heading = heading
  }

  struct BlockPlace: Hashable {
    let kind: BlockKind
    /// The number of the fence's line.
    let line: Int
  }

  /// The line of its first block of a kind; its own where it has none.
  func line(of kind: BlockKind) -> Int { blocks.first { $0.kind == kind }?.line ?? line }

  /// Whether there is nothing in it.
  var isEmpty: Bool { prose.isEmpty && blocks.isEmpty && exceptions.isEmpty }
}

/// A question that a beat names.
public struct QuizItem: Hashable, Sendable {
  public let id: String
  public let location: SourceLocation
}

/// The fenced blocks that mean something.
enum BlockKind: String, CaseIterable {
  case tcp, predict, notes, quiz, compare

  /// Whether a beat may have several.
  var isRepeatable: Bool {
    switch self {
    case .tcp, .notes: true
    case .predict, .quiz, .compare: false
    }
  }
}
