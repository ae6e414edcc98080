import Bilingual
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `Switching the language` {
  @Test func `A told beat is told again in the other language, in its place`() throws {
    for index in 0...lastBeat {
      var learner = try Learner.inChapter(.zh)
      try learner.goTo(beat: index)
      try learner.press(.character("l"))
      #expect(learner.effects == [.loadChapter(id: Fixture.call, .en)])
      var english = try Learner.inChapter(.en)
      try english.goTo(beat: index)
      #expect(learner.lines == english.lines, "beat \(index + 1)")
      #expect(learner.titleLine.contains("A short call"))
    }
  }

  @Test func `A question keeps its options in their order, and the selection`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 5, isTold: false)
    try learner.press(.down, .down)
    let digit = learner.digit(of: "什么也不发")
    try learner.press(.character("l"))
    #expect(learner.digit(of: "nothing") == digit && learner.sees("The third segment arrives."))
    #expect(learner.textArea.contains { $0.contains("▶ 3") })
  }

  @Test func `An answer that was given stays given`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 3, isTold: false)
    try learner.answer("SYN,ACK seq=900 ack=702")
    try learner.press(.character("l"))
    #expect(learner.sees("不对。") && learner.sees("✗"))
    try learner.goOn()
    #expect(learner.sees("假如这样发"))
    try learner.press(.character("l"))
    #expect(learner.sees("Had it been sent so"))
  }

  @Test func `An animation goes on`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    try learner.answer("SYN-SENT")
    try learner.press(.right)
    try learner.watch(seconds: 0.3)
    try learner.press(.character("l"))
    #expect(learner.tutor.isAnimating && learner.beat == 2 && learner.titleLine.hasSuffix("  rfc9293  中"))
  }

  @Test func `Until the chapter is there, and if it can't be had, the lesson goes on as it is`() throws {
    var tutor = try Learner.inChapter(.zh).tutor
    #expect(tutor.update(.input(.key(.character("l")))) == [.loadChapter(id: Fixture.call, .en)])
    #expect(tutor.draw().surface.lines[0].contains("9.9 一次短连接"))
    #expect(tutor.update(.failed(Localized(zh: "读不到。", en: "It can't be read."))) == [])
    #expect(tutor.draw().surface.lines.last == " It can't be read.")
    #expect(tutor.update(.input(.key(.right))) == [])
    #expect(tutor.draw().surface.lines[0].contains(" 2/\(lastBeat + 1) "))
  }

  @Test func `A quiz keeps its question, what is selected and what is typed`() throws {
    var learner = try Learner.inQuiz(.en)
    try learner.press(.down, .tab)
    #expect(learner.effects == [])
    #expect(learner.titleLine.hasPrefix(" 测验") && learner.sees("▶ 2"))
    try learner.press(.character("1"), .right, .character("1"), .right)
    try learner.type("syn")
    try learner.press(.tab)
    #expect(learner.titleLine.contains("3/5") && learner.sees("Answer: syn"))
  }

  @Test func `In the quiz behind a lesson it changes both`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: lastBeat)
    try learner.press(.right)
    #expect(learner.titleLine.hasPrefix(" 测验"))
    try learner.press(.tab)
    #expect(learner.titleLine.hasPrefix(" Quiz") && learner.titleLine.hasSuffix("1/5"))
    try learner.press(.escape)
    #expect(learner.titleLine.contains("A short call") && learner.beat == lastBeat)
    try learner.press(.escape)
    #expect(learner.effects == [.quit])
  }
}
