import Bilingual
import Scenario
import Simulation
import TCP
import Testing

/// Every line of the language does what DESIGN §5 says it means.
@Suite struct `Lines that do something` {
  static let lines: [(String, Action)] = [
    ("server listen", .call(.b, .openPassive)),
    ("client connect", .call(.a, .openActive())),
    ("client send 100", .call(.a, .send(octets: 100))),
    ("client send 1", .call(.a, .send(octets: 1))),
    ("client send 1000000", .call(.a, .send(octets: 1_000_000))),
    ("client receive", .call(.a, .receive)),
    ("client close", .call(.a, .close)),
    ("client abort", .call(.a, .abort)),
    ("client status", .call(.a, .status)),
    ("client crash", .crash(.a)),
    ("step", .step(1)),
    ("step 3", .step(3)),
    ("step 10000", .step(10_000)),
    ("settle", .settle),
    ("wait 1.6s", .wait(.milliseconds(1600))),
    ("wait 2msl", .wait(.minutes(4))),
    ("wait until client CLOSED", .waitUntil(.a, .closed)),
    ("wait until server TIME WAIT", .waitUntil(.b, .timeWait)),
    ("lose next server SYN,ACK", .plan(Fault(.lose, host: .b, control: [.syn, .ack]))),
    ("lose next server SYN,ACK x2", .plan(Fault(.lose, host: .b, control: [.syn, .ack], count: 2))),
    ("lose next server SYN,ACK x10000", .plan(Fault(.lose, host: .b, control: [.syn, .ack], count: 10_000))),
    ("duplicate next client SYN", .plan(Fault(.duplicate, host: .a, control: .syn))),
    ("duplicate next client none x3", .plan(Fault(.duplicate, host: .a, control: [], count: 3))),
    ("hold next client FIN,ACK", .plan(Fault(.hold, host: .a, control: [.fin, .ack]))),
    ("hold next client ACK,FIN", .plan(Fault(.hold, host: .a, control: [.fin, .ack]))),
    ("delay next client ACK 5s", .plan(Fault(.delay(.seconds(5)), host: .a, control: .ack))),
    ("delay next client ACK 5s x2", .plan(Fault(.delay(.seconds(5)), host: .a, control: .ack, count: 2))),
    ("lose #3", .lose(3)),
    ("duplicate #3", .duplicate(3)),
    ("hold #3", .hold(3)),
    ("delay #3 5s", .delay(3, .seconds(5))),
    ("release #3", .release(3)),
    ("release", .release(nil)),
    ("deliver #3", .deliver(3)),
    ("overtake", .overtake),
    ("inject server SYN seq=90", .inject(.b, Segment(seq: 90, control: .syn, window: 65_535))),
    (
      "inject server ACK seq=90 ack=500 len=10",
      .inject(.b, Segment(seq: 90, ack: 500, control: .ack, window: 65_535, text: 10))
    ),
    (
      "inject server ACK len=10 ack=4294967295 seq=0",
      .inject(.b, Segment(seq: 0, ack: 4_294_967_295, control: .ack, window: 65_535, text: 10))
    ),
    ("inject client none seq=1", .inject(.a, Segment(seq: 1, control: [], window: 65_535))),
    (
      "inject client SYN,FIN,RST,PSH,ACK,URG seq=1",
      .inject(.a, Segment(seq: 1, control: [.syn, .fin, .rst, .psh, .ack, .urg], window: 65_535))
    ),
    ("expect sent server SYN,ACK", .expect(.sent(.b, [.syn, .ack], seq: nil, ack: nil, length: nil))),
    (
      "expect sent server SYN,ACK seq=300 ack=101 len=0",
      .expect(.sent(.b, [.syn, .ack], seq: 300, ack: 101, length: 0))
    ),
    ("expect sent client nothing", .expect(.sentNothing(.a))),
    ("expect sent client none", .expect(.sent(.a, [], seq: nil, ack: nil, length: nil))),
    ("expect signal client \"connection reset\"", .expect(.signal(.a, "connection reset"))),
    ("expect signal client \"error: connection reset\"", .expect(.signal(.a, "connection reset"))),
    ("expect in flight 2", .expect(.inFlight(2))),
    ("expect in flight 0", .expect(.inFlight(0))),
  ]

  @Test(arguments: lines.indices)
  func `Every line is read as what it means`(index: Int) throws {
    let (line, meaning) = Self.lines[index]
    #expect(try action(line) == meaning)
  }

