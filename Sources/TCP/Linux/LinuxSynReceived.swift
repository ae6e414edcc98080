/// SYN-RECEIVED as Linux 6 has it: a request beside its listener, or the socket of a simultaneous open.
extension Endpoint {
  /// tcp_check_req.
  mutating func segmentArrivesForRequest(_ segment: Segment, _ transition: inout Transition) {
    transition.outcome = .dropped
    if segment.has(.syn), segment.control.isDisjoint(with: [.ack, .rst]), segment.seq == tcb.receive.irs {
      transition.rules.append(.repeatedSynGetsSynAck)
      retransmitFront(&transition)
      tcb.timers.retransmission = nil
      return
    }
    if segment.has(.ack), !segment.has(.rst), segment.ack != tcb.send.nxt {
      transition.rules.append(.synReceivedResetsWrongAck)
      reset(segment, &transition)
      return
    }
    guard isInRequestWindow(segment) else {
      transition.rules.append(segment.has(.rst) ? .unacceptableResetIsDropped : .unacceptableIsAcknowledged)
      if !segment.has(.rst) { acknowledge(&transition) }
      return
    }
    if segment.has(.rst) {
      guard segment.seq == tcb.receive.nxt else {
        transition.rules.append(.resetInWindowIsChallenged)
        acknowledge(&transition)
        return
      }
      transition.rules.append(.resetIsExact)
      transition.rules.append(.linuxRequestIsDropped)
      transition.outcome = .accepted
      deleteTCB()
      return
    }
    if segment.has(.syn), segment.seq == tcb.receive.irs {
      transition.rules.append(.synIsChallenged)
      acknowledge(&transition)
      return
    }
    if segment.has(.syn) {
      transition.rules.append(.linuxRequestMeetsSyn)
      reset(segment, &transition)
      deleteTCB()
      return
    }
    guard segment.has(.ack) else {
      transition.rules.append(.segmentWithoutAckIsDropped)
      return
    }
    transition.outcome = .accepted
    transition.rules.append(.synReceivedIsAcknowledged)
    takeAcknowledgment(segment.ack, &transition)
    // What the kernel counts as acknowledged begins with the socket, which is made here.
    tcb.linux.octetsAcknowledged = 0
    takeWindow(of: segment)
    establish(&transition)
    segmentArrivesForSynchronizedSocket(segment, &transition)
  }

  private func isInRequestWindow(_ segment: Segment) -> Bool {
    let start = tcb.receive.nxt
    let edge = start + tcb.receive.wnd
    if segment.seq == start { return true }
    if segment.end > start, segment.seq < edge { return true }
    return segment.seq == edge && segment.length == 0
  }

  /// tcp_rcv_state_process in TCP_SYN_RECV.
  mutating func segmentArrivesInSimultaneousOpen(_ segment: Segment, _ transition: inout Transition) {
    guard !segment.control.isDisjoint(with: [.ack, .rst, .syn]) else {
      transition.rules.append(.segmentWithoutAckIsDropped)
      transition.outcome = .dropped
      return
    }
    let isSynAck =
      segment.control == [.syn, .ack] && segment.seq == tcb.receive.irs && segment.length == 1
      && segment.ack == tcb.send.nxt
    guard isSynAck || passesKernelValidation(segment, &transition) else { return }
    guard tcb.send.una <= segment.ack, segment.ack <= tcb.send.nxt else {
      transition.rules.append(.synReceivedResetsWrongAck)
      transition.outcome = .dropped
      reset(segment, &transition)
      return
    }
    transition.rules.append(isSynAck ? .linuxSynAckIsAnswered : .synReceivedIsAcknowledged)
    if segment.ack == tcb.send.una { transition.rules.append(.linuxOldAckEstablishes) }
    takeAcknowledgment(segment.ack, &transition)
    takeWindow(of: segment)
    establish(&transition)
    segmentize(&transition)
    if isSynAck {
      tcb.linux.delaysAcks = true
      acknowledge(&transition)
    } else {
      processKernelText(segment, &transition)
    }
  }
}
