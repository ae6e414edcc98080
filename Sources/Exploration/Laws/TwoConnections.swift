import Bilingual
import Simulation
import TCP

extension Law {
  /// Both ends have agreed on numbers, but not with each other. An end has one TCB here, so that a pair of sockets has
  /// two table entries at an end can't arise.
  static let twoConnections = Law(
    "two-connections",
    Localized(
      zh: "两端各自持有的，是同一对端的不同次打开所建立的连接",
      en: "the ends hold connections made by different OPENs of the same peer"),
    .ends { ends in
      guard ends.a.endpoint.state.isSynchronized, ends.b.endpoint.state.isSynchronized else { return false }
      return Host.allCases.contains { ends[$0].ghost.peer != ends[$0.peer].ghost.incarnation }
    })
}
