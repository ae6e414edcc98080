/// How long to wait for an acknowledgment, and when to give up.
package enum RetransmissionPolicy: Hashable, Sendable {
  case rfc6298
  /// What Linux 6 does.
  case linux
}

extension RetransmissionPolicy {
  /// Whether a segment that has waited so long, and was sent again so often, is given up.
  ///
  /// - Note: Source: RFC 9293 §3.8.3: R2 is at least 100 s, at least three minutes for a SYN. Linux counts
  ///   retransmissions: of a SYN six, and four that do not back off; of a listener's SYN,ACK five; else fifteen.
  func givesUp(on front: RetransmissionQueue.Entry, of tcb: TransmissionControlBlock, at now: Instant) -> Bool {
    let isSyn = front.control.contains(.syn)
    switch self {
    case .rfc6298:
      return now - front.frontSince >= (isSyn ? .minutes(3) : .seconds(100))
    case .linux:
      let most =
        switch tcb.state {
        case .synSent: 6 + Self.linearSynTimeouts
        case .synReceived: tcb.openedPassively ? 5 : 6
        case .closed, .listen, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait: 15
        }
      return front.transmissions - 1 >= most
    }
  }

  /// Whether the timeout stays as it is when the front goes out again, instead of doubling (RFC 6298 §5.5).
  func keepsTimeout(of front: RetransmissionQueue.Entry, in state: State) -> Bool {
    switch self {
    case .rfc6298: false
    case .linux: state == .synSent && front.transmissions <= Self.linearSynTimeouts
    }
  }

  /// How many times a SYN of Linux goes out again before its timeout begins to double (tcp_syn_linear_timeouts).
  private static let linearSynTimeouts = 4

  /// The timeout for a measured round-trip time.
  ///
  /// - Note: Source: RFC 6298 §2.2 to §2.4, one second at least; at Linux it is the variation's part that is 200 ms
  ///   at least.
  func timeout(smoothedRoundTrip: Interval, variation: Interval) -> Interval {
    switch self {
    case .rfc6298: max(.seconds(1), smoothedRoundTrip + 4 * variation)
    case .linux: smoothedRoundTrip + max(.milliseconds(200), 4 * variation)
    }
  }

  /// Which of the segments that one ACK covers tells the round-trip time, if any does.
  ///
  /// - Note: Source: RFC 6298 §3 (Karn). Linux takes the oldest, and none where one of them was sent twice.
  func roundTrip(of acknowledged: ArraySlice<RetransmissionQueue.Entry>) -> RetransmissionQueue.Entry? {
    switch self {
    case .rfc6298: acknowledged.last { !$0.isAmbiguous }
    case .linux: acknowledged.contains(where: \.isAmbiguous) ? nil : acknowledged.first
    }
  }

  /// The longest timeout that back-off leads to; RFC 6298 §2.5 wants sixty seconds at least, if there is a limit.
  var maximumTimeout: Interval {
    switch self {
    case .rfc6298: .minutes(60)
    case .linux: .seconds(120)
    }
  }

  /// Whether the user timeout of RFC 9293 §3.9.1.1 runs where nobody has set one.
  var hasUserTimeout: Bool {
    switch self {
    case .rfc6298: true
    case .linux: false
    }
  }

  /// When a retransmission timer goes off that is set at an instant.
  func expiry(of timeout: Interval, from now: Instant) -> Instant {
    switch self {
    case .rfc6298: now + timeout
    case .linux: LinuxTimerWheel.expiry(of: timeout, from: now)
    }
  }
}
