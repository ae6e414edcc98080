import Bilingual
import Course
import Screen
import Support
import Testing

@testable import Tutor

/// A lesson whose file somebody writes meanwhile.
@Suite struct `A file that is being written` {
  private static func path(_ language: Language = .en) -> String {
    "\(Fixture.directory)/Lessons/\(language.rawValue)/fixture.md"
  }

  private static let request = DraftRequest(path: path(), language: .en)

  /// The fixture's chapter after some changes of its text.
  private static func chapter(_ changes: (old: String, new: String)...) throws -> Chapter {
    var text = try Fixture.text("Lessons/en/fixture.md")
    for change in changes { text = text.replacing(first: change.old, with: change.new) }
    return try ChapterReader.read(source: text, file: path(), language: .en)
  }

  private static func draft(_ changes: (old: String, new: String)...) throws -> Message {
    var text = try Fixture.text("Lessons/en/fixture.md")
    for change in changes { text = text.replacing(first: change.old, with: change.new) }
    return .draft(
      request, .chapter(try ChapterReader.read(source: text, file: path(), language: .en), problems: []))
  }

  private static func learner(_ size: Size = .usual, _ language: Language = .en) throws -> Learner {
    try Learner(
      [HomePage(), LessonPage(fixtureChapter(.en), rereading: path())],
      Context(language: language, glyphs: .unicode, size: size))
  }

  private static let newBeat = """
    ## A pause
    <!-- beat: pause -->

    Nothing happens.

    ## The server listens
    """

  private static let mistake = Diagnostic(
    file: path(), location: SourceLocation(line: 48, column: 32),
    message: Localized(zh: "没有状态“LISTN”", en: "there is no state “LISTN”"),
    hint: Localized(zh: "是不是 LISTEN？", en: "did you mean LISTEN?"))

  // MARK: What is asked for

  @Test func `Only the file of a lesson that was named by its file is watched`() throws {
    let context = Context(language: .en, glyphs: .unicode)
    var tutor = Tutor([LessonPage(try fixtureChapter(.en), rereading: Self.path())], context: context)
    #expect(tutor.begin() == [.content(.misconceptions), .draft(Self.request)])
    tutor = Tutor([LessonPage(try fixtureChapter(.en))], context: context)
    #expect(tutor.begin() == [.content(.misconceptions)])
  }

  @Test func `In another language it is the file beside it that is read and watched`() throws {
    var learner = try Self.learner()
    try learner.goTo(beat: 1)
    try learner.press(.character("l"))
    #expect(learner.effects == [.draft(DraftRequest(path: Self.path(), language: .zh))])
    #expect(learner.titleLine.contains("有丢失的释放") && learner.titleLine.contains(" 2/9 "))
    let before = learner.lines
    // What was asked for before counts no more.
    try learner.take(Self.draft(("A passive OPEN", "An OPEN")))
    #expect(learner.lines == before)
  }

  // MARK: The beat is kept

  @Test(arguments: 0..<9)
  func `Words that change are shown in their place, and nothing else changes`(beat: Int) throws {
    var learner = try Self.learner()
    try learner.goTo(beat: beat, isTold: false)
    if beat == 2 { try learner.press(.down, .down) }
    let before = learner.lines
    try learner.take(Self.draft(("title: A release with a loss", "title: A release")))
    #expect(learner.titleLine.hasPrefix(" 10.3.7 A release ") && !learner.titleLine.contains("with a loss"))
    #expect(learner.lines.dropFirst() == before.dropFirst())
  }

  @Test func `A beat is found by its id, whatever comes before it`() throws {
    var learner = try Self.learner()
    try learner.goTo(beat: 2)
    try learner.take(Self.draft(("## The server listens", Self.newBeat)))
    try learner.watch()
    #expect(learner.titleLine.contains(" 4/10 ") && learner.reads("The client connects"))
  }

  @Test func `A beat that lost its id is found by its number, or the last one is`() throws {
    var learner = try Self.learner()
    try learner.goTo(beat: 1)
    try learner.take(Self.draft(("beat: server-listens", "beat: passive-open")))
    #expect(learner.titleLine.contains(" 2/9 "))

    learner = try Self.learner()
    try learner.goTo(beat: 8)
    let text = try Fixture.text("Lessons/en/fixture.md")
    let end = try #require(text.range(of: "## The other half"))
    let shorter = try ChapterReader.read(
      source: String(text[..<end.lowerBound]), file: Self.path(), language: .en)
    try learner.take(.draft(Self.request, .chapter(shorter, problems: [])))
    #expect(learner.titleLine.contains(" 6/6 "))
  }

  @Test func `Lines that change are played anew, from the beat's beginning`() throws {
    var learner = try Self.learner()
    try learner.goTo(beat: 2)
    #expect(learner.sees("seq=7"))
    try learner.take(Self.draft(("client isn 7", "client isn 77"), ("`7`", "`77`"), ("`seq=7`", "`seq=77`")))
    #expect(learner.titleLine.contains(" 3/9 ") && learner.isMoving)
    try learner.watch()
    #expect(learner.sees("SYN seq=77") && !learner.isMoving)
  }

  // MARK: Answers

