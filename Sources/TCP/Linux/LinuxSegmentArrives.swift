/// SEGMENT ARRIVES as Linux 6 has it, a function for each of the kernel's own.
///
/// Recorded from a 6.18 kernel. Where it does what RFC 9293 says, the RFC's functions are used; what it does otherwise
/// stands here, and each such branch names its rule of the document "Linux".
extension Endpoint {
  mutating func segmentArrivesAtLinux(_ segment: Segment, _ transition: inout Transition) {
    switch tcb.state {
    case .closed: segmentArrivesInClosed(segment, &transition)
    case .listen: segmentArrivesAtListener(segment, &transition)
    case .synSent: segmentArrivesAtLinuxSynSent(segment, &transition)
    case .synReceived where tcb.openedPassively: segmentArrivesForRequest(segment, &transition)
    case .synReceived: segmentArrivesInSimultaneousOpen(segment, &transition)
    case .timeWait: segmentArrivesForTimeWaitRecord(segment, &transition)
    case .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck:
      segmentArrivesForSynchronizedSocket(segment, &transition)
    }
  }

  /// A listener: tcp_v4_conn_request. It stays, and the connection that begins lives beside it.
  private mutating func segmentArrivesAtListener(_ segment: Segment, _ transition: inout Transition) {
    guard segment.has(.syn), segment.control.isDisjoint(with: [.ack, .rst]) else {
      return segmentArrivesInListen(segment, &transition)
    }
    guard !segment.has(.fin) else {
      transition.rules.append(.linuxListenerDropsSynFin)
      transition.outcome = .dropped
      return
    }
    transition.rules.append(.linuxListenerStays)
    chooseInitialSendSequenceNumber()
    beginRequest(segment, &transition)
  }

  /// Makes a request of a SYN; text on it is thrown away.
  private mutating func beginRequest(_ segment: Segment, _ transition: inout Transition) {
    if segment.text > 0 { transition.rules.append(.linuxTextOfSynIsDropped) }
    tcb.receive.irs = segment.seq
    tcb.receive.nxt = segment.seq + 1
    tcb.state = .synReceived
    transmit([.syn, .ack], &transition)
  }

  /// tcp_rcv_synsent_state_process.
  private mutating func segmentArrivesAtLinuxSynSent(_ segment: Segment, _ transition: inout Transition) {
    transition.outcome = .dropped
    if segment.has(.ack), !(tcb.send.una < segment.ack && segment.ack <= tcb.send.nxt) {
      transition.rules.append(segment.has(.rst) ? .synSentDropsResetOfWrongAck : .synSentResetsWrongAck)
      if !segment.has(.rst) { reset(segment, &transition) }
      sendSynAgainAtOnce(&transition)
      return
    }
    if segment.has(.rst) {
      guard segment.has(.ack) else {
        transition.rules.append(.synSentDropsResetWithoutAck)
        return
      }
      transition.rules.append(.linuxSynSentIsRefused)
      transition.outcome = .accepted
      abandon(.connectionRefused, &transition)
      return
    }
    guard segment.has(.syn) else {
      transition.rules.append(.synSentDropsOther)
      return
    }
    transition.outcome = .accepted
    tcb.receive.irs = segment.seq
    tcb.receive.nxt = segment.seq + 1
    takeWindow(of: segment)
    if segment.text > 0 { transition.rules.append(.linuxTextOfSynIsDropped) }
    if segment.has(.ack) {
      transition.rules.append(.synSentIsAcknowledged)
      takeAcknowledgment(segment.ack, &transition)
      establish(&transition)
      acknowledge(&transition)
    } else {
      transition.rules.append(.synSentMeetsSyn)
      tcb.state = .synReceived
      answerSynWithSynAck(&transition)
    }
  }

  /// A wrong ACK shows that something of an old connection is in the way: the SYN follows the reset, once.
  private mutating func sendSynAgainAtOnce(_ transition: inout Transition) {
    guard let front = tcb.retransmission.front, front.transmissions == 1 else { return }
    transition.rules.append(.linuxSynGoesOutAgain)
    retransmitFront(&transition)
    tcb.retransmission.frontTimedOut()
    tcb.timers.retransmission = nil
  }

  /// tcp_timewait_state_process: what is left of the connection in TIME-WAIT.
  private mutating func segmentArrivesForTimeWaitRecord(_ segment: Segment, _ transition: inout Transition) {
    if segment.seq == tcb.receive.nxt, segment.has(.rst) {
      transition.rules.append(.linuxResetKillsTimeWait)
      deleteTCB()
    } else if segment.seq == tcb.receive.nxt, segment.length == 0 {
      transition.rules.append(.ackIsDuplicate)
      transition.outcome = .ignored
      if segment.has(.ack) { tcb.timers.timeWait = nil }
    } else if segment.has(.syn), segment.control.isDisjoint(with: [.ack, .rst]), tcb.receive.nxt - segment.seq < 0,
      tcb.linux.isListening
    {
      takeTimeWaitForNewConnection(segment, &transition)
    } else if segment.has(.rst) {
      transition.rules.append(.unacceptableResetIsDropped)
      transition.outcome = .dropped
    } else {
      transition.rules.append(.linuxTimeWaitAnswers)
      transition.outcome = .dropped
      acknowledge(&transition)
      if segment.has(.ack) { tcb.timers.timeWait = nil }
    }
  }

  /// The new connection's numbers begin well past the old one's; if it fails, TIME-WAIT does not come back.
  private mutating func takeTimeWaitForNewConnection(_ segment: Segment, _ transition: inout Transition) {
    let iss = tcb.send.nxt + 65537
    deleteTCB()
    guard !segment.has(.fin) else {
      transition.rules.append(.linuxListenerDropsSynFin)
      return
    }
    transition.rules.append(.linuxTimeWaitTakesSyn)
    beginSending(at: iss)
    beginRequest(segment, &transition)
  }
}
