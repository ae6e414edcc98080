import Bilingual
import Course
import Notation
import Quiz
import Scenario

/// A chapter line by line: each beat predicted, played in sentences, and told.
public struct PlainLesson {
  private let chapter: Chapter
  private let misconceptions: MisconceptionCatalogue
  private let context: Context

  public init(_ chapter: Chapter, misconceptions: MisconceptionCatalogue, context: Context) {
    self.chapter = chapter
    self.misconceptions = misconceptions
    self.context = context
  }

  /// Goes through the chapter; Enter goes on, `q` ends it.
  ///
  /// - Throws: `InputEnded` where the input ends before the chapter does.
  public func run(_ dialogue: some Dialogue) throws {
    dialogue.say("\(chapter.section) \(chapter.title)")
    var run = Run(chapter.settings, file: chapter.file)
    let sentences = Sentences(
      names: run.network.settings.names, language: context.language, drawing: context.drawing)
    for (index, beat) in chapter.beats.enumerated() {
      dialogue.say("")
      dialogue.say("[\(index + 1)/\(chapter.beats.count)] \(beat.title ?? chapter.title)")
      if let question = try chapter.question(before: index, of: run, misconceptions: misconceptions) {
        do {
          _ = try PlainQuestion(question: question, context: context).ask(dialogue)
        } catch is LearnerLeft {
          return
        }
      }
      let start = run.transcript.count
      for statement in beat.statements { run.play(statement) }
      for sentence in sentences.lines(of: run.transcript[start...]) { dialogue.say("  " + sentence) }
      for line in ProseLayout(context).lines(ofProse: beat.prose, columns: context.size.columns) {
        dialogue.say(line.map(\.text).joined())
      }
      guard index + 1 < chapter.beats.count else { break }
      guard let typed = dialogue.ask(context.text("回车继续，q 结束：", "Enter goes on, q ends: ")) else {
        throw InputEnded()
      }
      if typed.trimmingBlanks.lowercased() == "q" { return }
    }
    guard chapter.beats.contains(where: { !$0.quiz.isEmpty }) else { return }
    dialogue.say("")
    dialogue.say(
      context.text("接着做题：", "Go on with its questions: ") + "tcptutor quiz --chapter \(chapter.id)")
  }
}
