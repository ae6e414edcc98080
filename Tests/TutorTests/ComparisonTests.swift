import Bilingual
import Course
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `A beat that compares` {
  /// The beat in which the FIN is lost, compared with linux.
  private func learner(_ language: Language, _ size: Size) throws -> Learner {
    var learner = try Learner.inChapter(language, size)
    try learner.goTo(beat: 4)
    return learner
  }

  @Test(arguments: Language.allCases, Size.all)
  func `Its lines are played under the other profile beside this one, and the key takes it back`(
    language: Language, size: Size
  ) throws {
    var learner = try learner(language, size)
    let before = learner.lines
    #expect(learner.keyLine.contains(Localized(zh: "c 与 linux 比较", en: "c beside linux")[language]))
    try learner.press(.character("c"))
    let head = learner.lines[2].split(separator: "│").map(\.trimmedWhole)
    #expect(head == ["rfc9293", "linux"], "\(learner.screen)")
    for _ in 0..<40 { try learner.press(.down) }
    #expect(learner.sees("FIN-WAIT-1"), "\(learner.screen)")
    try learner.press(.character("c"))
    #expect(learner.lines == before)
  }

  @Test func `It is gone with the beat, and others have no such key`() throws {
    var learner = try learner(.en, .usual)
    try learner.press(.character("c"), .left)
    #expect(!learner.sees("linux") && !learner.keyLine.contains("c beside"))
    try learner.press(.character("c"))
    #expect(learner.titleLine.contains("? lists the keys"))
  }

  @Test func `In ASCII it has no other marks, and line by line it is told in sentences`() throws {
    var learner = try Learner.inChapter(.en, .usual, .ascii)
    try learner.goTo(beat: 4)
    try learner.press(.character("c"))
    #expect(
      learner.sees("linux") && learner.lines.dropFirst().dropLast().joined().allSatisfy(\.isASCII), "\(learner.screen)")
    var page = LessonPage(try fixtureChapter(.en))
    page.walk = walk(page.walk.chapter, to: 4)
    page.phase = .told
    let lines = page.tell(Context(language: .en, glyphs: .unicode, size: .usual))
    let start = try #require(lines.firstIndex(of: "The same lines under linux:"))
    #expect(lines[start...].contains { $0.contains("FIN-WAIT-1") } && !lines[start...].contains { $0.contains("│") })
  }

  @Test func `It compares within its run`() throws {
    let source = try Fixture.text("Lessons/en/runs.md").replacing(
      first: "expect client SYN-SENT, server SYN-RECEIVED\n```", with: "```\n```compare\nlinux\n```")
    let chapter = try ChapterReader.read(source: source, file: "runs.md", language: .en)
    let lines = try #require(walk(chapter, to: 2).comparison()).lines(in: .en)
    #expect(lines.contains { $0.contains("seq=200") } && !lines.contains { $0.contains("seq=100") })
    #expect(walk(chapter, to: 1).comparison() == nil)
  }
}

extension Substring {
  fileprivate var trimmedWhole: String { String(self).trimmed }
}

private func walk(_ chapter: Chapter, to place: Int) -> LessonWalk {
  var walk = LessonWalk(chapter)
  for place in 1...place { walk.go(to: place) }
  return walk
}
