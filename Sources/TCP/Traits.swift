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

  package init() {}
}

/// Whose way an endpoint goes through an event: two ways of doing whole sections, not variants of one.
package enum Procedures: Hashable, Sendable {
  /// §3.10 of RFC 9293.
  case rfc9293
  /// The functions of Linux 6, in `Linux`.
  case linux
}
