import Bilingual
import Course
import Quiz
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `Home` {
  /// The list, without the picture above it.
  private func list(_ learner: Learner) -> [String] { learner.lines.filter { !$0.isEmpty } }

  @Test func `It says what to begin with, what else there is, the chapters and the way out, in Chinese`() throws {
    var learner = try Learner.atHome(.zh)
    try learner.watch()
    let lines = list(learner).drop { !$0.hasPrefix("  ▌") }
    #expect(
      lines.prefix(5).map(\.trimmed) == [
        "▌ 开始      10.3.7  有丢失的释放", "测验      题库 \(fixturePool.items.count) 题，随机抽 5 题，数字每次不同",
        "状态名称  十一个状态的含义，在各系统里的写法", "目录", lines.dropFirst(4).first?.trimmed,
      ])
    let chapter = try fixtureChapter(.zh)
    let dots = String(repeating: "○", count: chapter.beats.count)
    #expect(lines.dropFirst(4).first?.hasPrefix("    1   10.3.7  有丢失的释放 ") == true)
    #expect(lines.dropFirst(4).first?.contains("约 \(chapter.minutes) 分钟  \(dots)") == true, "\(learner.screen)")
    #expect(lines.dropLast(2).last?.trimmed == "退出")
    #expect(lines.last == " 回车 进入   ↑ 上一项   ↓ 下一项   / 查找   ? 帮助   q 退出")
  }

  @Test func `It says the same in English`() throws {
    var learner = try Learner.atHome(.en, .large)
    try learner.watch()
    let lines = list(learner).drop { !$0.hasPrefix("  ▌") }
    #expect(
      lines.prefix(4).map(\.trimmed) == [
        "▌ Begin            10.3.7  A release with a loss",
        "Quiz             5 of \(fixturePool.items.count) questions, fresh numbers each time",
        "Names of states  what they mean, and how systems spell them", "Contents",
      ])
    #expect(lines.last == " Enter open   ↑ up   ↓ down   / find   ? help   q quit")
  }

  @Test(arguments: Language.allCases, Size.all)
  func `What this is for is said at every size`(language: Language, size: Size) throws {
    let learner = try Learner.atHome(language, size)
    let words = language == .zh ? ["随你弄坏它"] : ["break", "them"]
    #expect(learner.sees("tcptutor") && words.allSatisfy { learner.sees($0) }, "\(learner.screen)")
  }

  @Test func `The handshake is drawn by the machines, for a second, and then stands still`() throws {
    var learner = try Learner.atHome(.en)
    #expect(learner.isMoving && !learner.sees("SYN") && !learner.sees("▶"))
    try learner.watch(seconds: 0.45)
    #expect(learner.isMoving && learner.sees("SYN") && !learner.sees(" ACK "))
    try learner.watch()
    #expect(!learner.isMoving && learner.sees(" SYN ") && learner.sees(" SYN,ACK ") && learner.sees(" ACK "))
    let styles = Set((1...7).flatMap { y in (5...19).map { learner.surface[$0, y].style.role } })
    #expect(styles.isSuperset(of: [.first, .second]))
    // It is not played again.
    try learner.press(.enter, .escape)
    #expect(!learner.isMoving && learner.sees(" SYN,ACK "))
  }

  @Test func `Without motion the handshake is there at once`() throws {
    let context = Context(language: .en, glyphs: .unicode, usesMotion: false)
    let learner = try Learner([HomePage(chapters: [fixtureTitle])], context)
    #expect(!learner.isMoving && learner.sees(" SYN,ACK "))
  }

  @Test func `Where there is no question there is no quiz`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Lessons/en/.keep", "")
    let learner = try Learner(
      [HomePage(chapters: [fixtureTitle])], Context(language: .en, glyphs: .unicode), directory: folder.path)
    #expect(!learner.sees("Quiz") && learner.sees("Names of states"))
  }

  @Test func `What was begun is gone on with where it was left, and its beats are marked`() throws {
    var learner = try Learner.atHome(.en)
    try learner.watch()
    try learner.press(.enter)
    try learner.goOn()
    try learner.goOn()
    let title = learner.titleLine
    try learner.press(.escape)
    #expect(learner.sees("▌ Continue         10.3.7  A release with a loss"), "\(learner.screen)")
    #expect(
      learner.lines.contains { $0.contains("Continue") && $0.contains("●●◆○○○○○○ ") && $0.hasSuffix(" 3/9") }
        && learner.lines.contains { $0.hasPrefix("    1   10.3.7") && $0.contains("●●◆○○○○○○") })
    try learner.press(.enter)
    #expect(learner.titleLine == title)
    try learner.press(.escape, .character("l"), .enter)
    #expect(learner.titleLine.hasPrefix(" 10.3.7 有丢失的释放"))
  }

  @Test func `A quiz that was begun is gone on with at its open question; one that is done is not`() throws {
    let questions = try questionsOfEachForm()
    var learner = try Learner.inQuiz(.en)
    try learner.answer(questions[0])
    try learner.press(.right, .escape, .escape)
    let line = try #require(learner.lines.first { $0.hasPrefix("  ▌") })
    #expect(line.contains("▌ Continue         quiz") && line.hasSuffix("1/5"), "\(learner.screen)")
    try learner.press(.enter)
    #expect(learner.titleLine.hasSuffix(" 2/5   中/EN"))
    for question in questions.dropFirst() {
      try learner.answer(question)
      try learner.press(.right)
    }
    try learner.press(.escape)
    #expect(!learner.sees("Continue"))
  }

  @Test func `Arrows move the selection and stop at both ends`() throws {
    var learner = try Learner.atHome(.en)
    func selected() -> String? { learner.lines.first { $0.contains("▌") }?.dropFirst(4).description }
    let first = "Begin            10.3.7  A release with a loss"
    #expect(selected() == first)
    try learner.press(.up)
    #expect(selected() == first)
    try learner.press(.down)
    #expect(selected()?.hasPrefix("Quiz") == true)
    for _ in 0..<20 { try learner.press(.down) }
    #expect(selected() == "Quit")
    try learner.press(.home, .character("j"), .end, .character("k"), .home)
    #expect(selected() == first)
    #expect(learner.effects == [])
  }

  @Test(arguments: [Key.enter, .right, .character(" "), .character("1"), .character("１")])
  func `The selected chapter is opened in the language of the screen`(key: Key) throws {
    var learner = try Learner.atHome(.zh)
    try learner.press(key)
    #expect(learner.effects == [.content(.chapter(Fixture.chapter, .zh))])
    #expect(learner.titleLine.hasPrefix(" 10.3.7 有丢失的释放"))
  }

  @Test func `Digits open the chapters, arrows all else`() throws {
    var learner = try Learner.atHome(.en)
    try learner.press(.down, .enter)
    #expect(learner.effects == [.content(.paper(PaperRequest()))])
    #expect(learner.titleLine.hasPrefix(" Quiz") && learner.titleLine.hasSuffix(" 1/5   中/EN"))
    learner = try Learner.atHome(.en)
    try learner.press(.end, .enter)
    #expect(learner.effects == [.quit])
    learner = try Learner.atHome(.en)
    try learner.press(.character("2"), .character("9"), .character("0"), .character("x"))
    #expect(learner.effects == [] && learner.sees("▌ Begin"))
  }

  @Test func `Quitting is one key, and Escape is none`() throws {
    var learner = try Learner.atHome(.zh)
    try learner.press(.escape)
    #expect(learner.effects == [] && learner.titleLine.contains("按 q 退出"))
    try learner.press(.character("q"))
    #expect(learner.effects == [.quit])
  }

  @Test func `The language is switched at once, and the selection stays`() throws {
    var learner = try Learner.atHome(.zh)
    try learner.press(.down, .character("l"))
    #expect(learner.effects == [] && learner.sees("  ▌ Quiz "))
    try learner.press(.character("l"))
    #expect(learner.sees("  ▌ 测验 "))
  }

  @Test func `What was left is where it was left`() throws {
    var learner = try Learner.atHome(.en)
    try learner.watch()
    try learner.press(.down, .down, .enter, .escape)
    #expect(learner.sees("▌ Names of states") && learner.effects == [])
  }

  @Test func `A click opens what it hits, and nothing beside it`() throws {
    var learner = try Learner.atHome(.en)
    try learner.click(x: 10, y: 5)
    try learner.click(x: 10, y: 20)
    #expect(learner.effects == [])
    try learner.click(x: 10, y: 12)
    #expect(learner.effects == [.content(.paper(PaperRequest()))])
  }

  @Test func `What can't be had is told until the next key, and the keys stay`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Lessons/en/fixture.md", "---\nid: fixture\n")
    try folder.write("Lessons/zh/.keep", "")
    var learner = try Learner(
      [HomePage(chapters: [fixtureTitle])], Context(language: .en, glyphs: .unicode), directory: folder.path)
    let before = learner.lines
    try learner.press(.enter)
    #expect(learner.lines[1].contains("\(folder.path)/Lessons/en/fixture.md:"), "\(learner.screen)")
    #expect(learner.keyLine == before.last)
    try learner.press(.down, .up)
    #expect(learner.lines == before)
  }

  @Test func `The mouse is switched off and on`() throws {
    var learner = try Learner.atHome(.en)
    try learner.press(.character("m"))
    #expect(learner.effects == [.terminal(.switchMouse)])
  }

  @Test func `Ctrl-Z suspends`() throws {
    var learner = try Learner.atHome(.en)
    let before = learner.lines
    try learner.press(.control("z"))
    #expect(learner.effects == [.suspend] && learner.lines == before)
  }

  private func manyChapters() throws -> Learner {
    let chapters = (1...30).map {
      ChapterTitle(id: "c\($0)", section: "1.\($0)", title: Localized(zh: "第 \($0) 章", en: "Chapter \($0)"))
    }
    return try Learner([HomePage(chapters: chapters)], Context(language: .en, glyphs: .unicode))
  }

  @Test func `However many chapters there are, the selected one is to be seen`() throws {
    var learner = try manyChapters()
    let keys = learner.keyLine
    try learner.press(.down, .down, .down)
    for number in 1...30 {
      #expect(
        learner.lines.contains { $0.contains("▌ ") && ($0 + " ").contains("Chapter \(number) ") }, "chapter \(number)")
      #expect(learner.keyLine == keys, "chapter \(number)")
      try learner.press(.down)
    }
  }

  @Test func `One is found by a part of its text, in either language`() throws {
    for text in ["ter 27", "第 27"] {
      var learner = try manyChapters()
      let before = learner.lines
      try learner.press(.character("/"))
      try learner.type(text)
      #expect(learner.sees("Find: \(text)") && learner.lines.count { $0.contains("Chapter") } == 1)
      #expect(learner.cursor == Point(x: 4 + DisplayWidth.standard.width(of: "Find: \(text)"), y: 11))
      try learner.press(.enter)
      #expect(learner.effects == [.content(.chapter("c27", .en))])
      try learner.press(.escape)
      #expect(learner.lines == before)
    }
  }

  @Test func `Where nothing has it, that is said, and Enter opens nothing`() throws {
    var learner = try Learner.atHome(.zh)
    try learner.press(.character("/"))
    try learner.type("zzz")
    #expect(learner.sees("没有含这几个字的"))
    try learner.press(.enter)
    #expect(learner.effects == [])
    try learner.press(.backspace, .backspace, .backspace)
    #expect(learner.sees("▌ 开始"))
  }

  @Test func `A chapter below which home was never seen leads to a home with all chapters`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.press(.escape)
    #expect(learner.effects == [.content(.titles), .content(.extent)] && learner.sees("▌ 继续      10.3.7  有丢失的释放"))
  }
}
