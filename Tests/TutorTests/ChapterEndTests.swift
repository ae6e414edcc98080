import Bilingual
import Quiz
import Screen
import Support
import Testing

@testable import Tutor
@testable import tcptutor

@Suite struct `The end of a chapter` {
  /// Behind the last beat of the fixture, and its questions left unanswered.
  private func atEnd(_ language: Language, _ size: Size = .usual, wrongAt wrong: Set<Int> = []) throws -> Learner {
    let questions = try fixturePredictions(language)
    var learner = try Learner.inChapter(language, size)
    for index in 1..<9 {
      try learner.goOn()
      guard let question = questions[index] else { continue }
      try learner.answer(question, rightly: !wrong.contains(index))
      // What a wrong answer leads to comes first.
      for _ in 0..<3 where !learner.tutor.tells { try learner.goOn() }
    }
    try learner.press(.right, .escape, .right)
    return learner
  }

  @Test(arguments: Language.allCases, Size.all)
  func `All that was predicted wrong is listed, and Enter goes on`(language: Language, size: Size) throws {
    let learner = try atEnd(language, size, wrongAt: [2, 3])
    #expect(learner.sees(language == .zh ? "这一章学完了" : "The chapter is done"), "\(learner.screen)")
    let count = try fixturePredictions(language).count
    #expect(
      learner.sees(language == .zh ? "预测 \(count) 次，对 \(count - 2) 次" : "\(count - 2) of \(count) predicted right"))
    let screen = learner.screen.squeezed
    for place in [3, 4] { #expect(screen.contains(language == .zh ? "第\(place)节" : "beat\(place)")) }
    #expect(learner.lines.contains { $0.contains("✗") })
    let keys = learner.keyLine
    #expect(keys.contains(language == .zh ? "r 错的再来一遍" : "r wrong ones again"), "\(keys)")
    #expect(keys.contains(language == .zh ? "Esc 目录" : "Esc contents"))
  }

  @Test func `Where all was right nothing is to be asked once more`() throws {
    var learner = try atEnd(.en)
    #expect(!learner.sees("✗") && !learner.keyLine.contains("once more"))
    try learner.press(.character("r"))
    #expect(learner.titleLine.contains("nothing was wrong"))
  }

  @Test func `Enter opens the next chapter, and home has both`() throws {
    var learner = try atEnd(.en)
    #expect(learner.sees("▌ Next chapter  "), "\(learner.screen)")
    let next = try #require(library().chapterTitles().titles.drop { $0.id != Fixture.chapter }.dropFirst().first)
    try learner.press(.enter)
    #expect(learner.titleLine.hasPrefix(" \(next.section) \(next.title.en)"), "\(learner.screen)")
    try learner.press(.escape)
    #expect(learner.sees("Continue         \(next.section)  \(next.title.en)"), "\(learner.screen)")
  }

  @Test func `A row opens its beat as it was answered, and the end comes back`() throws {
    var learner = try atEnd(.en, wrongAt: [3])
    try learner.press(.end, .enter)
    #expect(learner.titleLine.contains(" 4/9 ") && learner.titleLine.contains("✗"), "\(learner.screen)")
    try learner.press(.left)
    #expect(learner.titleLine.contains(" 3/9 "))
  }

  @Test func `What was wrong is asked once more, one after the other, and then it is the end again`() throws {
    let questions = try fixturePredictions(.en)
    var learner = try atEnd(.en, wrongAt: [2, 3])
    try learner.press(.character("r"))
    for place in [2, 3] {
      #expect(learner.titleLine.contains(" \(place + 1)/9 ") && learner.tutor.isAsking, "\(learner.screen)")
      try learner.answer(try #require(questions[place]))
      try learner.goOn()
      try learner.goOn()
    }
    #expect(learner.sees("The chapter is done") && !learner.sees("✗"), "\(learner.screen)")
  }

  @Test func `Its questions are offered until they are answered, and what was wrong is listed with the rest`() throws {
    var learner = try atEnd(.en)
    try learner.press(.down, .enter)
    #expect(learner.titleLine.hasPrefix(" Quiz"), "\(learner.screen)")
    try learner.press(.character("-"), .escape, .escape)
    #expect(learner.sees("0 of 1 questions right") && learner.sees("question 1"), "\(learner.screen)")
    try learner.press(.end, .enter)
    #expect(learner.titleLine.hasPrefix(" Quiz") && learner.sees("given up"))
  }

  @Test func `Escape goes to the contents, left to the last beat`() throws {
    var learner = try atEnd(.en)
    try learner.press(.left)
    #expect(learner.titleLine.contains(" 9/9 "))
    try learner.press(.right, .escape)
    #expect(learner.sees("tcptutor"), "\(learner.screen)")
  }

  @Test func `The language is changed on it`() throws {
    var learner = try atEnd(.en)
    try learner.press(.character("l"))
    #expect(learner.titleLine.hasPrefix(" 10.3.7 有丢失的释放") && learner.sees("这一章学完了"))
  }
}

extension Tutor {
  /// Whether the lesson on top waits for an answer.
  fileprivate var isAsking: Bool { (top as? LessonPage)?.isWaitingForAnswer ?? false }

  /// Whether it tells a beat.
  fileprivate var tells: Bool { if case .told? = (top as? LessonPage)?.phase { true } else { false } }
}
