import Bilingual
import TCP

extension Law {
  /// RCV.NXT moves by what an incarnation has sent that is older than the one whose SYN it counts from. (A newer one,
  /// which uses its number again, is `twoConnections`.)
  static let oldDataAccepted = Law(
    "old-data-accepted",
    Localized(
      zh: "先前一次连接发出的数据或 FIN 被后来的连接收下（RCV.NXT 因此前移）",
      en: "text or a FIN sent in an earlier incarnation moves RCV.NXT of a later one"),
    .event(\.takesOldNumbers))
}

extension Deed {
  fileprivate var takesOldNumbers: Bool {
    let (tcb, later) = (before.endpoint.tcb, after.endpoint.tcb)
    guard case .arrival(let segment) = event, let peer = before.ghost.peer else { return false }
    // Without TIME-WAIT the TCB may be gone with the FIN that was taken.
    let moves =
      later.state.knowsThePeer
      ? later.receive.nxt != tcb.receive.nxt : transition.signals.contains(.connectionClosing)
    guard moves else { return false }
    if tag < peer { return true }
    // It has closed a gap, and what was kept behind that follows.
    return before.ghost.old.contains { !after.ghost.old.contains($0) && $0.end > segment.end }
  }
}
