import TCP

/// RFC 9293 with one mistake each. Their ids and what they do stand at the head of `Quizzes/archetypes.yaml`.
extension Profile {
  static let broken = [
    acksTakeANumber, finTakesNone, synAckAcknowledgesISN, passiveCloserWaits, nobodyWaits, noHalfClose,
    thirdAckByTimer, resetIsAcknowledged, closingIsSkipped, timeWaitIsNotRestarted,
  ]

  static let acksTakeANumber = Profile("ack-takes-a-number", rfc9293.traits) { $0.ackTakesNumber = true }
  static let finTakesNone = Profile("fin-takes-none", rfc9293.traits) { $0.finTakesNoNumber = true }
  static let synAckAcknowledgesISN = Profile("syn-ack-acknowledges-isn", rfc9293.traits) {
    $0.synAckAcknowledgesISN = true
  }
  static let passiveCloserWaits = Profile("passive-closer-waits", rfc9293.traits) { $0.passiveCloserWaits = true }
  static let nobodyWaits = Profile("nobody-waits", rfc9293.traits) { $0.keepsTimeWait = false }
  static let noHalfClose = Profile("no-half-close", rfc9293.traits) { $0.lacksHalfClose = true }
  /// Sooner than the SYN,ACK, so that it is the timer that mends the loss.
  static let thirdAckByTimer = Profile("third-ack-by-timer", rfc9293.traits) {
    $0.thirdAckTimeout = .milliseconds(500)
  }
  static let resetIsAcknowledged = Profile("reset-is-acknowledged", rfc9293.traits) { $0.acknowledgesResets = true }
  static let closingIsSkipped = Profile("closing-is-skipped", rfc9293.traits) { $0.skipsClosing = true }
  static let timeWaitIsNotRestarted = Profile("2msl-not-restarted", rfc9293.traits) { $0.restartsTimeWait = false }
}
