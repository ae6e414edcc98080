import Simulation
import TCP

/// One thing that can happen next.
package enum Move: Hashable, Sendable {
  /// The host's user makes the call at this place of its list.
  case call(Host, place: UInt8)
  /// The segment at this place of those that are under way to the host arrives; from place 1 on it overtakes.
  /// Where it was doubled, a copy stays in its place.
  case arrival(Host, place: UInt8, doubled: Bool)
  /// The segment that would arrive next at the host is lost.
  case loss(Host)
  /// The segment that would arrive next at the host is late: it may arrive at any time from now on.
  case lateness(Host)
  /// The segment at this place of those that are late arrives at the host.
  case lateArrival(Host, place: UInt8, doubled: Bool)
  /// The host's retransmission timer fires.
  case retransmission(Host)
  /// Both retransmission timers fire, before what either sends arrives.
  case bothRetransmissions
  /// The host's 2MSL are over.
  case timeWait(Host)

  /// How many faults of the network it takes.
  package var faults: Int {
    switch self {
    case .call, .retransmission, .bothRetransmissions, .timeWait: 0
    case .arrival(_, let place, let doubled): (place > 0 ? 1 : 0) + (doubled ? 1 : 0)
    case .lateArrival(_, _, let doubled): doubled ? 1 : 0
    case .loss, .lateness: 1
    }
  }

  /// Who has to act for it to happen.
  package var agents: Agents {
    switch self {
    case .call(let host, _): Agents(.user, of: host)
    case .arrival(let host, _, _), .loss(let host), .lateness(let host): Agents(.network, of: host)
    case .lateArrival(let host, _, _): Agents(.lateNetwork, of: host)
    case .retransmission(let host): Agents(.retransmissionTimer, of: host)
    case .bothRetransmissions:
      [Agents(.retransmissionTimer, of: .a), Agents(.retransmissionTimer, of: .b)]
    case .timeWait(let host): Agents(.timeWaitTimer, of: host)
    }
  }
}

/// Those who make things happen. Each is fair: whoever can act again and again does so in the end.
package struct Agents: OptionSet, Hashable, Sendable {
  package enum Kind: UInt16 {
    case user, network, lateNetwork, retransmissionTimer, timeWaitTimer
  }

  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The one of that kind who acts on a host.
  package init(_ kind: Kind, of host: Host) {
    rawValue = 1 << (2 * kind.rawValue + UInt16(host.rawValue))
  }
}
