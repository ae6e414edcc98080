import Bilingual
import Course
import Support
import Testing

@Suite struct `A chapter is in its language` {
  private func findings(_ body: String) throws -> [Finding] {
    let found = ChapterCheck.check(try read(body + "\n"))
    for diagnostic in found { #expect(diagnostic.isBilingual && diagnostic.isInItsLine(orBehindBy: 0)) }
    return found.map(Finding.init)
  }

  @Test(arguments: [
    "The book 《深入理解计算机网络》 says so.", "It says “未进行确认” and \"充要\".", "The word is `扣留`.", "Nothing at all.",
  ])
  func `Titles, quotations and code may be Chinese in English`(body: String) throws {
    #expect(try findings(body) == [])
  }

  @Test(arguments: [
    ("It is 半打开 now. So is 这个.", [Finding(11, 7, "半打开"), Finding(11, 22, "这个")]),
    ("One.\nTwo 二 and 三.", [Finding(12, 5, "二")]),
    ("《书》 and 文字", [Finding(11, 9, "文字")]),
    ("Text.\n\n## 标题\n<!-- beat: a -->\nText.", [Finding(13, 4, "标题")]),
    ("Text.\n```notes\n问学生。\n```", [Finding(13, 1, "问学生")]),
  ])
  func `Else the first of a sentence is reported`(body: String, expected: [Finding]) throws {
    #expect(
      try findings(body)
        == expected.map { Finding($0.line, $0.column, "there is Chinese in an English chapter: “\($0.message)”") })
  }

  @Test func `Every beat of a Chinese chapter has some Chinese`() throws {
    let chapter = try ChapterReader.read(
      source: frontMatter + "开头。\n\n## First\n<!-- beat: a -->\nOnly English.\n\n## 第二\n<!-- beat: b -->\n",
      file: "test.md",
      language: .zh)
    #expect(
      ChapterCheck.check(chapter).map(Finding.init) == [Finding(13, 1, "there is no Chinese in this beat")])
  }
}
