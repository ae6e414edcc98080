import Exploration
import Scenario
import Simulation
import TCP
import Testing

/// What searches find, and what they don't within the same bounds; and that what they print is so.
@Suite struct `A search` {
  private func file(_ lines: String) throws -> QuestionFile { try QuestionFile(lines, file: "search") }

  /// The run that is printed, played as a scenario; nil where there is none within the bounds.
  private func run(_ lines: String) throws -> (example: Counterexample, run: Run)? {
    let file = try file(lines)
    let answer = file.question.answer()
    guard case .found(let example, _) = answer else {
      guard case .none(let states, 0) = answer else {
        Issue.record("\(answer)")
        return nil
      }
      #expect(states > 1_000)
      return nil
    }
    let printed = file.lines(of: answer).map(\.en).joined(separator: "\n")
    let run = Run(playing: try ScriptParser.parse(printed, file: "printed"))
    #expect(run.isSound, "\(printed)")
    #expect(run.network.state(of: .a) == example.states.a && run.network.state(of: .b) == example.states.b)
    return (example, run)
  }

  /// The segments that arrived, in order.
  private func arrivals(_ run: Run) -> [Segment] {
    run.transcript.compactMap { occurrence in
      guard case .arrive(let segment, _, _) = occurrence.kind else { return nil }
      return segment
    }
  }

  // MARK: - What issue 14 asks for

  private func belief(_ profile: Profile) -> String {
    """
    profile \(profile)
    client may connect, close
    server may listen, close
    late client SYN seq=90
    faults 2
    seek belief-without-peer
    """
  }

  @Test func `finds a belief without a peer where two segments are enough, and none where there are three`() throws {
    let found = try #require(try run(belief(.twoWay)))
    #expect(found.example.faults == 0 && found.example.moves == 2)
    #expect(found.run.network.state(of: .b) == .established && found.run.network.state(of: .a) == .closed)
    #expect(try run(belief(.rfc9293)) == nil)
    #expect(try run(belief(.rfc793)) == nil)
  }

  /// The client's number is the same each time, the server's is another.
  private func oldData(_ profile: Profile, _ more: String = "") -> String {
    """
    profile \(profile)
    client isn 100 100
    server isn 300 400 500 600
    client may connect, send, close, connect
    server may listen, close, listen
    faults 2
    \(more)
    seek old-data-accepted
    """
  }

  @Test func `finds old data accepted without TIME-WAIT`() throws {
    let found = try #require(try run(oldData(.noTimeWait)))
    #expect(found.example.faults == 1 && found.example.moves == 22)
    // Octets of the first connection, which the second has not sent.
    #expect(arrivals(found.run).last?.text == 5)
    #expect(found.run.network.endpoints.b.tcb.receive.readable == 5)
    #expect(found.run.network.endpoints.a.tcb.send.nxt == 101)
  }

  @Test func `finds under RFC 9293 that TIME-WAIT is assassinated, and that RFC 1337's guard prevents it`() throws {
    let found = try #require(try run(oldData(.rfc9293)))
    #expect(found.example.faults == 1 && found.example.moves == 26)
    let killed = found.run.transcript.contains { occurrence in
      if case .state(from: .timeWait, to: .closed) = occurrence.kind { return true }
      return false
    }
    let timedOut = found.run.transcript.contains { $0.kind == .timeout(.timeWait) }
    #expect(killed && !timedOut)
    #expect(found.run.network.endpoints.b.tcb.receive.readable == 5)
    #expect(try run(oldData(.rfc1337)) == nil)
  }

  /// The SYN of an OPEN that was closed at once may serve the next OPEN, which has the same number.
  @Test func `does not call data old that is newer than the connection which takes it`() throws {
    let lines = """
      client isn 100 100
      server isn 300 400 500
      client may connect, close, connect, send
      server may listen
      faults 0
      seek LAW
      """
    let answer = try file(lines.replacing("LAW", with: "old-data-accepted")).question.answer()
    guard case .none = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(try run(lines.replacing("LAW", with: "two-connections")) != nil)
  }

