@testable import TCP

/// What holds behind every event, whatever happened.
struct Invariants {
  private static let closed = TransmissionControlBlock()

  /// The states that one event may lead to: RFC 9293 figure 5, and what it leaves out (`TrapTests`, T13).
  private static func successors(of state: State) -> Set<State> {
    switch state {
    case .closed: [.listen, .synSent]
    case .listen: [.synSent, .synReceived, .closed]
    case .synSent: [.synReceived, .established, .closeWait, .closed]
    case .synReceived: [.established, .closeWait, .finWait1, .closing, .listen, .closed]
    case .established: [.finWait1, .closeWait, .closed]
    case .finWait1: [.finWait2, .closing, .timeWait, .closed]
    case .finWait2: [.timeWait, .closed]
    case .closeWait: [.lastAck, .closed]
    case .closing: [.timeWait, .closed]
    case .lastAck, .timeWait: [.closed]
    }
  }

  /// What an event broke, the first of each kind; empty where nothing is broken.
  static func violations(
    by event: Event, _ transition: Transition, before: Endpoint, after: Endpoint
  ) -> [String] {
    let (old, new) = (before.tcb, after.tcb)
    return [
      brokenTransition(event, transition, old, new), brokenRecord(new),
      brokenProgress(old, new, sameConnection(before, after)), brokenTimers(transition, old, new),
      brokenSegments(event, transition, old, new), brokenRefusal(event, transition, old, new),
    ].compactMap { $0 }
  }

  private static func brokenTransition(
    _ event: Event, _ transition: Transition, _ old: TransmissionControlBlock, _ new: TransmissionControlBlock
  ) -> String? {
    if transition.from != old.state || transition.to != new.state { return "from and to are not the states" }
    if old.state != new.state, !successors(of: old.state).contains(new.state) {
      return "\(old.state) → \(new.state) is no transition"
    }
    if transition.rules.isEmpty, case .timeout = event {} else if transition.rules.isEmpty { return "no rule fired" }
    return nil
  }

  private static func sameConnection(_ before: Endpoint, _ after: Endpoint) -> Bool {
    before.connectionsNumbered == after.connectionsNumbered && after.tcb.state != .closed && after.tcb.state != .listen
  }

  private static func brokenRecord(_ tcb: TransmissionControlBlock) -> String? {
    if tcb.state == .closed, tcb != closed { return "CLOSED keeps something of a TCB" }
    if !(tcb.send.una <= tcb.send.nxt) { return "SND.UNA > SND.NXT" }
    let entries = tcb.retransmission.entries
    if entries.isEmpty != (tcb.send.una == tcb.send.nxt) { return "the queue is empty iff all is acknowledged" }
    if let first = entries.first, first.seq != tcb.send.una { return "the queue does not begin at SND.UNA" }
    if let last = entries.last, last.end != tcb.send.nxt { return "the queue does not end at SND.NXT" }
    for (one, next) in zip(entries, entries.dropFirst()) where one.end != next.seq { return "a gap in the queue" }
    if entries.contains(where: { $0.seq == $0.end }) { return "an entry without a number" }
    if let fin = tcb.send.fin {
      if tcb.send.nxt != fin + 1 { return "the FIN is not the last number" }
      if tcb.send.unsent > 0 { return "text waits behind the FIN" }
      if !tcb.send.closeRequested { return "a FIN without a CLOSE" }
    }
    if min(tcb.send.unsent, tcb.receive.readable, tcb.receive.outstandingReceives) < 0 { return "a negative count" }
    switch tcb.state {
    case .closeWait, .closing, .lastAck, .timeWait:
      if tcb.receive.fin == nil { return "\(tcb.state) without the peer's FIN" }
    case .closed, .listen, .synSent, .synReceived, .established, .finWait1, .finWait2: break
    }
    switch tcb.state {
    case .lastAck, .finWait2, .timeWait:
      if !tcb.finIsSent { return "\(tcb.state) without our FIN" }
    case .established, .synReceived, .synSent, .closeWait:
      if tcb.finIsSent { return "a FIN is sent in \(tcb.state)" }
    case .closed, .listen, .finWait1, .closing: break
    }
    if tcb.state == .finWait2 || tcb.state == .timeWait, !tcb.finIsAcknowledged { return "our FIN is not acknowledged" }
    if tcb.state == .finWait1 || tcb.state == .closing || tcb.state == .lastAck, tcb.finIsAcknowledged {
      return "our FIN is acknowledged in \(tcb.state)"
    }
    return nil
  }

