import Simulation
import TCP

/// Visits every state that two endpoints and the network between them can get into, from open to close.
///
/// A state is both endpoints, the segments under way in each direction, the calls still to come and the faults so
/// far; time is left out of it. From each, everything that can happen next is tried: every call at every moment, every
/// arrival, and loss, duplication, overtaking and lateness up to a number of faults. So what the report does not name
/// as a violation holds for every run there is within these bounds, and is no matter of luck.
///
/// Out of bounds are ABORT, crashes, R2 and the user timeout, closed windows, and more text than one segment each.
public struct Explorer: Sendable {
  /// How many violations of each kind a report tells in full.
  public static let mostViolations = 5

  let root: Root
  let faults: Int
  let profile: Profile
  /// The initial sequence numbers of each host, which serve in turn: a listener that is reset draws another.
  let numbers: Pair<[SequenceNumber]>

  /// Settles what to explore; nothing is explored yet.
  ///
  /// - Parameters:
  ///   - root: where it begins, and what the users do.
  ///   - faults: how many faults the network makes at most, **0 … 2**; more is possible, and takes its time.
  ///   - profile: whose conduct.
  /// - Precondition: its endpoints show all that their future depends on, which those of `linux` don't.
  public init(root: Root, faults: Int, profile: Profile = .rfc9293) {
    precondition(profile.traits.showsItsWholeState, "its endpoints do not show all that their future depends on")
    self.init(
      root: root, faults: faults, profile: profile,
      numbers: profile.traits.wardsOffBlindAttacks ? Self.numbersBeforeWrap : Self.numbersBeforeHalf)
  }

  init(root: Root, faults: Int, profile: Profile, numbers: Pair<[SequenceNumber]>) {
    self.root = root
    self.faults = faults
    self.profile = profile
    self.numbers = numbers
  }

  /// Text and FIN come after the wrap-around, but no RCV.NXT is ever 0: an end without a connection answers a SYN
  /// with a reset that has SEQ=0, and late, that would be exact.
  static let numbersBeforeWrap = Pair<[SequenceNumber]>([4_294_967_293], [4_294_967_292, 1000, 2000, 3000])

  /// For a machine without RFC 5961, where SEQ=0 must not even lie in a window: see `numbersBeforeWrap`.
  static let numbersBeforeHalf = Pair<[SequenceNumber]>(
    [2_147_483_645], [2_147_483_644, 1_000_000, 2_000_000, 3_000_000])

  /// Explores; the same every time.
  ///
  /// - Returns: what was visited and what does not hold; where `violations` is empty, everything does: the laws in
  ///   every state, no pair of states that can't arise, no deadlock, and from every state, once faults stop, an end
  ///   in CLOSED on both sides, whatever the order of what happens.
  public func explore() -> Report {
    var search = Search(self)
    search.run()
    return search.report
  }

  var start: World {
    World(
      Pair(
        Endpoint(.init(profile: profile, initialSequenceNumbers: numbers.a)),
        Endpoint(.init(profile: profile, initialSequenceNumbers: numbers.b))))
  }

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
    case .call(let host, let place): return "\(host) calls \(calls[host][place].displayName)"
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
