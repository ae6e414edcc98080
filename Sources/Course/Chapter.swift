import Bilingual
import Manuscript
import Scenario
import Simulation

/// A chapter: a text in beats, whose `tcp` lines one after the other are one run.
public struct Chapter: Hashable, Sendable {
  /// The file's name as it was given, for messages.
  public let file: String
  public let language: Language
  public let frontMatter: FrontMatter
  /// What is settled before the run.
  public let settings: Network.Settings
  /// In order; never empty.
  public let beats: [Beat]

  let source: SourceText

  public var id: String { frontMatter.id }
  public var section: String { frontMatter.section }
  public var title: String { frontMatter.title }
  public var order: Int { frontMatter.order }
  public var objectives: [String] { frontMatter.objectives }
  public var exams: [Exam] { frontMatter.exams }
  public var sources: [String] { frontMatter.sources }

  /// All its beats' statements, as one script.
  public var script: Script {
    Script(file: file, settings: settings, statements: beats.flatMap(\.statements))
  }
}
