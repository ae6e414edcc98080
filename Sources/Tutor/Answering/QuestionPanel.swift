import Bilingual
import Quiz
import Screen
import Simulation

/// A question and its answer: put, answered by keys or lines, marked and explained.
struct QuestionPanel: Sendable {
  private var entry: any AnswerEntry
  /// Whether somebody would rather be told; it counts as wrong.
  private(set) var isGivenUp = false
  /// What kind of asking this is.
  private let chip: Localized
  /// The option that is looked at after the answer.
  private var looking: Selection

  /// Before what is asked about is seen.
  static let prediction = Localized(zh: "预测", en: "Predict")
  static let quiz = Localized(zh: "题目", en: "Question")

  init(_ question: Question, _ chip: Localized = Self.quiz) {
    entry = question.form.entry(for: question)
    self.chip = chip
    // Options that are pieces of the answer are right or wrong together.
    looking = Selection(among: question.form == .choice ? question.options.count : 0)
  }

  /// The same question in other words leaves what is selected, typed and answered as it is.
  var question: Question {
    get { entry.question }
    set { entry.question = newValue }
  }

  /// The answer; nil until there is one.
  var given: Answer? { entry.given }
  var isAnswered: Bool { isGivenUp || given != nil }
  var isCorrect: Bool { given.map(question.isCorrect) ?? false }
  /// Whether letters and digits are the answer's text.
  var isTyping: Bool { !isAnswered && entry.isTyped }
  /// What its keys do; once it is answered, those that look at each option.
  var lines: [KeyLine] {
    guard isAnswered else { return entry.lines + [Self.givingUp] }
    return looking.count > 0
      ? [
        KeyLine([.down, .up], Localized(zh: "逐项看", en: "each option"), hint: .always),
        KeyLine(
          (0..<looking.count).digits, Localized(zh: "看这一项", en: "look at this option"),
          name: (0..<looking.count).digitName, hint: .never),
      ] : []
  }

  /// The question as it was put, without an answer.
  var reopened: QuestionPanel { QuestionPanel(question, chip) }

  private static let givingUp = KeyLine([.character("-")], Localized(zh: "放弃这题", en: "give up"))
  var advice: Localized { entry.advice }

  /// Takes a key; once it is answered, only those that look at its options.
  ///
  /// - Returns: whether the key meant something here.
  mutating func take(_ key: Key, _ notation: NumberNotation = .absolute) -> Bool {
    entry.notation = notation
    guard !isAnswered else { return look(key) }
    if case .character(let character) = key, character.halfWidth == "-", !entry.isTyped || entry.isEmpty {
      isGivenUp = true
      return true
    }
    return entry.take(key)
  }

  /// Looks at the option whose digit this is, or that the arrow goes to.
  private mutating func look(_ key: Key) -> Bool {
    guard case .character(let character) = key else { return looking.take(key) }
    guard let digit = character.wholeNumberValue, (0..<looking.count).contains(digit - 1) else { return false }
    looking.go(to: digit - 1)
    return true
  }

  /// A row with this target was clicked.
  mutating func choose(_ target: Int) {
    guard isAnswered else { return entry.choose(target) }
    if target < looking.count { looking.go(to: target) }
  }

  /// Takes a line; a question mark behind the answer says that it is a guess, a lone `-` gives the question up.
  ///
  /// - Returns: what is wrong with it; nil where the question is answered.
  mutating func hear(_ line: String, _ notation: NumberNotation = .absolute) -> Localized? {
    entry.notation = notation
    let line = line.halfWidth
    if line == "-" {
      isGivenUp = true
      return nil
    }
    return entry.hear(line.last == "?" ? String(line.dropLast()).trimmingBlanks : line)
  }

  // MARK: Rows

  /// The exhibit, the question behind its chip, what can be answered, and after the answer what is said of it.
  func rows(columns: Int, _ context: Context) -> [Row] {
    var rows = question.exhibit.map { Row([Span($0)]) } + stem(columns: columns, context) + [.blank]
    rows += entry.rows(columns: columns, looking: looking.row, context)
    if let problem = entry.problem {
      rows += Row.wrapped([Span(context[problem], .nowYou)], columns: columns, context)
    }
    guard isAnswered else { return rows }
    return rows + [.blank] + verdict.rows(columns: columns, context)
  }

  /// The question hangs from its chip.
  private func stem(columns: Int, _ context: Context) -> [Row] {
    let sign = context.glyphs.set == .ascii ? "*" : "◆"
    let chip = Span(" \(sign) \(context[chip]) ", Style(.nowYou, adding: .reverse))
    let indent = context.glyphs.width(of: chip.text) + 2
    return context.wrapped(
      [Span(question.stem(context.notation)[context.language], .prompt)], columns: columns - indent
    ).enumerated().map { number, line in
      Row((number == 0 ? [chip, Span("  ")] : [Span(String(repeating: " ", count: indent))]) + line)
    }
  }

  /// Of the option that is looked at, else of the answer.
  private var verdict: Verdict {
    guard let row = looking.row, question.options[row] != given else {
      return Verdict(question: question, answer: given)
    }
    return Verdict(question: question, answer: question.options[row], isGiven: false)
  }
}

// MARK: - Line by line

extension QuestionPanel {
  static let prompt = Localized(zh: "回答：", en: "Answer: ")

  /// What is known, what is asked, what can be answered.
  func told(_ context: Context) -> [String] {
    var lines = question.situation(context.notation).flatMap { context.wrapped("- " + context[$0]) }
    lines += question.exhibit
    lines += context.wrapped(context[question.stem(context.notation)])
    if let count = entry.wanted { lines.append(context[Localized(zh: "选 \(count) 项。", en: "Mark \(count).")]) }
    return lines
      + question.options.enumerated().map { "  \($0 + 1)  \(question.text(of: $1, context))" }
  }

  /// Whether it is right, on a line of its own, then why; and what a wrong answer leads to.
  func toldVerdict(_ context: Context) -> [String] {
    Verdict(question: question, answer: given).told(context) + toldConsequence(context)
  }

  private func toldConsequence(_ context: Context) -> [String] {
    guard let given, let consequence = question.consequence(of: given) else { return [] }
    let isSent = consequence.segment != nil
    let whatIf =
      isSent
      ? Localized(zh: "假如这样发：", en: "If that had been sent:")
      : Localized(zh: "假如真是这样：", en: "If it were so:")
    return [context[whatIf]] + question.toldAnswer(in: consequence.after, context)
      + consequence.after.told(since: consequence.before, context)
      + context.wrapped(context[consequence.ending(context.notation)])
  }

  /// What is said of a consequence that has no end.
  static let neverEnds = Localized(
    zh: "此后双方不停地互相回 ACK，停不下来。", en: "From here on the two ends answer each other's ACKs without end.")
}
