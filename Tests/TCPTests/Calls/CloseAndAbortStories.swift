import TCP
import Testing

@Suite struct `§3.10.4 CLOSE` {
  @Test func `In LISTEN the RECEIVEs that wait return with closing`() {
    var endpoint = Endpoint(.listen)
    endpoint.calls(.receive, to: .listen)
    endpoint.calls(.close, to: .closed, fails: [.fail(.receive, .closing)])
  }

  @Test func `In SYN-SENT the calls that wait return with closing, and the peer is not told`() {
    var endpoint = Endpoint(.synSent)
    endpoint.calls(.send(octets: 10), to: .synSent)
    endpoint.calls(.receive, to: .synSent)
    endpoint.calls(.close, to: .closed, fails: [.fail(.send, .closing), .fail(.receive, .closing)])
  }

  @Test(arguments: [Situation.synReceivedPassively, .synReceivedActively])
  func `In SYN-RECEIVED with text to send it waits for ESTABLISHED`(situation: Situation) {
    var endpoint = Endpoint(situation)
    let (nxt, rcv) = (Number.send, Number.receive)
    endpoint.calls(.send(octets: 10), to: .synReceived)
    endpoint.calls(.close, to: .synReceived)
    endpoint.calls(.close, .rejected(.connectionClosing), to: .synReceived)
    endpoint.calls(.send(octets: 1), .rejected(.connectionClosing), to: .synReceived)
    endpoint.arrives(.ack(rcv, nxt), to: .finWait1, sends: [.ack(nxt, rcv, text: 10), .finAck(nxt + 10, rcv)])
    endpoint.arrives(.ack(rcv, nxt + 11), to: .finWait2)
  }

  @Test func `In ESTABLISHED the state changes at once, and the FIN waits behind unsent text`() {
    var endpoint = Endpoint(.established)
    let (nxt, rcv) = (Number.send, Number.receive)
    endpoint.calls(.send(octets: 600), to: .established, sends: [.ack(nxt, rcv, text: 500)])
    endpoint.calls(.close, to: .finWait1)
    #expect(!endpoint.tcb.finIsSent)
    endpoint.arrives(
      .ack(rcv, nxt + 500), to: .finWait1, sends: [.ack(nxt + 500, rcv, text: 100), .finAck(nxt + 600, rcv)])
    #expect(endpoint.tcb.finIsSent)
    endpoint.arrives(.ack(rcv, nxt + 600), to: .finWait1, "the text is acknowledged, the FIN is not")
    endpoint.arrives(.ack(rcv, nxt + 601), to: .finWait2)
  }

  @Test func `In CLOSE-WAIT it waits behind unsent text, and LAST-ACK begins with the FIN`() {
    var endpoint = Endpoint(.closeWait)
    let (nxt, rcv) = (Number.send, Number.receive + 1)
    endpoint.calls(.send(octets: 600), to: .closeWait, sends: [.ack(nxt, rcv, text: 500)])
    endpoint.calls(.close, to: .closeWait)
    endpoint.calls(.close, .rejected(.connectionClosing), to: .closeWait)
    endpoint.calls(.send(octets: 1), .rejected(.connectionClosing), to: .closeWait)
    endpoint.arrives(
      .ack(rcv, nxt + 500), to: .lastAck, sends: [.ack(nxt + 500, rcv, text: 100), .finAck(nxt + 600, rcv)])
    endpoint.arrives(.ack(rcv, nxt + 601), to: .closed)
  }

  @Test func `After CLOSE text is still received and acknowledged`() {
    for situation in [Situation.finWait1, .finWait2] {
      var endpoint = Endpoint(situation)
      endpoint.arrives(
        .ack(Number.receive, situation.sendUnacknowledged, text: 10), to: situation.state,
        sends: [.ack(situation.sendNext, Number.receive + 10)])
    }
  }
}

@Suite struct `§3.10.5 ABORT` {
  @Test(arguments: [Situation.listen, .synSent])
  func `Before anything is agreed the calls that wait are reset and nothing is sent`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.calls(.receive, to: situation.state)
    endpoint.calls(.abort, to: .closed, fails: [.fail(.receive, .connectionReset)])
  }

  @Test(arguments: [
    Situation.synReceivedPassively, .synReceivedActively, .established, .finWait1, .finWait1BeforeFin, .finWait2,
  ])
  func `From SYN-RECEIVED on the calls that wait are reset, and so is the peer`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.calls(.receive, to: situation.state)
    let sendWaits = situation == .finWait1BeforeFin
    endpoint.calls(
      .abort, to: .closed, sends: [.rst(situation.sendNext)],
      fails: (sendWaits ? [.fail(.send, .connectionReset)] : []) + [.fail(.receive, .connectionReset)])
    #expect(endpoint.tcb == Endpoint().tcb)
  }
}

@Suite struct `§3.10.6 STATUS` {
  @Test(arguments: Situation.allCases.filter { $0 != .closed })
  func `STATUS answers with the state, and nothing changes`(situation: Situation) {
    var endpoint = Endpoint(situation)
    let before = endpoint
    let transition = endpoint.calls(.status, to: situation.state)
    #expect(transition.from == situation.state)
    #expect(transition.effects.isEmpty)
    #expect(endpoint == before)
  }
}
