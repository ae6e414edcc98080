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
    case .delayedAck: delayedAckTimeout(&transition)
    }
  }

  private mutating func userTimeout(_ transition: inout Transition) {
    transition.rules.append(.userTimeout)
    abandon(.userTimeout, &transition)
  }

  private mutating func retransmissionTimeout(_ transition: inout Transition) {
    guard let front = tcb.retransmission.front else { return }
    if traits.timers.givesUp(on: front, of: tcb, at: transition.at) {
      transition.rules.append(.retransmissionGivesUp)
      if tcb.linux.isListening, tcb.state == .synReceived {
        transition.rules.append(.linuxRequestIsDropped)
        deleteTCB()
      } else {
        abandon(.timedOut, &transition)
      }
      return
    }
    transition.rules.append(.retransmission)
    retransmitFront(&transition)
    tcb.retransmission.frontTimedOut()
    if traits.hasCongestionWindow { congestionTimeout() }
    if traits.timers.keepsTimeout(of: front, in: tcb.state) {
      transition.rules.append(.linuxSynTimeoutStays)
    } else {
      transition.rules.append(.retransmissionBacksOff)
      tcb.retransmission.backOff(traits.timers)
    }
  }

  private mutating func timeWaitTimeout(_ transition: inout Transition) {
    transition.rules.append(.timeWaitEnds)
    deleteTCB()
  }

  private mutating func delayedAckTimeout(_ transition: inout Transition) {
    transition.rules.append(.linuxDelayedAckGoesOut)
    acknowledge(&transition)
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
      tcb.timers.retransmission = traits.timers.expiry(of: tcb.retransmission.timeout, from: transition.at)
    }
    let isAwaited = !tcb.retransmission.isEmpty || (tcb.send.unsent > 0 && tcb.state.isSynchronized)
    if !isAwaited || !traits.timers.hasUserTimeout {
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
