import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation
import TCP

/// The states of both hosts at one moment: at the end, or after so many arrivals of the run.
struct StatesAsk: Ask {
  static let keyword = "states"
  static let keys = AskKeys(optional: ["at"])
  static let forms: [Question.Form] = [.choice, .typed]
  static let proofExample: String? = "[FIN-WAIT-2, CLOSE-WAIT]"

  private let arrivals: Int?

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    arrivals = reader.integer(fields["at"], in: 0...10_000)
  }

  func solution(before: Run, after: Run) -> Solution? {
    guard let end = after.transcript.end(ofArrival: arrivals) else { return nil }
    var states = Pair(State.closed, State.closed)
    var passed: [Pair<State>] = []
    var decisive: Int?
    for (place, occurrence) in after.transcript[..<end].enumerated() {
      guard case .state(_, let state) = occurrence.kind else { continue }
      passed.append(states)
      states[occurrence.host] = state
      decisive = place
    }
    var solution = Solution(before, after, .pair(states), about: .a)
    solution.decisive = decisive
    solution.moment = end
    // Where the two were a moment ago comes first, then each in the other's place.
    solution.alternatives = (passed.reversed() + [Pair(states.b, states.a)]).filter { $0 != states }.map(Answer.pair)
    return solution
  }

  func whyUnanswered(by run: Run) -> Localized { .tooFewArrivals(in: run, wanted: arrivals) }

  func blanks(for solution: Solution) -> Blanks { solution.blanks(ofStatesOf: [.a, .b]) }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    guard let states = reader.list(node, { reader, item in reader.values.state(item) }) else { return nil }
    guard states.count == 2 else {
      reader.reportForm(node)
      return nil
    }
    return Proof(.pair(Pair(states[0], states[1])))
  }

  func expectations(fixing solution: Solution) -> [Expectation]? {
    guard arrivals == nil, case .pair(let states) = solution.key else { return nil }
    return Host.allCases.map { .state(of: $0, states[$0]) }
  }

  func stem(for solution: Solution) -> Localized {
    let (a, b) = (solution.names.a, solution.names.b)
    guard let arrivals else {
      return solution.isAhead
        ? Localized(
          zh: "这之后 \(a.zh) 和 \(b.zh) 各处于什么状态？", en: "What states are \(a.en) and \(b.en) in then, in this order?")
        : Localized(
          zh: "此时 \(a.zh) 和 \(b.zh) 各处于什么状态？", en: "What states are \(a.en) and \(b.en) in now, in this order?")
    }
    return Localized(
      zh: "两端合计第 \(arrivals) 次有报文段到达之后，\(a.zh) 和 \(b.zh) 各处于什么状态？",
      en: arrivals == 1
        ? "What states are \(a.en) and \(b.en) in, in this order, after the first arrival of a segment?"
        : "What states are \(a.en) and \(b.en) in, in this order, after \(arrivals) segments have arrived in all?")
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer {
    let states = try typed.path()
    guard states.count == 2 else {
      throw Answer.Unreadable(
        hint: Localized(
          zh: "请写两个状态名，中间用逗号隔开，如 FIN-WAIT-2, CLOSE-WAIT",
          en: "write two states, with a comma between, as in FIN-WAIT-2, CLOSE-WAIT"))
    }
    return .pair(Pair(states[0], states[1]))
  }
}
