import Scenario
import Simulation
import TCP
import Testing

@Suite struct `Timelines` {
  /// Everything by which two runs can be told apart.
  private struct Look: Equatable {
    let transcript: Transcript
    let now: Instant
    let endpoints: Pair<Endpoint>
    let inFlight: [SegmentInFlight]
    let held: [SegmentInFlight]
    let failures: [String]
    let stop: String?

    init(_ run: Run) {
      transcript = run.transcript
      now = run.network.now
      endpoints = run.network.endpoints
      inFlight = run.network.inFlight
      held = run.network.held
      failures = run.failures.map(\.message.en)
      stop = run.stop?.message.en
    }
  }

  private static let varied = """
    client isn 4294967290
    server listen
    lose next client SYN x2
    client connect
    wait 2.5s
    expect client SYN-SENT
    settle
    wait 1s
    hold next client ACK
    client send 5
    client send 7
    duplicate next server ACK
    expect client CLOSED
    step
    release
    overtake
    server close
    settle
    server status
    client crash
    inject server RST seq=1
    wait 1min
    step
    client connect
    """

  /// The lines above, in which so much happens before some of them that a place is kept in their middle.
  private static let long = varied.replacing(
    "step\nrelease",
    with: String(repeating: "client status\n", count: 1_030) + "expect sent client nothing\nstep\nrelease")

  @Test(arguments: [varied, long])
  func `Going to any line gives the run that playing to there gives`(source: String) throws {
    let script = try read(source)
    let count = script.statements.count
    func played(to target: Int) -> Look {
      var run = Run(script.settings, file: script.file)
      for statement in script.statements.prefix(target) { run.play(statement) }
      return Look(run)
    }
    #expect(played(to: count).stop != nil && !played(to: count).failures.isEmpty)
    var timeline = Timeline(Run(script.settings, file: script.file))
    for statement in script.statements { timeline.play(statement) }
    for target in [0, count, count - 2, 3, count - 3, count - 12, 8, 9, 1, 22, 0] + (count - 16...count).reversed() {
      timeline.go(to: target)
      #expect(timeline.played == target)
      #expect(Look(timeline.now) == played(to: target), "line \(target)")
    }
  }

  @Test func `What is undone can be redone, until something else is played`() throws {
    let script = try read("server listen\nclient connect\nsettle")
    var timeline = Timeline(Run(script.settings))
    #expect(!timeline.canUndo && !timeline.canRedo)
    timeline.undo()
    timeline.redo()
    #expect(timeline.played == 0)
    for statement in script.statements { timeline.play(statement) }
    let end = Look(timeline.now)
    timeline.undo()
    timeline.undo()
    #expect(timeline.played == 1 && timeline.canRedo && timeline.now.network.state(of: .a) == .closed)
    timeline.go(to: 99)
    #expect(Look(timeline.now) == end && !timeline.canRedo)
    timeline.undo()
    timeline.play(.step(1))
    #expect(timeline.statements.map(\.text) == ["server listen", "client connect", "step"])
    #expect(!timeline.canRedo && timeline.now.network.state(of: .b) == .synReceived)
  }

  @Test func `Undoing at the end of a long run plays again no more than lies behind one place`() throws {
    var timeline = Timeline(Run())
    timeline.play(.call(.b, .openPassive))
    timeline.play(.call(.a, .openActive()))
    timeline.play(.settle)
    while timeline.now.transcript.count < 9_950 {
      timeline.play(.call(.a, .send(octets: 1)))
      timeline.play(.settle)
    }
    #expect(timeline.now.stop == nil)
    let lines = timeline.played
    timeline.undo()
    #expect(timeline.replayed < Timeline.distance && timeline.replayed > 0)
    #expect(timeline.played == lines - 1)
    // From anywhere to anywhere before it, likewise.
    for target in stride(from: lines - 2, to: 0, by: -101) {
      let before = timeline.replayed
      timeline.go(to: target)
      #expect(timeline.replayed - before < Timeline.distance, "\(target)")
    }
  }

  @Test func `Lines that bring about nothing count too`() throws {
    var timeline = Timeline(Run())
    for _ in 0..<5_000 { timeline.play(.wait(.milliseconds(1))) }
    timeline.go(to: 2_500)
    #expect(timeline.now.network.now == .start + .milliseconds(2_500))
    timeline.go(to: 5_000)
    #expect(timeline.now.network.now == .start + .seconds(5))
  }

  @Test func `It may begin in the middle of a run, and never goes behind that`() throws {
    let start = try play("server listen\nclient connect\nsettle")
    var timeline = Timeline(start)
    timeline.play(.call(.a, .close))
    timeline.go(to: -1)
    #expect(Look(timeline.now) == Look(start))
  }
}
