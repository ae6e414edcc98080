import Bilingual
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `The list of beats` {
  @Test(arguments: Language.allCases, Size.all)
  func `Each has its mark, its title and what was answered`(language: Language, size: Size) throws {
    let chapter = try fixtureChapter(language)
    let question = try #require(fixturePredictions(language)[2])
    var learner = try Learner.inChapter(language, size)
    try learner.goTo(beat: 3, isTold: false)
    try learner.press(.left, .character("g"))
    for (place, beat) in chapter.beats.enumerated() {
      let row = try #require(
        learner.lines.first { $0.contains(" \(place + 1)   ") && $0.contains(beat.title ?? chapter.title) },
        "\(place)\n\(learner.screen)")
      #expect(row.contains(place < 3 ? "●" : place == 3 ? "◆" : "○"))
      if place == 2 { #expect(row.hasSuffix("✓ " + question.text(of: question.key, in: language)) || size == .least) }
    }
    #expect(learner.lines.contains { $0.contains("▌ 3") })
  }

  @Test func `A digit opens it at that beat; arrows, Enter and a click go there`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 3)
    try learner.press(.character("2"))
    #expect(learner.lines.contains { $0.contains("▌ 2") })
    try learner.press(.enter)
    #expect(learner.titleLine.contains(" 2/9 "))
    try learner.press(.character("g"), .home, .enter)
    #expect(learner.titleLine.contains(" 1/9 "))
    try learner.press(.character("g"))
    let y = try #require(learner.lines.firstIndex { $0.contains("    4   ") })
    try learner.click(x: 20, y: y)
    #expect(learner.titleLine.contains(" 4/9 ") && !learner.sees("1-"))
  }

  @Test func `No beat is open behind a question that was not answered, and which one is said`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.press(.character("9"), .enter)
    #expect(learner.titleLine.contains("beat 3 asks something first"), "\(learner.screen)")
    // Its question can be gone to, and is asked.
    try learner.press(.escape, .character("3"), .enter)
    #expect(learner.titleLine.contains(" 3/9 ") && learner.keyLine.contains("1-"))
  }

  @Test func `It is left as it was come to, and while a digit answers it does not open`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 1)
    let before = learner.lines
    for key in [Key.escape, .character("g")] {
      try learner.press(.character("g"), key)
      #expect(learner.lines == before)
    }
    try learner.press(.right, .character("1"))
    #expect(learner.sees("▶ 1"))
  }

  @Test func `The language is changed on it`() throws {
    let chapter = try fixtureChapter(.zh)
    var learner = try Learner.inChapter(.en)
    try learner.press(.character("g"), .down, .character("l"))
    #expect(learner.sees("▌ 2   ○  \(try #require(chapter.beats[1].title))"), "\(learner.screen)")
  }
}
