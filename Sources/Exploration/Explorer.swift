import Simulation
import TCP

/// Visits every state that two endpoints and the network between them can get into, from open to close.
///
/// A state is both endpoints, the segments under way in each direction, the calls still to come and the faults so
/// far; time is left out of it. From each, everything that can happen next is tried: every call at every moment, every
/// arrival, and loss, duplication and overtaking up to a number of faults. So what the report does not name as a
/// violation holds for every run there is within these bounds, and is no matter of luck.
public struct Explorer: Sendable {
  /// How many violations of each kind a report tells in full.
  public static let mostViolations = 5

  let root: Root
  let faults: Int
  let profile: Profile

  /// - Parameters:
  ///   - root: where it begins, and what the users do.
  ///   - faults: how many faults the network makes at most, **0 … 2**; more is possible, and takes its time.
  ///   - profile: whose conduct; not `linux`, whose timers and listener a state does not tell in full.
  public init(root: Root, faults: Int, profile: Profile = .rfc9293) {
    precondition(profile != .linux, "the key of a state does not tell all of a Linux endpoint")
    self.root = root
    self.faults = faults
    self.profile = profile
  }

  /// Explores; the same every time.
  ///
  /// - Returns: what was visited and what does not hold. The whole of it is proven where `violations` is empty.
  public func explore() -> Report {
    var search = Search(self)
    search.run()
    return search.report
  }

  var start: World { World(Root.endpoints(profile)) }

  var calls: Pair<[Call]> { Pair(root.calls(of: .a), root.calls(of: .b)) }

  func steps(from world: World) -> [Step] { world.steps(calls, faultsUpTo: faults) }
}

extension Explorer {
  /// Goes the way of some moves from the start.
  ///
  /// - Returns: a line for each move: what happened, what was sent, and the states after it.
  func trace(_ moves: [Move]) -> [String] {
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
    case .call(let host, let place): return "\(host) calls \(calls[host][place])"
    case .arrival(let host, let place, let doubled):
      guard case .arrival(let segment) = step.transitions[0].event else { return "" }
      return "at \(host) arrives \(segment)\(place > 0 ? ", overtaking \(place)" : "")\(doubled ? ", doubled" : "")"
    case .loss(let host): return "what would arrive at \(host) is lost"
    case .retransmission(let host): return "\(host)'s retransmission timer fires"
    case .bothRetransmissions: return "both retransmission timers fire"
    case .timeWait(let host): return "\(host)'s 2MSL are over"
    }
  }
}
