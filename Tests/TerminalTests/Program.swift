import Foundation
import Support
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The program that was built together with these tests.
enum Program {
  /// Beside the test executable, with the content that ships.
  static let built: String = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    // On macOS the executable is inside a bundle, which stands beside the program.
    let folders = sequence(first: folder) { $0.pathComponents.count > 1 ? $0.deletingLastPathComponent() : nil }
    return folders.prefix(4).map { $0.appendingPathComponent("tcptutor").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? folder.appendingPathComponent("tcptutor").path
  }()

  /// The same program, installed in a folder of its own with the fixture for the content that ships.
  static let path: String = {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: built).deletingLastPathComponent().appendingPathComponent("with-fixture")
    let program = folder.appendingPathComponent("bin/tcptutor")
    let content = folder.appendingPathComponent("share/tcptutor")
    do {
      try? files.removeItem(at: folder)
      for url in [program, content] {
        try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      // No symbolic link: the program looks for its content beside what the link leads to.
      try files.linkItem(at: URL(fileURLWithPath: built), to: program)
      try files.createSymbolicLink(atPath: content.path, withDestinationPath: Fixture.directory)
    } catch {
      preconditionFailure("the program can't be installed for the tests: \(error)")
    }
    return program.path
  }()

  /// What a command did.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The environment of every run: nothing of the machine's own but where commands are, and no content of the user's.
  static func environment(_ more: [String: String] = [:]) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return [
      "PATH": path, "HOME": NSTemporaryDirectory(), "LANG": "C.UTF-8", "XDG_DATA_HOME": "/nowhere",
    ].merging(more) { $1 }
  }

  /// Runs the program without a terminal, with the fixture for the content that ships.
  ///
  /// - Parameter input: what it finds on standard input, which then ends.
  static func run(
    _ arguments: String..., input: String = "", environment more: [String: String] = [:]
  ) throws -> Outcome {
    try run(path, arguments, input: input, environment: environment(more))
  }

  /// Runs a command to its end.
  ///
  /// Foundation's `Process` is of no use here: it waits until the last descendant is gone, and tmux leaves a server behind.
  static func run(
    _ executable: String, _ arguments: [String], input: String = "", environment: [String: String]
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let given = try folder.write("input", input)
    // Files, because a pipe that is full would make a child wait for a reader who waits for the child.
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, given, O_RDONLY, 0)
    for (descriptor, name) in [(STDOUT_FILENO, "/output"), (STDERR_FILENO, "/errors")] {
      posix_spawn_file_actions_addopen(&actions, descriptor, folder.path + name, O_WRONLY | O_CREAT, 0o600)
    }
    // Nothing may be inherited that would live on in tmux's server: descriptors of whoever runs the tests, a lock's among
    // them, and the mask of this thread, which has its signals blocked.
    for descriptor in 3..<256 as Range<Int32> { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP, SIGCHLD] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let error = withStrings([executable] + arguments) { arguments in
      withStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(&process, executable, &actions, &attributes, arguments, environment)
      }
    }
    try #require(error == 0, "\(executable): \(String(cString: strerror(error)))")
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR { continue }
    // A signal is told as shells tell it.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return Outcome(status: code, output: try folder.read("output"), errors: try folder.read("errors"))
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
