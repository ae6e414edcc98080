import Bilingual
import Course
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `A beat with a search` {
  /// At the search that finds something.
  private func learner(_ language: Language, _ size: Size, _ glyphs: Glyphs = .unicode) throws -> Learner {
    let chapter = try Self.chapter(language)
    var learner = try Learner(
      [HomePage(), LessonPage(chapter)], Context(language: language, glyphs: glyphs, size: size))
    try learner.goOn()
    let questions = try predictions(of: chapter, fixturePool.misconceptions)
    try learner.answer(try #require(questions[1]))
    try learner.goOn()
    return learner
  }

  private static func chapter(_ language: Language) throws -> Chapter {
    try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.searches, language).chapter
  }

  @Test(arguments: Language.allCases, Size.all)
  func `What it finds is on the stage, and a key shows its law, its bounds and its lines`(
    language: Language, size: Size
  ) throws {
    var learner = try learner(language, size)
    let before = learner.lines
    #expect(learner.sees("SYN seq=90") && learner.sees("ESTABLISHED"), "\(learner.screen)")
    #expect(learner.sees(Localized(zh: "要找：", en: "Sought: ")[language]), "\(learner.screen)")
    #expect(learner.keyLine.contains(Localized(zh: "e 看搜索", en: "e the search")[language]), "\(learner.screen)")
    try learner.press(.character("e"))
    var seen = learner.lines.joined()
    for _ in 0..<6 {
      try learner.press(.down)
      seen += learner.lines.joined()
    }
    for text in ["two-way", "connect", "inject server SYN seq=90", "ESTABLISHED"] {
      #expect(seen.contains(text), "\(seen)")
    }
    try learner.press(.character("e"))
    #expect(learner.lines == before)
    try learner.press(.character("e"))
    try learner.goOn()
    #expect(learner.sees(Localized(zh: "要找：", en: "Sought: ")[language]), "\(learner.screen)")
    #expect(!learner.sees("inject server"), "\(learner.screen)")
  }

  @Test func `In ASCII it has no other marks`() throws {
    var learner = try learner(.en, .usual, .ascii)
    try learner.press(.character("e"))
    let text = learner.lines.joined()
    #expect(text.unicodeScalars.count == text.utf8.count, "\(learner.screen)")
  }

  @Test func `Others have no such key`() throws {
    var learner = try Learner.inChapter(.en, .usual)
    try learner.press(.character("e"))
    #expect(learner.titleLine.contains("? lists the keys"))
  }

  @Test(arguments: Language.allCases)
  func `Line by line it is told with its bounds and its lines`(language: Language) throws {
    var page = LessonPage(try Self.chapter(language))
    page.walk.go(to: 1)
    page.phase = .told
    let told = page.tell(Context(language: language, glyphs: .unicode, size: .usual))
    let sought = try #require(told.firstIndex { $0.hasPrefix(Localized(zh: "要找：", en: "Sought: ")[language]) })
    #expect(told[..<sought].contains { $0.contains("SYN seq=90") })
    #expect(told[sought...].contains { $0.contains("two-way") })
    #expect(told[sought...].contains("  inject server SYN seq=90    // SYN seq=90; server ESTABLISHED"))
  }
}
