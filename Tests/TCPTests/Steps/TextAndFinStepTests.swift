import TCP
import Testing

@Suite struct `§3.10.7.4 Seventh, the segment text` {
  private let nxt = Number.send
  private let rcv = Number.receive

  @Test func `Early text is kept, and taken with what was missing`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.ack(rcv + 10, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv + 30, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv + 20)])
    endpoint.arrives(.ack(rcv + 20, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv + 40)])
    #expect(endpoint.tcb.receive.readable == 40)
  }

  @Test func `Text that overlaps counts once`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.ack(rcv + 10, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv + 15, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv + 10, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv, nxt, text: 12), to: .established, sends: [.ack(nxt, rcv + 25)])
    #expect(endpoint.tcb.receive.readable == 25)
  }

  @Test func `Text is handed over in order, once, to the RECEIVE that waits`() {
    var endpoint = Endpoint(.established)
    endpoint.calls(.receive, to: .established)
    let early = endpoint.arrives(.ack(rcv + 10, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv)])
    #expect(!early.effects.contains { if case .deliver = $0 { true } else { false } })
    let all = endpoint.arrives(.ack(rcv, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv + 20)])
    #expect(all.effects.contains(.deliver(octets: 20)))
  }

  @Test func `Text both ways: the acknowledgment rides on what is sent`() {
    var endpoint = Endpoint(.established)
    endpoint.calls(.send(octets: 600), to: .established, sends: [.ack(nxt, rcv, text: 500)])
    endpoint.arrives(
      .ack(rcv, nxt + 500, text: 10), to: .established, sends: [.ack(nxt + 500, rcv + 10, text: 100)])
  }

  @Test(arguments: [Situation.synReceivedPassively, .synReceivedActively])
  func `Text in SYN-RECEIVED comes with the acknowledgment of the SYN, or not at all`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.arrives(.ack(rcv, nxt - 1, text: 10), .dropped, to: .synReceived, sends: [.rst(nxt - 1)])
    endpoint.arrives(.ack(rcv, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv + 10)])
  }

  @Test func `Text on a SYN waits in SYN-RECEIVED until the SYN of ours is acknowledged`() {
    for situation in [Situation.listen, .synSent] {
      var endpoint = Endpoint(situation)
      endpoint.arrives(.syn(Number.irs, text: 10), to: .synReceived, sends: [.synAck(Number.iss, rcv)])
      #expect(endpoint.tcb.receive.readable == 0)
      endpoint.arrives(.ack(rcv, nxt), to: .established, sends: [.ack(nxt, rcv + 10)])
      #expect(endpoint.tcb.receive.readable == 10)
    }
  }

  @Test func `Text on a SYN that comes again behind the SYN counts once`() {
    var endpoint = Endpoint(.listen)
    endpoint.arrives(.syn(Number.irs, text: 10), to: .synReceived, sends: [.synAck(Number.iss, rcv)])
    endpoint.arrives(.ack(rcv, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv + 10)])
    #expect(endpoint.tcb.receive.readable == 10)
  }
}

@Suite struct `§3.10.7.4 Eighth, the FIN bit` {
  private let nxt = Number.send
  private let rcv = Number.receive

  @Test func `A FIN counts one number behind the text that comes with it`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(
      .finAck(rcv, nxt, text: 10), to: .closeWait, sends: [.ack(nxt, rcv + 11)], told: [.connectionClosing])
    #expect(endpoint.tcb.receive.readable == 10)
    #expect(endpoint.tcb.receive.fin == rcv + 10)
  }

  @Test(arguments: [Situation.established, .finWait1, .finWait2])
  func `A FIN before missing text is kept until its turn`(situation: Situation) {
    var endpoint = Endpoint(situation)
    let (una, send) = (situation.sendUnacknowledged, situation.sendNext)
    endpoint.arrives(.finAck(rcv + 10, una), to: situation.state, sends: [.ack(send, rcv)])
    let next: State =
      switch situation {
      case .established: .closeWait
      case .finWait1: .closing
      default: .timeWait
      }
    endpoint.arrives(.ack(rcv, una, text: 10), to: next, sends: [.ack(send, rcv + 11)], told: [.connectionClosing])
  }

  @Test(arguments: [Situation.listen, .synSent])
  func `A FIN on a SYN waits until ESTABLISHED, and leads on to CLOSE-WAIT`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.arrives(
      Segment(seq: Number.irs, control: [.syn, .fin]), to: .synReceived, sends: [.synAck(Number.iss, rcv)])
    endpoint.arrives(.ack(rcv, nxt), to: .closeWait, sends: [.ack(nxt, rcv + 1)], told: [.connectionClosing])
  }

  @Test func `A FIN on the SYN,ACK leads from SYN-SENT to CLOSE-WAIT`() {
    var endpoint = Endpoint(.synSent)
    endpoint.arrives(
      Segment(seq: Number.irs, ack: nxt, control: [.syn, .fin, .ack]), to: .closeWait,
      sends: [.ack(nxt, rcv), .ack(nxt, rcv + 1)], told: [.connectionClosing])
  }

  @Test func `A CLOSE that waits in SYN-RECEIVED, and a FIN with the ACK: CLOSING`() {
    var endpoint = Endpoint(.synReceivedPassively)
    endpoint.calls(.send(octets: 10), to: .synReceived)
    endpoint.calls(.close, to: .synReceived)
    endpoint.arrives(
      .finAck(rcv, nxt), to: .closing, sends: [.ack(nxt, rcv + 1, text: 10), .finAck(nxt + 10, rcv + 1)],
      told: [.connectionClosing])
  }

  @Test func `Nothing comes behind a FIN: text that claims to is left out, and the FIN is taken in its turn`() {
    // §3.3.1: FIN is numbered after the last octet. Text that was kept as early can't lie behind a FIN.
    var endpoint = Endpoint(.established)
    endpoint.arrives(.finAck(rcv + 10, nxt), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv + 10, nxt, text: 5), nil, to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(
      .ack(rcv, nxt, text: 10), to: .closeWait, sends: [.ack(nxt, rcv + 11)], told: [.connectionClosing])
  }

  @Test func `The connection is closed by a FIN that was kept, though bogus text lay behind it`() {
    // The same, as far as it matters to the user: the peer's real FIN, sent again, must still be able to close.
    var endpoint = Endpoint(.established)
    endpoint.arrives(.finAck(rcv + 10, nxt), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv + 10, nxt, text: 5), nil, to: .established, sends: [.ack(nxt, rcv)])
    _ = endpoint.handle(.arrival(.ack(rcv, nxt, text: 10)), at: .later)
    for seq in [endpoint.tcb.receive.nxt, rcv + 10] {
      _ = endpoint.handle(.arrival(.finAck(seq, nxt)), at: .later)
    }
    #expect(endpoint.state == .closeWait)
  }
}
