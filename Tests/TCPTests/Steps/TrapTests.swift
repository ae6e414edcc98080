import TCP
import Testing

/// Places where the letter of RFC 9293 contradicts itself or leaves a gap, and what is done there.
@Suite struct `Traps T1–T14` {
  private let iss = Number.iss
  private let irs = Number.irs
  private let nxt = Number.send
  private let rcv = Number.receive

  @Test func `T1: the SYN,ACK of a simultaneous open counts by its ACK, and is not answered`() {
    var endpoint = Endpoint(.synReceivedActively)
    endpoint.arrives(.synAck(irs, nxt), to: .established)
    #expect(endpoint.tcb.receive.nxt == rcv, "the SYN is not counted twice")
    endpoint.arrives(.synAck(irs, nxt), .dropped, to: .established, sends: [.ack(nxt, rcv)], "from now on it is old")
  }

  @Test(arguments: [-1, 0, 2])
  func `T1: a SYN,ACK that does not acknowledge our SYN is out of the window`(offset: Int) {
    var endpoint = Endpoint(.synReceivedActively)
    endpoint.arrives(.synAck(irs, iss + offset), .dropped, to: .synReceived, sends: [.ack(nxt, rcv)])
  }

  @Test func `T1: text and FIN on that SYN,ACK count as well`() {
    var endpoint = Endpoint(.synReceivedActively)
    endpoint.arrives(
      Segment(seq: irs, ack: nxt, control: [.syn, .fin, .ack], window: 500, text: 10), to: .closeWait,
      sends: [.ack(nxt, rcv + 11)], told: [.connectionClosing])
  }

  @Test(arguments: [Situation.synReceivedPassively, .synReceivedActively])
  func `T2: the peer's SYN again gets the SYN,ACK again, each time`(situation: Situation) {
    var endpoint = Endpoint(situation)
    let due = endpoint.due(.retransmission)
    for _ in 0..<3 {
      let transition = endpoint.arrives(.syn(irs), .dropped, to: .synReceived, sends: [.synAck(iss, rcv)])
      #expect(transition.effects.contains { if case .transmit(_, true) = $0 { true } else { false } })
    }
    #expect(endpoint.due(.retransmission) == due)
    endpoint.arrives(.ack(rcv, nxt), to: .established)
  }

  @Test(arguments: [Situation.timeWaitFromFinWait2, .timeWaitFromClosing, .timeWaitFromFinWait1])
  func `T3: the peer's FIN again is acknowledged again and restarts 2MSL`(situation: Situation) {
    var endpoint = Endpoint(situation)
    for seconds in [10.0, 100, 300] {
      endpoint.arrives(
        .finAck(rcv, nxt + 1), at: .start + seconds, .dropped, to: .timeWait, sends: [.ack(nxt + 1, rcv + 1)])
      #expect(endpoint.due(.timeWait) == .start + (seconds + 240))
    }
  }

  @Test func `T3: no other old segment restarts 2MSL`() {
    var endpoint = Endpoint(.timeWaitFromFinWait2)
    let due = endpoint.due(.timeWait)
    for segment: Segment in [
      .ack(rcv, nxt + 1), .ack(rcv - 10, nxt + 1, text: 10), .syn(irs), .synAck(irs, nxt), .finAck(rcv - 1, nxt + 1),
      .finAck(rcv + 5000, nxt + 1),
    ] {
      endpoint.arrives(segment, at: .start + 100.0, .dropped, to: .timeWait, sends: [.ack(nxt + 1, rcv + 1)])
    }
    endpoint.arrives(.rst(rcv + 5), at: .start + 100.0, .dropped, to: .timeWait, sends: [.ack(nxt + 1, rcv + 1)])
    endpoint.arrives(.rst(rcv - 5), at: .start + 100.0, .dropped, to: .timeWait)
    endpoint.arrives(.ack(rcv + 1, nxt + 1), at: .start + 100.0, .ignored, to: .timeWait)
    #expect(endpoint.due(.timeWait) == due)
  }

  @Test func `T4: a RST in SYN-SENT leads to CLOSED, even where the endpoint came from LISTEN`() {
    var endpoint = Endpoint(.listen)
    endpoint.calls(.openActive(), to: .synSent, sends: [.syn(iss)])
    endpoint.arrives(.rstAck(0, nxt), to: .closed, told: [.connectionReset])
  }

  @Test func `T5: two ends in TIME-WAIT do not acknowledge each other's acknowledgments for ever`() {
    var endpoint = Endpoint(.timeWaitFromClosing)
    endpoint.arrives(.ack(rcv + 1, nxt + 1), .ignored, to: .timeWait)
    endpoint.arrives(
      .ack(rcv + 1, nxt + 1, text: 1), nil, to: .timeWait, sends: [.ack(nxt + 1, rcv + 1)])
  }

