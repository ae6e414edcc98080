/// SEGMENT ARRIVES in the eight other states: RFC 9293 §3.10.7.4, a function a step, in the RFC's order.
extension Endpoint {
  mutating func segmentArrivesOtherwise(_ arrived: Segment, _ transition: inout Transition) {
    var segment = arrived
    guard firstCheckSequenceNumber(&segment, &transition) else { return }
    guard secondCheckReset(segment, &transition) else { return }
    // Third, security: no compartments here.
    guard fourthCheckSyn(segment, &transition) else { return }
    if traits.ackTakesNumber, segment.control == .ack, segment.text == 0, segment.seq == tcb.receive.nxt {
      tcb.receive.nxt += 1
    }
    guard fifthCheckAck(segment, &transition) else { return }
    // Sixth, urgent: the urgent pointer plays no part in opening or closing.
    var answer = seventhProcessText(segment, &transition)
    // Text that a closed window has cut away wholly is asked for again.
    if segment.length == 0, arrived.text > 0 || arrived.has(.fin) { answer = true }
    if eighthCheckFin(&transition) { answer = true }
    let sentBefore = tcb.send.nxt
    segmentize(&transition)
    if answer, tcb.send.nxt == sentBefore { acknowledge(&transition) }
  }
}

// MARK: - First, check sequence number

extension Endpoint {
  /// Refuses what lies outside the receive window, and cuts the rest down to what lies inside.
  ///
  /// - Returns: whether the next step follows.
  private mutating func firstCheckSequenceNumber(_ segment: inout Segment, _ transition: inout Transition) -> Bool {
    if resendSynAckForRepeatedSyn(segment, &transition) { return false }
    if takeSynAckOfSimultaneousOpen(&segment, &transition) { return true }
    guard isAcceptable(segment) else {
      refuse(segment, &transition)
      return false
    }
    transition.rules.append(.sequenceIsAcceptable)
    trimToWindow(&segment, &transition)
    return true
  }

  /// Table 6 of §3.4: where a segment may lie, by its length and the window's.
  ///
  /// A SYN and a RST are judged by their own place, SEG.SEQ: the text behind them would be trimmed to the window, which
  /// leaves a SYN or a RST before it out.
  private func isAcceptable(_ segment: Segment) -> Bool {
    let start = tcb.receive.nxt
    let window = tcb.receive.wnd
    let beginsInside = segment.seq.isIn(windowAt: start, size: window)
    switch (segment.length, window) {
    case (0, 0): return segment.seq == start
    case (0, _): return beginsInside
    case (_, 0): return segment.seq == start && !segment.has(.syn)  // for its ACK and RST only (MUST-66)
    case (_, _) where segment.has(.syn) || segment.has(.rst): return beginsInside
    case (_, _): return beginsInside || (segment.end - 1).isIn(windowAt: start, size: window)
    }
  }

  private mutating func refuse(_ segment: Segment, _ transition: inout Transition) {
    transition.outcome = .dropped
    guard !segment.has(.rst) else {
      transition.rules.append(.unacceptableResetIsDropped)
      return
    }
    transition.rules.append(.unacceptableIsAcknowledged)
    if tcb.state == .timeWait, segment.has(.fin), segment.end == tcb.receive.nxt {
      transition.rules.append(.repeatedFinRestartsTimeWait)
      if traits.restartsTimeWait { tcb.timers.timeWait = nil }
    }
    acknowledge(&transition)
  }

  /// In SYN-RECEIVED the peer's SYN again: the SYN,ACK was lost, so it goes out again.
  private mutating func resendSynAckForRepeatedSyn(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard tcb.state == .synReceived, segment.seq == tcb.receive.irs,
      segment.has(.syn), segment.control.isDisjoint(with: [.ack, .rst])
    else { return false }
    transition.rules.append(.repeatedSynGetsSynAck)
    transition.outcome = .dropped
    retransmitFront(&transition)
    tcb.retransmission.frontSentAgain()
    return true
  }

