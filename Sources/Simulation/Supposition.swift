import TCP

/// What somebody wrongly believes of a host, to be played out.
public enum Supposition: Hashable, Sendable {
  /// What it sends next is this segment; its window is the host's own, whatever the segment says.
  case sends(Segment)
  /// On the next event it sends this segment though nothing is due.
  case adds(Segment)
  /// Where it would send next, it sends nothing.
  case sendsNothing
  /// Where its state changes next, it changes to this one.
  case isIn(State)
}

struct PendingSupposition: Hashable, Sendable {
  let supposition: Supposition
  /// The number of the event from which on it holds.
  let event: Int32
}

extension Network {
  /// Supposes something of what a host does next; a run that went on without it is left alone, and a copy is to be taken.
  ///
  /// The host's variables agree with it afterwards: SND.NXT, RCV.NXT and the retransmission queue say what the segment
  /// says, or as if nothing had been sent. Then the machine goes on, and what becomes of it is its own affair.
  /// A host has one supposition at a time; what it comes true in bears no rules.
  ///
  /// - Parameter event: from which event on (`Occurrence.event`); nil for whatever comes next.
  public mutating func suppose(_ supposition: Supposition, of host: Host, from event: Int32? = nil) {
    present.suppositions[host] = PendingSupposition(supposition: supposition, event: event ?? 0)
  }

  /// Has an endpoint take an event; where a supposition comes true by it, the endpoint is made to agree.
  ///
  /// - Returns: the transition, and the supposition that came true.
  mutating func handle(_ event: Event, at host: Host) -> (transition: Transition, supposed: Supposition?) {
    guard let pending = present.suppositions[host], present.events + 1 >= pending.event else {
      return (present.endpoints[host].handle(event, at: now), nil)
    }
    let before = present.endpoints[host].tcb
    var transition = present.endpoints[host].handle(event, at: now)
    let comesTrue: Bool
    switch pending.supposition {
    case .sends(let segment):
      comesTrue = present.endpoints[host].replaceFirstSegment(of: &transition, by: segment)
    case .adds(let segment):
      present.endpoints[host].add(segment, to: &transition)
      comesTrue = true
    case .sendsNothing:
      comesTrue = present.endpoints[host].replaceFirstSegment(of: &transition, by: nil)
    case .isIn(let state):
      comesTrue = present.endpoints[host].replaceState(after: &transition, by: state, before: before)
    }
    if comesTrue { present.suppositions[host] = nil }
    return (transition, comesTrue ? pending.supposition : nil)
  }
}