  @Test func `Answers to what is asked as before stay`() throws {
    var learner = try Self.learner()
    try learner.goTo(beat: 3)
    try learner.take(Self.draft(("## The server listens", Self.newBeat)))
    #expect(learner.titleLine.contains("✓") && learner.titleLine.contains(" 5/10 "))
    try learner.watch()
    try learner.press(.left)
    #expect(learner.titleLine.contains("✓") && learner.titleLine.contains(" 4/10 "))
  }

  @Test func `What is asked otherwise is asked again`() throws {
    var learner = try Self.learner()
    try learner.goTo(beat: 2)
    try learner.take(Self.draft(("state, host: client }", "state, host: client }\nform: typed")))
    #expect(!learner.titleLine.contains("✓") && learner.reads("What state is it in?") && learner.cursor != nil)
    // The numbers that were typed are no longer what is right.
    learner = try Self.learner()
    try learner.goTo(beat: 3)
    try learner.take(Self.draft(("server isn 4294967290", "server isn 4294967280")))
    #expect(!learner.titleLine.contains("✓") && learner.reads("The server sends 10 octets"))
  }

  // MARK: What is wrong

  @Test(arguments: Language.allCases, Size.all)
  func `What can't be read is told over the chapter as it was, until it is mended`(language: Language, size: Size)
    throws
  {
    var learner = try Self.learner(size, language)
    try learner.goOn()
    let before = learner.lines
    try learner.take(.draft(Self.request, .unreadable([Self.mistake])))
    let problem = Localized(zh: "没有状态“LISTN”（是不是 LISTEN？）", en: "there is no state “LISTN” (did you mean LISTEN?)")
    #expect(learner.sees("48:32  \(problem[language])") && learner.sees("fixture.md"))
    #expect(learner.titleLine.contains(" 2/9 ") && learner.reads("A passive OPEN"))
    #expect(learner.keyLine.contains(language == .zh ? "收起错误" : "hide the errors"))
    // One goes on with it in sight.
    try learner.press(.left)
    #expect(learner.titleLine.contains(" 1/9 ") && learner.sees("48:32"))
    try learner.goOn()
    try learner.take(Self.draft())
    #expect(learner.lines == before)
  }

  @Test func `It can be hidden, and comes back with the next save that is wrong`() throws {
    var learner = try Self.learner()
    try learner.goOn()
    let before = learner.lines
    try learner.take(.draft(Self.request, .unreadable([Self.mistake])))
    try learner.press(.escape)
    #expect(learner.lines == before)
    try learner.take(.draft(Self.request, .unreadable([Self.mistake])))
    #expect(learner.sees("48:32"))
    // A question leaves the key alone as well.
    try learner.goOn()
    #expect(learner.reads("What state is it in?"))
    try learner.press(.escape)
    #expect(!learner.sees("48:32") && learner.reads("What state is it in?"))
  }

  @Test func `What does not hold is told over the chapter as it is`() throws {
    var learner = try Self.learner()
    try learner.goOn()
    let changed = try Self.chapter(("A passive OPEN sends nothing", "Nothing is sent"))
    try learner.take(.draft(Self.request, .chapter(changed, problems: [Self.mistake])))
    #expect(learner.sees("1 problem") && learner.sees("48:32"))
    #expect(learner.reads("Nothing is sent"))
  }

  @Test(arguments: Size.all)
  func `Of many mistakes the first are told, and how many more there are`(size: Size) throws {
    var learner = try Self.learner(size)
    try learner.goOn()
    let mistakes = (1...40).map { line in
      var mistake = Self.mistake
      mistake.location.line = line
      return mistake
    }
    try learner.take(.draft(Self.request, .unreadable(mistakes)))
    #expect(learner.sees("40 mistakes") && learner.sees("1:32  there"))
    let shown = learner.lines.count { $0.contains(":32  there") }
    #expect(learner.sees("and \(40 - shown) more") && learner.reads("A passive OPEN"))
  }

  @Test(arguments: Size.all)
  func `A question and its verdict are left as they are`(size: Size) throws {
    var learner = try Self.learner(size)
    try learner.goTo(beat: 4, isTold: false)
    try learner.answer(try #require(fixturePredictions(.en)[4]), rightly: false)
    let before = learner.textArea
    try learner.take(.draft(Self.request, .unreadable(Array(repeating: Self.mistake, count: 40))))
    #expect(learner.textArea == before && learner.sees("48:32"))
  }

  @Test func `That it is gone is told until it is back`() throws {
    var learner = try Self.learner()
    try learner.goOn()
    let before = learner.lines
    try learner.take(.draft(Self.request, .gone))
    #expect(learner.sees("fixture.md is gone") && learner.reads("A passive OPEN"))
    try learner.take(Self.draft())
    #expect(learner.lines == before)
  }

  @Test func `That nobody watches it is told once`() throws {
    var learner = try Self.learner()
    try learner.take(.draft(Self.request, .unwatched(Localized(zh: "看不见。", en: "It can't be watched."))))
    #expect(learner.sees("It can't be watched."))
    try learner.press(.right)
    #expect(!learner.sees("It can't be watched."))
  }
}
