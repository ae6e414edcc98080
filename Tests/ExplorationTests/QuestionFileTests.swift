import Bilingual
import Exploration
import TCP
import Testing

@Suite struct `A search's file` {
  private static let whole = """
    profile rfc1337          // comments as in scenarios
    client isn 100 100
    client may connect, send 10,close
    server may listen, SEND, close
    late client SYN seq=90
    late server ACK seq=1 ack=2 len=3
    faults 3
    time-wait may end early
    seek Old-Data-Accepted
    """

  @Test func `is read in full`() throws {
    let file = try QuestionFile(Self.whole, file: "f")
    let question = file.question
    #expect(file.settings == ["profile rfc1337", "client isn 100 100"])
    #expect(question.settings.profile == .rfc1337)
    #expect(question.calls.a == [.openActive(), .send(octets: 10), .close])
    #expect(question.calls.b == [.openPassive, .send(octets: 5), .close])
    #expect(question.late.b == [Segment(seq: 90, control: .syn, window: 65535)])
    #expect(question.late.a == [Segment(seq: 1, ack: 2, control: .ack, window: 65535, text: 3)])
    #expect(question.faults == 3 && question.timeWaitMayEndEarly)
    #expect(question.law.name == "old-data-accepted")
  }

  /// Where and what is wrong in a file.
  private func problems(_ source: String) -> [Diagnostic] {
    do {
      _ = try QuestionFile(source, file: "f")
      return []
    } catch {
      return error.all
    }
  }

  /// One line put in place of another, or added: where its words begin that are wrong, and a part of what is said.
  @Test(arguments: [
    ("seek", "seek nothing-known", 6, "there is no law “nothing-known”"),
    ("seek", "seek", 6, "a law is missing here"),
    ("seek", "seek stuck stuck", 12, "the line should end"),
    ("faults", "faults 6", 8, "can't be a number of faults"),
    ("faults", "faults", 8, "is missing here"),
    ("time-wait", "time-wait may end", 1, "the line reads: time-wait may end early"),
    ("client may", "client may connect, , close", 21, "a call is missing here"),
    ("client may", "client may", 12, "a call is missing here"),
    ("client may", "client may connect,", 21, "a call is missing here"),
    ("client may", "client may connect close", 20, "calls are separated by commas"),
    ("client may", "client may connect, receive", 21, "a search has no call “receive”"),
    ("client may", "client may connect, send 1461", 26, "can't be a number of bytes that fits into one segment"),
    ("client may", "client may " + Array(repeating: "close", count: 13).joined(separator: ","), 12, "at most 12 calls"),
    ("late client", "late nobody SYN", 6, "there is no host “nobody”"),
    ("late client", "late client SIN seq=90", 13, "are no control bits"),
    ("late client", "late client SYN number=90", 17, "is no field"),
    ("profile", "profile linux", 9, "linux can't be searched"),
    ("profile", "profile tahoe", 9, "there is no profile “tahoe”"),
    ("profile", "latency 400ms", 9, "faster than timers"),
    ("faults", "client connect", 1, "a search has no such line"),
    ("faults", "settle", 1, "a search has no such line"),
    ("faults", "mss 100", 1, "settings stand before what may happen"),
  ])
  func `says what is wrong in a line, and where`(old: String, new: String, column: Int, message: String) throws {
    let lines = Self.whole.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix(old) })
    var changed = lines
    changed[place] = new
    let problem = try #require(problems(changed.joined(separator: "\n")).first)
    #expect(problem.location.line == place + 1)
    #expect(problem.location.column == column)
    let told = problem.message.en + " " + (problem.hint?.en ?? "")
    #expect(told.contains(message))
    #expect(problem.sourceLine == new)
    #expect(!problem.message.zh.isEmpty && problem.hint?.zh != "")
  }

  @Test(arguments: ["seek stuck", "faults 1", "time-wait may end early", "client may close", "server may close"])
  func `has each line once`(line: String) throws {
    let all = problems(Self.whole + "\n" + line)
    #expect(all.map(\.location.line) == [10])
    #expect(all[0].message.en.hasPrefix("there are two lines"))
  }

  @Test func `has four segments from before at most`() {
    let late = String(repeating: "\nlate client SYN seq=9", count: 3)
    #expect(problems(Self.whole + late).map(\.message.en) == ["at most 4 segments from before"])
  }

  @Test func `must seek something, and somebody must be able to do something`() {
    #expect(problems("").map(\.message.en) == ["it does not say what to seek", "nobody may do anything"])
    #expect(problems("client may connect").map(\.message.en) == ["it does not say what to seek"])
    #expect(problems("seek stuck").map(\.message.en) == ["nobody may do anything"])
    #expect(problems("\n\nseek stuck // it\n").map(\.location.line) == [3])
  }

  @Test func `is told all that is wrong at once, in order, and not more than a thousand times`() {
    #expect(problems("profile linux\nclient isn 1\nlatency 1s\nserver isn 2").map(\.location.line) == [1, 3])
    let two = problems("seek nothing\nprofile tahoe\nfaults x")
    #expect(two.map(\.location.line) == [1, 2, 3])
    #expect(problems(String(repeating: "seek nothing\n", count: 5_000)).count <= 1_000)
    #expect(
      problems("seek " + String(repeating: "x", count: 20_000)).map(\.message.en) == ["a line has 10000 bytes at most"]
    )
  }

  @Test func `may be a block of another file, which counts its lines`() throws {
    let error = #expect(throws: Diagnostics.self) {
      try QuestionFile("client may connect\nseek old", file: "f", firstLine: 40)
    }
    #expect(error?.all.map(\.location.line) == [41])
  }

  @Test func `names all laws that there are`() {
    let names = Law.all.map(\.name)
    #expect(names == ["belief-without-peer", "old-data-accepted", "stuck", "data-lost", "two-connections"])
    for name in names { #expect(Law(named: name.uppercased())?.name == name) }
  }
}
