/// SEGMENT ARRIVES in SYN-SENT: RFC 9293 §3.10.7.3, a function a step.
extension Endpoint {
  mutating func segmentArrivesInSynSent(_ segment: Segment, _ transition: inout Transition) {
    if synSentFirstCheckAck(segment, &transition) { return }
    if synSentSecondCheckReset(segment, &transition) { return }
    // Third, security: no compartments here.
    if synSentFourthCheckSyn(segment, &transition) { return }
    synSentFifthDropOther(&transition)
  }

  private mutating func synSentFirstCheckAck(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.ack), segment.ack <= tcb.send.iss || segment.ack > tcb.send.nxt else { return false }
    transition.outcome = .dropped
    guard !segment.has(.rst) else {
      transition.rules.append(.synSentDropsResetOfWrongAck)
      return true
    }
    transition.rules.append(.synSentResetsWrongAck)
    reset(segment, &transition)
    return true
  }

  private mutating func synSentSecondCheckReset(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.rst) else { return false }
    guard segment.has(.ack) else {
      transition.rules.append(.synSentDropsResetWithoutAck)
      transition.outcome = .dropped
      return true
    }
    transition.rules.append(.synSentIsReset)
    abandon(.connectionReset, &transition)
    return true
  }

  private mutating func synSentFourthCheckSyn(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.syn) else { return false }
    tcb.receive.irs = segment.seq
    tcb.receive.nxt = segment.seq + 1
    takeWindow(of: segment)
    if segment.has(.ack) {
      transition.rules.append(.synSentIsAcknowledged)
      takeAcknowledgment(segment.ack, &transition)
      establish(&transition)
      keepTextOfSyn(segment, &transition)
      acknowledge(&transition)
      if let timeout = traits.thirdAckTimeout { tcb.timers.delayedAck = transition.at + timeout }
      let textWasTaken = takeOutOfOrderText(&transition)
      let finWasTaken = eighthCheckFin(&transition)
      if textWasTaken || finWasTaken { acknowledge(&transition) }
      segmentize(&transition)
    } else {
      transition.rules.append(.synSentMeetsSyn)
      keepTextOfSyn(segment, &transition)
      tcb.state = .synReceived
      answerSynWithSynAck(&transition)
    }
    return true
  }

  private func synSentFifthDropOther(_ transition: inout Transition) {
    transition.rules.append(.synSentDropsOther)
    transition.outcome = .dropped
  }

  /// Sends the SYN,ACK of a simultaneous open: the SYN's own number again, so SND.NXT stays and no entry is added.
  mutating func answerSynWithSynAck(_ transition: inout Transition) {
    let segment = Segment(
      seq: tcb.send.iss, ack: tcb.receive.nxt, control: [.syn, .ack], window: tcb.receive.wnd)
    tcb.retransmission.frontSentAgain()
    put(segment, &transition)
  }
}
