import CPseudoTerminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// The functions of the system whose names members have here.
private func systemPoll(_ descriptors: UnsafeMutablePointer<pollfd>, _ count: nfds_t, _ timeout: Int32) -> Int32 {
  poll(descriptors, count, timeout)
}

private func systemKill(_ process: pid_t, _ signal: Int32) {
  _ = kill(process, signal)
}

/// C strings with a null pointer at the end; to be freed.
private func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
  var copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
  copies.append(nil)
  return copies
}

/// A program in a terminal of its own, watched from the other side.
struct PseudoTerminal {
  private let master: Int32
  private let process: pid_t

  /// Starts a program with a terminal as its standard input and output.
  ///
  /// Nil where the system refuses.
  init?(_ arguments: [String], columns: Int = 80, rows: Int = 24) {
    var argv = copies(of: arguments)
    var environment = copies(of: [
      "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/nowhere", "XDG_DATA_HOME=/nowhere",
    ])
    defer { for text in argv + environment { free(text) } }
    var started = pid_t()
    master = pty_start(&argv, &environment, Int32(columns), Int32(rows), &started)
    process = started
    guard master >= 0 else { return nil }
  }

  /// Types keys.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(write(master, bytes, bytes.count) == bytes.count, "the terminal takes what is typed")
  }

  /// Waits until the program has written a text.
  ///
  /// - Parameter marker: ASCII; the program must not send codes in the middle of it.
  /// - Returns: how many bytes it had written by then; nil if it ended, or wrote nothing for five seconds.
  func bytes(until marker: String) -> Int? {
    var written: [UInt8] = []
    let pattern = Array(marker.utf8)
    while let more = read(within: 5000) {
      written += more
      if written.holds(pattern) { return written.count }
    }
    return nil
  }

  /// What a program writes in one go.
  struct Burst {
    var bytes = 0
    /// When the first and the last of it came.
    var first: ContinuousClock.Instant
    var last: ContinuousClock.Instant
    /// The most bytes that came within one second.
    var mostInASecond = 0
  }

  /// Takes what the program writes, until it has been quiet for a while.
  ///
  /// - Parameter milliseconds: how long that is.
  /// - Returns: nil where it writes nothing for so long.
  func burst(endingAfter milliseconds: Int32) -> Burst? {
    var burst: Burst?
    var second: [(time: ContinuousClock.Instant, bytes: Int)] = []
    while let more = read(within: milliseconds) {
      let now = ContinuousClock.now
      var whole = burst ?? Burst(first: now, last: now)
      whole.bytes += more.count
      whole.last = now
      second.removeAll { now - $0.time > .seconds(1) }
      second.append((now, more.count))
      whole.mostInASecond = max(whole.mostInASecond, second.reduce(0) { $0 + $1.bytes })
      burst = whole
    }
    return burst
  }

  /// - Returns: nil where nothing comes, or nothing will.
  private func read(within milliseconds: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65536)
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard systemPoll(&source, 1, milliseconds) == 1 else { return nil }
    let count = systemRead(master, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// How often the program has slept; nil where the system does not tell.
  var sleeps: Int? {
    let file = open("/proc/\(process)/status", O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = max(0, systemRead(file, &buffer, buffer.count))
    let line = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").first {
      $0.hasPrefix("voluntary_ctxt_switches")
    }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  /// Ends the program.
  func kill() {
    systemKill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

extension [UInt8] {
  fileprivate func holds(_ pattern: [UInt8]) -> Bool {
    guard count >= pattern.count else { return false }
    return (0...count - pattern.count).contains { self[$0..<$0 + pattern.count].elementsEqual(pattern) }
  }
}
