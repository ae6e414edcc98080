import Simulation
import TCP

/// Everything there is at one moment: both endpoints, what is under way, what the users have still to do.
///
/// All events happen at one instant, and a timer is either armed or not: what is left of time is the order that
/// `timeouts` gives to timers. A segment that has waited for no time is never given up, so R2 and the user timeout
/// do not come into it.
package struct World: Hashable, Sendable {
  package var endpoints: Pair<Endpoint>
  /// The calls that each user has made or passed over, counted.
  package var made = Pair(0, 0)
  /// What is under way to each host, in order of sending.
  package var towards: Pair<[Segment]> = Pair([], [])
  /// What is late to each host, in no order that means anything.
  package var late: Pair<[Segment]> = Pair([], [])
  /// The faults that the network has made.
  package var faults = 0

  init(_ endpoints: Pair<Endpoint>) { self.endpoints = endpoints }

  package var nothingIsUnderWay: Bool {
    towards.a.isEmpty && towards.b.isEmpty && late.a.isEmpty && late.b.isEmpty
  }

  package var states: StatePair { StatePair(endpoints.a.state, endpoints.b.state) }
}

/// What one move did.
package struct Step {
  package let move: Move
  package let world: World
  /// What happened to which host, in order.
  package let transitions: [(host: Host, event: Event, transition: Transition)]
}

extension World {
  /// All that can happen next, in a fixed order.
  ///
  /// Loss and lateness befall the segment that would arrive next, and a segment is doubled as it arrives. Nothing is
  /// missed by that: until then, nobody can tell.
  ///
  /// - Parameter model: what may happen.
  package func steps(in model: Model) -> [Step] {
    var steps: [Step] = []
    for host in Host.allCases {
      if let step = nextCall(of: host, model.calls[host]) { steps.append(step) }
      for move in deliveries(to: host) where faults + move.faults <= model.faults { steps.append(after(move)) }
    }
    for timeout in timeouts(model) { steps.append(after(timeout)) }
    return steps
  }

  private func deliveries(to host: Host) -> [Move] {
    var moves: [Move] = []
    for place in towards[host].indices.map(UInt8.init) {
      moves.append(.arrival(host, place: place, doubled: false))
      moves.append(.arrival(host, place: place, doubled: true))
    }
    if !towards[host].isEmpty { moves += [.loss(host), .lateness(host)] }
    for place in late[host].indices.map(UInt8.init) {
      moves.append(.lateArrival(host, place: place, doubled: false))
      moves.append(.lateArrival(host, place: place, doubled: true))
    }
    return moves
  }

  /// The timers that may fire.
  ///
  /// All are slower than the network, unless a segment is late. 2MSL are longer than any segment lives, and longer
  /// than retransmissions take, unless the model lets them end early.
  private func timeouts(_ model: Model) -> [Move] {
    guard towards.a.isEmpty, towards.b.isEmpty else { return [] }
    let waiting = Host.allCases.filter { endpoints[$0].tcb.timers[.retransmission] != nil }
    var moves = waiting.map(Move.retransmission)
    if waiting.count == 2 { moves.append(.bothRetransmissions) }
    guard model.timeWaitMayEndEarly || waiting.isEmpty && nothingIsUnderWay else { return moves }
    return moves + Host.allCases.filter { endpoints[$0].tcb.timers[.timeWait] != nil }.map(Move.timeWait)
  }

  private func nextCall(of host: Host, _ calls: [Call]) -> Step? {
    for place in made[host]..<calls.count {
      var next = self
      let transition = next.take(.call(calls[place]), host)
      if case .rejected = transition.outcome { continue }
      next.made[host] = place + 1
      return Step(
        move: .call(host, place: UInt8(place)), world: next, transitions: [(host, .call(calls[place]), transition)])
    }
    return nil
  }

  private func after(_ move: Move) -> Step {
    var next = self
    next.faults += move.faults
    var transitions: [(host: Host, event: Event, transition: Transition)] = []
    func take(_ event: Event, _ host: Host) {
      transitions.append((host, event, next.take(event, host)))
    }
    switch move {
    case .call: preconditionFailure("calls go by nextCall")
    case .arrival(let host, let place, let doubled):
      let segment = next.towards[host][Int(place)]
      if !doubled { next.towards[host].remove(at: Int(place)) }
      take(.arrival(segment), host)
    case .loss(let host): next.towards[host].removeFirst()
    case .lateness(let host): next.late[host].append(next.towards[host].removeFirst())
    case .lateArrival(let host, let place, let doubled):
      let segment = next.late[host][Int(place)]
      if !doubled { next.late[host].remove(at: Int(place)) }
      take(.arrival(segment), host)
    case .retransmission(let host): take(.timeout(.retransmission), host)
    case .bothRetransmissions:
      take(.timeout(.retransmission), .a)
      take(.timeout(.retransmission), .b)
    case .timeWait(let host): take(.timeout(.timeWait), host)
    }
    return Step(move: move, world: next, transitions: transitions)
  }

  /// The host takes an event; what it sends is under way.
  private mutating func take(_ event: Event, _ host: Host) -> Transition {
    let transition = endpoints[host].handle(event, at: .start)
    for effect in transition.effects {
      if case .transmit(let segment, _) = effect { towards[host.peer].append(segment) }
    }
    return transition
  }
}
