import Simulation
import TCP

/// What is explored: where it begins, what the users do, and what the network may do.
package struct Model: Sendable {
  package let start: World
  /// The calls that each user makes, in order; one that would be refused just then is passed over when a later one
  /// is made.
  package let calls: Pair<[Call]>
  /// How many faults the network makes at most.
  package let faults: Int
  /// Whether 2MSL may be over while something is late, or while somebody retransmits.
  package let timeWaitMayEndEarly: Bool

  package init(start: World, calls: Pair<[Call]>, faults: Int, timeWaitMayEndEarly: Bool = false) {
    self.start = start
    self.calls = calls
    self.faults = faults
    self.timeWaitMayEndEarly = timeWaitMayEndEarly
  }

  package func steps(from world: World) -> [Step] { world.steps(in: self) }
}

extension Model {
  /// Goes the way of some moves from the start.
  ///
  /// - Returns: a line for each move: what happened, what was sent, and the states after it.
  package func trace(_ moves: [Move]) -> [String] {
    var world = start
    return moves.map { move in
      guard let step = steps(from: world).first(where: { $0.move == move }) else {
        preconditionFailure("\(move) is no move from here")
      }
      world = step.world
      var parts = [text(step)]
      for (host, _, transition) in step.transitions where !transition.segments.isEmpty {
        parts.append("\(host) sends \(transition.segments.map(\.description).joined(separator: " and "))")
      }
      return parts.joined(separator: "; ") + " → \(world.states)"
    }
  }

  private func text(_ step: Step) -> String {
    switch step.move {
    case .call(let host, let place): return "\(host) calls \(calls[host][Int(place)].displayName)"
    case .arrival(let host, let place, let doubled):
      guard case .arrival(let segment) = step.transitions[0].event else { return "" }
      return "at \(host) arrives \(segment)\(place > 0 ? ", overtaking \(place)" : "")\(doubled ? ", doubled" : "")"
    case .lateArrival(let host, _, let doubled):
      guard case .arrival(let segment) = step.transitions[0].event else { return "" }
      return "at \(host) arrives late \(segment)\(doubled ? ", doubled" : "")"
    case .lateness(let host): return "what would arrive at \(host) is late"
    case .loss(let host): return "what would arrive at \(host) is lost"
    case .retransmission(let host): return "\(host)'s retransmission timer fires"
    case .bothRetransmissions: return "both retransmission timers fire"
    case .timeWait(let host): return "\(host)'s 2MSL are over"
    }
  }
}
