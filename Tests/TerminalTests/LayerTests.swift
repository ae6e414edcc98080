import Foundation
import Support
import Testing

/// Content that lies over what belongs to the program, as the commands show it.
@Suite struct `Layers of content` {
  /// A chapter of another order, so that it clashes with no other.
  private static func chapter(_ id: String, _ order: Int, _ title: String) -> String {
    """
    ---
    id: \(id)
    section: "9.9"
    title: \(title)
    order: \(order)
    objectives: { one: "Name \(title)" }
    exams: [ccna]
    sources: ["RFC 9293"]
    ---
    Both are in `CLOSED`, “关闭”.

    ```tcp
    expect client CLOSED, server CLOSED
    ```

    """
  }

  private static func write(_ id: String, _ order: Int, _ title: String, in folder: TemporaryFolder) throws {
    for language in ["zh", "en"] { try folder.write("Lessons/\(language)/\(id).md", chapter(id, order, title)) }
  }

  private static let item = """
    - id: fx-second-segment
      revision: 2
      chapter: fixture
      exams: []
      scenario: server listen
      ask: { kind: state, host: server }
      proof: LISTEN
      form: typed
      explain: { zh: 它在监听, en: It listens }
      sources: ["RFC 9293"]

    """

  // MARK: What is found

  @Test func `The user's own lies over the program's, then the environment's, then the options', the last on top`()
    throws
  {
    let folders = try (0..<5).map { _ in try TemporaryFolder() }
    for (place, folder) in folders.enumerated() where place > 0 {
      for id in ["a", "b", "c", "d", "e"].dropFirst(place) { try Self.write(id, 20, "\(id)\(place)", in: folder) }
    }
    try Self.write("a", 20, "a0", in: folders[0])
    try folders[0].write("tcptutor/content/Lessons/en/a.md", Self.chapter("a", 20, "a0"))
    try folders[0].write("tcptutor/content/Lessons/en/e.md", Self.chapter("e", 20, "e0"))
    try folders[0].write("tcptutor/content/Lessons/en/\(Fixture.call).md", Self.chapter(Fixture.call, 2, "mine"))
    let outcome = try Program.run(
      "learn", "--content", folders[3].path, "--content", folders[4].path + "/",
      environment: [
        "XDG_DATA_HOME": folders[0].path, "TCPTUTOR_CONTENT": "\(folders[1].path)::\(folders[2].path)",
      ])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(
      outcome.output == """
        fixture  10.3.7 A release with a loss
        call  9.9 mine
        runs  9.9 Three runs
        searches  9.9 Two searches
        a  9.9 a0
        b  9.9 b1
        c  9.9 c2
        d  9.9 d3
        e  9.9 e4

        """)
  }

  @Test func `Without XDG_DATA_HOME the user's own is below ~/.local/share, and a relative one does not count`() throws
  {
    let home = try TemporaryFolder()
    try home.write(".local/share/tcptutor/content/Lessons/en/mine.md", Self.chapter("mine", 20, "Mine"))
    for name in ["", "tcptutor"] {
      let outcome = try Program.run("learn", environment: ["HOME": home.path, "XDG_DATA_HOME": name])
      #expect(outcome.output.hasSuffix("\nmine  9.9 Mine\n") && outcome.errors.isEmpty, "\(outcome.output)")
    }
  }

