import TCP
import Testing

/// A SYN and a RST take the segment's first number, so it is that number that has to lie in the window, whatever text
/// follows: RFC 9293 §3.10.7.4, fourth, "if the SYN is not in the window, this step would not be reached".
@Suite struct `T18: a SYN and a RST are judged by their own place, not by the text behind them` {
  private let nxt = Number.send
  private let rcv = Number.receive
  private let irs = Number.irs

  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `A SYN and a FIN on the number before RCV.NXT leave TIME-WAIT as it is`(profile: Profile) {
    var endpoint = Endpoint(.init(profile: profile, initialSequenceNumbers: [0]))
    endpoint.calls(.openActive(), to: .synSent, sends: [.syn(0)])
    endpoint.arrives(.synAck(0, 1), to: .established, sends: [.ack(1, 1)])
    endpoint.calls(.close, to: .finWait1, sends: [.finAck(1, 1)])
    endpoint.arrives(.ack(1, 2), to: .finWait2)
    endpoint.arrives(.finAck(1, 2), to: .timeWait, sends: [.ack(2, 2)], told: [.connectionClosing])
    let before = endpoint.tcb
    endpoint.arrives(Segment(seq: 1, control: [.syn, .fin]), .dropped, to: .timeWait, sends: [.ack(2, 2)])
    #expect(endpoint.tcb == before)
  }

  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `The peer's SYN,ACK again with text in the window is answered by an ACK`(profile: Profile) {
    for text in [1, 2, 100, Number.window + 1] {
      var endpoint = Endpoint(.established, profile: profile)
      let before = endpoint.tcb
      let transition = endpoint.arrives(
        .synAck(irs, nxt, text: text), .dropped, to: .established, sends: [.ack(nxt, rcv)], "\(text) octets")
      #expect(transition.rules == [.unacceptableIsAcknowledged])
      #expect(endpoint.tcb == before)
    }
  }

  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `A SYN from before the peer's own, with text in the window, does not lead back to LISTEN`(profile: Profile) {
    var endpoint = Endpoint(.init(profile: profile, initialSequenceNumbers: [100]))
    endpoint.calls(.openPassive, to: .listen)
    endpoint.arrives(.syn(300), to: .synReceived, sends: [.synAck(100, 301)])
    endpoint.arrives(.syn(299, text: 5), .dropped, to: .synReceived, sends: [.ack(101, 301)])
    endpoint.arrives(.ack(301, 101), to: .established)
  }

  @Test(arguments: [Profile.rfc9293, .rfc793], Situation.withWindow)
  func `A RST before RCV.NXT is dropped in silence, though its text reaches into the window`(
    profile: Profile, situation: Situation
  ) {
    for (distance, text) in [(1, 3), (1, 2), (5, 10), (1, Number.window)] {
      var endpoint = Endpoint(situation, profile: profile)
      let before = endpoint.tcb
      let segment = Segment(seq: situation.receiveNext - distance, control: .rst, text: text)
      let transition = endpoint.arrives(segment, .dropped, to: situation.state, "\(segment)")
      #expect(transition.rules == [.unacceptableResetIsDropped])
      #expect(endpoint.tcb == before)
    }
  }

  /// What lies in the window is judged as ever.
  @Test func `Text behind a SYN or a RST that lies in the window changes nothing`() {
    let reset = Segment(seq: rcv, control: .rst, text: 3)
    for profile in [Profile.rfc9293, .rfc793] {
      var endpoint = Endpoint(.established, profile: profile)
      endpoint.arrives(reset, to: .closed, told: [.connectionReset])
    }
    var endpoint = Endpoint(.established)
    endpoint.arrives(.syn(rcv + 1, text: 5), .dropped, to: .established, sends: [.ack(nxt, rcv)])
    endpoint = Endpoint(.established, profile: .rfc793)
    endpoint.arrives(
      .syn(rcv + 1, text: 5), nil, to: .closed, sends: [.rstAck(0, rcv + 7)], told: [.connectionReset])
  }
}
