import TCP

/// What no TCP keeps, and laws have to know: which incarnations of a connection an end, and what it holds, are of.
///
/// An end's incarnations are numbered from 1, in the order in which it chose their initial sequence numbers; 0 stands
/// for those from before the run. None of this changes what the machine does: it tells apart ends that are otherwise
/// the same, and so costs states only where it differs.
struct Ghost: Hashable, Sendable {
  /// The incarnation of the peer's whose SYN this end has taken; nil while it has none.
  var peer: Int?
  /// What was kept out of order and is another incarnation's than `peer`.
  var strange: [Segment] = []
  /// What the user had this end send, in each incarnation, **octets**.
  var sent: [Int] = []
  /// The incarnation of the peer's with which the last connection closed in order, and how much text of it had come.
  var closed: Closed?

  struct Closed: Hashable, Sendable {
    let peer: Int
    /// **Octets**.
    let received: Int
  }

  /// The incarnation that sends a segment; it matters only for what takes up numbers.
  static func tag(of segment: Segment, _ deed: Deed) -> Int {
    guard segment.length > 0 else { return 0 }
    return deed.after.endpoint.connectionsNumbered
  }

  /// Learns from what has happened to its end.
  mutating func follow(_ deed: Deed) {
    let (before, after) = (deed.before.endpoint, deed.after.endpoint)
    countSent(deed.event, deed.transition, before, after)
    if let received = deed.receivedBeforeClosing, let peer { closed = Closed(peer: peer, received: received) }
    guard after.state.knowsThePeer else {
      peer = nil
      strange = []
      return
    }
    if !before.state.knowsThePeer { peer = deed.tag }
    let kept = before.tcb.outOfOrder
    strange = after.tcb.outOfOrder.filter { piece in
      strange.contains(piece) || (deed.tag != peer && !kept.contains(piece))
    }
  }

  private mutating func countSent(_ event: Event, _ transition: Transition, _ before: Endpoint, _ after: Endpoint) {
    // What waited in LISTEN goes with the incarnation that begins.
    if after.connectionsNumbered > before.connectionsNumbered { sent.append(before.tcb.send.unsent) }
    if before.state == .synReceived, after.state == .listen { sent[sent.count - 1] -= after.tcb.send.unsent }
    guard case .call(.send(let octets, _)) = event, transition.outcome == .accepted else { return }
    sent[sent.count - 1] += octets
  }
}

extension Deed {
  /// How much text had come when the event closed the connection in order, **octets**; nil where it did not.
  ///
  /// In order is: the peer's FIN has been taken, and nothing has told the user of a reset.
  fileprivate var receivedBeforeClosing: Int? {
    let tcb = before.endpoint.tcb
    guard tcb.state.knowsThePeer, after.endpoint.state == .closed, event != .call(.abort) else { return nil }
    let bad: [Signal] = [.connectionReset, .connectionRefused, .userTimeout, .timedOut]
    guard !transition.signals.contains(where: bad.contains), let fin = finTaken else { return nil }
    return fin - (tcb.receive.irs + 1)
  }

  /// The number of the peer's FIN, taken by this event or before.
  private var finTaken: SequenceNumber? {
    let tcb = before.endpoint.tcb
    if let fin = tcb.receive.fin { return fin }
    guard transition.signals.contains(.connectionClosing), case .arrival(let segment) = event else { return nil }
    if let kept = tcb.outOfOrder.first(where: { $0.has(.fin) }) { return kept.seq + kept.text }
    return segment.seq + segment.text
  }
}
