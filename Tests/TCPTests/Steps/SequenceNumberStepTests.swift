import TCP
import Testing

/// RFC 9293 §3.10.7.4, first: the sequence number. Where a segment may lie is the matrix's; this is what is done to it.
@Suite struct `§3.10.7.4 First, the sequence number` {
  private let nxt = Number.send
  private let rcv = Number.receive

  @Test func `Old octets in front are cut off, and the new ones taken`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.ack(rcv - 5, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv + 5)])
    #expect(endpoint.tcb.receive.readable == 5)
  }

  @Test func `A FIN behind old text is new`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(
      .finAck(rcv - 5, nxt, text: 5), to: .closeWait, sends: [.ack(nxt, rcv + 1)], told: [.connectionClosing])
  }

  @Test func `Octets behind the window are cut off, and the FIN behind them`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.finAck(rcv + 995, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv)])
    endpoint.arrives(.ack(rcv, nxt, text: 995), to: .established, sends: [.ack(nxt, rcv + 1000)])
    #expect(endpoint.tcb.receive.readable == 1000)
    endpoint.arrives(
      .finAck(rcv + 995, nxt, text: 10), to: .closeWait, sends: [.ack(nxt, rcv + 1006)], told: [.connectionClosing])
  }

  @Test func `A FIN on the first number behind the window waits for its turn to be sent again`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.finAck(rcv, nxt, text: 1000), to: .established, sends: [.ack(nxt, rcv + 1000)])
    endpoint.arrives(
      .finAck(rcv + 1000, nxt), to: .closeWait, sends: [.ack(nxt, rcv + 1001)], told: [.connectionClosing])
  }

  @Test func `A FIN on the last number of the window is taken`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(
      .finAck(rcv, nxt, text: 999), to: .closeWait, sends: [.ack(nxt, rcv + 1000)], told: [.connectionClosing])
  }

  @Test func `A segment that reaches beyond the window on both sides has neither end in it`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.ack(rcv - 5, nxt, text: 1010), .dropped, to: .established, sends: [.ack(nxt, rcv)])
  }

  /// Table 6 with a window of zero, and the allowance for ACKs and RSTs (MUST-66).
  static let closedWindow: [(Segment, next: State, una: Int, answered: Bool)] = {
    let (nxt, rcv) = (Number.send + 100, Number.receive)
    return [
      (.ack(rcv, nxt), .established, 100, false),
      (.ack(rcv - 1, nxt), .established, 0, true),
      (.ack(rcv + 1, nxt), .established, 0, true),
      (.ack(rcv, nxt, text: 1), .established, 100, true),
      (.ack(rcv, nxt, text: 10), .established, 100, true),
      (.ack(rcv + 1, nxt, text: 10), .established, 0, true),
      (.ack(rcv - 10, nxt, text: 10), .established, 0, true),
      (.ack(rcv - 10, nxt, text: 11), .established, 0, true),
      (.finAck(rcv, nxt), .established, 100, true),
      (.finAck(rcv, nxt, text: 10), .established, 100, true),
      (.syn(rcv), .established, 0, true),
      (.synAck(rcv, nxt), .established, 0, true),
      (.rst(rcv), .closed, 0, false),
      (.rst(rcv - 1), .established, 0, false),
      (.rst(rcv + 1), .established, 0, false),
    ]
  }()

  @Test(arguments: closedWindow.indices)
  func `A closed window lets no octet in, but ACKs and RSTs count`(row: Int) {
    let (segment, next, una, answered) = Self.closedWindow[row]
    var endpoint = Endpoint(.establishedUnacknowledged, window: 0)
    endpoint.arrives(
      segment, nil, to: next, sends: answered ? [.ack(nxt + 100, rcv)] : [],
      told: next == .closed ? [.connectionReset] : [])
    guard next == .established else { return }
    #expect(endpoint.tcb.send.una == nxt + una)
    #expect(endpoint.tcb.receive.nxt == rcv && endpoint.tcb.receive.readable == 0)
  }

  @Test func `A window of one takes one octet at a time`() {
    var endpoint = Endpoint(.established, window: 1)
    endpoint.arrives(.ack(rcv, nxt, text: 10), to: .established, sends: [.ack(nxt, rcv + 1)])
    #expect(endpoint.tcb.receive.readable == 1)
    endpoint.arrives(.ack(rcv + 1, nxt, text: 9), to: .established, sends: [.ack(nxt, rcv + 2)])
    #expect(endpoint.tcb.receive.readable == 2)
  }

  @Test func `Text on a SYN counts only as far as the window goes`() {
    // RFC 9293 §3.10.7.2, third: what rides on the SYN is processed in SYN-RECEIVED, where the window is checked.
    var endpoint = Endpoint(.listen, window: 10)
    endpoint.arrives(.syn(Number.irs, text: 50), to: .synReceived, sends: [.synAck(Number.iss, rcv)])
    endpoint.arrives(.ack(rcv, nxt), to: .established, sends: [.ack(nxt, rcv + 10)])
  }

  @Test func `Text on a SYN,ACK counts only as far as the window goes`() {
    var endpoint = Endpoint(.synSent, window: 10)
    endpoint.arrives(
      .synAck(Number.irs, nxt, text: 50), to: .established, sends: [.ack(nxt, rcv), .ack(nxt, rcv + 10)])
  }

  @Test func `Text on the SYN,ACK of a simultaneous open counts only as far as the window goes`() {
    var endpoint = Endpoint(.synReceivedActively, window: 10)
    endpoint.arrives(.synAck(Number.irs, nxt, text: 50), to: .established, sends: [.ack(nxt, rcv + 10)])
  }
}
