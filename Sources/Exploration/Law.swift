import Bilingual
import Simulation
import TCP

/// Something that should never be, which a search looks for.
public struct Law: Sendable {
  /// As search files name it.
  public let name: String
  /// What breaks it, in one clause.
  public let breach: Localized
  let test: Test

  /// How a breach is seen.
  enum Test: Sendable {
    /// By an event at one end.
    case event(@Sendable (Deed) -> Bool)
    /// By both ends of one moment.
    case ends(@Sendable (Pair<End>) -> Bool)
    /// By what can follow: it never ends, or it ends where it must not.
    case ending(mustNot: @Sendable (Pair<End>) -> Bool)
  }

  init(_ name: String, _ breach: Localized, _ test: Test) {
    (self.name, self.breach, self.test) = (name, breach, test)
  }

  /// All that can be sought.
  public static let all = [beliefWithoutPeer, oldDataAccepted, stuck, dataLost, twoConnections]

  /// The law of a name, in any case; nil where there is none of that name.
  public init?(named name: String) {
    guard let law = Self.all.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = law
  }
}