  /// In a simultaneous open the peer's SYN,ACK repeats its SYN, which is old: only its ACK is new.
  private mutating func takeSynAckOfSimultaneousOpen(
    _ segment: inout Segment, _ transition: inout Transition
  ) -> Bool {
    guard tcb.state == .synReceived, !tcb.openedPassively, segment.seq == tcb.receive.irs,
      segment.has([.syn, .ack]), !segment.has(.rst), acknowledgesSomethingNew(segment)
    else { return false }
    transition.rules.append(.synAckOfSimultaneousOpen)
    segment.control.remove(.syn)
    segment.seq += 1
    trimToWindow(&segment, &transition)
    return true
  }

  /// Makes of the segment what the RFC calls the idealized one: it begins at RCV.NXT or later, and ends in the window.
  private mutating func trimToWindow(_ segment: inout Segment, _ transition: inout Transition) {
    guard segment.length > 0, !segment.has(.syn), !segment.has(.rst) else { return }
    let old = tcb.receive.nxt - segment.seq
    if old > 0 {
      let octets = min(old, segment.text)
      segment.seq += octets
      segment.text -= octets
      transition.rules.append(.segmentIsTrimmed)
    }
    let beyond = segment.end - (tcb.receive.nxt + tcb.receive.wnd)
    guard beyond > 0 else { return }
    if old <= 0 { transition.rules.append(.segmentIsTrimmed) }
    segment.text = max(0, segment.text + (segment.has(.fin) ? 1 : 0) - beyond)
    segment.control.remove(.fin)
  }
}

// MARK: - Second, check the RST bit

extension Endpoint {
  private mutating func secondCheckReset(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.rst) else { return true }
    if tcb.state == .timeWait, traits.timeWaitIgnoresResets {
      transition.rules.append(.whatIfTimeWaitIgnoresReset)
      transition.outcome = .ignored
      return false
    }
    if traits.wardsOffBlindAttacks, segment.seq != tcb.receive.nxt {
      transition.rules.append(.resetInWindowIsChallenged)
      transition.outcome = .dropped
      acknowledge(&transition)
      return false
    }
    transition.rules.append(traits.wardsOffBlindAttacks ? .resetIsExact : .resetIsInWindow)
    if traits.acknowledgesResets { acknowledge(&transition) }
    switch tcb.state {
    case .synReceived where tcb.openedPassively:
      transition.rules.append(.resetReturnsToListen)
      returnToListen(&transition)
    case .synReceived:
      transition.rules.append(.resetRefuses)
      abandon(.connectionRefused, &transition)
    case .established, .finWait1, .finWait2, .closeWait:
      transition.rules.append(.resetEndsConnection)
      abandon(.connectionReset, &transition)
    case .closing, .lastAck, .timeWait:
      transition.rules.append(.resetAfterBothFins)
      deleteTCB()
    case .closed, .listen, .synSent:
      preconditionFailure("\(tcb.state) has a section of its own")
    }
    return false
  }

  /// Listens again, as before the SYN; calls that wait go on waiting, and a CLOSE that waited closes the listener.
  private mutating func returnToListen(_ transition: inout Transition) {
    guard !tcb.send.closeRequested else {
      transition.rules.append(.closeInListen)
      failOutstandingCalls(.closing, &transition)
      deleteTCB()
      return
    }
    let (receives, unsent) = (tcb.receive.outstandingReceives, tcb.send.unsent)
    tcb = TransmissionControlBlock(state: .listen, openedPassively: true)
    tcb.receive.outstandingReceives = receives
    tcb.send.unsent = unsent
  }
}

// MARK: - Fourth, check the SYN bit

extension Endpoint {
  private mutating func fourthCheckSyn(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.syn) else { return true }
    transition.outcome = .dropped
    if tcb.state == .synReceived, tcb.openedPassively {
      transition.rules.append(.synReturnsToListen)
      returnToListen(&transition)
    } else if traits.wardsOffBlindAttacks {
      transition.rules.append(.synIsChallenged)
      acknowledge(&transition)
    } else {
      transition.rules.append(.synInWindowResets)
      reset(segment, &transition)
      abandon(.connectionReset, &transition)
    }
    return false
  }
}

// MARK: - Fifth, check the ACK field

