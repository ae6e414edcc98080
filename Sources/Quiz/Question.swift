import Bilingual
import Figures
import Scenario
import Simulation
import TCP

/// A question as it is asked: key, options and explanation computed from a run.
public struct Question: Sendable {
  /// The item that asks it, to have it asked again with other numbers; nil for a prediction.
  public internal(set) var item: String?
  public let form: Form
  private let situation: Situation?
  /// Whether it tells what is known; a prediction is asked where a learner sees it.
  var tellsSituation: Bool { situation != nil }
  /// What another program shows of the run, a line each; empty where there is none.
  public let exhibit: [String]
  private let asks: @Sendable (Numbering) -> Localized
  private let because: FilledText?
  /// Of the form `multiple` it is `.several`, of `order` it is `.order`.
  public let key: Answer
  /// What is offered, in the order in which it is shown: the key and wrong answers, or the parts of which an answer is
  /// made. Empty where the answer is typed.
  public let options: [Answer]
  /// The clauses that make the key what it is, in the order in which they fired.
  public let rules: RuleList
  /// The run that answers the question.
  public let run: Run
  /// Where in its transcript the answer shows: up to here it explains the answer.
  public let decisive: Int?
  /// What of the run before the answer gives it away; a drawing leaves it blank while the question is open.
  public let blanks: Blanks
  let ask: any Ask
  let solution: Solution
  private let words: AnswerWords
  /// The wrong answers that known misconceptions give; where two answer alike, the earlier one.
  let beliefs: [(answer: Answer, misconception: FilledMisconception)]

  /// How a question is answered.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// One of the options.
    case choice
    /// As many of the options as are right; how many is told.
    case multiple
    case typed
    /// The options in their right order.
    case order
    /// The fields of a segment, one blank each.
    case blanks
  }

  /// - Parameters:
  ///   - stem: what it is called; generated where nil.
  ///   - explain: why the key is right.
  ///   - numbers: what placeholders can name besides the key and what has arrived.
  ///   - generator: chooses and shuffles what has no order of its own.
  init(
    _ ask: any Ask, _ solution: Solution, form: Form, situation: Situation? = nil, exhibit: [String] = [],
    stem: Template?, explain: Template? = nil, numbers: [String: Number] = [:],
    misconceptions: MisconceptionCatalogue, using generator: inout SplitMix64
  ) throws(LineProblem) {
    let known = solution.known(numbers)
    self.ask = ask
    self.form = form
    self.situation = situation
    self.exhibit = exhibit
    if let stem = try stem?.filled(with: known) {
      asks = { stem.text($0) }
    } else {
      // The situation tells what a learner does not see.
      let style = situation == nil ? type(of: ask).opening : nil
      let opening = style.map { _ in Opening(of: solution) }
      var spoken = solution
      if style == .after { spoken.pronoun = opening?.subject }
      asks = { [spoken] numbering in
        let stem = ask.stem(for: spoken, numbering).asSentence
        guard let opening, let style else { return stem }
        return opening.leading(to: stem, style, numbering)
      }
    }
    because = try explain?.filled(with: known)
    rules = solution.rules
    run = solution.after
    decisive = solution.decisive
    blanks = ask.blanks(for: solution)
    self.solution = solution
    words = solution.words
    var beliefs: [(answer: Answer, misconception: FilledMisconception)] = []
    for belief in Belief.all {
      guard let answer = belief.answer(solution), answer != solution.key,
        !beliefs.contains(where: { $0.answer == answer }), let misconception = misconceptions[belief.id]
      else { continue }
      let filled = try FilledMisconception(misconception, solution.known(numbers, given: answer))
      beliefs.append((answer, filled))
    }
    self.beliefs = beliefs
    let shown = solution.words
    let arrangement = Arrangement(of: solution, form, beliefs: beliefs.map(\.answer), using: &generator) { answer in
      NumberNotation.allCases.map { notation in
        var words = shown
        words.numbering.notation = notation
        return words.text(of: answer).en
      }
    }
    key = arrangement.key
    options = arrangement.options
  }

  /// What is known, a line each; empty where the learner sees the run itself.
  public func situation(_ notation: NumberNotation = .absolute) -> [Localized] {
    situation?.lines(words(in: notation).numbering) ?? []
  }

  /// The run up to the question; nil where it would show the answer, or an exhibit tells what it is.
  public var given: Run? {
    exhibit.isEmpty && solution.before.transcript.count < run.transcript.count ? solution.before : nil
  }

  public func isCorrect(_ answer: Answer) -> Bool { answer == key }

  public func text(of answer: Answer, in language: Language, _ notation: NumberNotation = .absolute) -> String {
    words(in: notation).text(of: answer)[language]
  }

  private func words(in notation: NumberNotation) -> AnswerWords {
    var words = words
    words.numbering.notation = notation
    return words
  }

  /// What it is asked with.
  public func stem(_ notation: NumberNotation = .absolute) -> Localized { asks(words(in: notation).numbering) }

  /// Why the key is right; nil where nobody has written that.
  public func explanation(_ notation: NumberNotation = .absolute) -> Localized? {
    because?.text(words(in: notation).numbering)
  }

  /// Whether what was typed to a number may be meant for an option: a digit, where the key has three digits more at least.
  public func mayMeanAnOption(_ typed: String, _ notation: NumberNotation = .absolute) -> Bool {
    let digits = typed.halfWidth.filter { !$0.isWhitespace }
    guard digits.count == 1, let digit = digits.first?.wholeNumberValue, digit > 0 else { return false }
    switch key {
    case .fields, .quantity:
      guard key.number != nil else { return false }
      let shown = text(of: key, in: .en, notation).count(where: \.isNumber)
      return shown >= digits.count + 3 && !((try? read(typed, notation)).map(isCorrect) ?? false)
    case .state, .path, .pair, .segment, .bits, .nothing, .hosts, .timer, .signals, .rule, .step, .option, .several,
      .order:
      return false
    }
  }

  /// The misconception that gives this answer; nil for the key, and for an answer that no known one gives.
  public func mistake(behind answer: Answer, _ notation: NumberNotation = .absolute) -> Mistake? {
    beliefs.first { $0.answer == answer }?.misconception.mistake(words(in: notation).numbering)
  }

  /// Reads what was typed, in the form that the question asks for.
  ///
  /// Numbers are taken in the notation that is shown, unless they mean nothing there that anybody answers, and are the key
  /// in another.
  ///
  /// - Throws: `Answer.Unreadable` with the way to write it.
  public func read(_ typed: String, _ notation: NumberNotation = .absolute) throws(Answer.Unreadable) -> Answer {
    func read(_ notation: NumberNotation) throws(Answer.Unreadable) -> Answer {
      try ask.read(Typed(typed, words(in: notation)))
    }
    func isSomebodys(_ answer: Answer) -> Bool {
      options.contains(answer) || beliefs.contains { $0.answer == answer }
    }
    let others = NumberNotation.allCases.filter { $0 != notation }.compactMap { try? read($0) }
    do throws(Answer.Unreadable) {
      let answer = try read(notation)
      return isCorrect(answer) || isSomebodys(answer) ? answer : others.first(where: isCorrect) ?? answer
    } catch {
      guard let answer = others.first(where: isCorrect) ?? others.first(where: isSomebodys) else { throw error }
      return answer
    }
  }
}