  @Test(arguments: lines.indices)
  func `Case and spaces do not count, and a comment is none`(index: Int) throws {
    let (line, meaning) = Self.lines[index]
    #expect(try action(line.uppercased()) == meaning)
    #expect(try action(line.lowercased()) == meaning)
    // Between quotation marks a space is a space.
    let spaced = line.contains("\"") ? line : line.replacing(" ", with: "   ")
    #expect(try action("\t  " + spaced + "  // step 99") == meaning)
    #expect(try action("// first\n\n" + line + "// right behind\r\n//") == meaning)
  }

  @Test func `Lines end with any line break, and empty ones are none`() throws {
    #expect(try actions("step\r\nsettle\n\n \t \nstep 2\r\n") == [.step(1), .settle, .step(2)])
    #expect(try actions("") == [])
    #expect(try actions("// nothing\n   // at all") == [])
  }

  @Test func `A statement knows where it stands and how it was written`() throws {
    let script = try read("// one\n  client   connect  // two\nstep")
    #expect(script.file == "test.tcp")
    #expect(script.statements.map(\.text) == ["client   connect", "step"])
    #expect(
      script.statements.map(\.location) == [
        SourceLocation(line: 2, column: 3, length: 16), SourceLocation(line: 3, column: 1, length: 4),
      ])
  }

  /// Every usual spelling of a state, within a line.
  static let spellings: [(State, [String])] = [
    (.closed, ["CLOSED", "CLOSE", "UNCONN"]),
    (.listen, ["LISTEN", "LISTENING"]),
    (.synSent, ["SYN-SENT", "SYN SENT", "SYN_SENT", "SYNSENT", "synSent", "SYN_SEND"]),
    (
      .synReceived,
      ["SYN-RECEIVED", "SYN RECEIVED", "SYN RCVD", "SYN_RCVD", "SYN_RECV", "SYN-RECV", "SYNRCVD", "synReceived"]
    ),
    (.established, ["ESTABLISHED", "ESTAB"]),
    (.finWait1, ["FIN-WAIT-1", "FIN WAIT-1", "FIN WAIT 1", "FIN_WAIT_1", "FIN_WAIT1", "FINWAIT1", "finWait1"]),
    (.finWait2, ["FIN-WAIT-2", "FINWAIT-2", "FIN WAIT 2", "FIN_WAIT_2", "FIN_WAIT2", "FIN-WAIT2", "finWait2"]),
    (.closeWait, ["CLOSE-WAIT", "CLOSE WAIT", "CLOSE_WAIT", "CLOSEWAIT", "closeWait"]),
    (.closing, ["CLOSING"]),
    (.lastAck, ["LAST-ACK", "LAST ACK", "LAST_ACK", "LASTACK", "lastAck"]),
    (.timeWait, ["TIME-WAIT", "TIME WAIT", "TIME_WAIT", "TIMEWAIT", "timeWait"]),
  ]

  @Test(arguments: spellings.indices)
  func `States are read in every usual spelling, alone and before a comma`(index: Int) throws {
    let (state, names) = Self.spellings[index]
    for name in names {
      for spelling in [name, name.lowercased()] {
        #expect(try action("wait until server \(spelling)") == .waitUntil(.b, state))
        guard case .expect(.states(let states)) = try action("expect client \(spelling), server \(spelling)") else {
          Issue.record("\(spelling)")
          continue
        }
        #expect(states.map(\.host) == [.a, .b])
        #expect(states.map(\.state) == [state, state])
      }
    }
  }

  @Test func `One host's state may be expected alone`() throws {
    guard case .expect(.states(let states)) = try action("expect server FIN WAIT 2") else { throw CancellationError() }
    #expect(states.map(\.host) == [.b] && states.map(\.state) == [.finWait2])
  }

  @Test func `What is injected bears the window of the peer, as if from it`() throws {
    let script = try read("client window 7\nserver window 9\ninject server ACK seq=1\ninject client ACK seq=1")
    let windows = script.statements.map { statement -> Int in
      if case .inject(_, let segment) = statement.action { segment.window } else { -1 }
    }
    #expect(windows == [7, 9])
  }

  @Test func `Every signal can be expected`() throws {
    for signal in Signal.allCases {
      #expect(try action("expect signal client \"\(signal)\"") == .expect(.signal(.a, signal.rawValue)))
    }
  }
}
