import Foundation
import Support
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How the real program waits, seen from the terminal's other side and in the kernel's records of it.
@Suite(.serialized, .timeLimit(.minutes(1))) struct `Waiting` {
  private func atHome(_ environment: [String: String] = [:]) throws -> OtherSide {
    let program = try OtherSide("--lang", "en", environment: environment)
    try program.read(until: "fresh numbers")
    return program
  }

  // MARK: Keys

  @Test func `Half a mouse report holds nothing up, and leaves no letters`() throws {
    let program = try atHome()
    try program.type("\u{1B}[<0;1")
    // Longer than half a sequence is waited for.
    usleep(400_000)
    try program.type("l")
    try program.read(until: "有丢失的释放")
    // The rest of it, had it come as keys, would have chosen the first entry.
    try program.type("\u{1B}[<0;1;999Ml")
    try program.read(until: "release")
  }

  @Test func `An arrow key that comes in pieces is no Escape`() throws {
    // An Escape, and a bracket that is a key of its own, would be told of.
    let program = try atHome(["ESCDELAY": "5000"])
    for piece in ["\u{1B}", "[", "B"] {
      try program.type(piece)
      usleep(60_000)
    }
    try program.type("l")
    let sent = try program.read(until: "有丢失的释放")
    #expect(!sent.contains("q quits") && !sent.contains("lists the keys"))
  }

  @Test func `An arrow key that is torn is no Escape where it comes over a network`() throws {
    for (environment, isEscape) in [(["SSH_TTY": "/dev/pts/3"], false), ([:], true)] as [([String: String], Bool)] {
      let program = try atHome(environment)
      try program.type("\u{1B}")
      guard !isEscape else {
        try program.read(until: "q quits")
        continue
      }
      usleep(60_000)
      try program.type("[Bl")
      let sent = try program.read(until: "有丢失的释放")
      #expect(!sent.contains("q quits"), "\(environment)")
    }
  }

  @Test func `What is typed ahead goes through a chapter and answers nothing`() throws {
    let program = try OtherSide("learn", "fixture", "--lang", "en")
    try program.read(until: "1/9")
    try program.type(String(repeating: "\r1\r2 \u{1B}[C\u{1B}[B", count: 40))
    // The beat's question stands there unanswered, and nothing of it is chosen.
    try program.type("\u{1B}[C")
    let asked = try program.read(until: "answer first, then go on")
    program.waitForRest()
    #expect(!asked.contains("4/9") && !asked.contains("  right") && !asked.contains("  wrong"))
    try program.type("1")
    try program.read(until: "▶ 1")
    try program.type("1")
    try program.read(until: "Why")
  }

  @Test func `An Escape is one when nothing follows it`() throws {
    let program = try atHome(["ESCDELAY": "60"])
    try program.type("\u{1B}")
    try program.read(until: "q quits")
  }

  @Test func `What is typed ahead is shown a few times only`() throws {
    let program = try atHome()
    // Each key shows the other one of two pages; the program can't begin before they are all there.
    kill(program.process, SIGSTOP)
    try program.type(String(repeating: "?", count: 2000))
    kill(program.process, SIGCONT)
    try program.type("l")
    let sent = try program.read(until: "有丢失的释放")
    let frames =
      sent.components(separatedBy: "of this page").count + sent.components(separatedBy: "fresh numbers").count - 2
    #expect(frames <= 8)
  }

  // MARK: Rest

  #if os(Linux)
    @Test(arguments: [[], ["learn", "fixture"], ["learn", Fixture.directory + "/Lessons/en/fixture.md"]])
    func `At rest it sleeps, in one thread`(arguments: [String]) throws {
      let program = try OtherSide(arguments + ["--lang", "en"])
      try program.read(until: arguments.isEmpty ? "fresh numbers" : "1/9")
      // What the first screen brings with it is over then.
      program.waitForRest()
      let before = try #require(program.sleeps)
      usleep(1_000_000)
      #expect(program.sleeps == before)
      #expect(program.threads == 1)
    }
  #endif

  // MARK: Output that nobody takes

  /// What a terminal is sent to have its own screen back.
  private static let restoration = "\u{1B}[?1049l"
  /// Ctrl-S.
  private static let stop = "\u{13}"

  @Test(arguments: [SIGTERM, SIGHUP])
  func `A signal ends it while its output is stopped, and gives the terminal back`(signal: Int32) throws {
    let program = try atHome()
    try program.type(Self.stop)
    usleep(100_000)
    kill(program.process, signal)
    #expect(program.end() == 128 + signal)
    try program.read(until: Self.restoration)
  }

  #if os(Linux)
    @Test(arguments: [SIGTERM, SIGHUP])
    func `A signal ends it in the middle of a frame that nobody takes`(signal: Int32) throws {
      let program = try atHome()
      // Frames are sent until the terminal is full.
      for _ in 0..<5000 where program.isBlocked != true {
        kill(program.process, SIGWINCH)
        usleep(2000)
      }
      guard program.isBlocked == true else {
        if program.isBlocked == nil { return }
        Issue.record("the output did not block")
        return
      }
      kill(program.process, signal)
      #expect(program.end() == 128 + signal)
    }

    @Test(arguments: ["l", "q"])
    func `Nor does it matter what it was about to show`(key: String) throws {
      let program = try atHome()
      try program.type(Self.stop + key)
      for _ in 0..<500 where program.isBlocked == false { usleep(10_000) }
      kill(program.process, SIGTERM)
      #expect(program.end() == 128 + SIGTERM)
      try program.read(until: Self.restoration)
    }
  #endif
}
