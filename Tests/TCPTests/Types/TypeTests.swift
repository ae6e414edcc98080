import TCP
import Testing

@Suite struct `§3.4 Sequence numbers` {
  private let last: SequenceNumber = 4_294_967_295

  @Test func `Arithmetic is modulo 2^32`() {
    #expect(last + 1 == 0)
    #expect((0 as SequenceNumber) - 1 == last)
    #expect(last + 4_294_967_296 == last)
    #expect((5 as SequenceNumber) - last == 6)
    #expect(last - (5 as SequenceNumber) == -6)
    var number = last
    number += 3
    #expect(number == 2)
  }

  @Test func `Order is that of two numbers less than 2^31 apart`() {
    #expect(last < 0 && last <= 0 && (0 as SequenceNumber) > last && (0 as SequenceNumber) >= last)
    #expect(last <= last && last >= last && !(last < last) && !(last > last))
    let half = last + 2_147_483_647
    #expect(last < half && !(half < last))
  }

  @Test(arguments: [
    (0 as SequenceNumber, 0, false), (0, 1, true), (4_294_967_295, 1, false), (1, 1, false),
    (4_294_967_295, 65_535, false), (65_534, 65_535, true), (65_535, 65_535, false),
  ])
  func `A window has its first number and not the one behind it`(number: SequenceNumber, size: Int, isIn: Bool) {
    for start in [SequenceNumber(0), 4_294_967_000, 2_147_483_640] {
      let shifted = number + Int(start.value)
      #expect(shifted.isIn(windowAt: start, size: size) == isIn)
    }
  }
}

@Suite struct `§3.1 and §3.4 Segments` {
  @Test func `SEG.LEN counts octets, SYN and FIN; ACK and RST take up nothing`() {
    #expect(Segment(seq: 0, control: []).length == 0)
    #expect(Segment(seq: 0, control: [.ack, .rst, .psh, .urg]).length == 0)
    #expect(Segment(seq: 0, control: .syn).length == 1)
    #expect(Segment(seq: 0, control: [.syn, .fin, .ack], text: 10).length == 12)
    #expect(Segment(seq: 4_294_967_295, control: .fin, text: 2).end == 2)
  }

  @Test func `A segment is written as in the figures, without what does not apply`() {
    #expect(Segment.syn(100).description == "SYN seq=100")
    #expect(Segment.synAck(300, 101).description == "SYN,ACK seq=300 ack=101")
    #expect(Segment.ack(101, 301, text: 10).description == "ACK seq=101 ack=301 len=10")
    #expect(Segment(seq: 1, ack: 9, control: []).description == "none seq=1")
  }

  @Test func `Control bits are written in one order and read in any`() {
    let all: ControlBits = [.urg, .ack, .psh, .rst, .fin, .syn]
    #expect(all.description == "SYN,FIN,RST,PSH,ACK,URG")
    #expect(ControlBits(spelling: "urg,ack,psh,rst,fin,syn") == all)
    #expect(ControlBits(spelling: "SYN,ACK") == [.syn, .ack])
    for spelling in ["ack+Syn", "SYN-ACK", "syn/ack", "SynAck"] {
      #expect(ControlBits(spelling: spelling) == [.syn, .ack], "\(spelling)")
    }
    #expect(ControlBits(spelling: "none") == [])
    for wrong in ["", ",", "SYN ACK", "SYN-SENT", "NONE,SYN", "ECE"] {
      #expect(ControlBits(spelling: wrong) == nil, "\(wrong)")
    }
    for bit in ControlBits.written { #expect(ControlBits(spelling: bit.name) == bit.bit) }
  }
}

@Suite struct `§3.3.2 States` {
  @Test func `Seven are synchronized`() {
    #expect(State.allCases.count == 11)
    #expect(
      State.allCases.filter { !$0.isSynchronized } == [.closed, .listen, .synSent, .synReceived])
  }

