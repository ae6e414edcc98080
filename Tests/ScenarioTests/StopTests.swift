import Bilingual
import Scenario
import Simulation
import TCP
import Testing

/// What a run can't do stops it, with the line and what would be right; and no script hangs or traps.
@Suite struct `Runs that stop` {
  static let stops: [(script: String, line: Int, message: String)] = [
    ("step", 1, "nothing is in flight, so no segment can arrive"),
    ("client connect\nstep 3", 2, "nothing is in flight, so no segment can arrive"),
    ("lose #1", 1, "segment #1 is not in flight"),
    ("client connect\nlose #1\nlose #1", 3, "segment #1 is not in flight"),
    ("duplicate #2", 1, "segment #2 is not in flight"),
    ("hold #2", 1, "segment #2 is not in flight"),
    ("delay #2 1s", 1, "segment #2 is not in flight"),
    ("deliver #2", 1, "segment #2 is not in flight"),
    ("release", 1, "nothing is held back"),
    ("release #4", 1, "segment #4 is not held back"),
    ("overtake", 1, "overtaking takes two segments in flight, and there are 0"),
    ("client connect\novertake", 2, "overtaking takes two segments in flight, and there are 1"),
    (
      "server listen\nwait until server ESTABLISHED", 2,
      "server never gets to ESTABLISHED: nothing more happens, and it stays LISTEN"
    ),
  ]

  @Test(arguments: stops.indices)
  func `What can't be done stops the run there`(index: Int) throws {
    let (script, line, message) = Self.stops[index]
    let run = try attempt(script + "\nclient status\nexpect client LISTEN")
    #expect(run.stop?.location.line == line)
    #expect(run.stop?.message.en == message)
    #expect(run.stop?.message.zh.isEmpty == false)
    #expect(!run.isSound && run.failures.isEmpty, "nothing behind it is played")
    #expect(run.stop?.sourceLine == String(script.split(separator: "\n")[line - 1]))
    #expect(run.stop?.location.length == run.stop?.sourceLine.count)
  }

  @Test func `What is in flight is told where a number is not`() throws {
    #expect(
      try attempt("client connect\nserver connect\nlose #9").stop?.hint?.en == "in flight here: #1, #2")
    #expect(try attempt("lose #9").stop?.hint?.en == "nothing is in flight here")
    #expect(try attempt("step").stop?.hint?.en == "to let timers fire use wait; to go on until all is quiet use settle")
  }
}

@Suite struct `Limits` {
  private static let opening = "mss 1\nserver listen\nclient connect\nsettle\n"

  /// Segments of one octet each, sent at once.
  private func transfer(octets: Int) -> String { Self.opening + "client send \(octets)\n" }

  /// A run that goes on to its limit: what is sent, and all that comes of it, again and again.
  private func long(_ end: String = "") -> String {
    Self.opening + String(repeating: "client send 100\nsettle\n", count: 40) + end
  }

  @Test func `One settle has at most 1000 steps`() throws {
    #expect(Run.settleLimit == 1000)
    #expect(try attempt(transfer(octets: 500) + "settle").stop == nil)
    let stopped = try attempt(transfer(octets: 501) + "settle")
    #expect(stopped.stop?.location == SourceLocation(line: 6, column: 1, length: 6))
    #expect(stopped.stop?.message.en == "it has not settled after 1000 steps")
  }

  @Test func `At most 512 segments are under way, and what would send more does not happen`() throws {
    #expect(Run.underWayLimit == 512)
    #expect(try attempt(transfer(octets: 512)).stop == nil)
    let stopped = try attempt(transfer(octets: 513))
    #expect(stopped.stop?.location.line == 5)
    #expect(stopped.stop?.message.en == "more than 512 segments would be under way")
    #expect(stopped.network.inFlight.isEmpty)
    #expect(stopped.transcript == (try attempt(Self.opening)).transcript)
    #expect(stopped.network.endpoints.a.tcb.send.unsent == 0, "nothing of it has happened")
  }

  @Test func `Copies and what is released are under way too`() throws {
    let copies = try attempt("client connect\n" + String(repeating: "duplicate #1\n", count: 600))
    #expect(copies.stop?.location.line == 513)
    let held = try attempt(
      Self.opening + "hold next client ACK x400\nclient send 400\nclient send 400\nrelease\n")
    #expect(held.stop?.location.line == 8)
    #expect(held.network.held.count == 400 && held.network.inFlight.count == 400)
  }

  @Test func `A run has at most 10,000 occurrences, whatever they are`() throws {
    #expect(Run.occurrenceLimit == 10_000)
    let run = try attempt(long())
    #expect(run.stop?.message.en == "a run has 10000 occurrences at most, and stops here")
    #expect((9_990...10_000).contains(run.transcript.count))
    #expect(run.stop?.sourceLine == "settle" || run.stop?.sourceLine == "client send 100")

    let expectations = try attempt(String(repeating: "expect client CLOSED\n", count: 10_001))
    #expect(expectations.stop?.location.line == 10_001 && expectations.transcript.count == 10_000)
    let calls = try attempt(String(repeating: "client status\n", count: 10_001))
    #expect(calls.stop?.location.line == 10_001 && calls.transcript.count == 10_000)
  }

