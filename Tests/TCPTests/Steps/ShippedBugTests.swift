import TCP
import Testing

/// What other stacks have shipped: each case is a bug that was reported there.
@Suite struct `Bugs that shipped elsewhere` {
  private let iss = Number.iss
  private let irs = Number.irs
  private let nxt = Number.send
  private let rcv = Number.receive

  // https://github.com/smoltcp-rs/smoltcp/pull/279 and https://github.com/smoltcp-rs/smoltcp/pull/398
  @Test func `The peer's FIN comes before ours is sent: CLOSING still sends it`() {
    var endpoint = Endpoint(.finWait1BeforeFin)
    endpoint.arrives(.finAck(rcv, nxt), to: .closing, sends: [.ack(nxt + 500, rcv + 1)], told: [.connectionClosing])
    endpoint.arrives(
      .ack(rcv + 1, nxt + 500), to: .closing,
      sends: [.ack(nxt + 500, rcv + 1, text: 100), .finAck(nxt + 600, rcv + 1)])
    endpoint.arrives(.ack(rcv + 1, nxt + 600), to: .closing, "the text is acknowledged, the FIN is not")
    endpoint.arrives(.ack(rcv + 1, nxt + 601), to: .timeWait)
  }

  // https://github.com/microsoft/demikernel/issues/1537
  @Test func `CLOSING sends the FIN again as a FIN`() {
    var endpoint = Endpoint(.closing)
    endpoint.take(.timeout(.retransmission), at: .later + 5.0, to: .closing, sends: [.finAck(iss + 1, rcv + 1)])
  }

  // https://github.com/FreeRTOS/FreeRTOS-Plus-TCP/issues/1303
  @Test func `A FIN after CLOSE leads to CLOSING or TIME-WAIT, never to CLOSE-WAIT or LAST-ACK`() {
    var first = Endpoint(.finWait1)
    first.arrives(.finAck(rcv, nxt), to: .closing, sends: [.ack(nxt + 1, rcv + 1)], told: [.connectionClosing])
    var merged = Endpoint(.finWait1)
    merged.arrives(.finAck(rcv, nxt + 1), to: .timeWait, sends: [.ack(nxt + 1, rcv + 1)], told: [.connectionClosing])
    var second = Endpoint(.finWait2)
    second.arrives(.finAck(rcv, nxt + 1), to: .timeWait, sends: [.ack(nxt + 1, rcv + 1)], told: [.connectionClosing])
  }

  // https://github.com/FreeRTOS/FreeRTOS-Plus-TCP/issues/1301
  @Test func `A failed connect goes to CLOSED, never to CLOSE-WAIT`() {
    var refused = Endpoint(.synSent)
    refused.arrives(.rstAck(0, nxt), to: .closed, told: [.connectionReset])
    var finished = Endpoint(.synSent)
    finished.arrives(.finAck(irs, nxt), .dropped, to: .synSent)
    finished.arrives(.fin(irs), .dropped, to: .synSent)
    finished.take(.timeout(.user), to: .closed, told: [.userTimeout])
  }

  // https://github.com/inet-framework/inet/issues/92
  @Test func `The SYN,ACK of a simultaneous open is not refused in SYN-RECEIVED`() {
    var endpoint = Endpoint(.synReceivedActively)
    endpoint.arrives(.synAck(irs, nxt), to: .established)
  }

  // https://github.com/mirage/mirage-tcpip/pull/489
  @Test func `CLOSING starts the timer of TIME-WAIT, and a wrong RST there does no harm`() {
    var endpoint = Endpoint(.closing)
    endpoint.arrives(.rst(rcv), .dropped, to: .closing)
    endpoint.arrives(.rst(rcv + 2000), .dropped, to: .closing)
    #expect(endpoint.due(.retransmission) != nil)
    let transition = endpoint.arrives(.ack(rcv + 1, nxt + 1), to: .timeWait)
    #expect(transition.effects.contains(.start(.timeWait, due: .later + 240.0)))
    endpoint.take(.timeout(.timeWait), at: .later + 240.0, to: .closed)
  }

  // https://github.com/Juniper/warp17/issues/15
  @Test func `The FIN sent again has the number of the first`() {
    for situation in [Situation.finWait1, .closing, .lastAck] {
      var endpoint = Endpoint(situation)
      for seconds in [1.0, 3, 7] {
        endpoint.take(
          .timeout(.retransmission), at: .later + seconds, to: situation.state,
          sends: [.finAck(nxt, situation.receiveNext)])
      }
    }
  }

