/// User calls as the sockets of Linux 6 take them.
extension Endpoint {
  /// Takes a call that Linux takes otherwise than RFC 9293 says.
  ///
  /// - Returns: false where it does what the RFC says.
  mutating func takeAtLinux(_ call: Call, _ transition: inout Transition) -> Bool {
    switch call {
    case .openPassive: return listenAtLinux(&transition)
    case .openActive: return connectAtLinux(&transition)
    case .send: return sendAtLinux(&transition)
    case .receive, .status: return false
    case .close: return closeAtLinux(&transition)
    case .abort: return abortAtLinux(&transition)
    }
  }

  /// listen(): beside a connection it is another socket.
  private mutating func listenAtLinux(_ transition: inout Transition) -> Bool {
    guard !tcb.linux.isListening else { return false }
    tcb.linux.isListening = true
    guard tcb.state != .closed else { return false }
    transition.rules.append(.linuxListenerStays)
    return true
  }

  /// connect() on a port where the host listens: the address is in use.
  private mutating func connectAtLinux(_ transition: inout Transition) -> Bool {
    guard tcb.linux.isListening, tcb.state == .listen else { return false }
    reject(.connectionAlreadyExists, .openOnExistingConnection, &transition)
    return true
  }

  /// send() before the connection is there does not wait: the socket does not block.
  private mutating func sendAtLinux(_ transition: inout Transition) -> Bool {
    switch tcb.state {
    case .listen, .synSent, .synReceived:
      reject(.wouldBlock, .linuxSendWouldBlock, &transition)
      return true
    case .closed, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait:
      return false
    }
  }

  /// shutdown(SHUT_WR), or close() of a listener.
  private mutating func closeAtLinux(_ transition: inout Transition) -> Bool {
    switch tcb.state {
    case .listen:
      // Once a connection was accepted, the call is for that one's socket.
      guard connectionsNumbered == 0 else {
        reject(.connectionDoesNotExist, .closeWithoutConnection, &transition)
        return true
      }
      tcb.linux.isListening = false
      return false
    case .synReceived where tcb.openedPassively:
      reject(.connectionDoesNotExist, .closeWithoutConnection, &transition)
      return true
    case .synReceived:
      transition.rules.append(.closeWaitsForEstablished)
      tcb.send.closeRequested = true
      return true
    case .finWait1, .finWait2, .closing, .lastAck:
      transition.rules.append(.linuxCloseAgain)
      return true
    case .closeWait:
      // The state changes with the call, though the FIN may have to wait behind text.
      transition.rules.append(tcb.send.unsent > 0 ? .finWaitsForText : .closeInCloseWait)
      tcb.send.closeRequested = true
      tcb.state = .lastAck
      segmentize(&transition)
      return true
    case .closed, .synSent, .established, .timeWait:
      return false
    }
  }

  /// close() with SO_LINGER at zero.
  private mutating func abortAtLinux(_ transition: inout Transition) -> Bool {
    switch tcb.state {
    case .listen:
      guard connectionsNumbered == 0 else {
        reject(.connectionDoesNotExist, .abortWithoutConnection, &transition)
        return true
      }
      tcb.linux.isListening = false
      return false
    case .timeWait:
      transition.rules.append(.linuxTimeWaitOutlivesAbort)
      return true
    case .synReceived where tcb.openedPassively:
      reject(.connectionDoesNotExist, .abortWithoutConnection, &transition)
      return true
    case .synReceived, .established, .finWait1, .finWait2, .closeWait:
      abortWithAcknowledgment(&transition)
      return true
    case .closing, .lastAck:
      guard tcb.receive.readable > 0 else { return false }
      abortWithAcknowledgment(&transition)
      return true
    case .closed, .synSent:
      return false
    }
  }

  private mutating func abortWithAcknowledgment(_ transition: inout Transition) {
    transition.rules.append(.linuxAbortSendsResetAck)
    let reset = Segment(seq: tcb.send.nxt, ack: tcb.receive.nxt, control: [.rst, .ack])
    transition.effects.append(.transmit(reset, isRetransmission: false))
    failOutstandingCalls(.connectionReset, &transition)
    deleteTCB()
  }
}
