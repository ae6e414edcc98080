import CPseudoTerminal
import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The program in a terminal whose other side is the test: it types bytes, and reads what is sent, or does not.
final class OtherSide {
  let process: pid_t
  private let master: Int32
  private var hasEnded = false

  convenience init(_ arguments: String..., environment more: [String: String] = [:]) throws {
    try self.init(arguments, environment: more)
  }

  init(_ arguments: [String], environment more: [String: String] = [:]) throws {
    // Nothing may be inherited that the test has open.
    for descriptor in 3..<256 as Range<Int32> { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let environment = Program.environment(["TERM": "xterm-256color"].merging(more) { $1 })
    var argv = ([Program.path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + variables { free(text) } }
    var started = pid_t()
    master = pty_start(&argv, &variables, 80, 24, &started)
    process = started
    try #require(master >= 0)
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
  }

  // MARK: The terminal

  func type(_ text: String) throws {
    let bytes = Array(text.utf8)
    try #require(write(master, bytes, bytes.count) == bytes.count)
  }

  /// Reads until a text has been sent.
  ///
  /// - Parameter marker: what the program sends without codes in the middle of it.
  /// - Returns: everything since the last call, to the end of what was there with the marker.
  @discardableResult
  func read(until marker: String) throws -> String {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let isReady = poll(&source, 1, 10_000) == 1
      let count = isReady ? Glibc.read(master, &buffer, buffer.count) : 0
      let text = String(decoding: received, as: UTF8.self)
      guard count > 0 else { throw Shell.Missing(what: "“\(marker)”", screen: text) }
      received += buffer[..<count]
      let whole = String(decoding: received, as: UTF8.self)
      if whole.contains(marker) { return whole }
    }
  }

  // MARK: The process

  /// Waits until it has slept undisturbed for a while, so that all that was typed has been taken in.
  func waitForRest() {
    #if os(Linux)
      var last: Int?
      for _ in 0..<100 where last == nil || last != sleeps {
        last = sleeps
        usleep(100_000)
      }
    #else
      usleep(500_000)
    #endif
  }

  /// Waits for the end.
  ///
  /// - Returns: the signal that ended it, or its exit status as shells tell it; nil if it lives on for ten seconds.
  func end() -> Int32? {
    for _ in 0..<1000 {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        hasEnded = true
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
      }
      usleep(10_000)
    }
    return nil
  }

  #if os(Linux)
    /// How often the process has slept.
    var sleeps: Int? {
      fact("status").split(separator: "\n").first { $0.hasPrefix("voluntary") }.flatMap { Int($0.filter(\.isNumber)) }
    }

    var threads: Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task"))?.count ?? 0 }

    /// Whether the process sleeps in the middle of writing to standard output; nil where the system does not tell.
    var isBlocked: Bool? {
      let call = fact("syscall").split(separator: " ")
      guard let number = call.first else { return nil }
      return ["1", "64"].contains(number) && call.dropFirst().first == "0x1"
    }

    private func fact(_ name: String) -> String {
      (try? String(contentsOfFile: "/proc/\(process)/\(name)", encoding: .utf8)) ?? ""
    }
  #endif
}
