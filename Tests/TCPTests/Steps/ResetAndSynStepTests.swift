import TCP
import Testing

@Suite struct `§3.10.7.4 Second, the RST bit` {
  /// A connection with RCV.NXT=100 and RCV.WND=1000, whatever the state.
  private func endpoint(_ profile: Profile, window: Int = 1000) -> Endpoint {
    var endpoint = Endpoint(.init(profile: profile, initialSequenceNumbers: [Number.iss], window: window))
    _ = endpoint.handle(.call(.openActive()), at: .start)
    _ = endpoint.handle(.arrival(.synAck(99, Number.send)), at: .start)
    return endpoint
  }

  @Test(arguments: [99, 100, 101, 1099, 1100] as [SequenceNumber])
  func `With RFC 5961 a RST at RCV.NXT resets, one elsewhere in the window is challenged`(seq: SequenceNumber) {
    var endpoint = endpoint(.rfc9293)
    switch seq.value {
    case 100: endpoint.arrives(.rst(seq), to: .closed, told: [.connectionReset])
    case 101, 1099: endpoint.arrives(.rst(seq), .dropped, to: .established, sends: [.ack(Number.send, 100)])
    default: endpoint.arrives(.rst(seq), .dropped, to: .established)
    }
  }

  @Test(arguments: [99, 100, 101, 1099, 1100] as [SequenceNumber])
  func `Without RFC 5961 a RST anywhere in the window resets`(seq: SequenceNumber) {
    var endpoint = endpoint(.rfc793)
    switch seq.value {
    case 100, 101, 1099: endpoint.arrives(.rst(seq), to: .closed, told: [.connectionReset])
    default: endpoint.arrives(.rst(seq), .dropped, to: .established)
    }
  }

  @Test(arguments: [Situation.established, .finWait1, .finWait2])
  func `Calls that wait return with the reset`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.calls(.receive, to: situation.state)
    endpoint.arrives(
      .rst(Number.receive), to: .closed, told: [.connectionReset], fails: [.fail(.receive, .connectionReset)])
  }

  @Test func `Unsent text comes back with the reset`() {
    var endpoint = Endpoint(.finWait1BeforeFin)
    endpoint.arrives(
      .rst(Number.receive), to: .closed, told: [.connectionReset], fails: [.fail(.send, .connectionReset)])
  }

  @Test func `A listener that was reset listens as before, and the next SYN gets a fresh ISS`() {
    var endpoint = Endpoint(.init(initialSequenceNumbers: [Number.iss, 7]))
    endpoint.calls(.openPassive, to: .listen)
    endpoint.calls(.receive, to: .listen)
    endpoint.arrives(.syn(Number.irs), to: .synReceived, sends: [.synAck(Number.iss, Number.receive)])
    endpoint.arrives(.rst(Number.receive), to: .listen)
    #expect(endpoint.due(.retransmission) == nil && endpoint.due(.user) == nil)
    endpoint.arrives(.syn(50), to: .synReceived, sends: [.synAck(7, 51)])
    endpoint.calls(.abort, to: .closed, sends: [.rst(8)], fails: [.fail(.receive, .connectionReset)])
  }

  @Test func `Text that waited in SYN-RECEIVED goes on waiting in LISTEN, for the next peer`() {
    var endpoint = Endpoint(.synReceivedPassively)
    endpoint.calls(.send(octets: 10), to: .synReceived)
    endpoint.arrives(.rst(Number.receive), to: .listen)
    var opened = endpoint
    endpoint.arrives(.syn(50), to: .synReceived, sends: [.synAck(Number.iss, 51)])
    endpoint.arrives(.ack(51, Number.send), to: .established, sends: [.ack(Number.send, 51, text: 10)])

    // §3.10.1 and §3.10.2: an active OPEN, or a SEND, on a listener does not throw away what is queued.
    opened.calls(.openActive(), to: .synSent, sends: [.syn(Number.iss)])
    opened.arrives(
      .synAck(50, Number.send), to: .established, sends: [.ack(Number.send, 51), .ack(Number.send, 51, text: 10)])
  }

  /// §3.10.4: the CLOSE was taken and is queued, and in LISTEN it deletes the TCB.
  @Test(arguments: [Segment.rst(Number.receive), .syn(Number.receive)])
  func `A CLOSE that waited in SYN-RECEIVED is not forgotten on the way to LISTEN`(segment: Segment) {
    var endpoint = Endpoint(.synReceivedPassively)
    endpoint.calls(.send(octets: 10), to: .synReceived)
    endpoint.calls(.close, to: .synReceived)
    endpoint.arrives(segment, nil, to: .closed, fails: [.fail(.send, .closing)])
    #expect(endpoint.tcb == Endpoint().tcb)
  }
}

@Suite struct `§3.10.7.4 Fourth, the SYN bit` {
  @Test func `A listener that meets another SYN listens again, and answers the next`() {
    var endpoint = Endpoint(.synReceivedPassively)
    endpoint.arrives(.syn(Number.receive + 3), nil, to: .listen)
    #expect(endpoint.due(.retransmission) == nil)
    endpoint.arrives(.syn(Number.receive + 3), to: .synReceived, sends: [.synAck(Number.iss, Number.receive + 4)])
  }

  @Test(arguments: Situation.withWindow.filter { $0 != .synReceivedPassively })
  func `A SYN anywhere is challenged and changes nothing`(situation: Situation) {
    for seq in [SequenceNumber(0), 2_147_483_647, 2_147_483_648, situation.receiveNext + 1] {
      var endpoint = Endpoint(situation)
      let before = endpoint.tcb
      endpoint.arrives(
        .syn(seq), .dropped, to: situation.state, sends: [.ack(situation.sendNext, situation.receiveNext)])
      #expect(endpoint.tcb == before)
    }
  }

  @Test func `Without RFC 5961 unsent text comes back with the reset that a SYN in the window makes`() {
    var endpoint = Endpoint(.finWait1BeforeFin, profile: .rfc793)
    endpoint.arrives(
      .syn(Number.receive), nil, to: .closed, sends: [.rstAck(0, Number.receive + 1)], told: [.connectionReset],
      fails: [.fail(.send, .connectionReset)])
  }
}
