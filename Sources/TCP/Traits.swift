/// What sets profiles apart; as it is made, RFC 9293's.
package struct Traits: Sendable {
  /// Whose way through events and calls.
  package var procedures = Procedures.rfc9293
  /// Whose timeouts.
  package var timers = RetransmissionPolicy.rfc6298
  /// The receive window where none is set, **octets**.
  package var window = 65535
  /// The MSL where none is set.
  ///
  /// - Note: Source: RFC 9293 §3.4.2.
  package var maximumSegmentLifetime = Interval.minutes(2)
  /// Whether the blind attacks of RFC 5961 are warded off.
  package var wardsOffBlindAttacks = true
  /// What each further round of the initial sequence numbers lies above the one before.
  package var numbersPerRound = 0
  /// Whether a FIN goes out with the last text, where that has room to be sent.
  package var finRidesOnText = false
  /// Whether a congestion window bounds how many segments are out at once.
  package var hasCongestionWindow = false
  /// Whether all on which an endpoint's future depends can be read from it, as exploring needs.
  package var showsItsWholeState = true

  // What no TCP should do.

  /// Whether a listener's connection is ESTABLISHED as soon as its SYN,ACK is sent.
  package var isEstablishedBySynAck = false
  /// Whether TIME-WAIT lasts.
  package var keepsTimeWait = true
  /// Whether a RST in TIME-WAIT is ignored.
  package var timeWaitIgnoresResets = false

  // Mistakes, of which the tests make their broken machines: what is taught and asked has to notice each.

  /// Whether an ACK that carries nothing takes a sequence number, at both ends.
  package var ackTakesNumber = false
  /// Whether a FIN takes no sequence number, so that any ACK acknowledges it, and no timer sends it again.
  package var finTakesNoNumber = false
  /// Whether a SYN,ACK acknowledges the SYN's own number, and not the next.
  package var synAckAcknowledgesISN = false
  /// Whether LAST-ACK leads to TIME-WAIT, and what should lead there to CLOSED.
  package var passiveCloserWaits = false
  /// Whether nothing is sent once the peer's FIN has come, and no text taken once one's own is sent.
  package var lacksHalfClose = false
  /// How long after it the third segment of an opening is sent again, once; nil for never.
  package var thirdAckTimeout: Interval?
  /// Whether a RST that ends something is acknowledged.
  package var acknowledgesResets = false
  /// Whether a FIN leads from FIN-WAIT-1 to TIME-WAIT whatever it acknowledges.
  package var skipsClosing = false
  /// Whether 2MSL begins anew when the peer's FIN comes again.
  package var restartsTimeWait = true

  package init() {}
}

/// Whose way an endpoint goes through an event: two ways of doing whole sections, not variants of one.
package enum Procedures: Hashable, Sendable {
  /// §3.10 of RFC 9293.
  case rfc9293
  /// The functions of Linux 6, in `Linux`.
  case linux
}
