/// The synchronized states as Linux 6 has them: tcp_validate_incoming, tcp_ack, tcp_data_queue.
extension Endpoint {
  mutating func segmentArrivesForSynchronizedSocket(_ segment: Segment, _ transition: inout Transition) {
    guard !segment.control.isDisjoint(with: [.ack, .rst, .syn]) else {
      transition.rules.append(.segmentWithoutAckIsDropped)
      transition.outcome = .dropped
      return
    }
    guard passesKernelValidation(segment, &transition), takesKernelAck(segment, &transition) else { return }
    switch tcb.state {
    case .finWait1:
      if tcb.finIsAcknowledged {
        transition.rules.append(.finIsAcknowledged)
        tcb.state = .finWait2
      }
    case .closing:
      if tcb.finIsAcknowledged {
        transition.rules.append(.closingIsAcknowledged)
        tcb.state = .timeWait
        return
      }
    case .lastAck:
      if tcb.finIsAcknowledged {
        transition.rules.append(.lastAckIsAcknowledged)
        deleteTCB()
        return
      }
    case .established, .finWait2, .closeWait, .closed, .listen, .synSent, .synReceived, .timeWait:
      break
    }
    processKernelText(segment, &transition)
  }

  // MARK: tcp_validate_incoming

  /// Sequence number, RST and SYN, in the kernel's order.
  ///
  /// - Returns: whether the segment goes on to its ACK.
  mutating func passesKernelValidation(_ segment: Segment, _ transition: inout Transition) -> Bool {
    let isAcceptable = isAcceptableToKernel(segment)
    if segment.has(.rst) {
      takeKernelReset(segment, isAcceptable: isAcceptable, &transition)
      return false
    }
    if segment.has(.syn) {
      transition.rules.append(.synIsChallenged)
      transition.outcome = .dropped
      acknowledge(&transition)
      return false
    }
    guard isAcceptable else {
      transition.rules.append(.unacceptableIsAcknowledged)
      transition.outcome = .dropped
      if segment.length > 0, segment.seq < tcb.receive.nxt { tcb.linux.delaysAcks = true }
      acknowledge(&transition)
      return false
    }
    transition.rules.append(.linuxSequenceTest)
    return true
  }

  /// tcp_sequence: from the last number acknowledged to the right edge of the window, both included.
  private func isAcceptableToKernel(_ segment: Segment) -> Bool {
    let edge = tcb.kernelRightEdge
    guard segment.end >= tcb.linux.acknowledged else { return false }
    guard segment.end > edge else { return true }
    if segment.end - (segment.has(.fin) ? 1 : 0) <= edge { return true }
    return segment.seq <= edge && tcb.receive.readable == 0 && tcb.receive.fin == nil
  }

  private mutating func takeKernelReset(_ segment: Segment, isAcceptable: Bool, _ transition: inout Transition) {
    let hasPeerFin = tcb.receive.fin != nil
    let isExact = segment.seq == tcb.receive.nxt
    let isOneBefore = hasPeerFin && segment.seq == tcb.receive.nxt - 1
    if isExact || isOneBefore {
      transition.rules.append(isExact ? .resetIsExact : .linuxResetAtFin)
      transition.rules.append(.resetEndsConnection)
      abandon(.connectionReset, &transition)
      return
    }
    transition.outcome = .dropped
    transition.rules.append(isAcceptable ? .resetInWindowIsChallenged : .unacceptableResetIsDropped)
    if isAcceptable { acknowledge(&transition) }
  }

  // MARK: tcp_ack

  private mutating func takesKernelAck(_ segment: Segment, _ transition: inout Transition) -> Bool {
    let oldest = tcb.send.una - min(tcb.send.maximumWindow, tcb.linux.octetsAcknowledged)
    if segment.ack > tcb.send.nxt || segment.ack < oldest {
      transition.rules.append(segment.ack > tcb.send.nxt ? .ackOfUnsentIsAnswered : .ackTooOldIsChallenged)
      transition.outcome = .dropped
      acknowledge(&transition)
      return false
    }
    guard segment.ack >= tcb.send.una else { return true }
    let isNew = segment.ack > tcb.send.una
    let tellsWindow =
      isNew || segment.seq > tcb.send.wl1
      || (segment.seq == tcb.send.wl1 && (segment.window > tcb.send.wnd || segment.window == 0))
    if tellsWindow { takeWindow(of: segment) }
    if isNew {
      transition.rules.append(.ackIsNew)
      let countBefore = tcb.retransmission.entries.count
      takeAcknowledgment(segment.ack, &transition)
      congestionAcknowledged(countBefore - tcb.retransmission.entries.count, &transition)
    } else if segment.length == 0, transition.from == tcb.state {
      transition.rules.append(.ackIsDuplicate)
      transition.outcome = .ignored
      if !tellsWindow { congestionDuplicate(&transition) }
    }
    return true
  }

  // MARK: tcp_data_queue and tcp_fin

  mutating func processKernelText(_ segment: Segment, _ transition: inout Transition) {
    let sentBefore = tcb.send.nxt
    var answer = false
    if segment.length > 0 {
      switch tcb.state {
      case .established, .finWait1, .finWait2: answer = queueKernelText(segment, &transition)
      case .closeWait, .closing, .lastAck: answer = ignoreKernelText(segment, &transition)
      case .closed, .listen, .synSent, .synReceived, .timeWait: break
      }
    }
    guard tcb.state != .closed, tcb.state != .listen else { return }
    segmentize(&transition)
    if answer, tcb.send.nxt == sentBefore { acknowledge(&transition) }
  }

  private mutating func queueKernelText(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.end > tcb.receive.nxt else {
      transition.rules.append(.unacceptableIsAcknowledged)
      tcb.linux.delaysAcks = true
      return true
    }
    guard segment.seq <= tcb.receive.nxt else {
      transition.rules.append(.outOfOrderTextIsKept)
      keepOutOfOrder(segment)
      return true
    }
    if segment.text > 0 { tcb.linux.delaysAcks = true }
    let isEstablished = tcb.state == .established
    guard takeInOrder(segment, &transition), isEstablished, tcb.linux.delaysAcks else { return true }
    delayAck(&transition)
    return false
  }

  /// The ACK of a FIN waits for something to ride on.
  private mutating func delayAck(_ transition: inout Transition) {
    transition.rules.append(.linuxFinAckIsDelayed)
    tcb.timers.delayedAck = transition.at + .milliseconds(40)
  }

  /// After the peer's FIN: new octets in front of it reset, old ones are acknowledged, the rest is ignored.
  private mutating func ignoreKernelText(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.seq < tcb.receive.nxt else {
      transition.rules.append(segment.text > 0 ? .textAfterFinIsIgnored : .secondFinIsIgnored)
      transition.outcome = .ignored
      return false
    }
    let textEnd = segment.seq + segment.text
    if textEnd > tcb.receive.nxt {
      transition.rules.append(.linuxTextAfterFinResets)
      reset(segment, &transition)
      abandon(.connectionReset, &transition)
      return false
    }
    transition.rules.append(.unacceptableIsAcknowledged)
    transition.outcome = .dropped
    guard segment.has(.fin), textEnd == tcb.receive.nxt else {
      tcb.linux.hasDuplicateAfterFin = true
      return true
    }
    // A second FIN in the place of the next octet is taken for one; after a duplicate no ACK waits.
    tcb.receive.nxt += 1
    guard !tcb.linux.hasDuplicateAfterFin else { return true }
    delayAck(&transition)
    return false
  }
}
