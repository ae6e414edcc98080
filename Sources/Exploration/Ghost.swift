import TCP

/// What no TCP keeps, and laws have to know: which incarnations of a connection an end, and what it holds, are of.
///
/// Each OPEN of an end that was CLOSED begins an incarnation; they are numbered from 1, and 0 stands for those from
/// before the run. A listener that is reset, and listens on, stays in its incarnation. None of this changes what the
/// machine does: it tells apart ends that are otherwise the same, and so costs states only where it differs.
struct Ghost: Hashable, Sendable {
  /// The last incarnation of this end.
  var incarnation: Int { sent.count }
  /// The incarnation of the peer's whose SYN this end has taken; nil while it has none.
  var peer: Int?
  /// What was kept out of order and is of an older incarnation than `peer`.
  var old: [Segment] = []
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
    return deed.after.ghost.incarnation
  }

  /// Learns from what has happened to its end.
  mutating func follow(_ deed: Deed) {
    let (before, after) = (deed.before.endpoint, deed.after.endpoint)
    countSent(deed.event, deed.transition)
    if let received = deed.receivedBeforeClosing, let peer { closed = Closed(peer: peer, received: received) }
    guard after.state.knowsThePeer else {
      peer = nil
      old = []
      return
    }
    let peer = before.state.knowsThePeer ? self.peer ?? deed.tag : deed.tag
    self.peer = peer
    let kept = before.tcb.outOfOrder
    old = after.tcb.outOfOrder.filter { piece in old.contains(piece) || (deed.tag < peer && !kept.contains(piece)) }
  }

  private mutating func countSent(_ event: Event, _ transition: Transition) {
    guard case .call(let call) = event, transition.outcome == .accepted else { return }
    if transition.from == .closed { sent.append(0) }
    if case .send(let octets, _) = call { sent[sent.count - 1] += octets }
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
