import Bilingual
import Course
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `A beat with links to chapters` {
  /// At a beat with two links to chapters of the fixture and one that leads out.
  private func learner(_ size: Size = .usual) throws -> Learner {
    try Learner([HomePage(), LessonPage(Self.chapter())], Context(language: .en, glyphs: .unicode, size: size))
  }

  private static func chapter() throws -> Chapter {
    try ChapterReader.read(
      source: """
        ---
        id: linked
        section: "9.9"
        title: Links
        order: 9
        objectives: { links: to follow }
        exams: [ccna]
        sources: [RFC 9293]
        ---
        See [Three runs](runs.md) and <https://example.org>, then [nowhere](nowhere.md).

        ## Behind
        <!-- beat: behind -->
        The end.

        """, file: "linked.md", language: .en)
  }

  @Test(arguments: Size.all)
  func `Tab goes to one, Enter opens it, and Esc comes back`(size: Size) throws {
    var learner = try learner(size)
    let before = learner.lines
    #expect(learner.keyLine.contains("Tab to the link"), "\(learner.screen)")
    try learner.press(.tab)
    #expect(learner.keyLine.contains("Enter opens"), "\(learner.screen)")
    try learner.press(.enter)
    #expect(learner.titleLine.contains("Three runs"), "\(learner.screen)")
    try learner.press(.escape)
    #expect(learner.titleLine.contains("Links"))
    // Behind the last link there is none, and Enter goes on.
    try learner.press(.tab, .tab)
    #expect(learner.lines == before)
    try learner.press(.enter)
    #expect(learner.reads("The end."))
  }

  @Test func `A click opens it`() throws {
    var learner = try learner()
    let row = try #require(learner.lines.firstIndex { $0.contains("Three runs") })
    try learner.click(x: 10, y: row)
    #expect(learner.titleLine.contains("Three runs"), "\(learner.screen)")
  }

  @Test func `A chapter that can't be had is said, and the page stays`() throws {
    var learner = try learner()
    try learner.press(.tab, .tab, .enter)
    #expect(learner.sees("nowhere") && learner.titleLine.contains("Links") || learner.sees("there is no chapter"))
    #expect(learner.reads("See Three runs"))
  }

  @Test func `Line by line it is said how to open it`() throws {
    var page = LessonPage(try Self.chapter())
    let told = page.tell(Context(language: .en, glyphs: .unicode, size: .usual))
    #expect(told.contains("“Three runs”: tcptutor learn runs"), "\(told)")
  }
}
