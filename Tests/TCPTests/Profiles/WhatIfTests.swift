import TCP
import Testing

/// Two segments are enough: a server is ESTABLISHED on sending its SYN,ACK.
@Suite struct `What if the opening were two-way` {
  /// A server that has answered a SYN.
  private func server(_ profile: Profile = .twoWay) -> Endpoint {
    Endpoint(.synReceivedPassively, profile: profile)
  }

  @Test func `The SYN,ACK establishes, and its rule says so`() {
    var endpoint = Endpoint(.listen, profile: .twoWay)
    let transition = endpoint.arrives(
      .syn(Number.irs), to: .established, sends: [.synAck(Number.iss, Number.receive)])
    #expect(Array(transition.rules) == [.listenAnswersSyn, .whatIfTwoWay])
    #expect(endpoint.due(.retransmission) == .later + 1.0, "the SYN,ACK waits for its acknowledgment")
  }

  @Test func `The user can SEND at once, without an acknowledgment of the SYN`() {
    var endpoint = server()
    endpoint.calls(.send(octets: 10), to: .established, sends: [.ack(Number.send, Number.receive, text: 10)])
    var real = server(.rfc9293)
    real.calls(.send(octets: 10), to: .synReceived)
  }

  @Test func `A lost SYN,ACK goes out again by its timer, as a SYN,ACK`() {
    var endpoint = server()
    endpoint.take(.timeout(.retransmission), to: .established, sends: [.synAck(Number.iss, Number.receive)])
  }

  @Test func `The third segment is an ACK like any other`() {
    var endpoint = server()
    let transition = endpoint.arrives(.ack(Number.receive, Number.send), to: .established)
    #expect(transition.rules.contains(.ackIsNew) && !transition.rules.contains(.synReceivedIsAcknowledged))
    #expect(endpoint.due(.retransmission) == nil && endpoint.tcb.send.una == Number.send)
  }

  @Test func `An old SYN makes a connection with nobody, and the reset ends it where TCP would listen again`() {
    var endpoint = server()
    endpoint.arrives(.rst(Number.receive), to: .closed, told: [.connectionReset])
    var real = server(.rfc9293)
    real.arrives(.rst(Number.receive), to: .listen)
  }

  @Test func `A repeated SYN is old by then: an ACK answers it`() {
    var endpoint = server()
    endpoint.arrives(.syn(Number.irs), .dropped, to: .established, sends: [.ack(Number.send, Number.receive)])
  }

  @Test func `Text and FIN of the SYN are taken at once`() {
    var endpoint = Endpoint(.listen, profile: .twoWay)
    let syn = Segment(seq: Number.irs, control: [.syn, .fin], window: Number.peerWindow, text: 10)
    endpoint.arrives(
      syn, to: .closeWait,
      sends: [.synAck(Number.iss, Number.receive), .ack(Number.send, Number.receive + 11)], told: [.connectionClosing])
    #expect(endpoint.tcb.receive.readable == 10)
  }

  @Test func `A simultaneous open is what it was`() {
    var endpoint = Endpoint(.synSent, profile: .twoWay)
    endpoint.arrives(.syn(Number.irs), to: .synReceived, sends: [.synAck(Number.iss, Number.receive)])
  }
}

/// Where TIME-WAIT would be entered, the TCB is deleted.
@Suite struct `What if there were no TIME-WAIT` {
  @Test func `The peer's FIN is acknowledged, and the connection is gone`() {
    var endpoint = Endpoint(.finWait2, profile: .noTimeWait)
    let transition = endpoint.arrives(
      .finAck(Number.receive, Number.send + 1), to: .closed, sends: [.ack(Number.send + 1, Number.receive + 1)],
      told: [.connectionClosing])
    #expect(transition.rules.suffix(2) == [.finMakesTimeWait, .whatIfNoTimeWait])
    #expect(endpoint.tcb == Endpoint().tcb)
  }

  @Test func `So it is from CLOSING, and where FIN and ACK come together`() {
    var closing = Endpoint(.closing, profile: .noTimeWait)
    closing.arrives(.ack(Number.receive + 1, Number.send + 1), to: .closed)
    var finWait1 = Endpoint(.finWait1, profile: .noTimeWait)
    finWait1.arrives(
      .finAck(Number.receive, Number.send + 1), to: .closed, sends: [.ack(Number.send + 1, Number.receive + 1)],
      told: [.connectionClosing])
  }

  @Test func `A FIN that is sent again, because its ACK was lost, is answered with a reset`() {
    var endpoint = Endpoint(.timeWaitFromFinWait2, profile: .noTimeWait)
    endpoint.arrives(.finAck(Number.receive, Number.send + 1), .dropped, to: .closed, sends: [.rst(Number.send + 1)])
    var real = Endpoint(.timeWaitFromFinWait2)
    real.arrives(
      .finAck(Number.receive, Number.send + 1), .dropped, to: .timeWait,
      sends: [.ack(Number.send + 1, Number.receive + 1)])
  }
}

/// A RST in TIME-WAIT is ignored.
@Suite struct `What if TIME-WAIT could not be killed` {
  @Test func `No RST in the window ends TIME-WAIT, nor is it answered`() {
    for number in [Number.receive + 1, Number.receive + 2] {
      var endpoint = Endpoint(.timeWaitFromFinWait2, profile: .rfc1337)
      let transition = endpoint.arrives(.rst(number), .ignored, to: .timeWait)
      #expect(transition.rules.contains(.whatIfTimeWaitIgnoresReset))
    }
    var real = Endpoint(.timeWaitFromFinWait2)
    real.arrives(.rst(Number.receive + 1), to: .closed)
  }

  @Test func `Elsewhere a RST is what it was`() {
    var endpoint = Endpoint(.lastAck, profile: .rfc1337)
    endpoint.arrives(.rst(Number.receive + 1), to: .closed)
  }
}
