import Bilingual
import Course
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `A table` {
  private func lines(_ rows: [[String]], columns: Int, _ glyphs: Glyphs = .unicode) -> [String] {
    TableLayout(rows: rows.map { $0.map { [Span($0)] } }, glyphs: glyphs).lines(columns: columns)
      .map { $0.map(\.text).joined() }
  }

  @Test func `Where there is room a column is as wide as its widest cell`() {
    #expect(
      lines([["who", "状态"], ["客户端", "CLOSED"], ["server", "x"]], columns: 40) == [
        "who    │ 状态", "───────────────", "客户端 │ CLOSED", "server │ x",
      ])
  }

  @Test func `A word is broken only where no other column gives`() {
    let rows = [["a", "b"], ["one two three four five six", "acknowledgment"]]
    #expect(
      lines(rows, columns: 28)
        == [
          "a           │ b", "────────────────────────────", "one two     │ acknowledgment", "three four  │",
          "five six    │",
        ].map { line in line.hasSuffix("│") ? line + " " : line })
    #expect(lines(rows, columns: 20).allSatisfy { Glyphs.unicode.width(of: $0) <= 20 })
  }

  @Test(arguments: 16...60) func `Nothing is cut, and nothing is too wide`(columns: Int) {
    let rows = [["甲乙丙丁戊己庚辛", "one two three", "x"], ["一二三四五六七八九十", "four five six seven eight", "y z"]]
    for glyphs in [Glyphs.unicode, .ascii, Glyphs(.unicode, widths: DisplayWidth(ambiguous: .wide))] {
      let lines = lines(rows, columns: columns, glyphs)
      #expect(lines.allSatisfy { glyphs.width(of: $0) <= columns }, "\(lines)")
      let text = lines.joined()
      for word in rows.flatMap(\.self).flatMap({ $0.split(separator: " ") }) where word.allSatisfy(\.isASCII) {
        // A word that is wider than its column is broken.
        if columns >= 40 { #expect(text.contains(word)) }
      }
      for character in "甲乙丙丁戊己庚辛一二三四五六七八九十" {
        #expect(text.filter { $0 == character }.count == 1, "\(lines)")
      }
    }
  }
}

@Suite struct `A beat that takes the page` {
  /// At the box, or at the recap behind it.
  private func learner(_ language: Language, _ size: Size, atRecap: Bool = false) throws -> Learner {
    var learner = try Learner.inRuns(language, size)
    let chapter = try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.runs, language).chapter
    let questions = try predictions(of: chapter, fixturePool.misconceptions)
    for place in 1..<(atRecap ? 6 : 5) {
      try learner.goOn()
      if let question = questions[place] {
        try learner.answer(question)
        try learner.goOn()
      }
    }
    return learner
  }

  @Test(arguments: Language.allCases, Size.all)
  func `The box has the page, and every cell of it is read`(language: Language, size: Size) throws {
    var learner = try learner(language, size)
    #expect(!learner.isMoving && !learner.sees("SYN-SENT"), "\(learner.screen)")
    var seen = learner.lines.joined().squeezed
    for _ in 0..<30 {
      try learner.press(.down)
      seen += learner.lines.joined().squeezed
    }
    let words = language == .zh ? ["怎样辨别", "没有不同"] : ["How", "nothing"]
    #expect(words.allSatisfy { seen.contains($0) }, "\(learner.screen)")
  }

  @Test(arguments: Size.all) func `The stage is unfolded by a key, and folded again`(size: Size) throws {
    var learner = try learner(.en, size)
    #expect(learner.keyLine.contains("d diagram or text"))
    let folded = learner.lines
    try learner.press(.character("d"))
    #expect(learner.sees("SYN-SENT") && learner.sees("SYN seq=100"))
    #expect(
      learner.textArea.contains { $0.hasPrefix("  What is asked") || $0.trimmed == "What is asked" }
        == (size.columns >= 120))
    try learner.press(.character("d"))
    #expect(learner.lines == folded)
  }

  @Test func `A recap has the stage beside it where there is room`() throws {
    let small = try learner(.en, .usual, atRecap: true)
    #expect(!small.sees("SYN-SENT") && small.sees("One segment was sent"))
    let large = try learner(.en, .large, atRecap: true)
    #expect(large.sees("SYN-SENT") && large.sees("One segment was sent"))
  }

  @Test func `What was folded is folded again in the next beat and the last`() throws {
    var learner = try learner(.en, .usual)
    let box = learner.lines
    try learner.press(.character("d"), .right)
    #expect(!learner.sees("SYN-SENT"))
    try learner.press(.left)
    #expect(learner.lines.dropFirst() == box.dropFirst())
  }

  @Test(arguments: Language.allCases) func `Line by line a table is told row by row`(language: Language) throws {
    let chapter = try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.runs, language).chapter
    let context = Context(language: language, glyphs: .unicode, size: .usual)
    let lines = ProseLayout(context, isTold: true).lines(ofProse: chapter.beats[4].prose, columns: 200)
      .map { $0.map(\.text).joined() }
    #expect(
      lines.last
        == (language == .zh
          ? "- 问什么：序号是谁的？；教材：发送方的；RFC 9293：发送方的；怎样辨别：没有不同"
          : "- Question: Whose number is it?; The book: The sender's; RFC 9293: The sender's; How to tell: nothing differs")
    )
    #expect(!lines.contains { $0.contains("│") || $0.contains("─") })
  }
}

@Suite struct `The length of a beat` {
  private func findings(_ prose: String, _ comment: String = "") throws -> [Finding] {
    let source = """
      ---
      id: long
      section: a
      title: a
      order: 1
      objectives: { a: a }
      exams: [ccna]
      sources: [a]
      ---

      """
    let chapter = try ChapterReader.read(
      source: source + "## A\n<!-- beat: a\(comment) -->\n\(prose)\n", file: "long.md", language: .en)
    return LessonCheck.check(chapter).map(Finding.init)
  }

  private func rows(_ count: Int) -> String { Array(repeating: "a", count: count).joined(separator: "\\\n") }

  @Test func `Seven rows beside the stage, eighteen of a page, blank ones among them`() throws {
    #expect(try findings(rows(7)) == [])
    let message = "on a screen of 80×24 this beat takes 8 rows, and 7 are the most"
    #expect(try findings(rows(8)) == [Finding(10, 1, message)])
    #expect(try findings(rows(4) + "\n\n" + rows(3)) == [Finding(10, 1, message)])
    #expect(try findings(String(repeating: "字", count: 39 * 7 + 1)) == [Finding(10, 1, message)])
    #expect(try findings(rows(18), "; show: all") == [])
    #expect(try findings(rows(19), "; show: all").map(\.line) == [10])
  }

  @Test func `What ships and the tests' own fit`() {
    for directory in [contentDirectory, Fixture.directory] {
      let chapters = ChapterLibrary(layers: [directory]).readAll().chapters
      #expect(!chapters.isEmpty && chapters.flatMap { LessonCheck.check($0) }.map(Finding.init) == [])
    }
  }
}
