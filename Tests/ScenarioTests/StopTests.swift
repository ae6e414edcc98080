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
  /// A sender of many small segments, one segment being an event on the way there and its ACK one on the way back.
  private func transfer(octets: Int) -> String {
    "mss 1\nserver listen\nclient connect\nsettle\nclient send \(octets)\n"
  }

  @Test func `One settle has at most 1000 events`() throws {
    #expect(Run.settleLimit == 1000)
    #expect(try attempt(transfer(octets: 500) + "settle").stop == nil)
    let stopped = try attempt(transfer(octets: 501) + "settle")
    #expect(stopped.stop?.location == SourceLocation(line: 6, column: 1, length: 6))
    #expect(stopped.stop?.message.en == "it has not settled after 1000 events")
  }

  @Test func `A run has at most 10,000 events`() throws {
    #expect(Run.eventLimit == 10_000)
    // Three events open; each octet takes two.
    #expect(try attempt(transfer(octets: 4998) + "step 9996").stop == nil)
    #expect(try attempt(transfer(octets: 5100) + "step 9997").stop == nil)
    let stopped = try attempt(transfer(octets: 5100) + "step 9998")
    #expect(stopped.stop?.location == SourceLocation(line: 6, column: 1, length: 9))
    #expect(stopped.stop?.message.en == "the run has had more than 10000 events")
  }

  @Test func `The limit counts events over all lines`() throws {
    let stopped = try attempt(transfer(octets: 5100) + "step 9000\nstep 997\nwait 1min")
    #expect(stopped.stop?.location.line == 8)
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
