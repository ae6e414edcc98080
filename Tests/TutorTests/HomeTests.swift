import Bilingual
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `Home` {
  @Test func `It lists the chapters, the quiz and the way out, in Chinese`() throws {
    let learner = try Learner.atHome(.zh)
    #expect(
      learner.lines.filter { !$0.isEmpty } == [
        "    tcptutor",
        "    TCP 连接的建立与释放：每个状态、每个数字都由 RFC 9293 状态机算出",
        "  ▶ 1   9.9  一次短连接",
        "    2   测验：五道题，数字每次不同",
        "    3   退出",
        " 回车 进入   ↑ 上一项   ↓ 下一项   l English   ? 帮助   q 退出",
      ])
    #expect(learner.keyLine.hasPrefix(" 回车 进入"))
  }

  @Test func `It lists the same in English`() throws {
    let learner = try Learner.atHome(.en, .large)
    #expect(
      learner.lines.filter { !$0.isEmpty } == [
        "    tcptutor",
        "    How TCP connections open and close: every state and number is computed by an RFC 9293 machine",
        "  ▶ 1   9.9  A short call",
        "    2   Quiz: five questions, fresh numbers each time",
        "    3   Quit",
        " Enter open   ↑ up   ↓ down   l 中文   ? help   q quit",
      ])
  }

  @Test func `Arrows move the selection and stop at both ends`() throws {
    var learner = try Learner.atHome(.en)
    func selected() -> String? { learner.lines.first { $0.contains("▶") }?.dropFirst(8).description }
    #expect(selected() == "9.9  A short call")
    try learner.press(.up)
    #expect(selected() == "9.9  A short call")
    try learner.press(.down)
    #expect(selected()?.hasPrefix("Quiz") == true)
    try learner.press(.down, .down, .down)
    #expect(selected() == "Quit")
    try learner.press(.up, .character("k"), .character("j"))
    #expect(selected()?.hasPrefix("Quiz") == true)
    #expect(learner.effects == [])
  }

  @Test(arguments: [Key.enter, .right, .character(" "), .character("1"), .character("１")])
  func `The selected chapter is opened in the language of the screen`(key: Key) throws {
    var learner = try Learner.atHome(.zh)
    try learner.press(key)
    #expect(learner.effects == [.loadChapter(id: Fixture.call, .zh)])
    #expect(learner.titleLine.hasPrefix(" 9.9 一次短连接"))
  }

  @Test func `Digits open the quiz and quit`() throws {
    var learner = try Learner.atHome(.en)
    try learner.press(.character("2"))
    #expect(learner.effects == [.loadQuiz(chapter: nil)])
    #expect(learner.titleLine.hasPrefix(" Quiz"))
    learner = try Learner.atHome(.en)
    try learner.press(.character("3"))
    #expect(learner.effects == [.quit])
    learner = try Learner.atHome(.en)
    try learner.press(.character("4"), .character("0"), .character("x"))
    #expect(learner.effects == [] && learner.sees("▶ 1   9.9"))
  }

  @Test(arguments: [Key.character("q"), .escape])
  func `Quitting is one key`(key: Key) throws {
    var learner = try Learner.atHome(.zh)
    try learner.press(key)
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
    try learner.press(.enter, .character("q"))
    #expect(learner.lines == before && learner.effects == [])
  }

  @Test func `A click opens what it hits, and nothing beside it`() throws {
    var learner = try Learner.atHome(.en)
    try learner.take(.input(.click(Point(x: 10, y: 5))))
    try learner.take(.input(.click(Point(x: 10, y: 9))))
    #expect(learner.effects == [])
    try learner.take(.input(.click(Point(x: 10, y: 7))))
    #expect(learner.effects == [.loadQuiz(chapter: nil)])
  }

  @Test func `What can't be had is told in the last line until the next key`() throws {
    var learner = try Learner.atHome(.zh)
    let before = learner.keyLine
    try learner.take(.failed(Localized(zh: "没有这一章。", en: "There is no such chapter.")))
    #expect(learner.keyLine == " 没有这一章。")
    try learner.press(.character("l"))
    try learner.press(.character("l"))
    #expect(learner.keyLine == before)
  }

  @Test func `The mouse is switched`() throws {
    var learner = try Learner.atHome(.en)
    try learner.press(.character("m"))
    #expect(learner.effects == [.switchMouse])
  }

  @Test func `Ctrl-Z suspends`() throws {
    var learner = try Learner.atHome(.en)
    let before = learner.lines
    try learner.press(.control("z"))
    #expect(learner.effects == [.suspend] && learner.lines == before)
  }

  @Test func `However many chapters there are, the selected one is to be seen`() throws {
    let chapters = (1...30).map {
      ChapterTitle(id: "c\($0)", section: "1.\($0)", title: Localized(zh: "第 \($0) 章", en: "Chapter \($0)"))
    }
    var learner = try Learner(Tutor(chapters: chapters, context: Context(language: .en)))
    let keys = learner.keyLine
    for number in 1...30 {
      #expect(learner.lines.contains { $0.contains("▶") && $0.hasSuffix("Chapter \(number)") }, "chapter \(number)")
      #expect(learner.keyLine == keys, "chapter \(number)")
      try learner.press(.down)
    }
  }
}