  /// RFC, RFC figures, BSD, Linux, ss, Cisco, SNMP, the book, and what exams print.
  static let spellings: [(State, [String])] = [
    (.closed, ["CLOSED", "CLOSE", "UNCONN", "closed"]),
    (.listen, ["LISTEN", "LISTENING", "listen"]),
    (.synSent, ["SYN-SENT", "SYN SENT", "SYN_SENT", "SYNSENT", "synSent", "SYN_SEND"]),
    (
      .synReceived,
      [
        "SYN-RECEIVED", "SYN RCVD", "SYN_RCVD", "SYN_RECEIVED", "SYN_RECV", "SYN-RECV", "SYNRCVD", "synReceived",
        "同步收到",
      ]
    ),
    (.established, ["ESTABLISHED", "ESTAB", "established", "已建立连接"]),
    (
      .finWait1,
      ["FIN-WAIT-1", "FIN WAIT-1", "FIN WAIT 1", "FIN_WAIT_1", "FIN_WAIT1", "FINWAIT-1", "FINWAIT1", "终止等待 1"]
    ),
    (
      .finWait2,
      ["FIN-WAIT-2", "FINWAIT-2", "FIN WAIT 2", "FIN_WAIT_2", "FIN_WAIT2", "FIN-WAIT2", "FINWAIT2", "终止等待 2"]
    ),
    (.closeWait, ["CLOSE-WAIT", "CLOSE WAIT", "CLOSE_WAIT", "CLOSEWAIT", "closeWait", "关闭等待"]),
    (.closing, ["CLOSING", "closing", "正在关闭"]),
    (.lastAck, ["LAST-ACK", "LAST ACK", "LAST_ACK", "LASTACK", "lastAck", "最后确认"]),
    (.timeWait, ["TIME-WAIT", "TIME WAIT", "TIME_WAIT", "TIMEWAIT", "timeWait", "TIMED_WAIT", "时间等待"]),
  ]

  @Test func `Every usual spelling is read`() {
    for (state, names) in Self.spellings {
      for name in names { #expect(State(spelling: name) == state, "\(name)") }
      #expect(State(spelling: state.description) == state)
    }
    #expect(Self.spellings.map(\.0) == State.allCases)
  }

  @Test func `What is no state is none`() {
    for wrong in ["", "SYN", "FIN-WAIT", "FIN-WAIT-3", "LAST-WAIT", "CLOSED-WAIT", "ESTABLISHED,", "连接"] {
      #expect(State(spelling: wrong) == nil, "\(wrong)")
    }
  }
}

@Suite struct `Simulated time` {
  @Test(
    arguments: [
      (0, "0"), (50_000_000, "0.05"), (1_000_000_000, "1"), (1_600_000_000, "1.6"), (240_000_000_000, "240"),
      (1, "0.000000001"), (1_000_000_001, "1.000000001"),
    ] as [(Int64, String)])
  func `Seconds are written as the shortest exact decimal`(nanoseconds: Int64, text: String) {
    #expect(Interval(nanoseconds: nanoseconds).seconds == text)
    #expect(Instant(nanoseconds: nanoseconds).seconds == text)
  }

  @Test func `Units`() {
    #expect(Interval.milliseconds(50).nanoseconds == 50_000_000)
    #expect(Interval.minutes(2) == .seconds(120))
    #expect(2 * Interval.seconds(3) - .seconds(1) == .seconds(5))
    #expect(Instant.start + .seconds(5) - (Instant.start + .seconds(2)) == .seconds(3))
    #expect(Interval.zero < .milliseconds(1))
  }

  @Test func `The configuration has the defaults of RFC 9293`() {
    let configuration = Endpoint.Configuration()
    #expect(configuration.profile == .rfc9293)
    #expect(configuration.maximumSegmentLifetime == .minutes(2))
    #expect(configuration.userTimeout == .minutes(5))
    #expect(Endpoint.Configuration(initialSequenceNumbers: []).initialSequenceNumbers == [0])
    #expect(Endpoint.Configuration(maximumSegmentSize: 0).maximumSegmentSize == 1)
  }
}
