import Bilingual
import Quiz
import Screen

/// What is said of an answer: whether it is right, the belief behind a wrong one and where that breaks, what is right and
/// why, and where that is laid down.
struct Verdict {
  let question: Question
  /// Nil where the question was given up.
  let answer: Answer?
  /// Whether the learner gave it; else it is an option that is looked at afterwards.
  var isGiven = true

  private var isCorrect: Bool { answer.map(question.isCorrect) ?? false }

  private var word: Localized {
    if answer == nil { return Localized(zh: "没有作答", en: "given up") }
    return isCorrect ? Localized(zh: "正确", en: "right") : Localized(zh: "不对", en: "wrong")
  }

  private func mistake(_ context: Context) -> Mistake? {
    answer.flatMap { question.mistake(behind: $0, context.notation) }
  }

  // MARK: On the screen

  /// Paragraphs that each hang from a label, and the citation at the right end.
  func rows(columns: Int, _ context: Context) -> [Row] {
    let citation = citation(context)
    return paragraphs(context).flatMap { $0.rows(columns: columns, context) }
      + (citation.isEmpty
        ? []
        : Row.wrapped([Span(citation, .dim)], columns: columns, context).map { row in
          let width = context.glyphs.width(of: row.spans)
          return Row([Span(String(repeating: " ", count: max(0, columns - width)))] + row.spans)
        })
  }

  private struct Paragraph {
    let label: Localized
    let text: [Span]

    /// The columns of all labels, and of the blanks behind the widest.
    private static func indent(_ context: Context) -> Int { context.language == .zh ? 8 : 9 }

    func rows(columns: Int, _ context: Context) -> [Row] {
      let indent = Self.indent(context)
      return context.wrapped(text, columns: columns - indent).enumerated().map { number, line in
        let label = number == 0 ? context[label] : ""
        let gap = String(repeating: " ", count: indent - context.glyphs.width(of: label))
        return Row([Span(label + gap, .dim)] + line)
      }
    }
  }

  private func paragraphs(_ context: Context) -> [Paragraph] {
    var paragraphs = [
      Paragraph(
        label: isGiven ? Localized(zh: "你答", en: "Yours") : Localized(zh: "这一项", en: "This one"),
        text: answered(context))
    ]
    if !isCorrect {
      if let mistake = mistake(context) {
        paragraphs.append(
          Paragraph(label: Localized(zh: "误以为", en: "Mistake"), text: Self.why(mistake, context)))
      }
      if isGiven {
        paragraphs.append(
          Paragraph(
            label: Localized(zh: "应为", en: "Right"), text: [Span(question.text(of: question.key, context), .correct)]))
      }
    }
    if isGiven || isCorrect {
      paragraphs += because(context).map { Paragraph(label: Localized(zh: "因为", en: "Why"), text: [Span($0)]) }
    }
    return paragraphs
  }

  /// The answer with its sign, and whether it is right.
  private func answered(_ context: Context) -> [Span] {
    let role = isCorrect ? Role.correct : .wrong
    guard let answer else { return [Span(context[word], role)] }
    let sign = isCorrect ? context.glyphs.check : context.glyphs.cross
    return [Span("\(sign) \(question.text(of: answer, context))", role), Span("  " + context[word])]
  }

  private static func why(_ mistake: Mistake, _ context: Context) -> [Span] {
    let gap = context.language == .en ? " " : ""
    return [
      Span(context[mistake.assumed] + gap, .strong), Span(context[mistake.breaks] + gap + context[mistake.follows]),
    ]
  }

  /// The author's reason; where nobody has written one, the clauses that fired, in words.
  private func because(_ context: Context) -> [String] {
    if let explanation = question.explanation(context.notation) { return [context[explanation]] }
    return question.rules.map { context[Localized(zh: $0.provision.chinese, en: $0.provision.english)] }
  }

  /// Where it is laid down, each place once.
  private func citation(_ context: Context) -> String {
    var sources: [String] = []
    if !isCorrect, let mistake = mistake(context) { sources.append(mistake.source) }
    if isGiven || isCorrect {
      sources += question.rules.map { context[Localized(zh: $0.provision.chineseSource, en: $0.provision.source)] }
    }
    var seen: Set<String> = []
    return sources.filter { seen.insert($0).inserted }.joined(separator: context.language == .zh ? "；" : "; ")
  }

  // MARK: Line by line

  /// The sign and the word on a line of their own, then the same paragraphs with their labels.
  func told(_ context: Context) -> [String] {
    let sign = isCorrect ? context.glyphs.check : context.glyphs.cross
    let word = context[
      Localized(zh: word.zh + "。", en: word.en.prefix(1).uppercased() + word.en.dropFirst() + ".")]
    let colon = context.language == .zh ? "：" : ": "
    let texts = paragraphs(context).dropFirst().map { paragraph in
      context[paragraph.label] + colon + paragraph.text.map(\.text).joined()
    }
    return ["\(sign) \(word)"] + (texts + [citation(context)]).filter { !$0.isEmpty }.flatMap { context.wrapped($0) }
  }
}
