import Bilingual
import Manuscript
import Scenario
import Simulation
import TCP

/// The state of a host: at the end, or after so many arrivals of the run.
struct StateAsk: Ask {
  static let keyword = "state"
  static let keys = AskKeys(required: ["host"], optional: ["at"])
  static let forms: [Question.Form] = [.choice, .typed]
  static let proofExample: String? = "ESTABLISHED"

  private let host: String
  private let arrivals: Int?

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let host = reader.text(fields["host"]) else { return nil }
    self.host = host
    arrivals = reader.integer(fields["at"], in: 0...10_000)
  }

  var hosts: [String] { [host] }

  func solution(before: Run, after: Run) -> Solution? {
    let host = host(host, in: before)
    guard let end = after.transcript.end(ofArrival: arrivals) else { return nil }
    return Solution(before, after, ofStateOf: host, until: end)
  }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    reader.values.state(node).map { Proof(.state($0)) }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? {
    guard arrivals == nil, case .state(let state) = solution.key else { return nil }
    return [.state(of: solution.host, state)]
  }

  func stem(for solution: Solution) -> Localized {
    let name = solution.names[solution.host]
    guard let arrivals else {
      return Localized(zh: "此时 \(name.zh) 处于什么状态？", en: "What state is \(name.en) in now?")
    }
    return Localized(
      zh: "两端合计第 \(arrivals) 次有报文段到达之后，\(name.zh) 处于什么状态？",
      en: arrivals == 1
        ? "What state is \(name.en) in after the first arrival of a segment?"
        : "What state is \(name.en) in after \(arrivals) segments have arrived in all?")
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer { .state(try typed.state()) }
}

extension Solution {
  /// The state of a host where it stands before a place of the transcript, decided by what brought the host there.
  init(_ before: Run, _ after: Run, ofStateOf host: Host, until end: Int) {
    var state = State.closed
    let decisive = after.transcript[..<end].lastIndex { occurrence in
      if case .state = occurrence.kind { return occurrence.host == host }
      return false
    }
    if let decisive, case .state(_, let to) = after.transcript[decisive].kind { state = to }
    self.init(before, after, .state(state), about: host)
    self.decisive = decisive
  }
}
