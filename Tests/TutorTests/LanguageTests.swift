import Bilingual
import Quiz
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `Switching the language` {
  @Test func `A told beat is told again in the other language, in its place`() throws {
    for index in 0..<9 {
      var learner = try Learner.inChapter(.zh)
      try learner.goTo(beat: index)
      try learner.press(.character("l"))
      #expect(learner.effects == [.content(.chapter(Fixture.chapter, .en))])
      var english = try Learner.inChapter(.en)
      try english.goTo(beat: index)
      #expect(learner.lines == english.lines, "beat \(index + 1)")
      #expect(learner.titleLine.contains("A release with a loss"))
    }
  }

  @Test func `A question keeps its options in their order, and the selection`() throws {
    let questions = try fixturePredictions(.zh)
    for (index, question) in questions where question.form != .typed {
      var learner = try Learner.inChapter(.zh)
      try learner.goTo(beat: index, isTold: false)
      try learner.press(.down, .down)
      try learner.press(.character("l"))
      let english = try #require(fixturePredictions(.en)[index])
      #expect(learner.sees("▶ 2") && english.options == question.options)
      #expect(learner.reads(english.stem().en) && learner.reads(english.text(of: english.options[0], in: .en)))
    }
  }

  @Test func `What is typed stays typed, and a letter is no key meanwhile`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 3, isTold: false)
    try learner.type("12l")
    try learner.press(.control("t"))
    #expect(learner.sees("Answer: 12l") && learner.surface.isBold("EN"))
  }

  @Test func `An animation goes on`() throws {
    var learner = try Learner.moving()
    try learner.watch(seconds: 0.3)
    try learner.press(.character("l"))
    #expect(learner.isMoving && learner.titleLine.contains(" 3/9 ") && learner.surface.isBold("中"))
  }

  @Test func `Until the chapter is there, and if it can't be had, the lesson goes on as it is`() throws {
    var tutor = try Learner.inChapter(.zh).tutor
    let now = Moment(nanoseconds: 0, wallSeconds: 0)
    let request = ContentRequest.chapter(Fixture.chapter, .en)
    #expect(tutor.update(.input(.key(.character("l"))), at: now) == [.content(request)])
    #expect(tutor.draw().surface.lines[0].contains("10.3.7 有丢失的释放"))
    let failure = ContentReply.failed(Localized(zh: "读不到。", en: "It can't be read."))
    #expect(tutor.update(.content(request, failure), at: now) == [])
    #expect(tutor.draw().surface.lines[0].contains(" It can't be read."))
    #expect(tutor.update(.input(.key(.right)), at: now) == [])
    #expect(tutor.draw().surface.lines[0].contains(" 2/9 "))
  }

  @Test func `A reply that nobody asked for changes nothing`() throws {
    var tutor = try Learner.inChapter(.zh).tutor
    let before = tutor.draw().surface.lines
    let reply = Message.content(.chapter(Fixture.chapter, .en), .chapter(try fixtureChapter(.en), problems: []))
    #expect(tutor.update(reply, at: Moment(nanoseconds: 0, wallSeconds: 0)) == [])
    #expect(tutor.draw().surface.lines == before)
  }

  @Test func `A quiz keeps its question, what is selected and what is typed`() throws {
    let questions = try fixtureQuestions("fx-second-segment", "fx-first-data")
    var learner = try Learner.inQuiz(.en, questions: questions)
    try learner.press(.down, .down, .character("l"))
    #expect(learner.titleLine.hasPrefix(" 测验") && learner.sees("▶ 2"))
    try learner.answer(questions[0])
    try learner.press(.right)
    try learner.type("syn")
    try learner.press(.control("t"))
    #expect(learner.titleLine.contains("2/2") && learner.sees("Answer: syn"))
  }

  @Test func `In the quiz behind a lesson it changes both`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 8)
    try learner.press(.right)
    #expect(learner.titleLine.hasPrefix(" 测验"))
    try learner.press(.control("t"))
    #expect(learner.titleLine.hasPrefix(" Quiz") && learner.titleLine.contains("1/"))
    try learner.press(.escape)
    #expect(learner.titleLine.contains("A release with a loss") && learner.titleLine.contains(" 9/9 "))
  }
}
