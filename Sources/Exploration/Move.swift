import Simulation
import TCP

/// One thing that can happen next.
enum Move: Hashable, Sendable {
  /// The host's user makes the call at this place of its list.
  case call(Host, place: Int)
  /// The segment at this place of those that are under way to the host arrives; from place 1 on it overtakes.
  /// Where it was doubled, a copy stays in its place.
  case arrival(Host, place: Int, doubled: Bool)
  /// The segment that would arrive next at the host is lost.
  case loss(Host)
  /// The host's retransmission timer fires.
  case retransmission(Host)
  /// Both retransmission timers fire, before what either sends arrives.
  case bothRetransmissions
  /// The host's 2MSL are over.
  case timeWait(Host)

  /// How many faults of the network it takes.
  var faults: Int {
    switch self {
    case .call, .retransmission, .bothRetransmissions, .timeWait: 0
    case .arrival(_, let place, let doubled): (place > 0 ? 1 : 0) + (doubled ? 1 : 0)
    case .loss: 1
    }
  }
}
