import Simulation
import TCP

/// What is believed of the states while a connection opens.
extension Belief {
  static let states: [Belief] = [
    establishedTooEarly, bothEstablishedTogether, synReceivedMeansNotAcknowledged, listenBecomesSynSent,
    synSentSynReceivedMixedUp, thirdAckLostFails,
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

  private static let synReceivedMeansNotAcknowledged = Belief(
    "syn-received-means-not-acknowledged", state: { right, _ in right == .synReceived ? .listen : nil })

  private static let listenBecomesSynSent = Belief(
    "listen-becomes-syn-sent",
    state: { right, _ in
      right == .listen || right == .synReceived ? .synSent : nil
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
    state: { _, solution in
      Host.allCases.contains { solution.wasLost(.ack, from: $0) } ? .closed : nil
    })
}
