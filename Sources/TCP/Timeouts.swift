/// Timeouts: RFC 9293 §3.10.8, and when the timers run.
extension Endpoint {
  mutating func timeout(_ timer: Timer, _ transition: inout Transition) {
    guard tcb.timers[timer] != nil else {
      transition.outcome = .ignored
      return
    }
    tcb.timers[timer] = nil
    switch timer {
    case .user: userTimeout(&transition)
    case .retransmission: retransmissionTimeout(&transition)
    case .timeWait: timeWaitTimeout(&transition)
    }
  }

  private mutating func userTimeout(_ transition: inout Transition) {
    transition.rules.append(.userTimeout)
    abandon(.userTimeout, &transition)
  }

  private mutating func retransmissionTimeout(_ transition: inout Transition) {
    guard let front = tcb.retransmission.front else { return }
    if profile.givesUp(
      on: front.control.contains(.syn) ? .syn : .other, waited: transition.at - front.firstSent,
      retransmissions: front.transmissions - 1)
    {
      transition.rules.append(.retransmissionGivesUp)
      abandon(.timedOut, &transition)
      return
    }
    transition.rules.append(.retransmission)
    transition.rules.append(.retransmissionBacksOff)
    retransmitFront(&transition)
    tcb.retransmission.frontTimedOut(maximum: profile.maximumRetransmissionTimeout)
  }

  private mutating func timeWaitTimeout(_ transition: inout Transition) {
    transition.rules.append(.timeWaitEnds)
    deleteTCB()
  }

  /// Lets each timer run exactly while it has something to wait for.
  ///
  /// The retransmission timer runs while something is unacknowledged (RFC 6298 §5.1 to §5.3), the user timer while
  /// the user waits for something to be sent or acknowledged, the TIME-WAIT timer in TIME-WAIT. Whoever makes
  /// progress clears its timer; here it is started again.
  mutating func setTimers(_ transition: inout Transition) {
    if tcb.retransmission.isEmpty {
      tcb.timers.retransmission = nil
    } else if tcb.timers.retransmission == nil {
      tcb.timers.retransmission = transition.at + tcb.retransmission.timeout
    }
    let isAwaited = !tcb.retransmission.isEmpty || (tcb.send.unsent > 0 && tcb.state.isSynchronized)
    if !isAwaited {
      tcb.timers.user = nil
    } else if tcb.timers.user == nil {
      tcb.timers.user = transition.at + configuration.userTimeout
    }
    if tcb.state != .timeWait {
      tcb.timers.timeWait = nil
    } else if tcb.timers.timeWait == nil {
      tcb.timers.timeWait = transition.at + 2 * configuration.maximumSegmentLifetime
    }
  }

  func reportTimers(since before: TimerTable, _ transition: inout Transition) {
    guard before != tcb.timers else { return }
    for timer in Timer.allCases where before[timer] != tcb.timers[timer] {
      if let due = tcb.timers[timer] {
        transition.effects.append(.start(timer, due: due))
      } else {
        transition.effects.append(.stop(timer))
      }
    }
  }
}

extension Profile {
  enum Retransmitted { case syn, other }

  /// Whether a segment that has waited so long, and was sent again so often, is given up.
  ///
  /// - Note: Source: RFC 9293 §3.8.3: R2 is at least 100 s, at least three minutes for a SYN. Linux counts:
  ///   six retransmissions of a SYN, fifteen of anything else.
  func givesUp(on what: Retransmitted, waited: Interval, retransmissions: Int) -> Bool {
    switch self {
    case .rfc9293, .rfc793: waited >= (what == .syn ? .minutes(3) : .seconds(100))
    case .linux: retransmissions >= (what == .syn ? 6 : 15)
    }
  }

  /// The shortest timeout that a measured round-trip time leads to (RFC 6298 §2.4).
  var minimumRetransmissionTimeout: Interval {
    switch self {
    case .rfc9293, .rfc793: .seconds(1)
    case .linux: .milliseconds(200)
    }
  }

  /// The longest timeout that back-off leads to (RFC 6298 §2.5).
  var maximumRetransmissionTimeout: Interval? {
    switch self {
    case .rfc9293, .rfc793: nil
    case .linux: .seconds(120)
    }
  }
}
