import Bilingual
import Support
import Testing

@testable import Course

@Suite struct `A box` {
  @Test func `It is a quote with a mark, and a table whose rows say what they rest on`() throws {
    for language in Language.allCases {
      let chapter = try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.runs, language).chapter
      let beat = try #require(chapter.beats.first { !$0.boxes.isEmpty })
      let box = beat.boxes[0]
      #expect(box.header.count == 4 && box.rows.map(\.source) == ["RFC 9293 §3.6", nil])
      #expect(box.rows.map { $0.covers.map(\.id) } == [["A1", "L1"], []])
      #expect(beat.takesPage && beat.allCovered.map(\.id) == ["S2", "A1", "L1"])
      #expect(box.rows.allSatisfy { $0.cells.count == 4 && $0.cells[3].plainText.last != " " })
      #expect(!box.rows.contains { $0.cells.contains { $0.plainText.contains("<!--") } })
    }
  }

  @Test func `A quote without the mark is none, and a recap takes the page too`() throws {
    let chapter = try read("> Exam\n\n## A\n<!-- beat: a; show: all -->\nText.\n")
    #expect(chapter.beats.allSatisfy(\.boxes.isEmpty) && chapter.beats.map(\.takesPage) == [false, true])
  }

  private static func rows(_ rows: String...) -> String {
    "> **Exam** a\n>\n> | a | b |\n> | --- | --- |\n" + rows.map { "> \($0)\n" }.joined()
  }

  @Test(arguments: [
    (rows("| a | b |") + "\n", 0, 0, ""),
    (rows("| a | b <!-- source: x; covers: S1 S2 --> |"), 0, 0, ""),
    (rows("| a | choose b <!-- source: RFC 9293 §3.5, figure 6 --> |"), 0, 0, ""),
    (rows("| a | Choose b |"), 15, 3, "this row says “choose” and gives no source"),
    (rows("| 选甲 | 乙 <!-- covers: S1 --> |"), 15, 3, "this row says “选” and gives no source"),
    (rows("| a | b <!-- sources: x --> |"), 15, 16, "the key “sources” is unknown"),
    (rows("| a | b <!-- source: --> |"), 15, 16, "source has no value"),
    (
      rows("| a | b <!-- covers: S1 S2 S3 --> |"), 15, 30,
      "2 statements are covered at most in one place, and here are 3"
    ),
    (
      rows("| 1 | |", "| 2 | |", "| 3 | |", "| 4 | |", "| 5 | |", "| 6 | |", "| 7 | |"), 21, 3,
      "a box has 6 rows at most"
    ),
    ("> **Exam** a\n", 11, 1, "a box is a line with its title, and one table"),
    (rows("| a | b |") + ">\n> More.\n", 17, 3, "a box is a line with its title, and one table"),
    ("| a |\n| --- |\n| b <!-- source: x --> |\n", 13, 5, "HTML has no place in a chapter: <!-- source: x -->"),
    (rows("| `RST` | b |"), 15, 6, "by the end of this beat no RST has been sent"),
  ])
  func `It is said where and what`(body: String, line: Int, column: Int, message: String) {
    #expect(findings(below: body) == (line == 0 ? [] : [Finding(line, column, message)]))
  }

  @Test func `The languages have the same rows, which cover the same`() throws {
    let source = frontMatter + Self.rows("| a | b <!-- covers: S1 --> |")
    let zh = try ChapterReader.read(source: source, file: "zh.md", language: .zh)
    for (old, new) in [("covers: S1", "covers: S2"), ("> | a | b <!-- covers: S1 --> |\n", "")] {
      let en = try ChapterReader.read(source: source.replacing(first: old, with: new), file: "en.md", language: .en)
      #expect(
        ChapterCheck.check(zh: zh, en: en).map(Finding.init) == [
          Finding(11, 1, "the languages differ in the rows of a box, or in what these cover: see zh.md:11")
        ])
    }
  }
}
