import Bilingual
import Course
import Scenario
import Support
import Testing

@Suite struct `A chapter of several runs` {
  @Test func `Each has its settings and its beats`() throws {
    for language in Language.allCases {
      let chapter = try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.runs, language).chapter
      #expect(chapter.runs.map(\.number) == [1, 2, 3])
      #expect(chapter.runs.map(\.settings.endpoints.a.initialSequenceNumbers) == [[100], [200], [100]])
      #expect(chapter.runs.map(\.settings.profile) == [.rfc9293, .rfc9293, .rfc793])
      #expect(chapter.runs.last?.beats.upperBound == chapter.beats.count)
      #expect(zip(chapter.runs, chapter.runs.dropFirst()).allSatisfy { $0.beats.upperBound == $1.beats.lowerBound })
    }
  }

  @Test func `Going through it, each begins with nothing`() throws {
    let chapter = try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.runs, .en).chapter
    chapter.walk { place, beat, before, after in
      #expect(before.transcript.isEmpty == (place == 0 || beat.beginsAnew))
      #expect(after.network.settings == chapter.run(at: place).settings)
    }
  }

  private static let start = "```tcp\nclient isn 7\nclient connect\n```\n## B\n<!-- beat: b -->\n"

  @Test(arguments: [
    (
      "`7`\n```tcp\nfresh\nclient isn 8\nserver listen\n```\n", 17, 2, "by the end of this beat the run has not shown 7"
    ),
    ("`7` (run 2)\n```tcp\nfresh\nclient isn 8\n```\n", 17, 2, "by the end of this beat the run has not shown 7"),
    ("`8`（第 1 次运行）\n```tcp\nfresh\nclient isn 8\n```\n", 17, 2, "by the end of this beat the run has not shown 8"),
    ("`7` (run 3)\n", 17, 2, "there has been no run 3 up to this beat"),
    ("`7` (run 0)\n", 17, 2, "there has been no run 0 up to this beat"),
    ("```tcp\nfresh\nhosts a b\n```\n", 19, 1, "the hosts stay the same in every run"),
    ("```tcp\nserver listen\nfresh\n```\n", 19, 1, "fresh stands alone, as the first line of a tcp block in a chapter"),
    ("```tcp\nfresh start\n```\n", 18, 1, "fresh stands alone, as the first line of a tcp block in a chapter"),
    (
      "```tcp\nserver listen\n```\n```tcp\n  fresh\n```\n", 21, 3, "fresh belongs in the first tcp block of its beat"
    ),
    (
      "```tcp\nfresh\nserver listen\nclient isn 3\n```\n", 20, 1,
      "settings stand before the first line that does something"
    ),
    ("```tcp\nfresh\nexpect client LISTEN\n```\n", 19, 1, "client is CLOSED, not LISTEN"),
    (
      "```tcp\nfresh\nserver listen\n```\n```compare\nrfc9293\n```\n", 21, 1,
      "the chapter runs under rfc9293 anyway: nothing to compare"
    ),
  ])
  func `It is said where and what`(body: String, line: Int, column: Int, message: String) {
    #expect(findings(below: Self.start + body) == [Finding(line, column, message)])
  }

  @Test(arguments: [
    "`7` (run 1)\n```tcp\nfresh\nclient isn 8\n```\n",
    "`7`（第 1 次运行）和 `8`\n```tcp\n// anew\n\nFresh // now\nclient isn 8\n```\n",
    "`7` (run 1)\n", "**`7` (run 1)**\n",
  ])
  func `It is sound`(body: String) { #expect(findings(below: Self.start + body) == []) }

  @Test func `Nothing can begin anew before anything has run`() {
    #expect(
      findings(below: "```tcp\nfresh\nclient connect\n```\n") == [
        Finding(12, 1, "nothing has run yet that could begin anew")
      ])
  }

  @Test func `A scenario has one run`() {
    let found = diagnostics { () throws(Diagnostics) in try ScriptParser.parse("client connect\nfresh\n", file: "s") }
    #expect(
      found.map(Finding.init) == [
        Finding(2, 1, "fresh stands alone, as the first line of a tcp block in a chapter")
      ])
  }

  @Test func `A run that stops keeps none of the others from being proved`() {
    let body = "```tcp\nstep\n```\n## B\n<!-- beat: b -->\n```tcp\nfresh\nexpect client LISTEN\n```\n"
    // Nothing was played before the step.
    #expect(
      findings(below: body) == [
        Finding(12, 1, "nothing is in flight, so no segment can arrive"),
        Finding(18, 1, "client is CLOSED, not LISTEN"),
      ])
  }

  @Test func `The languages begin anew in the same beats, with the same settings`() throws {
    let source = frontMatter + Self.start + "```tcp\nfresh\nclient isn 8\nserver listen\n```\n"
    func found(_ old: String, _ new: String) throws -> [Finding] {
      let zh = try ChapterReader.read(source: source, file: "zh.md", language: .zh)
      let en = try ChapterReader.read(source: source.replacing(first: old, with: new), file: "en.md", language: .en)
      return ChapterCheck.check(zh: zh, en: en).map(Finding.init)
    }
    #expect(
      try found("fresh\nclient isn 8\n", "") == [
        Finding(17, 1, "the languages differ in the tcp line: “fresh” at zh.md:17, “–” here")
      ])
    #expect(
      try found("isn 8", "isn 9") == [
        Finding(17, 1, "the settings at the top of the script differ from those at zh.md:17")
      ])
  }
}
