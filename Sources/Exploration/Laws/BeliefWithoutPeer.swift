import Bilingual
import Simulation

extension Law {
  /// An end is ESTABLISHED by a SYN from before the run.
  static let beliefWithoutPeer = Law(
    "belief-without-peer",
    Localized(
      zh: "一端进入 ESTABLISHED，而对端从未打开过这个连接",
      en: "an end is ESTABLISHED for a connection for which its peer made no OPEN"),
    .ends { ends in
      Host.allCases.contains { ends[$0].endpoint.state == .established && ends[$0].ghost.peer == 0 }
    })
}
