import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation

/// One kind of question: how it is written, what answers it, how it is put, and how its answer is read.
///
/// A kind is one file with one struct, and its line in `AskKinds.all`. Hosts are names here; the run that is asked
/// knows whose they are.
protocol Ask: Hashable, Sendable {
  /// What `kind:` calls it.
  static var keyword: String { get }
  /// Its keys beside `kind`.
  static var keys: AskKeys { get }
  /// The forms in which it can be answered, the usual one first.
  static var forms: [Question.Form] { get }

  /// How a proof of such a question is written; nil where what is right stands in the question itself.
  static var proofExample: String? { get }

  /// Reads its keys; nil, with diagnostics in the reader, where they can't be read.
  init?(_ fields: YAMLFields, _ reader: inout YAMLReader)

  /// Whether it asks what may still come, so that nothing is played before it is answered but what the learner is told of.
  static var looksAhead: Bool { get }

  /// How a prediction's lines lead to its question; nil where they would answer it, or it tells them itself.
  static var opening: Opening.Style? { get }

  /// The names of the hosts that it mentions.
  var hosts: [String] { get }

  /// Plays on where the answer lies beyond the lines that are there.
  func playOn(_ run: inout Run)

  /// What the run answers; nil where it has no answer.
  ///
  /// - Parameters:
  ///   - before: the run up to the question.
  ///   - after: the same run, gone on to where the answer shows.
  func solution(before: Run, after: Run) -> Solution?

  /// Whether no later line can change the answer.
  func isSettled(by solution: Solution) -> Bool

  /// Why the run has no answer.
  func whyUnanswered(by run: Run) -> Localized

  /// Reads the author's own rule for the answer; nil, with diagnostics in the reader, where it can't be read.
  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof?

  /// What of the run before the answer gives it away, so that a drawing leaves it blank while the question is open.
  func blanks(for solution: Solution) -> Blanks

  /// What `expect` lines must claim so that the answer follows from them; nil where no such line can say it.
  func expectations(fixing solution: Solution) -> [Expectation]?

  /// The question in words, where an item brings none of its own.
  func stem(for solution: Solution) -> Localized

  /// The same where it has sequence numbers in it, written so.
  func stem(for solution: Solution, _ numbering: Numbering) -> Localized

  /// Reads what was typed, whatever an input method made of it.
  ///
  /// - Throws: `Answer.Unreadable` with the way to write it.
  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer
}

/// The keys of a kind of question.
struct AskKeys: Sendable {
  let required: [String]
  let optional: [String]

  init(required: [String] = [], optional: [String] = []) {
    self.required = required
    self.optional = optional
  }
}

extension Ask {
  static var looksAhead: Bool { false }

  static var opening: Opening.Style? { .before }

  var hosts: [String] { [] }

  func playOn(_ run: inout Run) {}

  func isSettled(by solution: Solution) -> Bool { false }

  func blanks(for solution: Solution) -> Blanks { Blanks() }

  func stem(for solution: Solution, _ numbering: Numbering) -> Localized { stem(for: solution) }

  func whyUnanswered(by run: Run) -> Localized {
    Localized(zh: "这次运行给不出答案", en: "the run has no answer to this")
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer {
    throw Answer.Unreadable(hint: Localized(zh: "请输入选项的编号", en: "answer with the number of an option"))
  }

  /// The host of a name that `put` has looked up before.
  func host(_ name: String, in run: Run) -> Host { (try? run.network.settings.names.host(named: name)) ?? .a }
}

/// The kinds that there are.
enum AskKinds {
  static let all: [any Ask.Type] = [
    StateAsk.self, StatesAsk.self, FieldAsk.self, NextSegmentAsk.self, ReplyAsk.self, PathAsk.self, OrderAsk.self,
    OutcomeAsk.self,
    CountAsk.self, WhoAsk.self, TimerAsk.self, RuleAsk.self, MayAsk.self, ConceptAsk.self,
  ]

  /// Reads `{ kind: …, … }`; nil, with diagnostics in the reader, where it can't be read.
  static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> (any Ask)? {
    guard let kind = node["kind"] else {
      reader.report(
        node, Localized(zh: "ask 要写明 kind", en: "ask needs a kind"),
        Localized(zh: "例如 { kind: state, host: server }", en: "as in { kind: state, host: server }"))
      return nil
    }
    guard let type = all.first(where: { $0.keyword == kind.text }) else {
      reader.report(
        kind, Localized(zh: "没有“\(kind.text ?? "?")”这种题", en: "there is no kind “\(kind.text ?? "?")”"),
        Suggestion.hint(for: kind.text ?? "", among: all.map { $0.keyword }))
      return nil
    }
    let keys = type.keys
    guard
      let fields = reader.fields(
        node, known: ["kind"] + keys.required + keys.optional, required: ["kind"] + keys.required)
    else { return nil }
    return type.init(fields, &reader)
  }
}

// MARK: - Putting a question

extension Ask {
  /// Puts the question to a run, and plays on as far as the answer shows.
  ///
  /// - Parameters:
  ///   - before: the run as the learner sees it.
  ///   - statements: the lines that are played to answer it.
  /// - Throws: `LineProblem` where the run has no host of that name, or no answer.
  func put(to before: Run, playing statements: [Statement]) throws(LineProblem) -> Solution {
    do throws(UnknownHost) {
      for name in hosts { _ = try before.network.settings.names.host(named: name) }
    } catch {
      throw LineProblem(message: error.message, hint: error.hint)
    }
    var after = before
    for (index, statement) in statements.enumerated() {
      after.play(statement)
      if let stop = after.stop { throw LineProblem(message: stop.message, hint: stop.hint) }
      if var solution = solution(before: before, after: after), isSettled(by: solution) {
        solution.played = Array(statements[...index])
        solution.route = Route(start: before, statements: solution.played)
        return solution
      }
    }
    playOn(&after)
    if let stop = after.stop { throw LineProblem(message: stop.message, hint: stop.hint) }
    guard var solution = solution(before: before, after: after) else {
      throw LineProblem(message: whyUnanswered(by: after))
    }
    solution.played = statements
    solution.route = Route(start: before, statements: statements)
    return solution
  }
}
