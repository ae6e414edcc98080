import TCP

/// The states of both ends at one moment.
public struct StatePair: Hashable, Sendable, CustomStringConvertible {
  /// The state of host a.
  public let a: State
  /// The state of host b.
  public let b: State

  public init(_ a: State, _ b: State) {
    self.a = a
    self.b = b
  }

  /// All pairs, by a's state and then by b's, both in the order of `State`.
  package static let all: [StatePair] = State.allCases.flatMap { a in State.allCases.map { StatePair(a, $0) } }

  /// The place in `all`.
  package var index: Int { Int(a.rawValue) * State.allCases.count + Int(b.rawValue) }

  /// `SYN-SENT, LISTEN`.
  public var description: String { "\(a), \(b)" }
}
