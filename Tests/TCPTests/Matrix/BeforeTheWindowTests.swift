import TCP
import Testing

/// RFC 9293 §3.10.7.1 to §3.10.7.3: the states that have no receive window yet.
@Suite struct `§3.10.7.1–3 Segments before there is a window` {
  /// A segment in CLOSED and what both specifications answer; ten octets of text make SEG.LEN ten more.
  static let closed: [(arrives: Segment, answer: Segment?)] = [
    (.syn(4_294_967_295), .rstAck(0, 0)),
    (.syn(4_294_967_295, text: 10), .rstAck(0, 10)),
    (.fin(4_294_967_295), .rstAck(0, 0)),
    (.fin(4_294_967_290, text: 10), .rstAck(0, 5)),
    (Segment(seq: 4_294_967_290, control: [], text: 10), .rstAck(0, 4)),
    (Segment(seq: 4_294_967_290, control: []), .rstAck(0, 4_294_967_290)),
    (Segment(seq: 4_294_967_295, control: [.syn, .fin], text: 10), .rstAck(0, 11)),
    (.synAck(300, 4_294_967_295), .rst(4_294_967_295)),
    (.synAck(300, 101, text: 10), .rst(101)),
    (.ack(300, 101), .rst(101)),
    (.ack(300, 101, text: 10), .rst(101)),
    (.finAck(300, 101), .rst(101)),
    (.finAck(300, 101, text: 10), .rst(101)),
    (.rst(300), nil),
    (.rstAck(300, 101), nil),
    (Segment(seq: 300, control: .rst, text: 10), nil),
    (Segment(seq: 1, ack: 2, control: [.syn, .fin, .rst, .psh, .ack, .urg], text: 10), nil),
  ]

  @Test(arguments: closed.indices, [Profile.rfc9293, .rfc793])
  func `CLOSED answers everything but a RST by a RST that its sender will take`(row: Int, profile: Profile) {
    let (segment, answer) = Self.closed[row]
    var endpoint = Endpoint(.closed, profile: profile)
    endpoint.arrives(segment, .dropped, to: .closed, sends: answer.map { [$0] } ?? [], "\(segment)")
    #expect(endpoint.tcb == Endpoint().tcb)
  }

  enum Listening { case ignored, reset, synAck, dropped }

  /// The checks in the RFC's order: RST, ACK, SYN, anything else.
  static let listen: [(kind: Kind, verdict: Listening)] = [
    (.none, .dropped), (.syn, .synAck), (.synAck, .reset), (.synFin, .synAck), (.ack, .reset), (.fin, .dropped),
    (.finAck, .reset), (.rst, .ignored), (.rstAck, .ignored), (.all, .ignored),
  ]

  @Test(arguments: listen.map(\.kind), [0, 10])
  func `LISTEN asks for RST, ACK and SYN in this order`(kind: Kind, text: Int) {
    for profile in [Profile.rfc9293, .rfc793] {
      var endpoint = Endpoint(.listen, profile: profile)
      let segment = Segment(seq: Number.irs, ack: 500, control: kind.control, text: text)
      switch Self.listen.first(where: { $0.kind == kind })!.verdict {
      case .ignored: endpoint.arrives(segment, .ignored, to: .listen)
      case .dropped: endpoint.arrives(segment, .dropped, to: .listen)
      case .reset: endpoint.arrives(segment, .dropped, to: .listen, sends: [.rst(500)])
      case .synAck:
        endpoint.arrives(segment, to: .synReceived, sends: [.synAck(Number.iss, Number.receive)])
        #expect(endpoint.tcb.receive.irs == Number.irs)
        #expect(endpoint.tcb.receive.nxt == Number.receive, "text on the SYN waits")
        #expect(endpoint.tcb.send.una == Number.iss)
        #expect(endpoint.tcb.send.nxt == Number.send)
        #expect(endpoint.tcb.openedPassively)
      }
    }
  }

  /// What SYN-SENT does: `ES` opens, `SR` is the crossing SYN, `CL` is a reset that counts, `rst` answers SEQ=SEG.ACK.
  enum SynSent: String {
    case opens = "ES"
    case crosses = "SR"
    case resets = "CL"
    case rst, drop
  }

