import Bilingual
import Quiz
import Scenario
import TCP

/// A step of a chapter: some prose, and what happens meanwhile.
public struct Beat: Sendable {
  /// Nil for the opening, which has no heading.
  public var title: String? { heading?.plainText }
  /// What its place, its prediction and what is remembered of it hang on; the same in both languages.
  public internal(set) var id: String
  /// The number of its heading's line, or of its first line; from **1**.
  public let line: Int
  /// The chapter's objectives that it serves.
  public internal(set) var meets: [Reference] = []
  /// The statements that it covers, four at most.
  public internal(set) var covers: [Reference] = []
  /// Those for which it matters; empty where that is all of the chapter's.
  public internal(set) var exams: [Exam] = []
  /// Whether the stage shows the whole run, as for a recap.
  public internal(set) var showsAll = false
  public internal(set) var prose: [ProseBlock] = []
  /// Whether a run begins anew with it.
  public internal(set) var beginsAnew = false
  /// Played when the beat is entered. Their places are those in the chapter's file.
  public internal(set) var statements: [Statement] = []
  /// Asked before the statements are played.
  public internal(set) var prediction: Prediction?
  /// What an instructor says.
  public internal(set) var notes: [ProseBlock] = []
  /// The questions to ask after it.
  public internal(set) var quiz: [Reference] = []
  /// The profile under which the same statements are played for comparison.
  public internal(set) var compare: Profile?
  /// A search of what can happen; where it finds something, that is what the statements are.
  public internal(set) var search: ChapterSearch?
  /// What the prose sets in code font though the run does not show it.
  public internal(set) var exceptions: [RunException] = []

  /// The blocks of its prose that tell what is not run.
  var told: [ToldBlock] = []

  let heading: [Inline]?
  /// Whether its comment was read, whatever was wrong with it.
  var isNamed = false
  /// Where its comment stands; nil where there is none.
  var nameLocation: SourceLocation?
  /// Where its blocks begin, in order.
  var blocks: [BlockPlace] = []

  init(line: Int, heading: [Inline]?) {
    self.line = line
    self.heading = heading
    id = heading == nil ? Beat.openingID : ""
  }

  /// The id of a chapter's opening that has no other.
  static let openingID = "opening"

  /// What its question's options are put in order by: that of its id (FNV-1a), so that no other beat changes it.
  var seed: UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
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

/// The fenced blocks that mean something.
enum BlockKind: String, CaseIterable {
  case tcp, predict, notes, quiz, compare, explore

  /// Whether a beat may have several.
  var isRepeatable: Bool {
    switch self {
    case .tcp, .notes: true
    case .predict, .quiz, .compare, .explore: false
    }
  }
}
