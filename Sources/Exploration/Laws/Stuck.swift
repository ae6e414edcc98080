import Bilingual
import Simulation
import TCP

extension Law {
  /// Without another fault, and though nobody who can act stays idle for ever, an end never gets out of a connection.
  static let stuck = Law(
    "stuck",
    Localized(
      zh: "此后不再出故障、也没有谁永远不动，却永远了结不了",
      en: "it never comes to an end, though no more goes wrong and nobody stays idle for ever"),
    .ending { ends in
      // An end waits for a peer that has no part in its connection.
      Host.allCases.contains { ends[$0].isConnected && ends[$0].isLeftAlone(by: ends[$0.peer]) }
    })
}

extension End {
  fileprivate var isConnected: Bool { endpoint.state != .closed && endpoint.state != .listen }

  fileprivate func isLeftAlone(by peer: End) -> Bool {
    !peer.isConnected || endpoint.state.knowsThePeer && endpoint.tcb.receive.irs != peer.endpoint.tcb.send.iss
  }
}
