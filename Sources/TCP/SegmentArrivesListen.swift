/// SEGMENT ARRIVES in LISTEN: RFC 9293 §3.10.7.2, a function a step.
extension Endpoint {
  mutating func segmentArrivesInListen(_ segment: Segment, _ transition: inout Transition) {
    if listenFirstCheckForReset(segment, &transition) { return }
    if listenSecondCheckForAck(segment, &transition) { return }
    if listenThirdCheckForSyn(segment, &transition) { return }
    listenFourthOtherText(&transition)
  }

  private func listenFirstCheckForReset(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.rst) else { return false }
    transition.rules.append(.listenIgnoresReset)
    transition.outcome = .ignored
    return true
  }

  private mutating func listenSecondCheckForAck(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.ack) else { return false }
    transition.rules.append(.listenResetsAck)
    transition.outcome = .dropped
    reset(segment, &transition)
    return true
  }

  private mutating func listenThirdCheckForSyn(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.syn) else { return false }
    transition.rules.append(.listenAnswersSyn)
    chooseInitialSendSequenceNumber()
    tcb.receive.irs = segment.seq
    tcb.receive.nxt = segment.seq + 1
    takeWindow(of: segment)
    keepTextOfSyn(segment, &transition)
    tcb.state = .synReceived
    transmit([.syn, .ack], &transition)
    if traits.isEstablishedBySynAck { establishBySynAck(&transition) }
    return true
  }

  /// The connection is there before the peer has acknowledged anything, so text of its SYN need not wait either. The
  /// SYN,ACK stays on the retransmission queue: what makes up for its loss is the timer, as in ESTABLISHED.
  private mutating func establishBySynAck(_ transition: inout Transition) {
    transition.rules.append(.whatIfTwoWay)
    establish(&transition)
    let textWasTaken = takeOutOfOrderText(&transition)
    let finWasTaken = eighthCheckFin(&transition)
    if textWasTaken || finWasTaken { acknowledge(&transition) }
  }

  private func listenFourthOtherText(_ transition: inout Transition) {
    transition.rules.append(.listenDropsOther)
    transition.outcome = .dropped
  }

  /// Keeps text and FIN that ride on a SYN until the connection is established, as far as the window goes.
  mutating func keepTextOfSyn(_ segment: Segment, _ transition: inout Transition) {
    guard segment.text > 0 || segment.has(.fin) else { return }
    transition.rules.append(.textOfSynIsKept)
    let text = min(segment.text, tcb.receive.wnd)
    keepOutOfOrder(segment.seq + 1, text: text, fin: segment.has(.fin) && segment.text < tcb.receive.wnd)
  }
}
