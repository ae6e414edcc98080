import Bilingual
import TCP

extension Law {
  /// RCV.NXT moves by what was not sent in the incarnation that it counts.
  static let oldDataAccepted = Law(
    "old-data-accepted",
    Localized(
      zh: "一次连接中发出的数据或 FIN 被另一次连接收下（RCV.NXT 因此前移）",
      en: "text or a FIN sent in one incarnation moves RCV.NXT of another"),
    .event(\.takesStrangeNumbers))
}

extension Deed {
  fileprivate var takesStrangeNumbers: Bool {
    let (tcb, later) = (before.endpoint.tcb, after.endpoint.tcb)
    guard case .arrival(let segment) = event, let peer = before.ghost.peer else { return false }
    // Without TIME-WAIT the TCB may be gone with the FIN that was taken.
    let moves =
      later.state.knowsThePeer
      ? later.receive.nxt != tcb.receive.nxt : transition.signals.contains(.connectionClosing)
    guard moves else { return false }
    if tag != peer { return true }
    // It has closed a gap, and what was kept behind that follows.
    return before.ghost.strange.contains { !after.ghost.strange.contains($0) && $0.end > segment.end }
  }
}
