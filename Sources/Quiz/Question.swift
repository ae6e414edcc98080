import Bilingual
import Scenario
import Simulation
import TCP

/// A question as it is asked: key, options and explanation computed from a run.
public struct Question: Sendable {
  public let ask: Ask
  public let form: Form
  /// What is known, a line each; empty where the learner sees the run itself.
  public let situation: [Localized]
  public let stem: Localized
  public let key: Answer
  /// In the order in which they are shown; the key is one of them. Empty where the answer is typed.
  public let options: [Answer]
  /// The clauses that make the key what it is, in the order in which they fired.
  public let rules: RuleList
  /// The run that answers the question.
  public let run: Run
  /// Where in its transcript the answer shows: up to here it explains the answer.
  public let decisive: Int?
  private let misconceptions: [(answer: Answer, misconception: Misconception)]

  public enum Form: String, CaseIterable, Sendable {
    case choice, typed
  }

  /// - Parameters:
  ///   - evidence: the question put to a run.
  ///   - stem: what it is called; generated where nil.
  ///   - generator: shuffles what has no order of its own.
  init(
    _ evidence: Evidence, form: Form, situation: [Localized], stem: Localized?, misconceptions: MisconceptionCatalogue,
    using generator: inout SplitMix64
  ) {
    ask = evidence.ask
    self.form = form
    self.situation = situation
    self.stem = stem ?? evidence.generatedStem
    key = evidence.key
    rules = evidence.rules
    run = evidence.after
    decisive = evidence.decisive
    var beliefs: [(answer: Answer, misconception: Misconception)] = []
    for belief in Belief.allCases {
      guard let answer = belief.answer(to: evidence), !beliefs.contains(where: { $0.answer == answer }),
        let misconception = misconceptions[belief.rawValue]
      else { continue }
      beliefs.append((answer, misconception))
    }
    self.misconceptions = beliefs
    options = form == .choice ? Self.arrange(evidence.key, beliefs.map(\.answer), using: &generator) : []
  }

  /// The key and at most three others; single numbers in their order, anything else shuffled.
  private static func arrange(_ key: Answer, _ wrong: [Answer], using generator: inout SplitMix64) -> [Answer] {
    var options = [key] + wrong.shuffled(using: &generator).prefix(3)
    let numbers = options.compactMap(\.number)
    if numbers.count == options.count {
      options.sort { $0.number! < $1.number! }
    } else {
      options.shuffle(using: &generator)
    }
    return options
  }

  /// How many different wrong answers known misconceptions give.
  public var distractorCount: Int { misconceptions.count }

  public func isCorrect(_ answer: Answer) -> Bool { answer == key }

  /// The misconception that gives this answer; nil for the key, and for an answer that no known one gives.
  public func misconception(behind answer: Answer) -> Misconception? {
    misconceptions.first { $0.answer == answer }?.misconception
  }

  /// What would come of a wrong segment: it is on its way in the right one's place, and all settles.
  ///
  /// - Returns: the run up to there and the run to its end; nil for an answer that is no segment, and where the right
  ///   one is no longer in flight.
  public func consequence(of answer: Answer) -> (before: Run, after: Run)? {
    guard !isCorrect(answer), let decisive, case .send(_, let number, _) = run.transcript[decisive].kind,
      run.network.inFlight.contains(where: { $0.number == number })
    else { return nil }
    var before = run
    switch answer {
    case .segment(var segment):
      segment.window = run.network.settings.endpoints[run.transcript[decisive].host].window
      before.substitute(segment, for: number)
    case .nothing: before.play(.lose(number))
    case .state, .fields: return nil
    }
    var after = before
    after.play(.settle)
    return (before, after)
  }
}

/// A small generator whose numbers depend on its seed alone.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