  @Test func `Segments carry at most 16 MiB in all`() throws {
    // Each MSS of 65,495 bytes is sent and arrives: 128 of them are just below the limit.
    let send = "client send 65495\nsettle\n"
    let opening = "mss 65495\nserver listen\nclient connect\nsettle\n"
    #expect(try attempt(opening + String(repeating: send, count: 128)).stop == nil)
    let stopped = try attempt(opening + String(repeating: send, count: 129))
    #expect(stopped.stop?.message.en == "segments would have carried more than 16777216 bytes of data")
  }

  @Test func `The text of all expectations is bounded`() throws {
    let line = "expect client" + String(repeating: " ", count: 1000) + "CLOSED\n"
    #expect(try attempt(String(repeating: line, count: 1000)).stop == nil)
    let stopped = try attempt(String(repeating: line, count: 1100))
    #expect(stopped.stop?.message.en == "the expect lines together have more than 1048576 bytes")
    #expect(stopped.stop?.location.line == 1030)
  }

  @Test func `At most 1000 faults are planned at once`() throws {
    let stopped = try attempt(String(repeating: "lose next client SYN\n", count: 1001))
    #expect(stopped.stop?.location.line == 1001)
    #expect(stopped.stop?.message.en == "at most 1000 faults can be planned at once")
    #expect(try attempt("lose next client SYN x10000\n").stop == nil)
  }

  @Test func `Every limit has its sentence and its hint in both languages`() throws {
    let scripts = [
      transfer(octets: 501) + "settle", transfer(octets: 513), long(),
      String(repeating: "lose next client SYN\n", count: 1001),
    ]
    for script in scripts {
      let stop = try #require(try attempt(script).stop)
      for text in [stop.message, try #require(stop.hint)] {
        #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en)
      }
    }
  }

  @Test func `A wait in which nothing happens is no event`() throws {
    let run = try attempt(String(repeating: "wait 1ms\n", count: 10_001))
    #expect(run.stop == nil)
  }

  @Test func `A long wait that is full of timers ends`() throws {
    let run = try play("lose next client SYN x10000\nclient connect\nwait 1000min\nexpect client CLOSED")
    #expect(run.network.now == .start + .minutes(1000))
  }

  @Test func `Waits that add up to more than the clock can hold are an error, never a trap`() async {
    // Each is read as a time (less than 10^18 ns); ten of them are more than 2^63 ns.
    await #expect(processExitsWith: .success) {
      let source = String(repeating: "wait 999999999s\n", count: 10)
      _ = Run(playing: try ScriptParser.parse(source, file: ""))
    }
  }

  @Test func `Delays that add up to more than the clock can hold are an error, never a trap`() async {
    await #expect(processExitsWith: .success) {
      let source = "client connect\n" + String(repeating: "delay #1 999999999s\n", count: 10)
      _ = Run(playing: try ScriptParser.parse(source, file: ""))
    }
  }

  @Test func `Times as long as can be written work`() throws {
    let run = try play(
      """
      latency 999999999s
      msl 999999999s
      client connect
      delay #1 999999999s
      wait 1msl
      """)
    #expect(run.network.now == .start + .seconds(999_999_999))
  }
}

@Suite struct `Scripts that are too long` {
  @Test func `A script has at most 100,000 lines that do something`() {
    let line = "settle\n"
    #expect(diagnostics(String(repeating: line, count: ScriptParser.statementLimit) + "// the end\n").isEmpty)
    let found = diagnostics(String(repeating: line, count: ScriptParser.statementLimit + 10))
    #expect(found.map(\.message.en) == ["a script has 100000 lines at most"])
    #expect(found.first?.location.line == 100_001)
  }

  @Test func `At most 1000 errors are told, and then that there are too many`() {
    let found = diagnostics(String(repeating: "bogus\n", count: 5_000))
    #expect(found.count == 1_001)
    #expect(found.last?.message.en == "there is too much wrong to look at what follows")
    #expect(found.last?.location.line == 1_000)
  }

  @Test func `A line has at most 10,000 bytes, and those behind it are read`() {
    let found = diagnostics("settle // " + String(repeating: "x", count: 10_000) + "\nbogus")
    #expect(found.map(\.message.en).first == "a line has 10000 bytes at most")
    #expect(found.map(\.location.line) == [1, 2])
    #expect(diagnostics("settle // " + String(repeating: "x", count: 9_990)).isEmpty)
  }

  @Test func `Lines are counted whatever ends them, and the last needs no end`() {
    #expect(diagnostics("bogus\r\n\nbogus\rbogus\u{2028}bogus").map(\.location.line) == [1, 3, 4, 5])
    #expect(diagnostics("\n\n").isEmpty && diagnostics("").isEmpty)
  }
}
