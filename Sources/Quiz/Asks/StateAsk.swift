import Bilingual
import Figures
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
  static let opening: Opening.Style? = .after

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

  func whyUnanswered(by run: Run) -> Localized { .tooFewArrivals(in: run, wanted: arrivals) }

  func blanks(for solution: Solution) -> Blanks { solution.blanks(ofStatesOf: [solution.host]) }

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
      return solution.isAhead
        ? Localized(zh: "\(name.zh) 处于什么状态？", en: "What state is \(name.en) in then?")
        : Localized(zh: "此时 \(name.zh) 处于什么状态？", en: "What state is \(name.en) in now?")
    }
    return Localized(
      zh: "两端合计第 \(arrivals) 次有报文段到达之后，\(name.zh) 处于什么状态？",
      en: arrivals == 1
        ? "What state is \(name.en) in after the first arrival of a segment?"
        : "What state is \(name.en) in after \(arrivals) segments have arrived in all?")
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer { .state(try typed.state()) }
}

extension Localized {
  /// That so many segments don't arrive in a run.
  static func tooFewArrivals(in run: Run, wanted: Int?) -> Localized {
    let count = run.transcript.count { if case .arrive = $0.kind { true } else { false } }
    return Localized(
      zh: "这次运行只有 \(count) 次报文段到达，没有第 \(wanted ?? 0) 次",
      en: "the run has \(count) arrivals of segments and so no arrival \(wanted ?? 0)")
  }
}

extension Solution {
  /// The state of a host where it stands before a place of the transcript, decided by what brought the host there.
  init(_ before: Run, _ after: Run, ofStateOf host: Host, until end: Int) {
    self.init(before, after, .state(after.transcript.state(of: host, before: end)), about: host)
    decisive = after.transcript[..<end].lastIndex { occurrence in
      if case .state = occurrence.kind { return occurrence.host == host }
      return false
    }
    moment = end
  }
}
