import Bilingual
import Course
import Screen
import Support
import Testing

@testable import Tutor

extension Learner {
  /// At the start of the chapter that has several runs.
  static func inRuns(_ language: Language, _ size: Size = .usual) throws -> Learner {
    let chapter = try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.runs, language).chapter
    return try Learner([HomePage(), LessonPage(chapter)], Context(language: language, glyphs: .unicode, size: size))
  }
}

@Suite struct `A lesson of several runs` {
  @Test(arguments: Language.allCases)
  func `The borders are crossed in both directions`(language: Language) throws {
    var learner = try Learner.inRuns(language)
    let first = learner.lines.dropFirst()
    #expect(learner.states == ["SYN-SENT", "CLOSED"] && learner.sees("RST,ACK"))
    #expect(learner.titleLine.contains(Localized(zh: "第 1 次运行", en: "run 1")[language]))
    try learner.goOn()
    #expect(learner.states == ["SYN-SENT", "LISTEN"] && !learner.sees("RST,ACK") && learner.sees("SYN seq=200"))
    #expect(learner.titleLine.contains(Localized(zh: "第 2 次运行", en: "run 2")[language]))
    let second = learner.lines
    try learner.press(.left)
    #expect(learner.lines.dropFirst() == first)
    try learner.goOn()
    #expect(learner.lines == second)
    try learner.goOn()
    let question = try #require(
      predictions(
        of: ChapterLibrary(layers: [Fixture.directory]).load(Fixture.runs, language).chapter, fixturePool.misconceptions
      )[2])
    try learner.answer(question)
    try learner.goOn()
    #expect(learner.states == ["SYN-SENT", "SYN-RECEIVED"])
    try learner.goOn()
    #expect(learner.states == ["SYN-SENT", "CLOSED"] && learner.titleLine.contains("rfc793"))
    try learner.press(.left, .left, .left)
    #expect(learner.lines.dropFirst() == first)
  }

  @Test func `A run that begins is drawn from its beginning, not from where the last one was`() throws {
    var learner = try Learner.inRuns(.en)
    try learner.press(.right)
    let stage = learner.lines.prefix(12).joined()
    #expect(learner.isMoving && !stage.contains("seq=200") && !stage.contains("RST,ACK"))
  }

  @Test func `Another language keeps the run`() throws {
    var learner = try Learner.inRuns(.en)
    try learner.goOn()
    try learner.press(.character("l"))
    #expect(learner.titleLine.contains("第 2 次运行") && learner.sees("seq=200"))
  }
}
