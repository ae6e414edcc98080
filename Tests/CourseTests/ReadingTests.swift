import Bilingual
import Course
import Scenario
import Support
import TCP
import Testing

@Suite struct `Reading a chapter` {
  @Test func `A level-2 heading starts a beat`() throws {
    let chapter = try read(
      "Opening.\n\n## The `SYN` *goes*\n<!-- beat: goes -->\nText.\n\n### Less\n\n```tcp\nclient isn 7\nclient connect\n```\n"
    )
    #expect(chapter.beats.map(\.title) == [nil, "The SYN goes"])
    #expect(chapter.beats.map(\.line) == [11, 13])
    #expect(chapter.beats[1].prose.count == 2)
    #expect(chapter.beats[1].statements.map(\.text) == ["client connect"])
    #expect(chapter.settings.endpoints.a.initialSequenceNumbers == [7])
    #expect(chapter.script(of: chapter.runs[0]).statements.count == 1)
  }

  @Test func `A chapter may begin with a heading`() throws {
    #expect(try read("## First\n<!-- beat: first -->\n").beats.map(\.title) == ["First"])
  }

  @Test func `Several tcp blocks in a beat are joined`() throws {
    let chapter = try read("a\n```tcp\nserver listen\n```\nb\n```tcp\n\n  client connect  // now\n```\n")
    #expect(chapter.beats.count == 1)
    #expect(chapter.beats[0].statements.map(\.text) == ["server listen", "client connect"])
    #expect(
      chapter.beats[0].statements.map(\.location) == [
        .init(line: 13, column: 1, length: 13), .init(line: 18, column: 3, length: 14),
      ])
  }

  @Test func `The blocks of a beat`() throws {
    let body = """
      Text.
      ```predict
      ask: { kind: state, host: client }
      stem: What?
      ```
      ```notes
      Ask `102`.

      - one
      ```
      ~~~quiz
      items: [one, two]
      ~~~
      ```compare
      Linux
      ```
      ```text
      verbatim
      ```
      <!-- not in the run: `a b`, `91`、
      `` ` `` -->

      """
    let beat = try read(body).beats[0]
    #expect(beat.prediction?.line == 13)
    #expect(beat.notes.count == 2)
    #expect(beat.notes.codeSpans == [Inline(.code("102"), line: 17, column: 6)])
    #expect(beat.quiz.map(\.id) == ["one", "two"])
    #expect(
      beat.quiz.map(\.location) == [.init(line: 22, column: 9, length: 3), .init(line: 22, column: 14, length: 3)])
    #expect(beat.compare == .linux)
    #expect(beat.prose.last == .codeBlock("verbatim"))
    #expect(beat.exceptions.map(\.token) == ["a b", "91", "`"])
    #expect(beat.exceptions.map(\.location.line) == [30, 30, 31])
    #expect(beat.exceptions.map(\.location.column) == [23, 30, 4])
  }

  // MARK: Line ends and the like

  @Test(arguments: ["\r\n", "\r"]) func `Other line ends change nothing`(lineEnd: String) throws {
    let body =
      "甲，\n乙 `77`。\n## b\n<!-- beat: b -->\n```tcp\nclient connect\nexpect client LISTEN\n```\n```notes\na\nb\n```\n"
    let expected = [
      Finding(12, 4, "by the end of this beat the run has not shown 77"),
      Finding(17, 1, "client is SYN-SENT, not LISTEN"),
    ]
    #expect(findings(below: body) == expected)
    let others = findings(in: String((frontMatter + body).flatMap { $0 == "\n" ? lineEnd : String($0) }))
    #expect(others == findings(in: frontMatter + body) && expected.allSatisfy(others.contains))
  }

  @Test func `A byte order mark changes nothing`() {
    #expect(findings(in: "\u{FEFF}" + frontMatter + "Text.\n") == [])
  }

  @Test func `The last line may lack its end`() throws {
    #expect(try read("a\n```tcp\nclient connect\n```").beats[0].statements.count == 1)
  }

  @Test func `Control characters are found`() {
    #expect(
      findings(below: "a\tb\u{1B}[2J\n\u{2028}c\u{0}\n") == [
        Finding(11, 4, "there is a control character here, U+001B"),
        Finding(12, 1, "there is a control character here, U+2028"),
        Finding(12, 3, "there is a control character here, U+0000"),
      ])
  }

  @Test func `A line end that only scripts know does not shift lines`() {
    #expect(
      findings(below: "```tcp\nclient \u{2028} connect\n\nfly\n```\n") == [
        Finding(12, 8, "there is a control character here, U+2028"),
        Finding(14, 1, "“fly” is neither a host nor a verb"),
      ])
  }

  // MARK: What is wrong

  @Test(arguments: [
    ("```tcp\nclient connect\n", 11, 1, "this block does not end"),
    (
      "```tcp\nclient connect\n\n## b\n\n```notes\nc\n```\n", 11, 1,
      "this block does not end before line 16 starts another"
    ),
    ("a\n\n```text\nclient connect\n``\n", 13, 1, "this block does not end"),
    ("```\nabc", 11, 1, "this block does not end"),
    ("```python\na\n```\n", 11, 1, "no kind of block is called “python”"),
    ("```tpc\na\n```\n", 11, 1, "no kind of block is called “tpc”"),
    ("# Title\n", 11, 1, "no heading of level 1 belongs here"),
    ("> ## b\n", 11, 3, "no heading of level 2 belongs here"),
    ("##\n\na\n", 11, 1, "this beat has no title"),
    ("- a\n  ```tcp\n  client connect\n  ```\n", 12, 3, "a tcp block can't stand in a list, a quote or notes"),
    ("```notes\n~~~quiz\nitems: [a]\n~~~\n```\n", 12, 1, "a quiz block can't stand in a list, a quote or notes"),
    ("```notes\n## a\n```\n", 12, 1, "no heading of level 2 belongs here"),
    ("```notes\n<b>x</b>\n```\n", 12, 1, "HTML has no place in a chapter: <b>"),
    ("a <br> b\n", 11, 3, "HTML has no place in a chapter: <br>"),
    ("<div>\na\n</div>\n", 11, 1, "HTML has no place in a chapter"),
    ("甲 <!-- not in the run: `a` -->\n", 11, 3, "HTML has no place in a chapter: <!-- not in the run: `a` -->"),
    ("<!-- to do -->\n", 11, 1, "this comment is not known"),
    ("<!-- not in the run: `a`\n\nb\n", 11, 1, "the comment does not end"),
    ("<!-- not in the run: -->\n", 11, 1, "exceptions stand in backticks each, with commas between"),
    ("<!-- not in the run: `a`, b -->\n", 11, 1, "exceptions stand in backticks each, with commas between"),
    ("<!-- not in the run: `a` --> b\n", 11, 1, "HTML has no place in a chapter"),
    ("- <!-- not in the run: `a` -->\n", 11, 3, "HTML has no place in a chapter"),
    ("![a](b.png)\n", 11, 1, "a terminal can't show pictures"),
    (
      "```predict\nask: { kind: state, host: client }\n```\n\n```predict\nask: b\n```\n", 15, 1,
      "a beat has one predict block only, and line 11 has it"
    ),
    (
      "```quiz\nitems: [a]\n```\n\n```quiz\nitems: [b]\n```\n", 15, 1,
      "a beat has one quiz block only, and line 11 has it"
    ),
    (
      "```compare\nlinux\n```\n\n```compare\nlinux\n```\n", 15, 1,
      "a beat has one compare block only, and line 11 has it"
    ),
    ("```predict\n\n```\n", 11, 1, "this predict block is empty"),
    ("```quiz\n```\n", 11, 1, "this quiz block is empty"),
    ("```quiz\n# none\n```\n", 12, 1, "the key “items” is missing"),
    ("```quiz\nitem: [a]\n```\n", 12, 1, "the key “item” is unknown"),
    ("```quiz\nitems: []\n```\n", 12, 8, "items names no question"),
    ("```quiz\nitems: a\n```\n", 12, 8, "a list belongs here, as in [a, b]"),
    ("```quiz\nitems: [a, a]\n```\n", 12, 12, "this chapter names a more than once"),
    ("```quiz\nitems: [a\n```\n", 13, 1, "YAML syntax: did not find expected ',' or ']'"),
    ("```compare\nfreebsd\n```\n", 12, 1, "a compare block holds the name of one profile"),
    ("```compare\n\n linux rfc793\n```\n", 13, 2, "a compare block holds the name of one profile"),
    ("```compare\nrfc9293\n```\n", 11, 1, "the chapter runs under rfc9293 anyway: nothing to compare"),
    ("```tcp\nclient fly\n```\n", 12, 8, "there is no call “fly”"),
    ("  ```tcp\n   client fly\n  ```\n", 12, 11, "there is no call “fly”"),
    (
      "```tcp\nclient connect\n```\n\n```tcp\n\nclient isn 3\n```\n", 17, 1,
      "settings stand before the first line that does something"
    ),
    ("```tcp\nstep\n```\n", 12, 1, "nothing is in flight, so no segment can arrive"),
  ])
  func `It is said where and what`(body: String, line: Int, column: Int, message: String) {
    #expect(findings(below: body).first == Finding(line, column, message))
  }

  @Test func `Everything is said at once, in the order of the file`() {
    let source = "---\nid: test\ntitle: [a]\n---\n<b>\n\n```tcp\nfly\n```\n\n```nothing\n```\n"
    #expect(findings(in: source).map(\.line) == [1, 3, 5, 7 + 1, 11])
  }

  @Test func `The line shown is the file's`() {
    do throws(Diagnostics) {
      _ = try read("  ```tcp\n   client fly  // up\n  ```\n")
      Issue.record("nothing was found")
    } catch {
      #expect(error.all.map(\.sourceLine) == ["   client fly  // up"])
    }
  }

  @Test(arguments: ["> ", "- ", "1. "]) func `Endless nesting is an error`(mark: String) {
    let found = findings(below: String(repeating: mark, count: 3_000) + "a\n")
    #expect(found.map(\.message) == ["this is nested more than 16 deep"])
    #expect(found.first?.line == 11)
  }

  @Test(arguments: [("*a **b ", " c** d*"), ("[", "](x)"), ("~~a *b ", "* c~~")])
  func `Endless nesting within a line is no crash`(open: String, close: String) {
    let body = String(repeating: open, count: 3_000) + "x" + String(repeating: close, count: 3_000) + "\n"
    #expect(findings(below: body).allSatisfy { $0.message == "this is nested more than 16 deep" })
  }
}
