import Bilingual
import Course
import Screen
import Support
import Testing

@testable import Tutor

/// What a learner's look at each frame finds torn or cut is found here too.
@Suite struct `What is hard to draw` {
  private func chapter(_ text: String) throws -> Chapter {
    try ChapterReader.read(source: text, file: "long-run.md", language: .en)
  }

  private func learner(_ chapter: Chapter, _ size: Size, _ glyphs: Glyphs = .unicode) throws -> Learner {
    try Learner([HomePage(), LessonPage(chapter)], Context(language: .en, glyphs: glyphs, size: size))
  }

  /// All that is told of the second beat.
  private func told(_ chapter: Chapter, columns: Int) throws -> [String] {
    let context = Context(language: .en, glyphs: .unicode, size: Size(columns: columns, rows: 24))
    var page = LessonPage(chapter)
    page.walk.go(to: 1)
    return page.tell(context)
  }

  @Test(arguments: Size.all)
  func `A run of nine thousand occurrences is drawn, scrolled and told`(size: Size) throws {
    let chapter = try chapter(LongRun.chapter(occurrences: 9_000))
    var walk = LessonWalk(chapter)
    walk.go(to: 1)
    let count = walk.after.transcript.count
    #expect((8_500...10_000).contains(count) && walk.after.isSound, "\(count)")
    var learner = try learner(chapter, size)
    try learner.goOn()
    #expect(learner.sees("len=1") && !learner.isMoving)
    let end = learner.lines
    for _ in 0..<20 { try learner.press(.pageUp) }
    #expect(learner.lines != end && learner.sees("len=1"))
    for _ in 0..<20 { try learner.press(.pageDown) }
    #expect(learner.lines == end)
    let lines = try told(chapter, columns: size.columns)
    #expect(lines.count > 1_000 && lines.allSatisfy { DisplayWidth.standard.width(of: $0) <= size.columns })
  }

  @Test(arguments: Size.all, [Glyphs.unicode, .ascii])
  func `A host's name of thirty Chinese characters is cut, and not torn`(size: Size, glyphs: Glyphs) throws {
    let name = String(repeating: "客户端主机甲", count: 5)
    let lines = LongRun.motion.replacing("client", with: name)
    let chapter = try chapter(lines.replacing(first: "server listen", with: "hosts \(name) server\nserver listen"))
    var learner = try learner(chapter, size, glyphs)
    try learner.goOn()
    #expect(learner.sees("客户端") && learner.sees("server") && learner.sees("TIME-WAIT"), "\(learner.screen)")
    try learner.press(.character("i"), .character("?"), .escape)
    #expect(
      try told(chapter, columns: size.columns).allSatisfy { DisplayWidth.standard.width(of: $0) <= size.columns })
  }

  @Test(arguments: Size.all, [Glyphs.unicode, .ascii])
  func `Labels that are wider than the ladder are told all the same`(size: Size, glyphs: Glyphs) throws {
    let isn = "client isn 4294967200\nserver isn 4294967290\nserver listen"
    let opening = LongRun.motion.replacing(first: "server listen", with: isn).split(separator: "client send 5")[0]
    let chapter = try chapter(String(opening) + "expect client ESTABLISHED, server ESTABLISHED\n```\n")
    var learner = try learner(chapter, size, glyphs)
    try learner.goOn()
    let parts = ["SYN,ACK", "seq=4294967290", "ack=4294967201"]
    // A straight arrow has one row, and no room beside the control bits.
    for part in glyphs.set == .ascii ? ["SYN,ACK"] : parts { #expect(learner.sees(part), "\(learner.screen)") }
    let told = try told(chapter, columns: size.columns).joined(separator: " ")
    for part in parts { #expect(told.contains(part)) }
  }
}