  private static func brokenProgress(
    _ old: TransmissionControlBlock, _ new: TransmissionControlBlock, _ sameConnection: Bool
  ) -> String? {
    guard sameConnection else { return nil }
    if new.send.una < old.send.una || new.send.nxt < old.send.nxt { return "the send side went back" }
    if old.send.fin != nil, new.send.fin != old.send.fin { return "the FIN got another number" }
    guard old.state != .synSent else { return nil }
    if new.receive.nxt < old.receive.nxt { return "RCV.NXT went back" }
    if new.receive.irs != old.receive.irs { return "IRS changed" }
    switch old.state {
    case .closeWait, .closing, .lastAck, .timeWait:
      if new.receive.nxt != old.receive.nxt { return "RCV.NXT moved past the peer's FIN" }
    case .closed, .listen, .synSent, .synReceived, .established, .finWait1, .finWait2: break
    }
    return nil
  }

  private static func brokenTimers(
    _ transition: Transition, _ old: TransmissionControlBlock, _ new: TransmissionControlBlock
  ) -> String? {
    let timers = new.timers
    if (timers.retransmission != nil) == new.retransmission.isEmpty { return "retransmission timer iff queue" }
    if (timers.timeWait != nil) != (new.state == .timeWait) { return "2MSL timer iff TIME-WAIT" }
    if new.state == .closed || new.state == .listen, timers.next != nil { return "a timer in \(new.state)" }
    if new.state == .timeWait, timers.next?.timer != .timeWait || timers.user != nil { return "a timer too many" }
    for timer in Timer.allCases {
      let told = transition.effects.last { effect in
        switch effect {
        case .start(timer, _), .stop(timer): true
        case .transmit, .deliver, .signal, .fail, .start, .stop: false
        }
      }
      switch told {
      case .start(_, let due):
        if timers[timer] != due { return "told of a start that is none" }
        if due < transition.at { return "\(timer) is overdue from its start" }
      case .stop: if timers[timer] != nil { return "told of a stop that is none" }
      default: if timers[timer] != old.timers[timer] { return "not told of \(timer)" }
      }
    }
    return nil
  }

  private static func brokenSegments(
    _ event: Event, _ transition: Transition, _ old: TransmissionControlBlock, _ new: TransmissionControlBlock
  ) -> String? {
    for segment in transition.segments {
      if segment.has(.rst) {
        if segment.length > 0 { return "a RST with a length" }
        continue
      }
      if old.state.isSynchronized, !segment.has(.ack) { return "no ACK from \(old.state)" }
      if segment.has(.syn), segment.text > 0 || segment.has(.fin) { return "more than a SYN on a SYN" }
      guard new.state != .closed else { return "\(segment) on the way to CLOSED" }
      if segment.end > new.send.nxt { return "\(segment) lies beyond SND.NXT" }
      if segment.has(.ack), segment.ack > new.receive.nxt { return "\(segment) acknowledges what did not come" }
      if segment.has(.fin), segment.seq + segment.text != new.send.fin { return "a second FIN" }
      if segment.length == 0, segment.seq != new.send.nxt, segment.seq != old.send.nxt { return "an ACK out of place" }
    }
    if case .arrival(let arrived) = event, arrived.has(.rst), !transition.segments.isEmpty {
      if !transition.rules.contains(.resetInWindowIsChallenged) { return "a RST was answered" }
      if transition.segments.count != 1 || transition.segments[0].control != .ack { return "a RST was answered twice" }
    }
    return nil
  }

  private static func brokenRefusal(
    _ event: Event, _ transition: Transition, _ old: TransmissionControlBlock, _ new: TransmissionControlBlock
  ) -> String? {
    guard case .rejected = transition.outcome else { return nil }
    guard case .call = event else { return "only calls are refused with an error" }
    return old == new && transition.effects.isEmpty ? nil : "a refused call changed something"
  }
}
