import Simulation
import TCP

/// What is believed of who sends again when the third segment is lost.
extension Belief {
  static let retransmissions: [Belief] = [pureAckIsRetransmitted, bothEndsSendAgain, lossStaysUnnoticed]

  private static let pureAckIsRetransmitted = Belief("pure-ack-is-retransmitted") { solution in
    solution.isSynAckSentAgain ? .hosts([solution.host.peer]) : nil
  }

  private static let bothEndsSendAgain = Belief("both-ends-send-again") { solution in
    solution.isSynAckSentAgain ? .hosts([.a, .b]) : nil
  }

  private static let lossStaysUnnoticed = Belief("loss-stays-unnoticed") { solution in
    solution.isSynAckSentAgain ? .hosts([]) : nil
  }
}

extension Solution {
  /// Whether the answer is who sends the SYN,ACK again because the third segment was lost.
  fileprivate var isSynAckSentAgain: Bool {
    guard case .hosts(let hosts) = key, hosts == [host], let decisive, wasLost(.ack, from: host.peer),
      case .send(let segment, _, true) = after.transcript[decisive].kind
    else { return false }
    return segment.control == [.syn, .ack]
  }
}
