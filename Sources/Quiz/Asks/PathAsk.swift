import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation
import TCP

/// The states through which a host goes, in order, the one in which it begins among them.
struct PathAsk: Ask {
  static let keyword = "path"
  static let keys = AskKeys(required: ["host"])
  static let forms: [Question.Form] = [.choice, .typed]
  static let proofExample: String? = "[CLOSED, SYN-SENT, ESTABLISHED]"

  private let host: String

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let host = reader.text(fields["host"]) else { return nil }
    self.host = host
  }

  var hosts: [String] { [host] }

  func solution(before: Run, after: Run) -> Solution? {
    let host = host(host, in: before)
    let played = Played(before, after)
    var states = [played.states[host]]
    var decisive: Int?
    for place in played.range where after.transcript[place].host == host {
      guard case .state(_, let state) = after.transcript[place].kind else { continue }
      states.append(state)
      decisive = place
    }
    guard states.count > 1 else { return nil }
    var solution = Solution(before, after, .path(states), about: host)
    solution.decisive = decisive
    solution.alternatives = Self.neighbours(of: states).map(Answer.path)
    return solution
  }

  /// Paths that differ in one place: a state left out, or two exchanged.
  private static func neighbours(of states: [State]) -> [[State]] {
    guard states.count > 2 else { return [] }
    var paths: [[State]] = []
    for place in 1..<(states.count - 1) {
      var shorter = states
      shorter.remove(at: place)
      paths.append(shorter)
    }
    for place in 1..<(states.count - 1) where place + 1 < states.count {
      var exchanged = states
      exchanged.swapAt(place, place + 1)
      paths.append(exchanged)
    }
    return paths
  }

  func whyUnanswered(by run: Run) -> Localized {
    Localized(zh: "\(host) 的状态一直不变", en: "\(host) stays in one state")
  }

  func blanks(for solution: Solution) -> Blanks { solution.blanks(ofStatesOf: [solution.host]) }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    reader.list(node) { reader, item in reader.values.state(item) }.map { Proof(.path($0)) }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? { nil }

  func stem(for solution: Solution) -> Localized {
    let name = solution.names[solution.host]
    return Localized(
      zh: "\(name.zh) 依次经过哪些状态？从起始状态写起。",
      en: "Which states does \(name.en) go through, in order, starting with the one it begins in?")
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer { .path(try typed.path()) }
}
