import Bilingual
import Quiz
import Screen

/// Whether an answer is right, what a wrong one rests on, and the clauses behind the right one.
struct Verdict {
  let question: Question
  /// Nil where the question was given up.
  let given: Answer?
  /// Whether the right answer is written out, where nothing else shows it.
  let namesKey: Bool

  private var isCorrect: Bool { given.map(question.isCorrect) ?? false }

  private var word: Localized {
    if given == nil { return Localized(zh: "没有作答。", en: "Given up.") }
    return isCorrect ? Localized(zh: "正确。", en: "Right.") : Localized(zh: "不对。", en: "Wrong.")
  }

  /// On the screen: the word and what belongs to it in one paragraph.
  func lines(columns: Int, _ context: Context) -> [[Span]] {
    let gap = context.language == .en && !isCorrect ? " " : ""
    let word = Span(context[word] + gap, isCorrect ? .correct : .wrong)
    return ([[word] + whatIsWrong(context)] + reasons(context)).flatMap { context.wrapped($0, columns: columns) }
  }

  /// Line by line: the sign and the word on a line of their own.
  func told(_ context: Context) -> [String] {
    let sign = isCorrect ? context.glyphs.check : context.glyphs.cross
    let paragraphs = ([whatIsWrong(context)] + reasons(context)).filter { !$0.isEmpty }
    return ["\(sign) \(context[word])"]
      + paragraphs.flatMap { context.wrapped($0, columns: context.size.columns) }.map { $0.map(\.text).joined() }
  }

  private func mistake(_ context: Context) -> Mistake? {
    given.flatMap { question.mistake(behind: $0, context.notation) }
  }

  /// What would have been right, and what the answer rests on; nothing for a right one.
  private func whatIsWrong(_ context: Context) -> [Span] {
    guard !isCorrect else { return [] }
    var spans: [Span] = []
    if namesKey {
      spans += [
        Span(context[Localized(zh: "正确答案：", en: "The right answer is ")]),
        Span(question.text(of: question.key, context), .correct),
        Span(context[Localized(zh: "。", en: ". ")]),
      ]
    }
    if let mistake = mistake(context) {
      spans += [
        Span(context[Localized(zh: "你的答案相当于认为：", en: "Your answer would follow from the belief: ")], .dim),
        Span(context[mistake.assumed], .strong),
      ]
    }
    return spans
  }

  /// Where the belief breaks, and the clauses that make the right answer right.
  private func reasons(_ context: Context) -> [[Span]] {
    var paragraphs: [[Span]] = []
    if !isCorrect, let mistake = mistake(context) {
      paragraphs.append([Span(context[mistake.breaks]), Span("  \(mistake.source)", .dim)])
      paragraphs.append([Span(context[mistake.follows])])
    }
    if let explanation = question.explanation(context.notation) { paragraphs.append([Span(context[explanation])]) }
    return paragraphs
      + question.rules.map { rule in
        let provision = rule.provision
        return [
          Span(context[Localized(zh: provision.chinese, en: provision.english)]),
          Span("  " + context[Localized(zh: provision.chineseSource, en: provision.source)], .dim),
        ]
      }
  }
}