  // https://github.com/smoltcp-rs/smoltcp/pull/112
  @Test func `A FIN before missing text does not lead to CLOSE-WAIT yet`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.finAck(rcv + 5, nxt, text: 5), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(
      .ack(rcv, nxt, text: 5), to: .closeWait, sends: [.ack(nxt, rcv + 11)], told: [.connectionClosing])
  }

  // https://github.com/smoltcp-rs/smoltcp/issues/338 and https://github.com/ccie18643/PyTCP/issues/5
  @Test(arguments: Situation.allCases, [Profile.rfc9293, .rfc793])
  func `A RST is never answered by a RST, and by an ACK only as a challenge`(situation: Situation, profile: Profile) {
    for offset in [-1000, -1, 0, 1, 500, 999, 1000, 2_000_000_000] {
      for control: ControlBits in [.rst, [.rst, .ack], [.rst, .syn], [.rst, .fin, .ack], [.rst, .syn, .ack]] {
        for ack in [iss, nxt, nxt + 1, nxt + 2] {
          var endpoint = Endpoint(situation, profile: profile)
          let segment = Segment(seq: situation.receiveNext + offset, ack: ack, control: control)
          let transition = endpoint.handle(.arrival(segment), at: .later)
          let isChallenged = transition.rules.contains(.resetInWindowIsChallenged)
          #expect(transition.segments.isEmpty || isChallenged, "\(segment) in \(situation)")
          #expect(!isChallenged || profile == .rfc9293)
          #expect(transition.segments.allSatisfy { $0.control == .ack })
        }
      }
    }
  }

  // https://github.com/google/gvisor/issues/7617 and https://github.com/google/gvisor/issues/3106
  @Test func `All other timers stop where TIME-WAIT begins, and TIME-WAIT lasts for 2MSL`() {
    for (situation, segment) in [
      (Situation.closing, Segment.ack(rcv + 1, nxt + 1)), (.finWait1, .finAck(rcv, nxt + 1)),
    ] {
      var endpoint = Endpoint(situation)
      let transition = endpoint.handle(.arrival(segment), at: .later)
      #expect(transition.to == .timeWait)
      #expect(transition.effects.contains(.stop(.retransmission)))
      #expect(transition.effects.contains(.stop(.user)))
      #expect(endpoint.tcb.timers.next?.timer == .timeWait)
      #expect(endpoint.tcb.timers.next?.due == .later + 240.0)
    }
  }

  // https://github.com/ausimian/tricep/issues/104
  @Test func `A valid FIN that comes again restarts 2MSL`() {
    var endpoint = Endpoint(.timeWaitFromFinWait2)
    endpoint.arrives(.finAck(rcv, nxt + 1), at: .start + 200.0, nil, to: .timeWait, sends: [.ack(nxt + 1, rcv + 1)])
    #expect(endpoint.due(.timeWait) == .start + 440.0)
  }

  // https://github.com/robur-coop/utcp/issues/24
  @Test func `CLOSE-WAIT has a retransmission timer`() {
    var endpoint = Endpoint(.closeWait)
    #expect(endpoint.due(.retransmission) == nil)
    endpoint.calls(.send(octets: 10), to: .closeWait, sends: [.ack(nxt, rcv + 1, text: 10)])
    #expect(endpoint.due(.retransmission) == .later + 1.0)
    endpoint.take(
      .timeout(.retransmission), at: .later + 1.0, to: .closeWait, sends: [.ack(nxt, rcv + 1, text: 10)])
  }

  // https://github.com/google/gvisor/issues/6076
  @Test func `A RST,ACK is not the third segment of a handshake`() {
    var endpoint = Endpoint(.synReceivedPassively)
    endpoint.arrives(.rstAck(rcv, nxt), to: .listen)
    endpoint.arrives(.rstAck(rcv, nxt), .ignored, to: .listen)
  }

  // https://github.com/MegaRedHand/network-simulator/pull/277
  @Test(arguments: [Situation.synReceivedPassively, .synReceivedActively])
  func `The SYN,ACK is sent again`(situation: Situation) {
    var endpoint = Endpoint(situation)
    endpoint.take(.timeout(.retransmission), at: .later + 1.0, to: .synReceived, sends: [.synAck(iss, rcv)])
  }

  // https://github.com/FDio/tldk/issues/3
  @Test(arguments: Situation.withWindow)
  func `A RST has to match RCV.NXT exactly`(situation: Situation) {
    for offset in [1, 2, 500, 999] {
      var endpoint = Endpoint(situation)
      endpoint.arrives(
        .rst(situation.receiveNext + offset), .dropped, to: situation.state,
        sends: [.ack(situation.sendNext, situation.receiveNext)])
    }
  }

  // https://github.com/tass-belgium/picotcp/issues/42
  @Test func `A split handshake, where a SYN answers the SYN, is a simultaneous open`() {
    var endpoint = Endpoint(.synSent)
    endpoint.arrives(.syn(irs), to: .synReceived, sends: [.synAck(iss, rcv)])
    endpoint.arrives(.ack(rcv, nxt), to: .established)
  }
}
