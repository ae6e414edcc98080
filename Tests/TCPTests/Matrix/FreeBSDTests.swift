import TCP
import Testing

/// FreeBSD's tcp-testsuite, `state-event-engine/rcv-<segment>-<state>`: its asserted results, where they agree with the
/// RFC. Left out: LISTEN drops SYN,ACK without a RST, and TIME-WAIT ignores RST and answers a SYN by SYN,ACK there.
@Suite struct `FreeBSD tcp-testsuite, state-event-engine` {
  /// `-` nothing happens; else what is sent, and the state that follows where it is another.
  static let table: [(Situation, [(Kind, String)])] = [
    (
      .closed,
      [
        (.syn, "RST,ACK"), (.synAck, "RST"), (.ack, "RST"), (.fin, "RST,ACK"), (.finAck, "RST"), (.rst, "-"),
        (.rstAck, "-"),
      ]
    ),
    (
      .listen,
      [
        (.syn, "SYN,ACK SYN-RECEIVED"), (.ack, "RST"), (.fin, "-"), (.finAck, "RST"), (.rst, "-"), (.rstAck, "-"),
      ]
    ),
    (
      .synSent,
      [
        (.syn, "SYN,ACK SYN-RECEIVED"), (.synAck, "ACK ESTABLISHED"), (.ack, "-"), (.fin, "-"), (.finAck, "-"),
        (.rst, "-"), (.rstAck, "- CLOSED"),
      ]
    ),
    (.synReceivedPassively, [(.rst, "- LISTEN"), (.rstAck, "- LISTEN")]),
    (.synReceivedActively, [(.rst, "- CLOSED"), (.rstAck, "- CLOSED")]),
    (.established, [(.syn, "ACK"), (.rst, "- CLOSED")]),
    (.closeWait, [(.syn, "ACK"), (.rst, "- CLOSED")]),
    (.finWait1, [(.syn, "ACK"), (.rst, "- CLOSED")]),
    (.finWait2, [(.syn, "ACK"), (.rst, "- CLOSED")]),
    (.closing, [(.syn, "ACK"), (.rst, "- CLOSED")]),
    (.lastAck, [(.syn, "ACK"), (.rst, "- CLOSED")]),
    (.timeWaitFromFinWait2, [(.ack, "-"), (.fin, "-"), (.finAck, "ACK")]),
  ]

  @Test(arguments: table.indices)
  func `At the left edge of the window`(row: Int) {
    let (situation, cells) = Self.table[row]
    for (kind, cell) in cells {
      var endpoint = Endpoint(situation)
      let transition = endpoint.handle(
        .arrival(
          Segment(seq: situation.receiveNext, ack: situation.sendNext, control: kind.control, window: 500)),
        at: .later)
      let words = cell.split(separator: " ")
      let sent = transition.segments.first?.control.description ?? "-"
      #expect(sent == words[0], "\(kind) in \(situation)")
      #expect(transition.segments.count == (words[0] == "-" ? 0 : 1))
      #expect(endpoint.state == (words.count > 1 ? State(spelling: words[1])! : situation.state))
    }
  }

  @Test func `SYN-SENT resets a wrong ACK by SEQ=SEG.ACK and ignores a RST with one`() {
    for kind in [Kind.synAck, .ack, .finAck] {
      var endpoint = Endpoint(.synSent)
      let segment = Segment(seq: 1, ack: Number.send + 1, control: kind.control)
      endpoint.arrives(segment, .dropped, to: .synSent, sends: [.rst(Number.send + 1)])
    }
    var endpoint = Endpoint(.synSent)
    endpoint.arrives(.rstAck(1, Number.send + 1), .dropped, to: .synSent)
  }
}
