import Bilingual
import Quiz

/// What a chapter says of itself above its text.
public struct FrontMatter: Hashable, Sendable {
  /// Equal to the file's name without `.md`.
  public let id: String
  /// The book's section, `10.3.6`.
  public let section: String
  public let title: String
  /// The place among the chapters, **1 …**.
  public let order: Int
  /// What a learner can do after it, in the order in which it is written.
  public let objectives: [Objective]
  public let exams: [Exam]
  /// Where what the chapter teaches is laid down, such as `RFC 9293 §3.5`.
  public let sources: [String]
  /// Where each key stands in the file.
  let places: [Key: SourceLocation]

  /// What a learner can do after a chapter.
  public struct Objective: Hashable, Sendable {
    /// The same in both languages.
    public let id: String
    public let text: String
    public let location: SourceLocation
  }

  /// What takes the place of front matter in which something is wrong, so that the text is proved all the same.
  static let standIn = FrontMatter(
    id: "", section: "", title: "", order: 1, objectives: [], exams: [], sources: [], places: [:])

  /// Whether nothing stands in the file that could be read.
  var isStandIn: Bool { places.isEmpty }

  /// The keys, all of them required.
  enum Key: String, CaseIterable {
    case id, section, title, order, objectives, exams, sources
  }
}
