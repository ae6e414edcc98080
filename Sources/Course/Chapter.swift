import Bilingual
import Manuscript
import Quiz
import Scenario
import Simulation

/// A chapter: a text in beats, whose `tcp` lines one after the other are a run, or several.
public struct Chapter: Sendable {
  /// The file's name as it was given, for messages.
  public let file: String
  public let language: Language
  public let frontMatter: FrontMatter
  /// Never empty.
  public let runs: [ChapterRun]
  /// In order; never empty.
  public let beats: [Beat]

  let source: SourceText

  public var id: String { frontMatter.id }
  public var section: String { frontMatter.section }
  public var title: String { frontMatter.title }
  public var order: Int { frontMatter.order }
  public var objectives: [FrontMatter.Objective] { frontMatter.objectives }
  public var exams: [Exam] { frontMatter.exams }
  public var sources: [String] { frontMatter.sources }

  /// Something that is wrong at a line of its file.
  public func diagnostic(ofLine line: Int, _ message: Localized, _ hint: Localized? = nil) -> Diagnostic {
    Diagnostic(
      file: file, location: source.location(ofLine: line), sourceLine: source.line(line), message: message, hint: hint)
  }

  /// What is settled before the first run.
  public var settings: Network.Settings { runs[0].settings }
}

extension Chapter {
  /// The question before a beat: each time the same, with its options in the same order.
  ///
  /// - Parameters:
  ///   - place: the beat's, from **0**.
  ///   - before: the run that is about to play the beat.
  /// - Returns: nil where the beat asks nothing.
  /// - Throws: `Diagnostics` where the beat's run has no answer.
  public func question(
    before place: Int, of before: Run, misconceptions: MisconceptionCatalogue
  ) throws(Diagnostics) -> Question? {
    let beat = beats[place]
    return try beat.prediction?.question(
      before: before, playing: beat.statements, misconceptions: misconceptions, seed: beat.seed)
  }
}
