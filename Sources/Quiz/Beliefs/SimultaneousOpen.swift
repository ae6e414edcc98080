import Simulation
import TCP

/// What is believed of an end that has sent a SYN and gets one without ACK.
extension Belief {
  static let simultaneousOpen: [Belief] = [synBitAcknowledges, onlySynAckCounts, nobodyListens]

  private static let synBitAcknowledges = Belief("syn-bit-acknowledges", ofCrossingSyns: .established)

  private static let onlySynAckCounts = Belief("only-syn-ack-counts", ofCrossingSyns: .synSent)

  private static let nobodyListens = Belief("nobody-listens", ofCrossingSyns: .closed)

  private init(_ id: String, ofCrossingSyns believed: State) {
    self.init(
      id,
      state: { right, solution in
        guard right == .synReceived, !solution.record.openedPassively, solution.trigger?.control == .syn else {
          return nil
        }
        return believed
      })
  }
}
