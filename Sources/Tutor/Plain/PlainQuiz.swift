import Bilingual
import Quiz

/// A quiz line by line.
public struct PlainQuiz {
  private let questions: [Question]
  private let context: Context

  public init(_ questions: [Question], context: Context) {
    self.questions = questions
    self.context = context
  }

  /// Asks all questions and says the score.
  ///
  /// - Throws: `InputEnded`.
  public func run(_ dialogue: some Dialogue) throws {
    var right = 0
    for (index, question) in questions.enumerated() {
      dialogue.say(
        context.text("第 \(index + 1) 题，共 \(questions.count) 题", "Question \(index + 1) of \(questions.count)"))
      do {
        if try PlainQuestion(question: question, context: context).ask(dialogue) { right += 1 }
      } catch is LearnerLeft {
        dialogue.say(context.text("答对 \(right) 题，共答 \(index) 题。", "\(right) right of \(index) answered."))
        return
      }
    }
    dialogue.say(context.text("答对 \(right) 题，共 \(questions.count) 题。", "\(right) of \(questions.count) right."))
  }
}