  @Test func `finds that a TIME-WAIT that is too short does not help, and plays it with a short MSL`() throws {
    let found = try #require(try run(oldData(.rfc1337, "time-wait may end early")))
    #expect(found.example.faults == 1)
    #expect(found.run.network.settings.endpoints.a.maximumSegmentLifetime < .seconds(1))
    let timedOut = found.run.transcript.contains { $0.kind == .timeout(.timeWait) }
    #expect(timedOut)
  }

  // MARK: - The other laws

  @Test func `finds an end that waits for ever for a peer that was reset`() throws {
    let lines = """
      client may connect, abort
      server may listen, close
      faults 1
      seek stuck
      """
    let found = try #require(try run(lines))
    #expect(found.example.faults == 1 && found.example.circle.isEmpty)
    #expect(found.example.states == StatePair(.closed, .finWait2))
    #expect(found.run.network.nextEvent == nil)
    #expect(try run(lines.replacing("abort", with: "close")) == nil)
  }

  @Test func `finds data lost to an old FIN without TIME-WAIT, and none with it`() throws {
    func lines(_ profile: Profile) -> String {
      """
      profile \(profile)
      client isn 100 100
      server isn 300 400 500 600
      client may connect, close, connect, send
      server may listen, close, listen, close
      faults 1
      seek data-lost
      """
    }
    let found = try #require(try run(lines(.noTimeWait)))
    #expect(found.example.states == StatePair(.closeWait, .closed))
    #expect(try run(lines(.rfc1337)) == nil)
  }

  @Test func `finds two connections where a number is used again, and none where each OPEN has its own`() throws {
    let lines = """
      client isn 100 100
      client may connect, close, connect
      server may listen, close, listen
      faults 1
      seek two-connections
      """
    #expect(try run(lines) != nil)
    #expect(try run(lines.replacing("100 100", with: "100 200")) == nil)
  }

  // MARK: - Bounds

  @Test func `takes the fewest faults before the fewest moves`() throws {
    // A SYN that is doubled is enough too, and takes longer than the one from before.
    let late = try #require(try run(oldData(.noTimeWait, "late client ACK seq=101 ack=401 len=5")))
    #expect(late.example.faults == 0)
    #expect(late.example.moves < 22)
  }

  @Test func `says what was searched where there is nothing, in the words of such a file`() throws {
    let file = try file("client may connect, send\nserver may listen\nlate server ACK seq=7 len=3\nseek data-lost")
    let lines = file.lines(of: file.question.answer())
    let bounds = [
      "  profile rfc9293", "  client may connect, send 5", "  server may listen", "  late server ACK seq=7 ack=0 len=3",
      "  faults 0",
    ]
    #expect(lines.dropLast().map(\.en) == ["data-lost: none within:"] + bounds)
    #expect(lines.dropLast().map(\.zh) == ["data-lost：在以下范围内没有："] + bounds)
    let last = try #require(lines.last)
    #expect(last.en.hasPrefix("All ") && last.en.hasSuffix(" states were searched."))
    let again = try self.file(bounds.joined(separator: "\n") + "\nseek data-lost")
    #expect(again.question.late == file.question.late && again.question.calls == file.question.calls)
  }

  @Test func `says how far it came where there are too many states`() throws {
    let file = try file("client may connect\nserver may listen\nfaults 5\ntime-wait may end early\nseek stuck")
    let expected = [
      "stuck: none with 2 faults at most; not all searched of:", "  profile rfc9293", "  client may connect",
      "  server may listen", "  faults 5", "  time-wait may end early",
      "There are more than 2000000 states; allow fewer faults or calls.",
    ]
    #expect(file.lines(of: .unfinished(faults: 2)).map(\.en) == expected)
    #expect(file.lines(of: .unfinished(faults: nil)).first?.zh == "stuck：以下范围没有查完：")
  }

  @Test func `says how many ways timers do not allow`() throws {
    let file = try file("client may connect\nserver may listen\nseek stuck")
    let last = try #require(file.lines(of: .none(states: 9, unplayable: 3)).last)
    #expect(last.en.hasPrefix("3 ways that break it were played, and don't count"))
    #expect(last.zh.contains("不算"))
  }
}