  @Test func `A directory may have questions alone, which the program's misconceptions explain`() throws {
    let folder = try TemporaryFolder()
    let choice = Self.item.replacing(first: "form: typed", with: "form: choice")
      .replacing(first: "fx-second-segment", with: "mine").replacing(
        first: "server listen",
        with: """
          |
              server listen
              client connect
              step
          """
      ).replacing(first: "proof: LISTEN", with: "proof: SYN-RECEIVED")
    try folder.write("Quizzes/mine.yaml", choice)
    let outcome = try Program.run("check", folder.path)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("All holds: 0 chapter files, 0 beats, 1 question, 0 scenarios."))
  }

  // MARK: What is wrong with directories

  @Test func `What is wrong with a directory is told with what to do, and the rest opens`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("file", "")
    try folder.write("empty/notes.txt", "")
    try folder.write("mine/Lessons/en/mine.md", Self.chapter("mine", 20, "Mine"))
    try folder.write("mine/Lessons/zh/mine.md", Self.chapter("mine", 20, "我的"))
    let mine = folder.path + "/mine"
    for (path, en, zh) in [
      (
        folder.path + "/none", "there is no such file or directory; mend the name, or make it with tcptutor new",
        "没有这个文件或目录；请改正目录名"
      ),
      (
        file, "this is no directory; name the directory in which Lessons or Quizzes stand",
        "这不是目录；请写 Lessons 或 Quizzes 所在的目录"
      ),
      (
        folder.path + "/empty", "there is neither Lessons nor Quizzes in it; mend the name, or write a chapter",
        "里面既没有 Lessons 也没有 Quizzes；"
      ),
      (mine, "the directory is named twice, and counts at its last place; leave the others out.", "这个目录写了两次，只算最后一次；"),
      ("", "there is no such file or directory", "没有这个文件或目录"),
    ] {
      let arguments = ["learn", "mine", "--content", mine, "--content", path]
      let outcome = try Program.run(Program.path, arguments, input: "q\n", environment: Program.environment())
      #expect(outcome.status == 0 && outcome.output.contains("[1/1]"), "\(path): \(outcome.output)")
      #expect(outcome.errors.hasPrefix("tcptutor: --content: “\(path)”: \(en)"), "\(outcome.errors)")
      let named = try Program.run(
        "learn", "--lang", "zh", "--content", mine, environment: ["TCPTUTOR_CONTENT": path])
      #expect(named.status == 0 && named.output.contains("我的"))
      let source = path == mine ? "--content" : "TCPTUTOR_CONTENT"
      #expect(path.isEmpty || named.errors.hasPrefix("tcptutor: \(source): “\(path)”：\(zh)"), "\(named.errors)")
      #expect(try Program.run("check", "--content", mine, "--content", path).status == 66)
    }
    let unknown = try Program.run("learn", "mine", "--content", folder.path + "/none")
    #expect(unknown.status == 66 && unknown.errors.contains("there is no chapter “mine”"), "\(unknown.errors)")
  }

  @Test func `A folder that is a file is told where it is used, and the rest opens`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("Quizzes", "")
    try folder.write("Lessons/en", "")
    let quiz = try Program.run("quiz", "--content", folder.path, input: "")
    #expect(quiz.output.contains("Question 1 of") && quiz.errors.contains("\(file):1:1: this is no directory"))
    let learn = try Program.run("learn", "--content", folder.path)
    #expect(learn.output.contains("fixture") && learn.errors.contains("/Lessons/en:1:1: this is no directory"))
    let check = try Program.run("check", folder.path)
    #expect(check.status == 65 && check.errors.contains("\(file):1:1: this is no directory"), "\(check.errors)")
  }

  @Test func `A file is held against what stands in its content directory, wherever one stands oneself`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Lessons/zh/other.md", Self.chapter("other", 2, "另一章"))
    let text = Self.chapter("linked", 3, "链接").replacing(first: "Both", with: "见[另一章](other.md)。Both")
    let file = try folder.write("Lessons/zh/linked.md", text)
    let calls = ["check linked.md", "check ./linked.md", "check ../zh/linked.md", "check \(file)"]
    for call in calls {
      let command = "cd \(folder.path)/Lessons/zh && exec '\(Program.path)' \(call)"
      let outcome = try Program.run("/bin/sh", ["-c", command], environment: Program.environment())
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(call): \(outcome.errors)")
    }
  }

  @Test func `Words of mistakes are proved with the questions of other layers that use them`() throws {
    let folder = try TemporaryFolder()
    let words = """
      - id: ack-not-plus-one
        assumed: { zh: "甲 {nobody}", en: "a {nobody}" }
        breaks: { zh: 乙, en: b }
        follows: { zh: 丙, en: c }
        source: x

      """
    try folder.write("Quizzes/misconceptions.yaml", words)
    let wrong = try Program.run("check", folder.path)
    #expect(wrong.status == 1 && wrong.errors.contains("misconception ack-not-plus-one"), "\(wrong.errors)")
    try folder.write("Quizzes/misconceptions.yaml", words.replacingOccurrences(of: " {nobody}", with: ""))
    let right = try Program.run("check", folder.path)
    #expect(right.status == 0 && right.errors.isEmpty, "\(right.errors)")
  }

  // MARK: What is replaced

  @Test func `What replaces what is told by check, whether or not all holds`() throws {
    let folder = try TemporaryFolder()
    try Self.write(Fixture.runs, 3, "Mine", in: folder)
    let items = try folder.write("Quizzes/mine.yaml", Self.item)
    let shipped = "with-fixture/bin/../share/tcptutor"
    for arguments in [["check", folder.path], ["check", "--content", folder.path]] {
      let outcome = try Program.run(Program.path, arguments, environment: Program.environment())
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(arguments): \(outcome.errors)")
      let lines = outcome.output.split(separator: "\n").filter { $0.contains("replaces") }
      #expect(lines.count == 3, "\(outcome.output)")
      #expect(
        lines.contains {
          $0.hasPrefix("“\(items)” replaces “") && $0.hasSuffix("\(shipped)/Quizzes/items.yaml”: fx-second-segment")
        })
      #expect(lines.contains { $0.hasSuffix("\(shipped)/Lessons/zh/runs.md”: runs") })
    }
    let alone = try Program.run("check", items, "--lang", "zh")
    #expect(alone.output.contains("“\(items)”取代“") && alone.output.hasSuffix("：fx-second-segment\n"), "\(alone.output)")
    try folder.write("Quizzes/mine.yaml", Self.item.replacing(first: "proof: LISTEN", with: "proof: CLOSED"))
    let wrong = try Program.run("check", folder.path)
    #expect(wrong.status == 1 && wrong.output.contains("”: fx-second-segment\n"))
  }

  @Test func `A chapter in the place of another is held against the questions that send back to it`() throws {
    let folder = try TemporaryFolder()
    try Self.write(Fixture.chapter, 1, "Mine", in: folder)
    let outcome = try Program.run("check", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("items.yaml:") && outcome.errors.contains("the chapter fixture has no beat"))
  }

  @Test func `Ids and orders of two layers clash in the later one`() throws {
    let folder = try TemporaryFolder()
    try Self.write("mine", 2, "Mine", in: folder)
    let outcome = try Program.run("check", folder.path)
    #expect(outcome.status == 1)
    for language in ["zh", "en"] {
      #expect(outcome.errors.contains("\(folder.path)/Lessons/\(language)/mine.md:5:1: "), "\(outcome.errors)")
    }
    #expect(outcome.errors.contains("/Lessons/en/call.md has the order 2 too"))
  }

  @Test func `A chapter that can't be read hides no other, and of its id the one below is used and named`() throws {
    let folder = try TemporaryFolder()
    let broken = try folder.write("Lessons/en/runs.md", Self.chapter("runs", 3, "Mine") + "```nothing\n```\n")
    try folder.write("Lessons/en/worse.md", "no front matter")
    let outcome = try Program.run("learn", "runs", "--content", folder.path, input: "q\n")
    #expect(outcome.status == 0 && outcome.output.contains("Three runs"), "\(outcome.output)")
    #expect(
      outcome.errors.hasPrefix("\(broken):15:") && outcome.errors.contains("share/tcptutor/Lessons/en/runs.md” is used")
    )
    let list = try Program.run("learn", "--content", folder.path)
    #expect(list.status == 0 && list.output.contains("fixture") && list.errors.contains("worse.md:1:1: "))
    let worse = try Program.run("learn", "worse", "--content", folder.path)
    #expect(worse.status == 65 && worse.errors.contains("worse.md:1:1: "))
    let check = try Program.run("check", folder.path)
    #expect(check.status == 65 && check.errors.contains("is used instead") && check.errors.contains("worse.md"))
  }

  // MARK: One language

  @Test func `A chapter that exists in one language opens in the other with a note`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Lessons/zh/lost-ack.md", Self.chapter("lost-ack", 20, "丢失的 ACK"))
    let learn = try Program.run("learn", "lost-ack", "--lang", "en", "--content", folder.path, input: "q\n")
    #expect(learn.status == 0 && learn.output.contains("丢失的 ACK"))
    let note = "lost-ack exists in Chinese only: --lang zh\n"
    #expect(learn.output.contains(note), "\(learn.output)")
    let run = try Program.run("run", "lost-ack", "--lang", "en", "--content", folder.path)
    #expect(run.status == 0 && run.errors == note)
    let list = try Program.run("learn", "--lang", "en", "--content", folder.path)
    #expect(list.output.hasSuffix("lost-ack  9.9 丢失的 ACK (in Chinese only)\n"), "\(list.output)")
    let home = try Program.run("--lang", "en", "--content", folder.path, input: "5\nq\nq\n")
    #expect(home.output.contains("lost-ack exists in Chinese only: --lang zh"), "\(home.output)")
    try folder.write("Lessons/en/only.md", Self.chapter("only", 21, "Only"))
    let chinese = try Program.run("learn", "only", "--lang", "zh", "--content", folder.path, input: "q\n")
    #expect(chinese.output.contains("only 只有英文版：--lang en\n"), "\(chinese.output)")
  }
}
