import Bilingual
import Simulation
import TCP

/// What a receiver did about a segment that brought it no further, told by what it did.
public enum Reception: Hashable, Sendable {
  /// Why something is answered otherwise than it asks for.
  public enum Reason: Hashable, Sendable {
    /// It begins before what is expected next: all of it, or its SYN, has come before.
    case old
    /// It lies behind the window, or acknowledges what it can't.
    case unacceptable
    /// It came to a port without a connection.
    case noConnection
    /// It might be forged, so its sender is asked to confirm it.
    case challenged
  }

  /// It is as it should be, and calls for nothing.
  case nothingToDo
  /// It is put away in silence.
  case dropped
  /// A segment with these control bits is sent.
  case answered(Reason, ControlBits)

  /// What one event of a run was to its receiver.
  ///
  /// - Parameter event: all that the event brought about, the event itself first.
  /// - Returns: nil where it is no arrival, or the arrival did what it is for.
  public init?(_ event: some BidirectionalCollection<Occurrence>) {
    guard let arrival = event.first, case .arrive(let segment, _, let outcome) = arrival.kind else { return nil }
    let answer = event.lazy.compactMap { occurrence in
      if case .send(let segment, _, _) = occurrence.kind { segment } else { nil }
    }.first
    switch (outcome, answer) {
    case (.accepted, _), (.rejected, _): return nil
    case (.ignored, _): self = .nothingToDo
    case (.dropped, let answer?):
      self = .answered(Self.reason(for: segment, arrival), answer.control)
    case (.dropped, nil):
      // A SYN that leads SYN-RECEIVED back to LISTEN is told by the state.
      let changes = event.contains { if case .state = $0.kind { true } else { false } }
      if changes { return nil }
      self = .dropped
    }
  }

  private static func reason(for segment: Segment, _ arrival: Occurrence) -> Reason {
    func has(_ rules: Rule...) -> Bool { rules.contains { arrival.rules.contains($0) } }
    if has(.closedResets, .closedResetsAck) { return .noConnection }
    if has(.resetInWindowIsChallenged, .synIsChallenged, .ackTooOldIsChallenged) { return .challenged }
    if has(.repeatedSynGetsSynAck) { return .old }
    let isRefused = has(.unacceptableIsAcknowledged, .linuxTimeWaitAnswers)
    return isRefused && segment.seq < arrival.record.receive.nxt ? .old : .unacceptable
  }

  /// `old: ACK again`.
  public var words: Localized {
    switch self {
    case .nothingToDo: Localized(zh: "不必处理", en: "nothing to do")
    case .dropped: Localized(zh: "丢弃", en: "dropped")
    case .answered(.old, .ack): Localized(zh: "重复：再次确认", en: "old: ACK again")
    case .answered(.old, let bits): Localized(zh: "重复：再发 \(bits)", en: "old: \(bits) again")
    case .answered(.unacceptable, .syn): Localized(zh: "不可接受：再发 SYN", en: "unacceptable: SYN again")
    case .answered(.unacceptable, let bits): Localized(zh: "不可接受：回 \(bits)", en: "unacceptable: \(bits)")
    case .answered(.noConnection, let bits): Localized(zh: "没有连接：回 \(bits)", en: "no connection: \(bits)")
    case .answered(.challenged, _): Localized(zh: "回挑战 ACK", en: "challenge ACK")
    }
  }
}
