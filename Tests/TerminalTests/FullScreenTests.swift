import Foundation
import Testing

/// The real program in a real terminal.
@Suite(
  .serialized, .enabled(if: Shell.tmux != nil, "tmux is not installed; the terminal is tested with it"),
  .timeLimit(.minutes(2)))
struct `In a terminal` {}

extension `In a terminal` {
  private static let lesson = "$TUTOR learn fixture"

  @Test(arguments: [
    ("en", "10.3.7 A release with a loss", "The server listens"), ("zh", "10.3.7 有丢失的释放", "服务器监听"),
  ])
  func `A lesson shows its title, and an arrow key goes on`(language: String, title: String, heading: String) throws {
    let shell = try Shell()
    try shell.enter("\(Self.lesson) --lang \(language)")
    #expect(try shell.wait(for: "1/9").contains(title))
    #expect(try shell.isFullScreen)
    try shell.press("Right")
    try shell.wait(for: "2/9")
    #expect(try shell.wait(for: heading).contains(title))
  }

  @Test func `Home speaks Chinese in a Chinese locale, installed or not`() throws {
    let shell = try Shell(environment: ["LANG": "zh_CN.UTF-8"])
    try shell.enter("$TUTOR")
    #expect(try shell.wait(for: "有丢失的释放").contains("▌ 开始"))
    try shell.press("Enter")
    try shell.wait(for: "1/9")
    try shell.press("Escape")
    try shell.wait(for: "测验")
    try shell.press("q")
    try shell.wait("the shell") { _ in try !shell.isFullScreen }
  }

  @Test func `A click chooses what it hits, however far to the right`() throws {
    let shell = try Shell(columns: 280)
    try shell.enter("$TUTOR --lang en")
    let screen = try shell.waitUntilStill("home") { $0.contains("▌ Begin") && $0.contains("quit") }
    #expect(try shell.fact("mouse_any_flag") == "1" && shell.fact("mouse_sgr_flag") == "1")
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("▌ Begin") })
    try shell.type("\u{1B}[<0;270;\(row + 1)M\u{1B}[<0;270;\(row + 1)m")
    try shell.wait(for: "1/9")
  }

  @Test func `A mouse that is settled to be off stays with the terminal until it is switched on`() throws {
    let shell = try Shell()
    _ = try shell.folder.write(".config/tcptutor/settings.yaml", "mouse: off\n")
    try shell.enter("$TUTOR --lang en")
    _ = try shell.waitUntilStill("home") { $0.contains("▌ Begin") && $0.contains("quit") }
    #expect(try shell.fact("mouse_any_flag") == "0")
    try shell.press("m")
    try shell.wait("the mouse") { _ in try shell.fact("mouse_any_flag") == "1" }
  }

  @Test func `A prediction is answered by a digit`() throws {
    let shell = try Shell()
    try shell.enter("\(Self.lesson) --lang en")
    try shell.wait(for: "1/9")
    try shell.press("Right", "Right", "Right")
    let asked = try shell.waitUntilStill("the question") { $0.contains("3/9") && $0.contains("SYN-SENT") }
    let option = try #require(asked.split(separator: "\n").first { $0.hasSuffix("  SYN-SENT") })
    let digit = try #require(option.first { $0.isNumber })
    try shell.press(String(digit), String(digit))
    #expect(try shell.wait(for: "  right").contains("✓ \(digit)  SYN-SENT"))
    try shell.press("Right", "Right")
    try shell.wait("the beat") { $0.contains("\n The client connects") && $0.contains("SYN seq=7") }
  }

  @Test func `A typed answer is read, Chinese input and all`() throws {
    let shell = try Shell()
    try shell.folder.write(
      "Quizzes/items.yaml",
      """
      - id: typed
        revision: 1
        chapter: alone
        exams: []
        scenario: server listen
        ask: { kind: state, host: server }
        form: typed
        sources: []
      """)
    try shell.enter("$TUTOR quiz --chapter alone --lang zh --content .")
    try shell.wait(for: "回答：")
    try shell.type("不知道")
    try shell.wait(for: "回答：不知道")
    try shell.press("BSpace", "BSpace", "BSpace")
    try shell.wait("an empty line") { !$0.contains("不") }
  }

  @Test func `Ctrl-Z gives the terminal back, and fg draws all anew`() throws {
    let shell = try Shell()
    try shell.enter("\(Self.lesson) --lang zh")
    try shell.wait(for: "1/9")
    try shell.press("Right", "Right")
    let before = try shell.waitUntilStill("the beat to its end") { $0.contains("服务器监听") && $0.contains("│ LISTEN") }
    try shell.press("C-z")
    #expect(try shell.wait(for: "topped").contains("ready>"))
    #expect(try !shell.isFullScreen)
    #expect(try shell.fact("mouse_any_flag") == "0" && shell.fact("cursor_flag") == "1")
    try shell.enter("fg")
    let after = try shell.wait("the lesson") { $0 == before }
    #expect(try after == before && shell.isFullScreen)
    // And once more: a second stop is no different from the first.
    try shell.press("C-z")
    try shell.wait("the shell") { _ in try !shell.isFullScreen }
    try shell.resize(100, 30)
    try shell.enter("fg")
    try shell.wait("the lesson in its new size") {
      $0.split(separator: "\n").first?.count ?? 0 > 80 && $0.contains("2/9")
    }
  }

  @Test func `A terminal that shrinks too far says so, and all comes back with its size`() throws {
    let shell = try Shell()
    try shell.enter("\(Self.lesson) --lang en")
    try shell.wait(for: "1/9")
    try shell.press("Right", "Right")
    let before = try shell.waitUntilStill("the beat to its end") {
      $0.contains("The server listens") && $0.contains("│ LISTEN")
    }
    try shell.resize(40, 10)
    #expect(try shell.wait(for: "too small").contains("40×10"))
    try shell.resize(80, 24)
    try shell.wait("the lesson as it was") { $0 == before }
    try shell.resize(120, 40)
    try shell.wait("the lesson in its new size") {
      $0.split(separator: "\n").first?.count ?? 0 > 110 && $0.contains("2/9")
    }
  }

  @Test func `Colour is left out where it is not wanted`() throws {
    // A foreground of its own: 30 to 37, 38 with a number, 90 to 97; 39 is the terminal's own.
    func isColoured(_ text: String) -> Bool {
      text.split(separator: "\u{1B}[").dropFirst().contains { sequence in
        sequence.prefix { $0 != "m" }.split(separator: ";").contains {
          Int($0).map { 30...38 ~= $0 || 90...97 ~= $0 } ?? false
        }
      }
    }
    for (command, environment) in [
      (Self.lesson, [:]), ("\(Self.lesson) --no-color", [:]), (Self.lesson, ["NO_COLOR": "1"]),
      (Self.lesson, ["NO_COLOR": ""]),
    ] as [(String, [String: String])] {
      let shell = try Shell(environment: environment)
      try shell.enter("\(command) --lang en")
      try shell.wait(for: "1/9")
      let isWanted = !command.contains("--no-color") && environment["NO_COLOR"] != "1"
      #expect(try isColoured(shell.styledScreen) == isWanted, "\(command) \(environment)")
    }
  }
}
