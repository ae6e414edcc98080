import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation
import TCP

/// What a host sends next; nothing only where the run comes to rest before it sends anything.
struct NextSegmentAsk: Ask {
  static let keyword = "next-segment"
  static let keys = AskKeys(required: ["host"])
  static let forms: [Question.Form] = [.choice, .typed]
  static let proofExample: String? = "{ flags: [SYN, ACK], seq: j, ack: i+1 }"
  static let opening: Opening.Style? = .after

  private let host: String

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let host = reader.text(fields["host"]) else { return nil }
    self.host = host
  }

  var hosts: [String] { [host] }

  func playOn(_ run: inout Run) {
    let host = host(host, in: run)
    run.playOn { occurrence in
      if case .send = occurrence.kind { return occurrence.host == host }
      return false
    }
  }

  func solution(before: Run, after: Run) -> Solution? {
    let host = host(host, in: before)
    let new = before.transcript.count..<after.transcript.count
    for place in new where after.transcript[place].host == host {
      guard case .send(let sent, _, _) = after.transcript[place].kind else { continue }
      var solution = Solution(before, after, .segment(sent: sent), about: host)
      solution.segment = sent
      solution.decisive = place
      return solution
    }
    var solution = Solution(before, after, .nothing, about: host)
    solution.decisive = new.last { place in
      if case .arrive = after.transcript[place].kind { return after.transcript[place].host == host }
      return false
    }
    return solution
  }

  func isSettled(by solution: Solution) -> Bool { solution.segment != nil }

  func blanks(for solution: Solution) -> Blanks { solution.blanks(of: [.seq, .ack]) }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? { reader.segmentOrNothing(node) }

  func expectations(fixing solution: Solution) -> [Expectation]? {
    guard let segment = solution.segment else { return [.sentNothing(solution.host)] }
    return [.sent(solution.host, segment, showing: segment.text > 0 ? [.seq, .ack, .length] : [.seq, .ack])]
  }

  func stem(for solution: Solution) -> Localized {
    let name = solution.names[solution.host]
    return Localized(zh: "\(name.zh) 接着发送什么？", en: "What does \(name.en) send next?")
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer { try typed.segmentOrNothing() }
}
