import Simulation
import TCP

/// Writes actions as lines of the scenario language, which `ActionReader` reads back.
public struct ActionWriter: Sendable {
  private let names: Pair<String>

  /// - Parameter names: the hosts', as the script's settings have them.
  public init(names: Pair<String>) { self.names = names }

  /// The line of an action, without a comment.
  ///
  /// What a line has no words for is left out: a call that names no peer, the window of an injected segment.
  public func line(of action: Action) -> String {
    switch action {
    case .call(let host, .send(let octets, _)): "\(names[host]) send \(octets)"
    case .call(let host, let call): "\(names[host]) \(call.keyword)"
    case .crash(let host): "\(names[host]) crash"
    case .step(let count): count == 1 ? "step" : "step \(count)"
    case .settle: "settle"
    case .wait(let interval): "wait \(text(interval))"
    case .waitUntil(let host, let state): "wait until \(names[host]) \(state)"
    case .plan(let fault): text(fault)
    case .lose(let number): "lose #\(number)"
    case .duplicate(let number): "duplicate #\(number)"
    case .hold(let number): "hold #\(number)"
    case .delay(let number, let interval): "delay #\(number) \(text(interval))"
    case .deliver(let number): "deliver #\(number)"
    case .release(nil): "release"
    case .release(let number?): "release #\(number)"
    case .overtake: "overtake"
    case .inject(let host, let segment): "inject \(names[host]) \(text(segment))"
    case .expect(let expectation): "expect \(text(expectation))"
    }
  }

  private func text(_ interval: Interval) -> String { "\(interval.seconds)s" }

  private func text(_ fault: Fault) -> String {
    let which = "next \(names[fault.host]) \(fault.control)"
    let times = fault.count == 1 ? "" : " x\(fault.count)"
    return switch fault.kind {
    case .lose: "lose \(which)\(times)"
    case .duplicate: "duplicate \(which)\(times)"
    case .hold: "hold \(which)\(times)"
    case .delay(let interval): "delay \(which) \(text(interval))\(times)"
    }
  }

  private func text(_ segment: Segment) -> String {
    // An acknowledgment number without the ACK bit can be written too.
    let ack: SequenceNumber? = segment.has(.ack) || segment.ack != 0 ? segment.ack : nil
    return text(segment.control, seq: segment.seq, ack: ack, length: segment.text == 0 ? nil : segment.text)
  }

  private func text(_ control: ControlBits, seq: SequenceNumber?, ack: SequenceNumber?, length: Int?) -> String {
    let fields = [seq.map { "seq=\($0)" }, ack.map { "ack=\($0)" }, length.map { "len=\($0)" }]
    return ([control.description] + fields.compactMap { $0 }).joined(separator: " ")
  }

  private func text(_ expectation: Expectation) -> String {
    switch expectation {
    case .states(let states): states.map { "\(names[$0.host]) \($0.state)" }.joined(separator: ", ")
    case .sent(let host, let control, let seq, let ack, let length):
      "sent \(names[host]) \(text(control, seq: seq, ack: ack, length: length))"
    case .sentNothing(let host): "sent \(names[host]) nothing"
    case .signal(let host, let text): "signal \(names[host]) \"\(text)\""
    case .inFlight(let count): "in flight \(count)"
    }
  }
}
