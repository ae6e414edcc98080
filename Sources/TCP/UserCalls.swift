/// User calls: RFC 9293 §3.10.1 to §3.10.6, a function a section.
extension Endpoint {
  mutating func take(_ call: Call, _ transition: inout Transition) {
    switch traits.procedures {
    case .rfc9293: break
    case .linux: if takeAtLinux(call, &transition) { return }
    }
    switch call {
    case .openPassive: openPassive(&transition)
    case .openActive(let remoteSpecified): openActive(remoteSpecified: remoteSpecified, &transition)
    case .send(let octets, let remoteSpecified): send(octets, remoteSpecified: remoteSpecified, &transition)
    case .receive: receive(&transition)
    case .close: close(&transition)
    case .abort: abort(&transition)
    case .status: status(&transition)
    }
  }

  /// §3.10.1, OPEN, passive.
  private mutating func openPassive(_ transition: inout Transition) {
    guard tcb.state == .closed else {
      return reject(.connectionAlreadyExists, .openOnExistingConnection, &transition)
    }
    transition.rules.append(.openPassive)
    tcb.state = .listen
    tcb.openedPassively = true
  }

  /// §3.10.1, OPEN, active.
  private mutating func openActive(remoteSpecified: Bool, _ transition: inout Transition) {
    switch tcb.state {
    case .closed, .listen:
      guard remoteSpecified else {
        return reject(.remoteSocketUnspecified, .openWithoutRemote, &transition)
      }
      transition.rules.append(tcb.state == .closed ? .openActive : .openActiveFromListen)
      beginActively(&transition)
    case .synSent, .synReceived, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait:
      reject(.connectionAlreadyExists, .openOnExistingConnection, &transition)
    }
  }

  /// Sends the SYN and enters SYN-SENT; calls that waited in LISTEN go on waiting.
  private mutating func beginActively(_ transition: inout Transition) {
    let (receives, unsent) = (tcb.receive.outstandingReceives, tcb.send.unsent)
    tcb = TransmissionControlBlock(state: .synSent)
    tcb.receive.outstandingReceives = receives
    tcb.send.unsent = unsent
    chooseInitialSendSequenceNumber()
    transmit(.syn, &transition)
  }

  /// §3.10.2, SEND.
  private mutating func send(_ octets: Int, remoteSpecified: Bool, _ transition: inout Transition) {
    switch tcb.state {
    case .closed:
      reject(.connectionDoesNotExist, .sendWithoutConnection, &transition)
    case .listen:
      guard remoteSpecified else { return reject(.remoteSocketUnspecified, .openWithoutRemote, &transition) }
      transition.rules.append(.sendOpensListener)
      beginActively(&transition)
      tcb.send.unsent += octets
    case .synSent, .synReceived:
      guard !tcb.send.closeRequested else { return reject(.connectionClosing, .sendAfterClose, &transition) }
      transition.rules.append(.sendWaitsForEstablished)
      tcb.send.unsent += octets
    case .established, .closeWait:
      guard !tcb.send.closeRequested, !(traits.lacksHalfClose && tcb.state == .closeWait) else {
        return reject(.connectionClosing, .sendAfterClose, &transition)
      }
      transition.rules.append(.sendText)
      tcb.send.unsent += octets
      segmentize(&transition)
    case .finWait1, .finWait2, .closing, .lastAck, .timeWait:
      reject(.connectionClosing, .sendAfterClose, &transition)
    }
  }

  /// §3.10.3, RECEIVE.
  private mutating func receive(_ transition: inout Transition) {
    switch tcb.state {
    case .closed:
      reject(.connectionDoesNotExist, .receiveWithoutConnection, &transition)
    case .listen, .synSent, .synReceived:
      transition.rules.append(.receiveWaits)
      tcb.receive.outstandingReceives += 1
    case .established, .finWait1, .finWait2:
      transition.rules.append(tcb.receive.readable > 0 ? .receiveText : .receiveWaits)
      tcb.receive.outstandingReceives += 1
      deliver(&transition)
    case .closeWait:
      guard tcb.receive.readable > 0 else { return reject(.connectionClosing, .receiveAfterLastText, &transition) }
      transition.rules.append(.receiveLastText)
      tcb.receive.outstandingReceives += 1
      deliver(&transition)
    case .closing, .lastAck, .timeWait:
      reject(.connectionClosing, .receiveAfterClose, &transition)
    }
  }

  /// §3.10.4, CLOSE.
  private mutating func close(_ transition: inout Transition) {
    switch tcb.state {
    case .closed:
      reject(.connectionDoesNotExist, .closeWithoutConnection, &transition)
    case .listen:
      transition.rules.append(.closeInListen)
      failOutstandingCalls(.closing, &transition)
      deleteTCB()
    case .synSent:
      transition.rules.append(.closeInSynSent)
      failOutstandingCalls(.closing, &transition)
      deleteTCB()
    case .synReceived:
      closeInSynReceived(&transition)
    case .established:
      tcb.send.closeRequested = true
      tcb.state = .finWait1
      transition.rules.append(tcb.send.unsent > 0 ? .finWaitsForText : .closeSendsFin)
      segmentize(&transition)
    case .finWait1, .finWait2, .closing, .lastAck, .timeWait:
      reject(.connectionClosing, .closeAgain, &transition)
    case .closeWait:
      guard !tcb.send.closeRequested else { return reject(.connectionClosing, .closeAgain, &transition) }
      tcb.send.closeRequested = true
      transition.rules.append(tcb.send.unsent > 0 ? .finWaitsForText : .closeInCloseWait)
      segmentize(&transition)
    }
  }

  private mutating func closeInSynReceived(_ transition: inout Transition) {
    guard !tcb.send.closeRequested else { return reject(.connectionClosing, .closeAgain, &transition) }
    tcb.send.closeRequested = true
    guard tcb.send.unsent == 0 else {
      transition.rules.append(.closeWaitsForEstablished)
      return
    }
    transition.rules.append(.closeInSynReceived)
    tcb.state = .finWait1
    segmentize(&transition)
  }

  /// §3.10.5, ABORT.
  private mutating func abort(_ transition: inout Transition) {
    switch tcb.state {
    case .closed:
      reject(.connectionDoesNotExist, .abortWithoutConnection, &transition)
    case .listen, .synSent:
      transition.rules.append(.abortBeforeSynchronization)
      failOutstandingCalls(.connectionReset, &transition)
      deleteTCB()
    case .synReceived, .established, .finWait1, .finWait2, .closeWait:
      transition.rules.append(.abortSendsReset)
      let reset = Segment(seq: tcb.send.nxt, control: .rst)
      transition.effects.append(.transmit(reset, isRetransmission: false))
      failOutstandingCalls(.connectionReset, &transition)
      deleteTCB()
    case .closing, .lastAck, .timeWait:
      transition.rules.append(.abortAfterBothFins)
      deleteTCB()
    }
  }

  /// §3.10.6, STATUS: the answer is the state that the transition bears.
  private mutating func status(_ transition: inout Transition) {
    guard tcb.state != .closed else {
      return reject(.connectionDoesNotExist, .statusWithoutConnection, &transition)
    }
    transition.rules.append(.status)
  }

  func reject(_ error: CallError, _ rule: Rule, _ transition: inout Transition) {
    transition.rules.append(rule)
    transition.outcome = .rejected(error)
  }
}
