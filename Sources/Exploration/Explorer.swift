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
  ///   - faults: how many faults the network makes at most, **0 … 3**; more is possible, and takes its time.
  ///   - profile: whose conduct.
  /// - Precondition: its endpoints show all that their future depends on, which those of `linux` don't.
  public init(root: Root, faults: Int, profile: Profile = .rfc9293) {
    precondition(profile.traits.showsItsWholeState, "its endpoints do not show all that their future depends on")
    self.init(
      root: root, faults: faults, profile: profile,
      numbers: profile.traits.wardsOffBlindAttacks ? Self.numbersBeforeWrap : Self.numbersBeforeHalf)
  }

  init(root: Root, faults: Int, profile: Profile, numbers: Pair<[SequenceNumber]>) {
    precondition((0...255).contains(faults), "faults are counted in eight bits")
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
    var proof = Proof(self)
    proof.run()
    return proof.report
  }

  /// What is explored, as steps from world to world need it.
  package var model: Model {
    let start = World(
      Pair(
        Endpoint(.init(profile: profile, initialSequenceNumbers: numbers.a)),
        Endpoint(.init(profile: profile, initialSequenceNumbers: numbers.b))))
    return Model(start: start, calls: Pair(root.calls(of: .a), root.calls(of: .b)), faults: faults)
  }
}
