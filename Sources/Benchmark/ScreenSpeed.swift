import Support

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the program does at a terminal: how soon a key is seen, how much it sends, and what it does at rest.
struct ScreenSpeed {
  let folder: String

  /// About as many as a run may have.
  static let occurrences = 9_000
  /// How long nothing comes once a screen is whole, milliseconds.
  private static let calm: Int32 = 60

  private func program(_ file: String, columns: Int, rows: Int) -> PseudoTerminal? {
    let terminal = PseudoTerminal(
      ["\(folder)/tcptutor", "--lang", "en", "learn", file], columns: columns, rows: rows)
    guard let terminal, terminal.bytes(until: "help") != nil else { return nil }
    _ = terminal.burst(endingAfter: 500)
    return terminal
  }

  // MARK: Keys

  /// From a key to the last byte of the screen that it brings, while a run of many occurrences is open.
  ///
  /// - Returns: for each of **40** keys; nil where the program can't be run.
  func keys() throws -> [Duration]? {
    let files = try TemporaryFolder()
    let file = try files.write("en/long-run.md", LongRun.chapter(occurrences: Self.occurrences))
    guard let terminal = program(file, columns: 300, rows: 100) else { return nil }
    defer { terminal.kill() }
    // To the beat, and to the end of its motion.
    for _ in 0..<2 {
      terminal.type(Self.right)
      _ = terminal.burst(endingAfter: 1500)
    }
    var durations: [Duration] = []
    // Up and down the diagram, the help page and back, the other notation: every one of them draws most cells anew.
    let keys = ["\u{1B}[5~", "\u{1B}[6~", "?", "?", "n"]
    for number in 0..<40 {
      let start = ContinuousClock.now
      terminal.type(keys[number % keys.count])
      guard let burst = terminal.burst(endingAfter: Self.calm) else { return nil }
      durations.append(burst.last - start)
    }
    return durations
  }

  private static let right = "\u{1B}[C"

  // MARK: Motion

  struct Traffic {
    let bytes: Int
    let duration: Duration
    /// The most bytes within one second of it.
    let mostInASecond: Int

    var bytesPerSecond: Double { Double(bytes) / (duration / .seconds(1)) }
  }

  /// The longest motion there is: a beat with a handshake, bytes both ways, a loss and a release, played to its end.
  ///
  /// - Returns: nil where the program can't be run.
  func motion() throws -> Traffic? {
    let files = try TemporaryFolder()
    let file = try files.write("en/long-run.md", LongRun.motion)
    guard let terminal = program(file, columns: 100, rows: 30) else { return nil }
    defer { terminal.kill() }
    terminal.type(Self.right)
    guard let burst = terminal.burst(endingAfter: 2000) else { return nil }
    return Traffic(bytes: burst.bytes, duration: burst.last - burst.first, mostInASecond: burst.mostInASecond)
  }

  // MARK: Rest

  /// What the program does in three seconds in which nothing happens.
  ///
  /// - Returns: nil where the program can't be run, or the system does not tell.
  func rest() throws -> (bytes: Int, wakeUps: Int)? {
    let files = try TemporaryFolder()
    let file = try files.write("en/long-run.md", LongRun.motion)
    guard let terminal = program(file, columns: 100, rows: 30), let before = terminal.sleeps else { return nil }
    defer { terminal.kill() }
    let bytes = terminal.burst(endingAfter: 3000)?.bytes ?? 0
    return terminal.sleeps.map { (bytes, $0 - before) }
  }
}
