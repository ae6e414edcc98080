import Foundation
import Support
import Testing

/// A shell in a terminal of its own: a tmux server that nobody else knows of, without anybody's settings.
final class Shell {
  private let socket = "tcptutor-" + UUID().uuidString.prefix(8)
  let folder: TemporaryFolder
  private static let prompt = "ready>"

  /// Where tmux is; nil where it is not installed.
  static let tmux: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/tmux" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// How often something is looked for before it counts as missing, and how long is waited in between.
  private static let tries = 600
  private static let pause = 0.02

  init(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    var variables = Program.environment(environment)
    variables["HOME"] = folder.path
    variables["PS1"] = Self.prompt + " "
    variables["TUTOR"] = Program.path
    let assignments = variables.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    // TERM is what tmux says it is.
    let command = ["/bin/sh", "-c", "exec env -i TERM=\"$TERM\" \"$@\" /bin/sh -i", "sh"] + assignments
    try tmux(
      ["-u", "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder.path] + command)
    try wait("the prompt") { $0.contains(Self.prompt) }
  }

  deinit { _ = try? tmux(["kill-server"]) }

  // MARK: What one does

  /// Types a line and ends it.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses keys by tmux's names: `Right`, `Enter`, `C-z`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  func resize(_ columns: Int, _ rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Takes the terminal away from whatever runs in it.
  func hangUp() throws { try tmux(["kill-server"]) }

  /// Begins a command and notes its process, so that it can be sent signals.
  func enter(noting command: String) throws { try enter("sh -c 'echo $$ >pid; exec \(command)'; echo status=$?") }

  /// The process of the command begun by `enter(noting:)`.
  var process: Int32 {
    get throws {
      let text = try folder.read("pid").filter(\.isNumber)
      return try #require(Int32(text))
    }
  }

  // MARK: What one sees

  /// The rows without blanks at their ends.
  var screen: String {
    get throws { try tmux(["capture-pane", "-p"]) }
  }

  /// The same with its colours and attributes as escape sequences.
  var styledScreen: String {
    get throws { try tmux(["capture-pane", "-p", "-e"]) }
  }

  /// What tmux knows of the terminal, by the name of the variable.
  func fact(_ name: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(name)}"]).filter { $0 != "\n" }
  }

  /// The terminal's modes, as `stty -g` writes them.
  var modes: String {
    get throws {
      let terminal = try fact("pane_tty")
      return try Program.run("/bin/sh", ["-c", "stty -g <\(terminal)"], environment: Program.environment()).output
    }
  }

  /// Whether a program has the alternate screen, as full-screen programs do.
  var isFullScreen: Bool {
    get throws { try fact("alternate_on") == "1" }
  }

  /// Looks until the screen is as wanted.
  ///
  /// - Returns: that screen.
  @discardableResult
  func wait(_ what: String, until isAsWanted: (String) throws -> Bool) throws -> String {
    for _ in 0..<Self.tries {
      let screen = try screen
      if try isAsWanted(screen) { return screen }
      Thread.sleep(forTimeInterval: Self.pause)
    }
    throw Missing(what: what, screen: try screen)
  }

  /// Looks until the screen is as wanted and two looks find it the same: a terminal may show a frame by halves.
  func waitUntilStill(_ what: String, until isAsWanted: (String) throws -> Bool) throws -> String {
    var last: String?
    return try wait(what) { screen in
      defer { last = screen }
      return try isAsWanted(screen) && screen == last
    }
  }

  @discardableResult
  func wait(for text: String) throws -> String { try wait("“\(text)”") { $0.contains(text) } }

  /// Waits until the shell has said how the command ended, and is there again.
  ///
  /// - Returns: its exit status.
  func waitForStatus() throws -> Int? {
    func line(_ screen: String) -> Substring? { screen.split(separator: "\n").last { $0.hasPrefix("status=") } }
    let screen = try wait("the exit status") { line($0) != nil && $0.hasSuffixedPrompt(Self.prompt) }
    return line(screen).flatMap { Int($0.dropFirst(7)) }
  }

  /// What did not come.
  struct Missing: Error, CustomStringConvertible {
    let what: String
    let screen: String

    var description: String { "\(what) did not come; the screen:\n\(screen)" }
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let path = try #require(Self.tmux)
    var environment = Program.environment()
    environment["TMUX_TMPDIR"] = folder.path
    let outcome = try Program.run(path, ["-L", socket] + arguments, environment: environment)
    guard outcome.status == 0 else { throw Missing(what: "tmux \(arguments[0])", screen: outcome.errors) }
    return outcome.output
  }
}

extension String {
  /// Whether the last row that is not empty is the prompt.
  fileprivate func hasSuffixedPrompt(_ prompt: String) -> Bool {
    split(separator: "\n").last { !$0.isEmpty }?.hasPrefix(prompt) == true
  }
}
