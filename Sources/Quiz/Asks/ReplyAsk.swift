import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation
import TCP

/// What a host, in the state in which it is, sends in reply to the segment that arrives at it next.
struct ReplyAsk: Ask {
  static let keyword = "reply"
  static let keys = AskKeys(required: ["host"])
  static let forms: [Question.Form] = [.choice, .typed]
  static let proofExample: String? = "{ flags: [SYN, ACK], seq: j, ack: i+1 }"
  static let opening: Opening.Style? = nil

  private let host: String

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let host = reader.text(fields["host"]) else { return nil }
    self.host = host
  }

  var hosts: [String] { [host] }

  func playOn(_ run: inout Run) {
    let host = host(host, in: run)
    run.playOn { occurrence in
      if case .arrive = occurrence.kind { return occurrence.host == host }
      return false
    }
  }

  func solution(before: Run, after: Run) -> Solution? {
    let host = host(host, in: before)
    let transcript = after.transcript
    guard let arrival = Self.arrival(at: host, in: transcript, from: before.transcript.count) else { return nil }
    for place in arrival..<transcript.count {
      guard transcript[place].event == transcript[arrival].event else { break }
      guard case .send(let sent, _, _) = transcript[place].kind else { continue }
      var solution = Solution(before, after, .segment(sent: sent), about: host)
      solution.segment = sent
      solution.decisive = place
      return solution
    }
    var solution = Solution(before, after, .nothing, about: host)
    solution.decisive = arrival
    return solution
  }

  private static func arrival(at host: Host, in transcript: Transcript, from start: Int) -> Int? {
    transcript.indices[start...].first { place in
      if case .arrive = transcript[place].kind { return transcript[place].host == host }
      return false
    }
  }

  func isSettled(by solution: Solution) -> Bool { true }

  func whyUnanswered(by run: Run) -> Localized {
    Localized(zh: "此后没有报文段到达 \(host)", en: "no segment arrives at \(host) from here on")
  }

  func blanks(for solution: Solution) -> Blanks { solution.blanks(of: [.seq, .ack]) }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? { reader.segmentOrNothing(node) }

  func expectations(fixing solution: Solution) -> [Expectation]? {
    guard let segment = solution.segment else { return [.sentNothing(solution.host)] }
    return [.sent(solution.host, segment, showing: segment.text > 0 ? [.seq, .ack, .length] : [.seq, .ack])]
  }

  func stem(for solution: Solution) -> Localized { stem(for: solution, Numbering()) }

  func stem(for solution: Solution, _ numbering: Numbering) -> Localized {
    let name = solution.names[solution.host]
    let state = state(of: solution.host, when: solution)
    let what = solution.trigger.map { numbering.text($0, from: solution.host.peer) } ?? ""
    return Localized(
      zh: "\(name.zh) 处于 \(state)，收到 \(what)。它回复什么？",
      en: "\(name.en) is in \(state) and receives \(what). What does it reply?")
  }

  /// The state in which the host was when the segment arrived.
  private func state(of host: Host, when solution: Solution) -> State {
    let transcript = solution.after.transcript
    let arrival = Self.arrival(at: host, in: transcript, from: solution.before.transcript.count)
    return transcript.state(of: host, before: arrival ?? transcript.count)
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer { try typed.segmentOrNothing() }
}
