import Bilingual
import Simulation
import TCP

/// What lines claim of a run, and what they are told where it is not so.
extension Run {
  mutating func check(_ expectation: Expectation, _ statement: Statement) throws(Problem) {
    let (host, problem) = verdict(on: expectation)
    try happen { network in network.note(expectation: statement.text, of: host, holds: problem == nil) }
    if let problem { failures.append(diagnostic(problem, statement)) }
  }

  /// The host that an expectation is about, and what is wrong with it; nil where it holds.
  private func verdict(on expectation: Expectation) -> (Host, Problem?) {
    switch expectation {
    case .states(let states):
      let wrong = states.filter { network.state(of: $0.host) != $0.state }
      guard let first = wrong.first else { return (states[0].host, nil) }
      let zh = wrong.map { "\(name($0.host)) 是 \(network.state(of: $0.host))，不是 \($0.state)" }
      let en = wrong.map { "\(name($0.host)) is \(network.state(of: $0.host)), not \($0.state)" }
      return (
        first.host, Problem(message: Localized(zh: zh.joined(separator: "；"), en: en.joined(separator: "; ")))
      )
    case .sent(let host, let control, let seq, let ack, let length):
      let sent = sentInWindow(by: host)
      let holds = sent.contains { segment in
        segment.control == control && (seq == nil || segment.seq == seq)
          && (ack == nil || (segment.has(.ack) && segment.ack == ack)) && (length == nil || segment.text == length)
      }
      return (host, holds ? nil : unsent(by: host, sent))
    case .sentNothing(let host):
      let sent = sentInWindow(by: host)
      return (host, sent.isEmpty ? nil : unsent(by: host, sent))
    case .signal(let host, let text):
      let signals = transcript[windowStart...].compactMap { occurrence -> String? in
        guard occurrence.host == host, case .signal(let signal, _) = occurrence.kind else { return nil }
        return signal.rawValue
      }
      guard !signals.contains(text) else { return (host, nil) }
      let actual = signals.map { "\"\($0)\"" }
      return (
        host,
        Problem(
          message: actual.isEmpty
            ? Localized(zh: "\(name(host)) 没有收到任何通知", en: "\(name(host)) was told nothing")
            : Localized(
              zh: "\(name(host)) 收到的通知是 \(actual.joined(separator: "、"))",
              en: "\(name(host)) was told \(actual.joined(separator: ", "))"))
      )
    case .inFlight(let count):
      let actual = network.inFlight.count
      return (
        .a,
        actual == count
          ? nil
          : Problem(
            message: Localized(zh: "在途报文段有 \(actual) 个，不是 \(count) 个", en: "\(actual) in flight, not \(count)"))
      )
    }
  }

  private func name(_ host: Host) -> String { network.settings.names[host] }

  private func sentInWindow(by host: Host) -> [Segment] {
    transcript[windowStart...].compactMap { occurrence in
      guard occurrence.host == host, case .send(let segment, _, _) = occurrence.kind else { return nil }
      return segment
    }
  }

  private func unsent(by host: Host, _ sent: [Segment]) -> Problem {
    guard !sent.isEmpty else {
      return Problem(
        message: Localized(
          zh: "从上一个 step、settle 或 wait 开始，\(name(host)) 什么也没有发送",
          en: "\(name(host)) has sent nothing since the last step, settle or wait began"),
        hint: Localized(
          zh: "调用所发送的报文段，写在调用的下一行、step 之前", en: "what a call sends is expected right below it, above the next step"))
    }
    let list = sent.map(\.description)
    return Problem(
      message: Localized(
        zh: "\(name(host)) 发送的是 \(list.joined(separator: "；"))",
        en: "\(name(host)) has sent \(list.joined(separator: "; "))"))
  }
}
