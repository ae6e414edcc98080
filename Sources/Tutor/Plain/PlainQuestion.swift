import Bilingual
import Notation
import Quiz
import Screen

/// Asks a question line by line.
struct PlainQuestion {
  let question: Question
  let context: Context

  /// Asks until there is an answer that can be read, then says what is right and why, and what a wrong one leads to.
  ///
  /// - Returns: whether the answer was right.
  /// - Throws: `InputEnded`, and `LearnerLeft` for `q`.
  func ask(_ dialogue: some Dialogue) throws -> Bool {
    for line in question.situation { dialogue.say("- " + line[context.language]) }
    dialogue.say(question.stem[context.language])
    for (index, option) in question.options.enumerated() {
      dialogue.say("  \(index + 1)  \(question.text(of: option, in: context.language))")
    }
    var panel = QuestionPanel(question)
    while !panel.isAnswered {
      guard let line = dialogue.ask(context.text("回答：", "Answer: ")) else { throw InputEnded() }
      let typed = line.trimmingBlanks
      if typed.lowercased() == "q" { throw LearnerLeft() }
      switch question.form {
      case .choice:
        guard let number = Int(typed), question.options.indices.contains(number - 1) else {
          dialogue.say(
            context.text(
              "请输入 1 到 \(question.options.count) 的数字，q 结束。",
              "Type a number from 1 to \(question.options.count), or q to end.")
          )
          continue
        }
        _ = panel.take(.character(Character(String(number))))
      case .typed, .multiple, .order:
        panel = QuestionPanel(question)
        for character in typed { _ = panel.take(.character(character)) }
        _ = panel.take(.enter)
        if let problem = panel.problem { dialogue.say(problem[context.language]) }
      }
    }
    for line in panel.verdict(columns: context.size.columns, namesKey: true, context) {
      dialogue.say(line.map(\.text).joined())
    }
    if let given = panel.given, let (before, after) = question.consequence(of: given) {
      dialogue.say(context.text("假如这样发：", "Had it been sent so:"))
      let sentences = Sentences(
        names: after.network.settings.names, language: context.language, drawing: context.drawing)
      for sentence in sentences.lines(of: after.transcript[before.transcript.count...]) {
        dialogue.say("  " + sentence)
      }
    }
    dialogue.say("")
    return panel.isCorrect
  }
}

extension String {
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
