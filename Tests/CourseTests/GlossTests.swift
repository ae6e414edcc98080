import Bilingual
import Support
import Testing

@testable import Course

@Suite struct `A short name stands beside its term` {
  private static let glossary = """
    - term: isn
      zh: 初始序号
      en: initial sequence number
      spellings: [ISN, 初始序列号]
      gloss: { zh: 甲, en: a }
    - term: syn-sent
      zh: 同步已发送
      en: SYN-SENT
      spellings: [SYN SENT, SYN_SENT]
      gloss: { zh: 乙, en: b }

    """

  private func findings(_ body: String, _ language: Language) throws -> [Finding] {
    let (words, problems) = Glossary.readSound(Self.glossary, file: "glossary.yaml")
    #expect(problems == [])
    let chapter = try ChapterReader.read(source: frontMatter + body, file: "test.md", language: language)
    return ChapterCheck.check(
      chapter, misconceptions: .init(), beside: CourseFacts(glossary: Glossary(all: words))
    ).map(Finding.measured)
  }

  @Test(arguments: [
    "Each has its initial sequence number (ISN). The ISN is 100.", "The ISN is its Initial Sequence\nNumber.",
    "No short name. An ISNX or XISN is another word.", "Both are in SYN-SENT-X.",
    // A citation explains nothing and asks for nothing.
    "See [ISN selection](https://example.org).",
    // In English the state has no other name.
    "```tcp\nclient connect\nexpect client SYN-SENT, server CLOSED\n```\n\nIt is in `SYN-SENT`.",
  ])
  func `Then nothing is said in English`(body: String) throws {
    #expect(try findings(body + "\n", .en) == [])
  }

  @Test func `It is said where it is missing, once`() throws {
    let missing = "is used for the first time in this chapter, and its sentence does not say"
    #expect(
      try findings("One.\nThe ISN comes. The initial sequence number (ISN). ISN.\n", .en) == [
        Finding(12, 5, 3, "ISN \(missing) “initial sequence number”")
      ])
    let run = "```tcp\nclient connect\nexpect client SYN-SENT, server CLOSED\n```\n\n"
    #expect(
      try findings(run + "于是进入 `SYN-SENT`。那就是同步已发送。\n", .zh) == [
        Finding(16, 7, 8, "SYN-SENT \(missing) “同步已发送”")
      ])
    #expect(try findings(run + "于是进入 `SYN-SENT`（同步已发送）。`SYN-SENT` 说的是发出。\n", .zh) == [])
  }

  @Test func `Titles and notes ask for nothing`() throws {
    #expect(try findings("Text.\n\n## ISN\n<!-- beat: a -->\nText.\n```notes\nThe ISN.\n```\n", .en) == [])
  }
}
