import Simulation
import TCP

/// What is believed of the states while a connection opens.
extension Belief {
  static let states: [Belief] = [
    establishedTooEarly, synSentSynReceivedMixedUp, thirdAckLostFails, thirdAckLostBackToListen,
    bothEstablishedTogether,
    listenBecomesSynSent,
  ]

  private static let establishedTooEarly = Belief(
    "established-too-early",
    state: { right, _ in
      right == .synReceived || right == .synSent ? .established : nil
    })

  private static let bothEstablishedTogether = Belief(
    "both-established-together",
    state: { _, solution in
      solution.after.network.state(of: solution.host.peer)
    })

  private static let listenBecomesSynSent = Belief(
    "listen-becomes-syn-sent",
    state: { right, solution in
      right == .synReceived && solution.record.openedPassively ? .synSent : nil
    })

  private static let synSentSynReceivedMixedUp = Belief(
    "syn-sent-syn-received-mixed-up",
    state: { right, _ in
      switch right {
      case .synSent: .synReceived
      case .synReceived: .synSent
      case .closed, .listen, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait: nil
      }
    })

  private static let thirdAckLostFails = Belief(
    "third-ack-lost-fails",
    state: { right, solution in
      right == .synReceived && solution.wasLost(.ack, from: solution.host.peer) ? .closed : nil
    })

  private static let thirdAckLostBackToListen = Belief(
    "third-ack-lost-back-to-listen",
    state: { right, solution in
      right == .synReceived && solution.wasLost(.ack, from: solution.host.peer) ? .listen : nil
    })
}
