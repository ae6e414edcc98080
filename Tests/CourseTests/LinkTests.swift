import Bilingual
import Support
import Testing

@testable import Course

@Suite struct `A link to a chapter` {
  private func findings(_ body: String) throws -> [Finding] {
    let facts = CourseFacts(titles: ["why-three": "Why three", "test": "A test"])
    let found = ChapterCheck.check(try read(body), misconceptions: .init(), beside: facts)
    for diagnostic in found { #expect(diagnostic.isBilingual && diagnostic.isInItsLine(orBehindBy: 0)) }
    return found.map(Finding.measured)
  }

  @Test(arguments: [
    "See [Why three](why-three.md).", "- [Why\n  three](why-three.md)", "| a |\n| --- |\n| [A test](test.md) |",
    "[RFC 9293](https://www.rfc-editor.org/rfc/rfc9293)", "<https://example.org/a.md>",
  ])
  func `Leads to one that there is, under its title, or out of the course`(body: String) throws {
    #expect(try findings(body + "\n") == [])
  }

  @Test(arguments: [
    ("See [Why three](why-four.md).", 6, 9, "there is no chapter “why-four”"),
    (
      "See *[Why not two](why-three.md)*.", 7, 11, "the link says “Why not two”, and that chapter is called “Why three”"
    ),
    ("See [Why three](why-three).", 6, 9, "this link leads to no chapter: why-three"),
    ("[Why three](../zh/why-three.md)", 2, 9, "this link leads to no chapter: ../zh/why-three.md"),
  ])
  func `Else it is said where`(body: String, column: Int, length: Int, message: String) throws {
    #expect(try findings(body + "\n") == [Finding(11, column, length, message)])
  }

  @Test func `A beat knows those that lead to chapters`() throws {
    let beat = try read("[Why three](why-three.md), [x](https://example.org), [A test](test.md)\n").beats[0]
    #expect(beat.links.map(\.chapter) == ["why-three", "test"])
  }
}