extension Endpoint {
  private mutating func fifthCheckAck(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.has(.ack) else {
      transition.rules.append(.segmentWithoutAckIsDropped)
      transition.outcome = .dropped
      return false
    }
    if tcb.state == .synReceived {
      guard acknowledgesSomethingNew(segment) else {
        transition.rules.append(.synReceivedResetsWrongAck)
        transition.outcome = .dropped
        reset(segment, &transition)
        return false
      }
      transition.rules.append(.synReceivedIsAcknowledged)
      takeWindow(of: segment)
      establish(&transition)
    }
    guard processAckAsEstablished(segment, &transition) else { return false }
    switch tcb.state {
    case .established, .finWait2, .closeWait:
      return true
    case .finWait1:
      if tcb.finIsAcknowledged {
        transition.rules.append(.finIsAcknowledged)
        tcb.state = .finWait2
      }
      return true
    case .closing:
      guard tcb.finIsAcknowledged else { return true }
      transition.rules.append(.closingIsAcknowledged)
      tcb.state = .timeWait
      return false
    case .lastAck:
      guard tcb.finIsAcknowledged else { return true }
      transition.rules.append(.lastAckIsAcknowledged)
      if traits.passiveCloserWaits { tcb.state = .timeWait } else { deleteTCB() }
      return false
    case .timeWait:
      acknowledgeInTimeWait(segment, &transition)
      return false
    case .closed, .listen, .synSent, .synReceived:
      preconditionFailure("\(tcb.state) was left above or has a section of its own")
    }
  }

  /// SND.UNA < SEG.ACK =< SND.NXT.
  private func acknowledgesSomethingNew(_ segment: Segment) -> Bool {
    tcb.send.una < segment.ack && segment.ack <= tcb.send.nxt
  }

  /// What ESTABLISHED does with the ACK field, and every later state before its own part.
  ///
  /// - Returns: false where the segment has been refused.
  private mutating func processAckAsEstablished(_ segment: Segment, _ transition: inout Transition) -> Bool {
    if segment.ack > tcb.send.nxt {
      transition.rules.append(.ackOfUnsentIsAnswered)
      transition.outcome = .dropped
      acknowledge(&transition)
      return false
    }
    if traits.wardsOffBlindAttacks, segment.ack < tcb.send.una - tcb.send.maximumWindow {
      transition.rules.append(.ackTooOldIsChallenged)
      transition.outcome = .dropped
      acknowledge(&transition)
      return false
    }
    if acknowledgesSomethingNew(segment) {
      transition.rules.append(.ackIsNew)
      takeAcknowledgment(segment.ack, &transition)
    } else if segment.length == 0 {
      transition.rules.append(.ackIsDuplicate)
      transition.outcome = .ignored
    }
    if segment.ack >= tcb.send.una { updateWindow(from: segment) }
    return true
  }

  /// SND.WND changes only by a segment that is newer than the one it was learnt from.
  mutating func updateWindow(from segment: Segment) {
    guard tcb.send.wl1 < segment.seq || (tcb.send.wl1 == segment.seq && tcb.send.wl2 <= segment.ack) else { return }
    takeWindow(of: segment)
  }

  /// TIME-WAIT: all that can still come is the peer's FIN again; a bare ACK is not answered, or two ends would answer
  /// each other for ever.
  private mutating func acknowledgeInTimeWait(_ segment: Segment, _ transition: inout Transition) {
    guard segment.length > 0 else { return }
    transition.rules.append(.timeWaitAcknowledges)
    acknowledge(&transition)
    if segment.has(.fin), traits.restartsTimeWait { tcb.timers.timeWait = nil }
  }

  /// SND.UNA moves up to `ack`; what it covers leaves the retransmission queue, and the timers begin anew.
  mutating func takeAcknowledgment(_ ack: SequenceNumber, _ transition: inout Transition) {
    tcb.linux.octetsAcknowledged += ack - tcb.send.una
    tcb.send.una = ack
    tcb.retransmission.acknowledge(upTo: ack, at: transition.at, traits.timers)
    tcb.timers.retransmission = nil
    tcb.timers.user = nil
  }

