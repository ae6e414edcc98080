import Simulation
import TCP

/// What a search asks: whether a law can be broken, from where, by what, and by how much.
public struct Question: Sendable {
  /// Those of the run: profile, initial sequence numbers, windows.
  public var settings: Network.Settings
  /// The calls that each user may make, in order, at any moment: OPEN, SEND, CLOSE, ABORT. One that would be refused
  /// just then is passed over when a later one is made.
  public var calls: Pair<[Call]>
  /// What is on its way to each host from before.
  public var late: Pair<[Segment]>
  /// How many faults the network may make.
  public var faults: Int
  /// Whether 2MSL may be over while something is late, or while somebody retransmits.
  public var timeWaitMayEndEarly: Bool
  public var law: Law

  public init(
    settings: Network.Settings = .init(), calls: Pair<[Call]>, late: Pair<[Segment]> = Pair([], []), faults: Int,
    timeWaitMayEndEarly: Bool = false, seeking law: Law
  ) {
    self.settings = settings
    self.calls = calls
    self.late = late
    self.faults = faults
    self.timeWaitMayEndEarly = timeWaitMayEndEarly
    self.law = law
  }

  /// The most faults that a question may allow.
  public static let faultLimit = 5
  /// The most calls of one user.
  public static let callLimit = 12
  /// The most segments from before, both ways together.
  public static let lateLimit = 4
  /// How many states are looked at, at most; they take some 100 MB.
  public static let stateLimit = 2_000_000

  /// What a search has found.
  public enum Answer: Sendable {
    case found(Counterexample, states: Int)
    /// The law holds within the bounds; `unplayable` is how many ways to break it were played in vain, because timers
    /// would have to fire in an order which those of the settings can't have.
    case none(states: Int, unplayable: Int)
    /// There were too many states: up to so many faults the law holds; nil where that is not known even without.
    case unfinished(faults: Int?)
  }

  /// Searches: the fewest faults first, then the fewest moves.
  ///
  /// - Parameter limit: how many states are looked at, at most.
  /// - Precondition: the profile shows all that its endpoints' future depends on, which `linux` does not.
  public func answer(limit: Int = stateLimit) -> Answer {
    precondition(
      settings.profile.traits.showsItsWholeState, "its endpoints do not show all that their future depends on")
    var search = Search(self, limit: limit)
    return search.run()
  }

  var model: Model {
    var start = World(Pair(Endpoint(settings.endpoints.a), Endpoint(settings.endpoints.b)))
    start.late = late
    return Model(start: start, calls: calls, faults: faults, timeWaitMayEndEarly: timeWaitMayEndEarly)
  }
}
