import Simulation
import TCP

/// What is believed of the states while a connection opens.
extension Belief {
  static let states: [Belief] = [
    listenBecomesSynSent, bothEstablishedTogether, establishedTooEarly, synReceivedByThePeer, waitingIsListening,
    thirdAckLostFails, handshakeLossFails, fallsBackToListen,
  ]

  private static let listenBecomesSynSent = Belief(
    "listen-becomes-syn-sent",
    state: { right, solution in
      right == .synReceived && solution.record.openedPassively ? .synSent : nil
    })

  private static let bothEstablishedTogether = Belief(
    "both-established-together",
    state: { right, solution in
      guard right == .synReceived || right == .synSent, solution.state(of: solution.host.peer) == .established else {
        return nil
      }
      return .established
    })

  private static let establishedTooEarly = Belief(
    "established-too-early",
    state: { right, _ in
      right == .synReceived || right == .synSent ? .established : nil
    })

  private static let synReceivedByThePeer = Belief(
    "syn-sent-syn-received-mixed-up",
    state: { right, _ in
      right == .synSent ? .synReceived : nil
    })

  private static let waitingIsListening = Belief(
    "waiting-is-listening",
    state: { right, _ in
      right == .synSent ? .listen : nil
    })

  private static let thirdAckLostFails = Belief(
    "third-ack-lost-fails",
    state: { right, solution in
      right == .synReceived && solution.wasLost(.ack, from: solution.host.peer) ? .closed : nil
    })

  private static let handshakeLossFails = Belief(
    "handshake-loss-fails",
    state: { right, solution in
      guard right == .synSent,
        solution.wasLost(.syn, from: solution.host) || solution.wasLost([.syn, .ack], from: solution.host.peer)
      else { return nil }
      return .closed
    })

  private static let fallsBackToListen = Belief(
    "falls-back-to-listen",
    state: { right, solution in
      guard right == .synReceived, solution.record.openedPassively, solution.wasLost(.ack, from: solution.host.peer)
      else { return nil }
      return .listen
    })
}