  mutating func takeWindow(of segment: Segment) {
    tcb.send.wnd = segment.window
    tcb.send.wl1 = segment.seq
    tcb.send.wl2 = segment.ack
    tcb.send.maximumWindow = max(tcb.send.maximumWindow, segment.window)
  }
}

// MARK: - Seventh, process the segment text

extension Endpoint {
  /// Takes text that is in its turn, and keeps what comes out of order, a FIN included.
  ///
  /// - Returns: whether an acknowledgment is due.
  private mutating func seventhProcessText(_ segment: Segment, _ transition: inout Transition) -> Bool {
    guard segment.length > 0 else { return takeOutOfOrderText(&transition) }
    if traits.lacksHalfClose, tcb.finIsSent, segment.text > 0 {
      transition.outcome = .ignored
      return false
    }
    switch tcb.state {
    case .established, .finWait1, .finWait2:
      if segment.seq > tcb.receive.nxt { transition.rules.append(.outOfOrderTextIsKept) }
      keepOutOfOrder(segment.seq, text: segment.text, fin: segment.has(.fin))
      _ = takeOutOfOrderText(&transition)
      return true
    case .closeWait, .closing, .lastAck:
      transition.rules.append(segment.text > 0 ? .textAfterFinIsIgnored : .secondFinIsIgnored)
      transition.outcome = .ignored
      return false
    case .timeWait, .closed, .listen, .synSent, .synReceived:
      preconditionFailure("the fifth step ends in \(tcb.state), or leaves it")
    }
  }

  /// Puts text or a FIN where `takeOutOfOrderText` finds it in its turn.
  mutating func keepOutOfOrder(_ seq: SequenceNumber, text: Int, fin: Bool) {
    tcb.reassembly.keep(.init(seq: seq, text: text, fin: fin))
  }

  /// Takes from what was kept all that is now in its turn, up to a FIN; RCV.NXT moves past the text.
  ///
  /// - Returns: whether anything was taken.
  mutating func takeOutOfOrderText(_ transition: inout Transition) -> Bool {
    var octets = 0
    // Whatever claims to come behind a FIN does not.
    let end = tcb.reassembly.fin(notBefore: tcb.receive.nxt)
    while tcb.receive.fin == nil, let piece = tcb.reassembly.takeFirst(beginningBy: tcb.receive.nxt) {
      var fresh = max(0, piece.textEnd - tcb.receive.nxt)
      if let end { fresh = min(fresh, end - tcb.receive.nxt) }
      tcb.receive.nxt += fresh
      octets += fresh
      if let end, end == tcb.receive.nxt { tcb.receive.fin = end }
    }
    if octets > 0 {
      transition.rules.append(.textIsTaken)
      tcb.receive.readable += octets
      deliver(&transition)
    }
    return octets > 0
  }
}

// MARK: - Eighth, check the FIN bit

extension Endpoint {
  /// Acts on the peer's FIN once its turn has come.
  ///
  /// - Returns: whether an acknowledgment is due.
  mutating func eighthCheckFin(_ transition: inout Transition) -> Bool {
    guard let fin = tcb.receive.fin, fin == tcb.receive.nxt else { return false }
    if traits.finTakesNoNumber { tcb.receive.fin = fin - 1 } else { tcb.receive.nxt += 1 }
    tcb.reassembly.removeAll()
    transition.effects.append(.signal(.connectionClosing))
    for _ in 0..<tcb.receive.outstandingReceives {
      transition.effects.append(.fail(.receive, .connectionClosing))
    }
    tcb.receive.outstandingReceives = 0
    switch tcb.state {
    case .established:
      transition.rules.append(.finMakesCloseWait)
      tcb.state = .closeWait
    case .finWait1:
      // The fifth step has made FIN-WAIT-2 of it where our FIN is acknowledged.
      transition.rules.append(.finMakesClosing)
      tcb.state = traits.skipsClosing ? .timeWait : .closing
    case .finWait2:
      transition.rules.append(.finMakesTimeWait)
      tcb.state = .timeWait
    case .closeWait, .closing, .lastAck, .timeWait, .closed, .listen, .synSent, .synReceived:
      preconditionFailure("a FIN is taken once, and not in \(tcb.state)")
    }
    return true
  }
}
