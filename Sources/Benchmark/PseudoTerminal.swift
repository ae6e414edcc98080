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

  /// Starts a program with a terminal of 80 columns and 24 rows as its standard input and output.
  ///
  /// Nil where the system refuses.
  init?(_ arguments: [String]) {
    var argv = copies(of: arguments)
    var environment = copies(of: ["TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"])
    defer { for text in argv + environment { free(text) } }
    var started = pid_t()
    master = pty_start(&argv, &environment, 80, 24, &started)
    process = started
    guard master >= 0 else { return nil }
  }

  /// Waits until the program has written a text.
  ///
  /// - Parameter marker: ASCII; the program must not send codes in the middle of it.
  /// - Returns: how many bytes it had written by then; nil if it ended, or wrote nothing for five seconds.
  func bytes(until marker: String) -> Int? {
    var written: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    let pattern = Array(marker.utf8)
    while true {
      var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard systemPoll(&poll, 1, 5000) == 1 else { return nil }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return nil }
      written += buffer[..<count]
      if written.holds(pattern) { return written.count }
    }
  }

  /// Ends the program.
  func kill() {
    systemKill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
  }
}

extension [UInt8] {
  fileprivate func holds(_ pattern: [UInt8]) -> Bool {
    guard count >= pattern.count else { return false }
    return (0...count - pattern.count).contains { self[$0..<$0 + pattern.count].elementsEqual(pattern) }
  }
}
