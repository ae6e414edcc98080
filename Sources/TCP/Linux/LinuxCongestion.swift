/// How many segments Linux has out at once, and what it takes for lost.
struct CongestionControl: Hashable, Sendable {
  /// How many segments may be on their way at once.
  var window = 10
  /// The window before something was lost; it comes back once all that was sent then is acknowledged, and more.
  var windowBeforeLoss = 0
  /// SND.NXT when something was last found lost; nil once more than that is acknowledged.
  var recoveryPoint: SequenceNumber?
  /// Whether it was a timeout that found it.
  var isAfterTimeout = false
  /// How often the same ACK has come again since the last new one.
  var duplicates = 0
  /// How often the SYN, or the SYN,ACK, was sent again.
  var synsSentAgain = 0
}

/// Congestion control as far as it shows: tcp_cwnd_test, tcp_enter_loss, tcp_fastretrans_alert; the window moves as
/// that of the recorded machine's BBR does at the beginning of a connection.
extension Endpoint {
  /// Whether one more segment may go out.
  var congestionAllowsSegment: Bool {
    !traits.hasCongestionWindow || tcb.retransmission.outstandingCount < tcb.linux.congestion.window
  }

  /// tcp_retrans_try_collapse: small segments that follow go out in the same one.
  mutating func prepareRetransmission(at place: Int) {
    tcb.retransmission.merge(at: place, upTo: configuration.maximumSegmentSize)
    if tcb.retransmission.entries[place].control.contains(.syn) { tcb.linux.congestion.synsSentAgain += 1 }
  }

  /// tcp_init_transfer: whoever had to send its SYN again more than once begins with one segment.
  mutating func beginTransferAtLinux(_ transition: inout Transition) {
    guard tcb.retransmission.synTimedOut else { return }
    if tcb.linux.congestion.synsSentAgain > 1 {
      transition.rules.append(.linuxCautiousStart)
      tcb.linux.congestion.window = 1
    }
    guard !tcb.openedPassively else { return }
    tcb.linux.congestion.recoveryPoint = tcb.send.nxt
    tcb.linux.congestion.isAfterTimeout = true
  }

  /// Something was acknowledged: the window opens, and what was taken for lost follows.
  mutating func congestionAcknowledged(_ count: Int, _ transition: inout Transition) {
    tcb.linux.congestion.duplicates = 0
    if let point = tcb.linux.congestion.recoveryPoint {
      if tcb.send.una > point {
        tcb.linux.congestion.recoveryPoint = nil
        tcb.linux.congestion.window = max(tcb.linux.congestion.window, tcb.linux.congestion.windowBeforeLoss)
      } else if tcb.send.una < point, !tcb.linux.congestion.isAfterTimeout {
        tcb.retransmission.loseFront()
      }
    }
    tcb.linux.congestion.window = max(tcb.linux.congestion.window + count, 4)
    var hasNamedRule = false
    while let place = tcb.retransmission.entries.firstIndex(where: \.isLost), congestionAllowsSegment {
      if !hasNamedRule { transition.rules.append(.linuxLostFollows) }
      hasNamedRule = true
      retransmit(at: place, &transition)
      tcb.retransmission.resent(at: place)
    }
  }

  /// The same ACK again, with nothing else in it: the third time shows that the front is lost.
  mutating func congestionDuplicate(_ transition: inout Transition) {
    guard !tcb.retransmission.isEmpty else { return }
    tcb.linux.congestion.duplicates = min(tcb.linux.congestion.duplicates + 1, tcb.retransmission.entries.count - 1)
    guard tcb.linux.congestion.duplicates == 3, tcb.linux.congestion.recoveryPoint == nil else { return }
    transition.rules.append(.linuxFastRetransmit)
    noteLoss(afterTimeout: false)
    retransmitFront(&transition)
    tcb.retransmission.resent(at: 0)
  }

  /// tcp_enter_loss: all that is out is taken for lost.
  mutating func congestionTimeout() {
    guard tcb.state.isSynchronized else { return }
    noteLoss(afterTimeout: true)
    tcb.linux.congestion.window = 1
    tcb.linux.congestion.duplicates = 0
    tcb.retransmission.loseAllBehindFront()
  }

  private mutating func noteLoss(afterTimeout isAfterTimeout: Bool) {
    let isFirst = tcb.linux.congestion.recoveryPoint == nil
    tcb.linux.congestion.windowBeforeLoss = max(
      isFirst ? 0 : tcb.linux.congestion.windowBeforeLoss, tcb.linux.congestion.window)
    tcb.linux.congestion.recoveryPoint = tcb.send.nxt
    tcb.linux.congestion.isAfterTimeout = isAfterTimeout
  }
}