  @Test(arguments: [Situation.closeWait, .closing, .closingBeforeFin, .lastAck])
  func `T6: RCV.NXT moves past the first FIN only`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.arrives(.finAck(rcv + 1, situation.sendUnacknowledged), .ignored, to: situation.state)
    #expect(endpoint.tcb.receive.nxt == rcv + 1)
    endpoint.arrives(.finAck(rcv + 1, situation.sendUnacknowledged, text: 10), .ignored, to: situation.state)
    #expect(endpoint.tcb.receive.nxt == rcv + 1)
  }

  @Test func `T7: figure 9's SYN is answered by an ACK if RFC 5961 is on, or if it lies outside the window`() {
    // SEG.SEQ=400 at RCV.NXT=100: in a window of 1000, behind one of 300.
    for (profile, window, isReset) in [(Profile.rfc9293, 1000, false), (.rfc793, 300, false), (.rfc793, 1000, true)] {
      var endpoint = Endpoint(.init(profile: profile, initialSequenceNumbers: [299], window: window))
      _ = endpoint.handle(.call(.openActive()), at: .start)
      _ = endpoint.handle(.arrival(.synAck(99, 300)), at: .start)
      if isReset {
        endpoint.arrives(.syn(400), nil, to: .closed, sends: [.rstAck(0, 401)], told: [.connectionReset])
      } else {
        endpoint.arrives(.syn(400), .dropped, to: .established, sends: [.ack(300, 100)])
      }
    }
  }

  @Test(arguments: [Situation.synReceivedActively, .established, .finWait1, .finWait2, .closeWait])
  func `T8: whoever aborts is CLOSED at once and does not linger`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.calls(.abort, to: .closed, sends: [.rst(situation.sendNext)])
    #expect(endpoint.due(.timeWait) == nil)
  }

  @Test(arguments: [Situation.synReceivedPassively, .synReceivedActively])
  func `T9: a wrong ACK in SYN-RECEIVED is reset, and the state stays`(situation: Situation) {
    var endpoint = Endpoint(situation)
    let before = endpoint.tcb
    endpoint.arrives(.ack(rcv, iss), .dropped, to: .synReceived, sends: [.rst(iss)])
    endpoint.arrives(.finAck(rcv, nxt + 1), .dropped, to: .synReceived, sends: [.rst(nxt + 1)])
    #expect(endpoint.tcb == before)
    endpoint.arrives(.ack(rcv, nxt), to: .established)
  }

  @Test func `T10: a refused connect is told as connection reset in SYN-SENT, as connection refused in SYN-RECEIVED`() {
    var sent = Endpoint(.synSent)
    sent.arrives(.rstAck(0, nxt), to: .closed, told: [.connectionReset])
    var received = Endpoint(.synReceivedActively)
    received.arrives(.rst(rcv), to: .closed, told: [.connectionRefused])
    #expect(Signal.connectionReset.description == "connection reset")
    #expect(Signal.connectionRefused.description == "connection refused")
  }

  @Test func `T11: FIN-WAIT-1 does not mean that the FIN is on the wire`() {
    #expect(!Endpoint(.finWait1BeforeFin).tcb.finIsSent)
    #expect(Endpoint(.finWait1).tcb.finIsSent)
    var endpoint = Endpoint(.finWait1BeforeFin)
    endpoint.arrives(.ack(rcv, nxt + 500, window: 0), to: .finWait1, "all that was sent is acknowledged; no FIN was")
    #expect(!endpoint.tcb.finIsSent && !endpoint.tcb.finIsAcknowledged)
    endpoint.arrives(
      .ack(rcv, nxt + 500), nil, to: .finWait1, sends: [.ack(nxt + 500, rcv, text: 100), .finAck(nxt + 600, rcv)])
  }

  @Test func `T12: CLOSE in SYN-RECEIVED sends the FIN behind a SYN that is not acknowledged`() {
    var endpoint = Endpoint(.synReceivedPassively)
    endpoint.calls(.close, to: .finWait1, sends: [.finAck(iss + 1, rcv)])
    endpoint.arrives(.ack(rcv, iss + 1), to: .finWait1)
    endpoint.arrives(.ack(rcv, iss + 2), to: .finWait2)
  }

  @Test func `T12: there a RST leads to CLOSED, though the connection came from LISTEN`() {
    var endpoint = Endpoint(.finWait1FromSynReceived)
    endpoint.arrives(.rst(rcv), to: .closed, told: [.connectionReset])
  }

  @Test func `T12: what comes again is the SYN,ACK first, then the FIN`() {
    var endpoint = Endpoint(.finWait1FromSynReceived)
    endpoint.take(.timeout(.retransmission), to: .finWait1, sends: [.synAck(iss, rcv)])
    endpoint.arrives(.ack(rcv, iss + 1), to: .finWait1)
    endpoint.take(.timeout(.retransmission), at: .later + 5.0, to: .finWait1, sends: [.finAck(iss + 1, rcv)])
  }

  /// What figure 5 leaves out.
  static let missingArrows: [(from: Situation, Event, to: State)] = {
    let (nxt, rcv) = (Number.send, Number.receive)
    var arrows: [(Situation, Event, State)] = [
      (.finWait1, .arrival(.finAck(rcv, nxt + 1)), .timeWait),
      (.synReceivedPassively, .arrival(.rst(rcv)), .listen),
      (.synReceivedPassively, .arrival(.syn(rcv)), .listen),
      (.synReceivedActively, .arrival(.rst(rcv)), .closed),
      (.synReceivedPassively, .arrival(.finAck(rcv, nxt)), .closeWait),
      (.synReceivedActively, .arrival(.finAck(rcv, nxt)), .closeWait),
    ]
    for situation in Situation.withWindow where situation.state != .synReceived {
      arrows.append((situation, .arrival(.rst(situation.receiveNext)), .closed))
    }
    for situation in Situation.allCases where situation.sendUnacknowledged != situation.sendNext {
      arrows.append((situation, .timeout(.user), .closed))
    }
    return arrows
  }()

  @Test(arguments: missingArrows.indices)
  func `T13: the transitions that figure 5 leaves out`(index: Int) {
    let (situation, event, next) = Self.missingArrows[index]
    var endpoint = Endpoint(situation)
    #expect(endpoint.handle(event, at: .later).to == next, "\(event) in \(situation)")
  }

  @Test func `T14: a passive OPEN on a listener is refused, and the listener stays as it is`() {
    var endpoint = Endpoint(.listen)
    let before = endpoint
    endpoint.calls(.openPassive, .rejected(.connectionAlreadyExists), to: .listen)
    #expect(endpoint == before)
  }
}
