import TCP
import Testing

@Suite struct `RFC 6298 Retransmission` {
  private let iss = Number.iss
  private let irs = Number.irs
  private let nxt = Number.send
  private let rcv = Number.receive

  @Test func `A SYN goes out at 0, 1, 3, 7, 15, 31, 63 and 127 seconds, and is given up no sooner than 3 minutes`() {
    var endpoint = Endpoint(.closed)
    _ = endpoint.handle(.call(.openActive()), at: .start)
    let syn = "SYN seq=4294967294"
    #expect(
      endpoint.fireTimers(since: .start) == [
        Firing("1", syn), Firing("3", syn), Firing("7", syn), Firing("15", syn), Firing("31", syn), Firing("63", syn),
        Firing("127", syn), Firing("255", told: .timedOut),
      ])
    #expect(endpoint.tcb == Endpoint().tcb)
  }

  @Test(arguments: [Situation.synReceivedPassively, .synReceivedActively])
  func `A SYN,ACK goes out on the same schedule`(situation: Situation) {
    var endpoint = Endpoint(.closed)
    for event in situation.events { _ = endpoint.handle(event, at: .start) }
    let synAck = "SYN,ACK seq=4294967294 ack=4294966796"
    #expect(
      endpoint.fireTimers(since: .start) == ["1", "3", "7", "15", "31", "63", "127"].map { Firing($0, synAck) } + [
        Firing("255", told: .timedOut)
      ])
  }

  @Test(arguments: [Situation.finWait1, .closing, .lastAck])
  func `A FIN is sent again, and given up no sooner than 100 seconds`(situation: Situation) {
    var endpoint = Endpoint(.closed)
    for event in situation.events { _ = endpoint.handle(event, at: .start) }
    let fin = "FIN,ACK seq=4294967295 ack=\(situation.receiveNext)"
    #expect(
      endpoint.fireTimers(since: .start) == ["1", "3", "7", "15", "31", "63"].map { Firing($0, fin) } + [
        Firing("127", told: .timedOut)
      ])
  }

  @Test(arguments: [Situation.established, .closeWait])
  func `Text is sent again, and given up no sooner than 100 seconds`(situation: Situation) {
    var endpoint = Endpoint(situation)
    _ = endpoint.handle(.call(.send(octets: 10)), at: .later)
    let text = "ACK seq=4294967295 ack=\(situation.receiveNext) len=10"
    #expect(
      endpoint.fireTimers(since: .later) == ["1", "3", "7", "15", "31", "63"].map { Firing($0, text) } + [
        Firing("127", told: .timedOut)
      ])
  }

  @Test func `What is sent again bears the acknowledgment of the moment`() {
    var endpoint = Endpoint(.finWait1)
    endpoint.arrives(.ack(rcv, nxt, text: 10), to: .finWait1, sends: [.ack(nxt + 1, rcv + 10)])
    endpoint.take(.timeout(.retransmission), at: .later + 1.0, to: .finWait1, sends: [.finAck(nxt, rcv + 10)])
  }

  @Test func `Only the front of the queue is sent again`() {
    var endpoint = Endpoint(.established)
    endpoint.calls(.send(octets: 10), to: .established, sends: [.ack(nxt, rcv, text: 10)])
    endpoint.calls(.close, to: .finWait1, sends: [.finAck(nxt + 10, rcv)])
    endpoint.take(.timeout(.retransmission), at: .later + 1.0, to: .finWait1, sends: [.ack(nxt, rcv, text: 10)])
    endpoint.arrives(.ack(rcv, nxt + 10), at: .later + 1.1, to: .finWait1)
    endpoint.take(.timeout(.retransmission), at: .later + 4.0, to: .finWait1, sends: [.finAck(nxt + 10, rcv)])
  }

  @Test func `Pure acknowledgments and resets are never sent again`() {
    for situation in Situation.allCases where situation.sendUnacknowledged == situation.sendNext {
      var endpoint = Endpoint(situation)
      _ = endpoint.handle(.arrival(.ack(situation.receiveNext - 1, 0)), at: .later)
      _ = endpoint.handle(.arrival(.synAck(0, 0)), at: .later)
      #expect(endpoint.due(.retransmission) == nil, "\(situation)")
    }
  }

  @Test func `2.2: the first sample R makes the timeout R + 4·R/2`() {
    var endpoint = Endpoint(.synSent)
    endpoint.arrives(.synAck(irs, nxt), at: .start + 0.8, to: .established, sends: [.ack(nxt, rcv)])
    endpoint.calls(.send(octets: 10), at: .start + 1.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + (1.0 + 2.4))
  }

  @Test func `2.3: later samples are smoothed`() {
    var endpoint = Endpoint(.synSent)
    endpoint.arrives(.synAck(irs, nxt), at: .start + 0.8, to: .established, sends: [.ack(nxt, rcv)])
    endpoint.calls(.send(octets: 10), at: .start + 1.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    endpoint.arrives(.ack(rcv, nxt + 10), at: .start + 1.4, to: .established)
    // RTTVAR = ¾·0.4 + ¼·|0.8 − 0.4| = 0.4; SRTT = ⅞·0.8 + ⅛·0.4 = 0.75; RTO = 0.75 + 4·0.4.
    endpoint.calls(.send(octets: 10), at: .start + 2.0, to: .established, sends: [.ack(nxt + 10, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + (2.0 + 2.35))
  }

  @Test func `2.4: a timeout of less than a second is rounded up`() {
    var endpoint = Endpoint(.synSent)
    endpoint.arrives(.synAck(irs, nxt), at: .start + 0.001, to: .established, sends: [.ack(nxt, rcv)])
    endpoint.calls(.send(octets: 10), at: .start + 1.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 2.0)
  }

  @Test func `5.3: an acknowledgment of something new starts the timer anew, a duplicate does not`() {
    var endpoint = Endpoint(.established)
    endpoint.calls(.send(octets: 10), to: .established, sends: [.ack(nxt, rcv, text: 10)])
    endpoint.calls(.send(octets: 10), to: .established, sends: [.ack(nxt + 10, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .later + 1.0)
    endpoint.arrives(.ack(rcv, nxt), at: .later + 0.4, .ignored, to: .established)
    #expect(endpoint.due(.retransmission) == .later + 1.0)
    endpoint.arrives(.ack(rcv, nxt + 10), at: .later + 0.5, to: .established)
    #expect(endpoint.due(.retransmission) == .later + 1.5)
    endpoint.arrives(.ack(rcv, nxt + 20), at: .later + 0.6, to: .established)
    #expect(endpoint.due(.retransmission) == nil)
  }

  @Test func `Karn: what was sent twice gives no sample, and the timeout stays backed off`() {
    var endpoint = Endpoint(.established)
    endpoint.calls(.send(octets: 10), at: .start + 1.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    endpoint.take(.timeout(.retransmission), at: .start + 2.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 4.0)
    endpoint.arrives(.ack(rcv, nxt + 10), at: .start + 2.5, to: .established)
    endpoint.calls(.send(octets: 10), at: .start + 3.0, to: .established, sends: [.ack(nxt + 10, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 5.0, "two seconds, as backed off")
    endpoint.arrives(.ack(rcv, nxt + 20), at: .start + 3.1, to: .established)
    endpoint.calls(.send(octets: 10), at: .start + 4.0, to: .established, sends: [.ack(nxt + 20, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 5.0, "one second, by the new sample")
  }

  @Test func `Karn: a SYN,ACK that a repeated SYN brought out again gives no sample`() {
    var endpoint = Endpoint(.synReceivedPassively)
    endpoint.arrives(.syn(irs), at: .start + 0.8, .dropped, to: .synReceived, sends: [.synAck(iss, rcv)])
    endpoint.arrives(.ack(rcv, nxt), at: .start + 0.9, to: .established)
    endpoint.calls(.send(octets: 10), at: .start + 1.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 2.0)
  }

  @Test func `Karn: the SYN,ACK of a simultaneous open is the SYN for the second time`() {
    // RFC 6298 §3: the ACK may answer the SYN or the SYN,ACK. A sample of 0.9 s would make the timeout 2.7 s.
    var endpoint = Endpoint(.synSent)
    endpoint.arrives(.syn(irs), at: .start + 0.8, to: .synReceived, sends: [.synAck(iss, rcv)])
    endpoint.arrives(.ack(rcv, nxt), at: .start + 0.9, to: .established)
    endpoint.calls(.send(octets: 10), at: .start + 1.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 2.0)
  }

  @Test func `5.7: after a SYN that timed out, text begins with three seconds`() {
    var endpoint = Endpoint(.synSent)
    endpoint.take(.timeout(.retransmission), at: .start + 1.0, to: .synSent, sends: [.syn(iss)])
    #expect(endpoint.due(.retransmission) == .start + 3.0, "the SYNs keep their own schedule")
    endpoint.arrives(.synAck(irs, nxt), at: .start + 1.5, to: .established, sends: [.ack(nxt, rcv)])
    endpoint.calls(.send(octets: 10), at: .start + 2.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 5.0)
    endpoint.arrives(.ack(rcv, nxt + 10), at: .start + 2.1, to: .established)
    endpoint.calls(.send(octets: 10), at: .start + 3.0, to: .established, sends: [.ack(nxt + 10, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 4.0, "a sample takes over")
  }

  @Test(arguments: [Situation.synReceivedPassively, .synReceivedActively])
  func `5.7: after a SYN,ACK that timed out as well`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.take(.timeout(.retransmission), at: .start + 2.0, to: .synReceived, sends: [.synAck(iss, rcv)])
    let transition = endpoint.arrives(.ack(rcv, nxt), at: .start + 2.1, to: .established)
    #expect(transition.rules.contains(.threeSecondTimeoutAfterSyn))
    endpoint.calls(.send(octets: 10), at: .start + 3.0, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    #expect(endpoint.due(.retransmission) == .start + 6.0)
  }
}
