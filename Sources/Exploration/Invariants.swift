import Simulation
import TCP

/// What must hold in every world, and across every event.
package enum Invariants {
  /// What a world breaks; nil where nothing is broken.
  package static func violation(in world: World) -> String? {
    for host in Host.allCases {
      let tcb = world.endpoints[host].tcb
      let peer = world.endpoints[host.peer].tcb
      if let text = brokenRecord(tcb) ?? brokenTimers(tcb) ?? brokenAgreement(tcb, peer) { return "\(host): \(text)" }
    }
    return nil
  }

  private static let noRecord = Endpoint().tcb

  /// SND.UNA ≤ SND.NXT; a FIN is the last number; who has sent, got or had acknowledged a FIN, the state tells.
  private static func brokenRecord(_ tcb: TransmissionControlBlock) -> String? {
    let send = tcb.send
    if tcb.state == .closed, tcb != noRecord { return "CLOSED keeps something of a record" }
    if send.una > send.nxt { return "SND.UNA > SND.NXT" }
    if let fin = send.fin {
      if send.nxt != fin + 1 { return "something follows the FIN" }
      if send.unsent > 0 || !send.closeRequested { return "a FIN that no CLOSE asked for, or too early" }
    }
    if let fin = tcb.receive.fin, tcb.receive.nxt != fin + 1 { return "RCV.NXT is not behind the peer's FIN" }
    switch tcb.state {
    case .closed, .listen, .synSent, .synReceived, .established:
      if tcb.finIsSent || tcb.receive.fin != nil { return "a FIN in \(tcb.state)" }
    case .closeWait:
      if tcb.finIsSent || tcb.receive.fin == nil { return "not the peer's FIN alone in CLOSE-WAIT" }
    case .finWait1:
      if !tcb.finIsSent || tcb.finIsAcknowledged || tcb.receive.fin != nil { return "not our FIN alone in FIN-WAIT-1" }
    case .finWait2:
      if !tcb.finIsAcknowledged || tcb.receive.fin != nil { return "not our acknowledged FIN alone in FIN-WAIT-2" }
    case .closing, .lastAck:
      if !tcb.finIsSent || tcb.finIsAcknowledged || tcb.receive.fin == nil { return "not two FINs in \(tcb.state)" }
    case .timeWait:
      if !tcb.finIsAcknowledged || tcb.receive.fin == nil { return "not two FINs taken in TIME-WAIT" }
    }
    return nil
  }

  /// Each timer runs exactly while it has something to wait for.
  private static func brokenTimers(_ tcb: TransmissionControlBlock) -> String? {
    let unacknowledged = tcb.send.una != tcb.send.nxt
    let awaited = unacknowledged || (tcb.send.unsent > 0 && tcb.state.isSynchronized)
    if (tcb.timers[.retransmission] != nil) != unacknowledged { return "retransmission timer iff unacknowledged" }
    if (tcb.timers[.user] != nil) != awaited { return "user timer iff the user waits" }
    if (tcb.timers[.timeWait] != nil) != (tcb.state == .timeWait) { return "2MSL timer iff TIME-WAIT" }
    if tcb.timers[.delayedAck] != nil { return "a delayed ACK" }
    return nil
  }

  /// An end knows nothing of the peer's that the peer has not done.
  private static func brokenAgreement(_ tcb: TransmissionControlBlock, _ peer: TransmissionControlBlock) -> String? {
    guard tcb.state.knowsThePeer, peer.state != .closed, peer.state != .listen else { return nil }
    guard tcb.receive.irs == peer.send.iss else {
      return tcb.state.isSynchronized && peer.state.isSynchronized ? "the numbers of another connection" : nil
    }
    if tcb.receive.nxt > peer.send.nxt { return "RCV.NXT is beyond what the peer has sent" }
    if tcb.receive.fin != nil, tcb.receive.fin != peer.send.fin { return "a FIN that the peer has not sent" }
    guard peer.state.knowsThePeer, peer.receive.irs == tcb.send.iss else { return nil }
    if tcb.send.una > peer.receive.nxt { return "SND.UNA is beyond what the peer has taken" }
    return nil
  }

  /// What an event at one end breaks; nil where nothing is broken.
  package static func violation(
    by event: Event, _ transition: Transition, before: TransmissionControlBlock, after: TransmissionControlBlock
  ) -> String? {
    for segment in transition.segments where !segment.has(.rst) {
      if after.state == .closed { return "\(segment) on the way to CLOSED" }
      if segment.has(.fin), segment.seq + segment.text != after.send.fin { return "a second FIN: \(segment)" }
      if segment.has(.syn), segment.seq != after.send.iss { return "a second SYN: \(segment)" }
      if segment.end > after.send.nxt { return "\(segment) ends beyond SND.NXT" }
      if segment.has(.ack), segment.ack != after.receive.nxt { return "\(segment) does not acknowledge RCV.NXT" }
    }
    if case .arrival(let arrived) = event, arrived.has(.rst), transition.segments.contains(where: { $0.has(.rst) }) {
      return "a RST answers a RST"
    }
    let closings = transition.signals.filter { $0 == .connectionClosing }.count
    if closings > 1 || (closings == 1 && before.receive.fin != nil) { return "the user is told of the FIN twice" }
    guard before.state.knowsThePeer, after.state.knowsThePeer else { return nil }
    if after.send.una < before.send.una || after.send.nxt < before.send.nxt { return "the send side went back" }
    if after.receive.nxt < before.receive.nxt { return "RCV.NXT went back" }
    if before.send.fin != nil, after.send.fin != before.send.fin { return "the FIN got another number" }
    if before.receive.fin != nil, after.receive.nxt != before.receive.nxt { return "RCV.NXT moved past the peer's FIN" }
    return nil
  }
}

extension State {
  /// Whether the peer's SYN has come, so that IRS and RCV.NXT mean something.
  var knowsThePeer: Bool { self == .synReceived || isSynchronized }
}