  /// By the ACK field: ISS − 2^31 + 1 and ISS − 1, which are old; ISS, which is not beyond the SYN; ISS + 1, the one
  /// acceptable; ISS + 2 and ISS + 2^31 − 1, which were never sent.
  static let fields: [SequenceNumber] = [
    Number.iss + 2_147_483_649, Number.iss - 1, Number.iss, Number.iss + 1, Number.iss + 2, Number.iss + 2_147_483_647,
  ]

  static let synSent = """
                 far    −1     ISS    +1     +2     far
    SYN,ACK      rst    rst    rst    ES     rst    rst
    ACK          rst    rst    rst    drop   rst    rst
    FIN,ACK      rst    rst    rst    drop   rst    rst
    RST,ACK      drop   drop   drop   CL     drop   drop
    all          drop   drop   drop   CL     drop   drop
    SYN          SR     SR     SR     SR     SR     SR
    SYN,FIN      SR     SR     SR     SR     SR     SR
    FIN          drop   drop   drop   drop   drop   drop
    RST          drop   drop   drop   drop   drop   drop
    none         drop   drop   drop   drop   drop   drop
    """

  @Test(arguments: synSent.split(separator: "\n").dropFirst().map(String.init), [0, 10])
  func `SYN-SENT believes nobody who has not seen its SYN`(row: String, text: Int) {
    let words = row.split(separator: " ").map(String.init)
    let kind = Kind(rawValue: words[0])!
    for (ack, word) in zip(Self.fields, words.dropFirst()) {
      for profile in [Profile.rfc9293, .rfc793] {
        let segment = Segment(seq: Number.irs, ack: ack, control: kind.control, text: text)
        var endpoint = Endpoint(.synSent, profile: profile)
        let before = endpoint.tcb
        let (nxt, rcv) = (Number.send, Number.receive)
        switch SynSent(rawValue: word)! {
        case .drop: endpoint.arrives(segment, .dropped, to: .synSent, "\(segment)")
        case .rst: endpoint.arrives(segment, .dropped, to: .synSent, sends: [.rst(ack)], "\(segment)")
        case .resets: endpoint.arrives(segment, to: .closed, told: [.connectionReset], "\(segment)")
        case .crosses: endpoint.arrives(segment, to: .synReceived, sends: [.synAck(nxt - 1, rcv)], "\(segment)")
        case .opens:
          let sends = text == 0 ? [Segment.ack(nxt, rcv)] : [.ack(nxt, rcv), .ack(nxt, rcv + text)]
          endpoint.arrives(segment, to: .established, sends: sends, "\(segment)")
          #expect(endpoint.tcb.send.una == ack)
        }
        if endpoint.state == .synSent { #expect(endpoint.tcb == before, "\(segment)") }
      }
    }
  }

  /// The worked vectors of §3.10.7.3, ISS=100.
  static let worked: [(segment: Segment, next: State, answer: Segment?)] = [
    (.synAck(300, 101), .established, .ack(101, 301)),
    (.synAck(300, 100), .synSent, .rst(100)),
    (.synAck(300, 102), .synSent, .rst(102)),
    (.syn(300), .synReceived, .synAck(100, 301)),
    (.rstAck(0, 101), .closed, nil),
    (.rst(300), .synSent, nil),
    (.rstAck(0, 55), .synSent, nil),
    (.ack(300, 101), .synSent, nil),
    (.ack(300, 55), .synSent, .rst(55)),
    (.fin(300), .synSent, nil),
    (.finAck(300, 101), .synSent, nil),
  ]

  @Test(arguments: worked.indices)
  func `The worked vectors of SYN-SENT`(row: Int) {
    let (segment, next, answer) = Self.worked[row]
    var endpoint = Endpoint(.init(initialSequenceNumbers: [100]))
    endpoint.calls(.openActive(), to: .synSent, sends: [.syn(100)])
    endpoint.arrives(
      segment, nil, to: next, sends: answer.map { [$0] } ?? [], told: next == .closed ? [.connectionReset] : [])
  }

  @Test func `Erratum 8167: a refusing RST,ACK counts whatever its SEQ, since a closed port sends SEQ=0`() {
    for seq: SequenceNumber in [0, 1, 77, 4_294_967_295] {
      var endpoint = Endpoint(.synSent)
      endpoint.arrives(.rstAck(seq, Number.send), to: .closed, told: [.connectionReset])
    }
  }
}
