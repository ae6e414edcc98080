import Bilingual
import Course
import Quiz
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `Home` {
  @Test func `It lists the chapters, what else there is and the way out, in Chinese`() throws {
    let learner = try Learner.atHome(.zh)
    let lines = learner.lines.dropFirst().filter { !$0.isEmpty }
    #expect(
      lines.prefix(4) == [
        "    tcptutor",
        "    TCP 连接的建立与释放：每个状态、每个数字都由 RFC 9293 状态机算出",
        "  ▶ 1   10.3.7  有丢失的释放",
        "    2   测验：五道题，数字每次不同",
      ])
    #expect(lines.dropLast(2).last == "    \(Destination.all.count + 2)   退出")
    #expect(lines.last == " 回车 进入   ↑ 上一项   ↓ 下一项   / 查找   ? 帮助   q 退出")
  }

  @Test func `It lists the same in English`() throws {
    let learner = try Learner.atHome(.en, .large)
    let lines = learner.lines.dropFirst().filter { !$0.isEmpty }
    #expect(
      lines.prefix(4) == [
        "    tcptutor",
        "    How TCP connections open and close: every state and number is computed by an RFC 9293 machine",
        "  ▶ 1   10.3.7  A release with a loss",
        "    2   Quiz: five questions, fresh numbers each time",
      ])
    #expect(lines.last == " Enter open   ↑ up   ↓ down   / find   ? help   q quit")
  }

  @Test func `Arrows move the selection and stop at both ends`() throws {
    var learner = try Learner.atHome(.en)
    func selected() -> String? { learner.lines.first { $0.contains("▶") }?.dropFirst(8).description }
    let first = "10.3.7  A release with a loss"
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

  @Test func `Digits open the quiz and quit`() throws {
    var learner = try Learner.atHome(.en)
    try learner.press(.character("2"))
    #expect(learner.effects == [.content(.paper(PaperRequest()))])
    #expect(learner.titleLine.hasPrefix(" Quiz") && learner.titleLine.hasSuffix(" 1/5   中/EN"))
    learner = try Learner.atHome(.en)
    try learner.press(.character(Character(String(Destination.all.count + 2))))
    #expect(learner.effects == [.quit])
    learner = try Learner.atHome(.en)
    try learner.press(.character("9"), .character("0"), .character("x"))
    #expect(learner.effects == [] && learner.sees("▶ 1   10.3.7"))
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
    #expect(learner.effects == [] && learner.sees("  ▶ 2   Quiz: five questions"))
    try learner.press(.character("l"))
    #expect(learner.sees("  ▶ 2   测验"))
  }

  @Test func `What was left is where it was left`() throws {
    var learner = try Learner.atHome(.en)
    let before = learner.lines
    try learner.press(.enter, .escape)
    #expect(learner.lines == before && learner.effects == [])
  }

  @Test func `A click opens what it hits, and nothing beside it`() throws {
    var learner = try Learner.atHome(.en)
    try learner.click(x: 10, y: 5)
    try learner.click(x: 10, y: 20)
    #expect(learner.effects == [])
    try learner.click(x: 10, y: 7)
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
    for number in 1...30 {
      #expect(
        learner.lines.contains { $0.contains("▶") && ($0 + " ").contains("Chapter \(number) ") }, "chapter \(number)")
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
      #expect(learner.cursor == Point(x: 4 + DisplayWidth.standard.width(of: "Find: \(text)"), y: 6))
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
    #expect(learner.sees("▶ 1   10.3.7"))
  }

  @Test func `A chapter below which home was never seen leads to a home with all chapters`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.press(.escape)
    #expect(learner.effects == [.content(.titles)] && learner.sees("▶ 1   10.3.7  有丢失的释放"))
  }
}
