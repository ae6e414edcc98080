import Support
import Testing

@Suite struct `New chapters and items` {
  @Test func `A chapter and an item that are written hold at once, alone and together`() throws {
    let folder = try TemporaryFolder()
    let course = folder.path + "/a/course"
    let chapter = try Program.run("new", "chapter", "mine", "--content", course)
    let files = ["zh", "en"].map { "\(course)/Lessons/\($0)/mine.md" }
    #expect(chapter.status == 0 && chapter.errors.isEmpty)
    #expect(chapter.output == files.map { $0 + "\n" }.joined())
    let alone = try Program.run("check", course)
    #expect(alone.status == 0 && alone.output.hasPrefix("All holds: 2 chapter files, 6 beats, 0 questions"))
    let item = try Program.run("new", "item", "mine-first", "--content", course)
    #expect(item.status == 0 && item.output == "\(course)/Quizzes/mine-first.yaml\n", "\(item.errors)")
    #expect(try Program.run("new", "chapter", "second", "--content", course + "/").status == 0)
    for path in ["/Quizzes/mine-first.yaml", "/Lessons/en/second.md", ""] {
      let outcome = try Program.run("check", course + path, "--content", course)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(path): \(outcome.errors)")
    }
    // Only the second chapter's objective has no question yet: the item sends back to the first's.
    let complete = try Program.run("check", "--complete", course)
    #expect(complete.errors.contains("no question asks for the objective first-state"), "\(complete.errors)")
    let asked = complete.errors.split(separator: "\n").filter { $0.contains("no question asks for") }
    #expect(asked.count == 1 && asked[0].contains("second.md"), "\(complete.errors)")
    #expect(complete.errors.contains("predictions of 3 kinds or more"), "\(complete.errors)")
  }

  @Test func `An item belongs to the chapter that is named, else to the last`() throws {
    let folder = try TemporaryFolder()
    for id in ["first", "second"] { _ = try Program.run("new", "chapter", id, "--content", folder.path) }
    _ = try Program.run("new", "item", "one", "--content", folder.path)
    _ = try Program.run("new", "item", "other", "--chapter", "first", "--content", folder.path)
    #expect(try folder.read("Quizzes/one.yaml").contains("\n  chapter: second\n  beat: client-connects\n"))
    #expect(try folder.read("Quizzes/other.yaml").contains("\n  chapter: first\n"))
    let unknown = try Program.run("new", "item", "third", "--chapter", "frist", "--content", folder.path)
    #expect(unknown.status == 66 && unknown.errors.contains("did you mean first?"), "\(unknown.errors)")
  }

  @Test func `What is there stays as it is`() throws {
    let folder = try TemporaryFolder()
    let english = try folder.write("Lessons/en/mine.md", "mine\n")
    let refused = try Program.run("new", "chapter", "mine", "--content", folder.path)
    #expect(refused.status == 73 && refused.output.isEmpty)
    #expect(
      refused.errors
        == "tcptutor: “\(english)” is there already; nothing was written: choose another id.\n")
    #expect(try folder.read("Lessons/en/mine.md") == "mine\n")
    #expect(throws: (any Error).self) { try folder.read("Lessons/zh/mine.md") }
    #expect(try Program.run("new", "chapter", "other", "--content", folder.path).status == 0)
    #expect(try Program.run("new", "item", "q", "--chapter", "other", "--content", folder.path).status == 0)
    let item = try folder.read("Quizzes/q.yaml")
    let again = try Program.run(
      "new", "item", "q", "--chapter", "other", "--content", folder.path, "--lang", "zh")
    #expect(again.status == 73 && again.errors.contains("q.yaml”已经有了；什么也没有写，请换一个编号。"), "\(again.errors)")
    #expect(try folder.read("Quizzes/q.yaml") == item)
  }

  @Test func `What another layer has under the id is not replaced unasked`() throws {
    let folder = try TemporaryFolder()
    for (kind, id, file) in [
      ("chapter", Fixture.call, "Lessons/zh/call.md"), ("item", "fx-second-segment", "Quizzes/items.yaml"),
    ] {
      let outcome = try Program.run("new", kind, id, "--content", folder.path + "/mine")
      #expect(outcome.status == 73 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("\(file)” has this id already; choose another id"), "\(outcome.errors)")
      #expect(try Program.run("check", folder.path + "/mine").status == 66)
    }
  }

  @Test func `Where nothing can be made, it is told with the system's reason`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("file", "")
    // Nobody can make a directory there, not even root, for whom a mode bars nothing.
    for (path, reason) in [(file, "File exists"), ("/proc/tcptutor", "No such file or directory")] {
      let outcome = try Program.run("new", "chapter", "mine", "--content", path)
      #expect(outcome.status == 73 && outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("tcptutor: “\(path)") && outcome.errors.hasSuffix("can't be made: \(reason).\n"))
    }
  }

  @Test(arguments: [
    (["chapter", "Mine"], "“Mine” can't be a name; small letters, digits and hyphens"),
    (["chapter", "../mine"], "“../mine” can't be a name"), (["item", ""], "“” can't be a name"),
    (["item", String(repeating: "a", count: 41)], "a name has 40 characters at most"),
    (["item", "misconceptions"], "misconceptions.yaml is no file of items; choose another id."),
    (["chapter", "mine", "--chapter", "x"], "--chapter is for items."), (["lesson", "mine"], "chapter"),
    (["chapter"], "<id>"), ([], "<kind>"),
  ])
  func `Wrong usage writes nothing`(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      Program.path, ["new"] + arguments + ["--content", folder.path + "/none"], environment: Program.environment())
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try Program.run("check", folder.path + "/none").status == 66)
  }

  @Test func `Where to write has to be said`() throws {
    let outcome = try Program.run("new", "chapter", "mine")
    #expect(outcome.status == 64 && outcome.errors.contains("with --content"), "\(outcome.errors)")
  }
}
