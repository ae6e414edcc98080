import Simulation
import TCP

/// What is believed of the release of a connection.
extension Belief {
  static let closing: [Belief] = [timeWaitOnBothSides, timeWaitOnTheClient, closeWaitBeforeTheAck, releaseTakesFour]

  private static let timeWaitOnBothSides = Belief("time-wait-on-both-sides") { solution in
    guard case .hosts(let hosts) = solution.key, hosts.count == 1, solution.decidesTimeWait else { return nil }
    return .hosts([.a, .b])
  }

  private static let timeWaitOnTheClient = Belief("time-wait-on-the-client") { solution in
    guard case .hosts(let hosts) = solution.key, hosts != [.a], solution.decidesTimeWait else { return nil }
    return .hosts([.a])
  }

  private static let closeWaitBeforeTheAck = Belief(
    "close-wait-sends-the-fin",
    state: { right, _ in
      right == .lastAck ? .closeWait : nil
    })

  private static let releaseTakesFour = Belief("release-takes-four") { solution in
    guard case .quantity(let quantity) = solution.key, quantity.unit == .segments else { return nil }
    let sent = Played(solution.before, solution.after).sent.map(\.segment)
    // Of all segments of a release, not of one end's or of some kind.
    guard quantity == Quantity(sent.count, .segments), sent.contains(where: { $0.has(.fin) }),
      !sent.contains(where: { $0.has(.syn) })
    else { return nil }
    return .quantity(Quantity(4, .segments))
  }
}

extension Solution {
  /// Whether the answer hangs on who comes into TIME-WAIT.
  fileprivate var decidesTimeWait: Bool {
    guard let decisive, case .state(_, .timeWait) = after.transcript[decisive].kind else { return false }
    return true
  }
}
