import Screen
import Simulation

extension Host {
  /// The role of all that belongs to this end: its rail, its states, its arrows, and the numbers that it counts.
  public var role: Role {
    switch self {
    case .a: .first
    case .b: .second
    }
  }
}
