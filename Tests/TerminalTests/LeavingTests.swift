import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension `In a terminal` {
  private static let lesson = "$TUTOR learn fixture --lang en"

  /// What a terminal is like before a program.
  private struct Found {
    let screen: String
    let modes: String
  }

  /// The terminal is the shell's again, and what stood on it before stands there still.
  private func expectRestored(_ shell: Shell, _ found: Found) throws {
    #expect(try !shell.isFullScreen)
    #expect(try shell.fact("cursor_flag") == "1" && shell.fact("mouse_any_flag") == "0")
    #expect(try shell.fact("keypad_flag") == "0" && shell.fact("keypad_cursor_flag") == "0")
    #expect(try shell.modes == found.modes)
    let kept = found.screen.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
    #expect(try shell.screen.hasPrefix(kept.joined(separator: "\n")))
    // And what is typed is read, and seen, as before.
    try shell.enter("echo o''ver")
    try shell.wait(for: "ready> echo o''ver\nover\n")
  }

  /// A shell in which a lesson has begun, and its terminal before that.
  private func inLesson() throws -> (shell: Shell, found: Found) {
    // Else Swift's runtime would offer a debugger before it lets a crash be one.
    let shell = try Shell(environment: ["SWIFT_BACKTRACE": "enable=no"])
    try shell.enter("echo be''fore")
    let screen = try shell.wait(for: "\nbefore\nready>")
    let found = Found(screen: screen, modes: try shell.modes)
    #expect(found.modes.contains(":"))
    try shell.enter(noting: Self.lesson)
    try shell.wait(for: "1/9")
    return (shell, found)
  }

  @Test func `A key that quits leaves the terminal as it was found`() throws {
    let (shell, found) = try inLesson()
    #expect(try shell.fact("mouse_any_flag") == "1" && shell.modes != found.modes)
    // In the form that has no largest column.
    #expect(try shell.fact("mouse_sgr_flag") == "1")
    try shell.press("q")
    #expect(try shell.waitForStatus() == 0)
    try expectRestored(shell, found)
  }

  @Test func `What stays on the shell is how far one has come, and what is next`() throws {
    let (shell, found) = try inLesson()
    try shell.press("Right", "Right")
    try shell.wait(for: "2/9")
    try shell.press("q")
    #expect(try shell.waitForStatus() == 0)
    #expect(try shell.screen.contains("\n2/9 read · next: The client connects · tcptutor\n"))
    try expectRestored(shell, found)
  }

  @Test func `Where the window is too small one key leaves the screen, and the lesson goes on line by line`() throws {
    let (shell, _) = try inLesson()
    try shell.resize(40, 12)
    try shell.wait(for: "too small")
    try shell.press("Enter")
    try shell.wait(for: "Enter goes on, q ends:")
    #expect(try !shell.isFullScreen && shell.fact("mouse_any_flag") == "0")
    try shell.press("Enter")
    try shell.wait(for: "[2/9] The server listens")
    // Out of the lesson, and out of home.
    try shell.enter("q")
    try shell.wait(for: "A number opens, q quits:")
    try shell.enter("q")
    #expect(try shell.waitForStatus() == 0)
  }

  @Test func `Ctrl-C is an interrupt, and leaves it so too`() throws {
    let (shell, found) = try inLesson()
    try shell.press("C-c")
    #expect(try shell.waitForStatus() == 130)
    try expectRestored(shell, found)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV])
  func `A signal that ends it leaves it so too`(signal: Int32) throws {
    let (shell, found) = try inLesson()
    #expect(kill(try shell.process, signal) == 0)
    #expect(try shell.waitForStatus() == 128 + Int(signal))
    try expectRestored(shell, found)
  }

  @Test func `A signal that comes in the middle of an animation leaves it so too`() throws {
    let (shell, found) = try inLesson()
    try shell.press("Right", "p")
    try shell.wait(for: "playing")
    #expect(kill(try shell.process, SIGTERM) == 0)
    #expect(try shell.waitForStatus() == 143)
    try expectRestored(shell, found)
  }

  @Test func `One that is stopped leaves the shell's terminal alone when it is asked to end`() throws {
    let (shell, found) = try inLesson()
    try shell.press("C-z")
    try shell.wait("the shell") { _ in try !shell.isFullScreen }
    let process = try shell.process
    #expect(kill(process, SIGTERM) == 0 && kill(process, SIGCONT) == 0)
    try expectEnd(of: process)
    try expectRestored(shell, found)
  }

  @Test func `Where the terminal goes away, so does the program`() throws {
    let (shell, _) = try inLesson()
    let process = try shell.process
    try shell.hangUp()
    try expectEnd(of: process)
  }

  private func expectEnd(of process: Int32) throws {
    var state = "?"
    for _ in 0..<500 where state != "" {
      // A process that has ended and that nobody has asked about is a zombie.
      state = try Program.run(
        "/bin/sh", ["-c", "ps -o stat= -p \(process) | grep -v Z || true"], environment: Program.environment()
      )
      .output
      if state != "" { Thread.sleep(forTimeInterval: 0.02) }
    }
    #expect(state == "", "the program is still there")
  }

  @Test(arguments: [("nonsense", "\"nonsense\""), ("", "TERM is not set")])
  func `An unknown terminal is told in a sentence, and nothing is drawn`(term: String, sentence: String) throws {
    let shell = try Shell()
    try shell.enter("TERM=\(term) \(Self.lesson); echo status=$?")
    #expect(try shell.waitForStatus() == 69)
    let screen = try shell.screen
    #expect(screen.contains("tcptutor: ") && screen.contains(sentence) && screen.contains("--plain"))
    #expect(try !screen.contains("1/9") && !shell.isFullScreen)
  }

  @Test(arguments: ["TERM=dumb \(lesson)", "ACCESSIBLE=1 \(lesson)", "\(lesson) --plain"])
  func `Where no screen can or should be drawn, it goes line by line`(command: String) throws {
    let shell = try Shell()
    try shell.enter("\(command); echo status=$?")
    #expect(try shell.wait(for: "Enter goes on, q ends:").contains("[1/9]"))
    #expect(try !shell.isFullScreen)
    try shell.enter("q")
    #expect(try shell.waitForStatus() == 0)
  }

  @Test func `End of input at a prompt ends it, and is told`() throws {
    let shell = try Shell()
    try shell.enter("\(Self.lesson) --plain; echo status=$?")
    try shell.wait(for: "Enter goes on, q ends:")
    try shell.press("C-d")
    #expect(try shell.waitForStatus() == 66)
    #expect(try shell.screen.contains("the input ended before the work was done"))
  }
}
