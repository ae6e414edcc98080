import Simulation
import TCP

/// What one host knows of its connection at one moment: its state, the next number in each direction, and a timer.
public struct EndpointCard: Hashable, Sendable {
  /// The value of a variable.
  public enum Value<Known: Hashable & Sendable>: Hashable, Sendable {
    case known(Known)
    /// The host can't know it yet: everything in CLOSED, RCV.NXT before the peer's SYN.
    case unknown
    /// A question that is open asks for it.
    case asked
  }

  public let name: String
  public let host: Host
  public let state: Value<State>
  /// SND.NXT, as it is written.
  public let sendNext: Value<String>
  /// RCV.NXT, as it is written.
  public let receiveNext: Value<String>
  /// The timer that matters most; unknown where none does.
  public let timer: Value<RunningTimer>

  /// The card of a host after the first occurrences of a run.
  ///
  /// - Parameters:
  ///   - name: what the host is called on the screen.
  ///   - count: how many occurrences have happened; all of them if nil.
  ///   - now: the run's present, from which what is left of a timer is counted; the last occurrence's instant if nil.
  ///   - numbering: how sequence numbers are written; which there are is the run's matter.
  ///   - blanks: what an open question asks for.
  public init(
    of host: Host, name: String, in transcript: Transcript, after count: Int? = nil, now: Instant? = nil,
    numbering: Numbering = Numbering(), blanks: Blanks = Blanks()
  ) {
    let past = transcript.prefix(max(0, count ?? transcript.count))
    let record = past.last { $0.host == host }?.record ?? ConnectionRecord()
    // The record is that of the whole event, of which the first occurrences may be a part.
    let event = transcript[past.endIndex...].prefix { $0.event == past.last?.event }
    let numbering = numbering.over(SequenceSpaces(of: transcript[..<event.endIndex]))
    let hasNumbers = record.state != .closed && record.state != .listen
    let knowsPeer = hasNumbers && record.state != .synSent
    func number(_ number: SequenceNumber, of host: Host, isKnown: Bool, isAsked: Bool) -> Value<String> {
      if isAsked { return .asked }
      return isKnown ? .known(numbering.text(number, of: host)) : .unknown
    }
    self.name = name
    self.host = host
    state = blanks.states.contains(host) ? .asked : .known(record.state)
    sendNext = number(record.send.nxt, of: host, isKnown: hasNumbers, isAsked: blanks.sendNext.contains(host))
    receiveNext = number(
      record.receive.nxt, of: host.peer, isKnown: knowsPeer, isAsked: blanks.receiveNext.contains(host))
    timer =
      blanks.timers.contains(host)
      ? .asked
      : RunningTimer(of: host, in: past, at: now ?? past.last?.time ?? .start).map { .known($0) } ?? .unknown
  }
}
