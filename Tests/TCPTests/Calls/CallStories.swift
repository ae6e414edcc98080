import TCP
import Testing

@Suite struct `§3.10.1 OPEN` {
  @Test func `An active OPEN sets SND.UNA to ISS and SND.NXT behind the SYN`() {
    let endpoint = Endpoint(.synSent)
    #expect(endpoint.tcb.send.iss == Number.iss)
    #expect(endpoint.tcb.send.una == Number.iss)
    #expect(endpoint.tcb.send.nxt == Number.iss + 1)
    #expect(!endpoint.tcb.openedPassively)
  }

  @Test func `The SYN offers the window`() {
    var endpoint = Endpoint(.closed)
    #expect(endpoint.handle(.call(.openActive()), at: .start).segments.map(\.window) == [Number.window])
  }

  @Test func `An active OPEN on a listener makes it active for good: a refused attempt leads to CLOSED`() {
    var endpoint = Endpoint(.listen)
    endpoint.calls(.openActive(), to: .synSent, sends: [.syn(Number.iss)])
    endpoint.arrives(.syn(Number.irs), to: .synReceived, sends: [.synAck(Number.iss, Number.receive)])
    endpoint.arrives(.rst(Number.receive), to: .closed, told: [.connectionRefused])
  }

  @Test func `RECEIVEs that wait in LISTEN go on waiting after an active OPEN`() {
    var endpoint = Endpoint(.listen)
    endpoint.calls(.receive, to: .listen)
    endpoint.calls(.openActive(), to: .synSent, sends: [.syn(Number.iss)])
    endpoint.calls(.abort, to: .closed, fails: [.fail(.receive, .connectionReset)])
  }

  @Test func `Initial sequence numbers serve in turn, over and over`() {
    var endpoint = Endpoint(.init(initialSequenceNumbers: [4_294_967_295, 7]))
    for iss: SequenceNumber in [4_294_967_295, 7, 4_294_967_295] {
      endpoint.calls(.openActive(), to: .synSent, sends: [.syn(iss)])
      endpoint.calls(.abort, to: .closed)
    }
  }
}

@Suite struct `§3.10.2 SEND` {
  @Test func `A SEND in LISTEN that names no peer is refused`() {
    var endpoint = Endpoint(.listen)
    endpoint.calls(.send(octets: 10, remoteSpecified: false), .rejected(.remoteSocketUnspecified), to: .listen)
  }

  @Test func `Text sent in LISTEN opens actively, and follows once ESTABLISHED`() {
    var endpoint = Endpoint(.listen)
    endpoint.calls(.send(octets: 10), to: .synSent, sends: [.syn(Number.iss)])
    endpoint.arrives(
      .synAck(Number.irs, Number.send), to: .established,
      sends: [.ack(Number.send, Number.receive), .ack(Number.send, Number.receive, text: 10)])
  }

  @Test(arguments: [Situation.synReceivedPassively, .synReceivedActively])
  func `Text sent in SYN-RECEIVED waits for the acknowledgment of the SYN`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.calls(.send(octets: 10), to: .synReceived)
    endpoint.arrives(
      .ack(Number.receive, Number.send), to: .established, sends: [.ack(Number.send, Number.receive, text: 10)])
  }

  @Test func `Text is cut into segments of at most the MSS, as far as the peer's window goes`() {
    var endpoint = Endpoint(.init(initialSequenceNumbers: [Number.iss], window: 1000, maximumSegmentSize: 200))
    for event in Situation.established.events { _ = endpoint.handle(event, at: .start) }
    let (nxt, rcv) = (Number.send, Number.receive)
    endpoint.calls(
      .send(octets: 600), to: .established,
      sends: [.ack(nxt, rcv, text: 200), .ack(nxt + 200, rcv, text: 200), .ack(nxt + 400, rcv, text: 100)])
    endpoint.arrives(.ack(rcv, nxt + 200), to: .established, sends: [.ack(nxt + 500, rcv, text: 100)])
  }

  @Test func `Text waits behind a closed window until it opens`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.ack(Number.receive, Number.send, window: 0), nil, to: .established)
    endpoint.calls(.send(octets: 10), to: .established)
    endpoint.arrives(
      .ack(Number.receive, Number.send), nil, to: .established, sends: [.ack(Number.send, Number.receive, text: 10)])
  }

  @Test func `SND.WL1 and SND.WL2: an older segment does not bring an older window back`() {
    let (nxt, rcv) = (Number.send, Number.receive)
    var endpoint = Endpoint(.established)
    // Text that comes early closes the window; the segment that was sent before it had it open.
    endpoint.arrives(.ack(rcv + 10, nxt, text: 1, window: 0), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv, nxt, text: 5, window: 500), to: .established, sends: [.ack(nxt, rcv + 5)])
    endpoint.calls(.send(octets: 10), to: .established)
    endpoint.arrives(
      .ack(rcv + 10, nxt, window: 500), nil, to: .established, sends: [.ack(nxt, rcv + 5, text: 10)],
      "SEG.SEQ = SND.WL1 and SEG.ACK = SND.WL2: it is no older")
  }
}

@Suite struct `§3.10.3 RECEIVE` {
  @Test func `A RECEIVE that waits gets the text that comes`() {
    var endpoint = Endpoint(.established)
    endpoint.calls(.receive, to: .established)
    let transition = endpoint.arrives(
      .ack(Number.receive, Number.send, text: 10), to: .established, sends: [.ack(Number.send, Number.receive + 10)])
    #expect(transition.effects.contains(.deliver(octets: 10)))
    let next = endpoint.arrives(
      .ack(Number.receive + 10, Number.send, text: 10), to: .established,
      sends: [.ack(Number.send, Number.receive + 20)])
    #expect(!next.effects.contains(.deliver(octets: 10)), "the RECEIVE has had its text")
  }

  @Test(arguments: [Situation.established, .finWait1, .finWait2])
  func `Text that has come waits for a RECEIVE, in all three states`(situation: Situation) {
    var endpoint = Endpoint(situation)
    let nxt = situation.sendNext
    endpoint.arrives(
      .ack(Number.receive, situation.sendUnacknowledged, text: 10), to: situation.state,
      sends: [.ack(nxt, Number.receive + 10)])
    let transition = endpoint.calls(.receive, to: situation.state)
    #expect(transition.effects.contains(.deliver(octets: 10)))
  }

  @Test func `After the peer's FIN a RECEIVE takes what is on hand, and the next is refused`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(
      .finAck(Number.receive, Number.send, text: 10), to: .closeWait, sends: [.ack(Number.send, Number.receive + 11)],
      told: [.connectionClosing])
    let transition = endpoint.calls(.receive, to: .closeWait)
    #expect(transition.effects.contains(.deliver(octets: 10)))
    endpoint.calls(.receive, .rejected(.connectionClosing), to: .closeWait)
  }

  @Test func `RECEIVEs that wait when the peer's FIN comes return with it`() {
    var endpoint = Endpoint(.established)
    endpoint.calls(.receive, to: .established)
    endpoint.calls(.receive, to: .established)
    endpoint.arrives(
      .finAck(Number.receive, Number.send), to: .closeWait, sends: [.ack(Number.send, Number.receive + 1)],
      told: [.connectionClosing],
      fails: [.fail(.receive, .connectionClosing), .fail(.receive, .connectionClosing)])
    endpoint.calls(.abort, to: .closed, sends: [.rst(Number.send)], fails: [], "they have returned already")
  }
}
