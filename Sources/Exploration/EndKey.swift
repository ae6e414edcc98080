import Simulation
import TCP

/// One end as far as its future depends on it: ends with the same key give the same answers from there on.
///
/// Left out, because nothing in it but time reads them: deadlines, round-trip times, back-off, transmission counts.
/// SND.WL1 and SND.WL2 are left out, and of SND.WND all but whether it is known, because each host offers the same
/// window always. The octets that wait to be read are left out because no user reads.
struct EndKey: Hashable {
  private let host: Host
  private let state: State
  private let openedPassively: Bool
  private let una: SequenceNumber
  private let nxt: SequenceNumber
  private let iss: SequenceNumber
  private let fin: SequenceNumber?
  private let unsent: Int
  private let closeRequested: Bool
  private let windowIsKnown: Bool
  private let peerHasOfferedRoom: Bool
  private let peerNext: SequenceNumber
  private let irs: SequenceNumber
  private let peerFin: SequenceNumber?
  private let timers: [Bool]
  private let unacknowledged: [Segment]
  private let outOfOrder: [Segment]
  private let connectionsNumbered: Int
  private let ghost: Ghost

  init(_ end: End, of host: Host) {
    let tcb = end.endpoint.tcb
    self.host = host
    state = tcb.state
    openedPassively = tcb.openedPassively
    una = tcb.send.una
    nxt = tcb.send.nxt
    iss = tcb.send.iss
    fin = tcb.send.fin
    unsent = tcb.send.unsent
    closeRequested = tcb.send.closeRequested
    windowIsKnown = tcb.send.wnd > 0
    peerHasOfferedRoom = tcb.send.maximumWindow > 0
    peerNext = tcb.receive.nxt
    irs = tcb.receive.irs
    peerFin = tcb.receive.fin
    timers = Timer.allCases.map { tcb.timers[$0] != nil }
    unacknowledged = tcb.unacknowledged
    // The same twice is as good as once.
    outOfOrder = tcb.outOfOrder.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    connectionsNumbered = end.endpoint.connectionsNumbered
    ghost = end.ghost
  }
}
