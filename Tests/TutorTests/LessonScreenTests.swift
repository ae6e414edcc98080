import Bilingual
import Course
import Quiz
import Screen
import Support
import Testing

@testable import Tutor

private let sizes = Size.all + [Size(columns: 119, rows: 24)]

extension Learner {
  /// Scrolls the text to its end: all that is cut off is announced, and nothing stays out of reach.
  ///
  /// - Parameter end: what the text ends with, without blanks.
  mutating func expectReadable(_ end: String, _ place: String) throws {
    let first = textArea
    var rows = 0
    while hasMoreBelow {
      #expect(rows < 100, "the text has no end: \(place)")
      guard rows < 100 else { return }
      try press(.down)
      rows += 1
      #expect(hasMoreAbove, "row \(rows) down: \(place)")
    }
    let shown = textArea.joined().squeezed.filter { $0 != "•" }
    #expect(shown.hasSuffix(end), "the end can't be seen: \(place)\n\(screen)")
    if rows > 0 {
      // What is above is reached by as many presses.
      for _ in 0..<rows { try press(.up) }
      #expect(textArea == first, "\(place)")
    }
  }
}

@Suite struct `The text of a lesson` {
  /// Takes a learner from beat to beat, and shows each question and each telling.
  private func walk(
    _ language: Language, _ size: Size, atQuestion: (Learner, Int) throws -> Void = { _, _ in },
    atBeat: (Learner, Int) throws -> Void = { _, _ in }
  ) throws {
    var learner = try Learner.inChapter(language, size)
    let questions = try fixturePredictions(language)
    for index in 0..<9 {
      if index > 0 { try learner.goOn() }
      if let question = questions[index] {
        try atQuestion(learner, index)
        try learner.answer(question, rightly: false)
        try learner.goOn()
        if learner.sees("假如这样发") || learner.sees("If that had been sent") { try learner.goOn() }
      }
      try atBeat(learner, index)
    }
  }

  @Test(arguments: Language.allCases, sizes)
  func `Of every beat all can be read, and what is cut off is announced`(language: Language, size: Size) throws {
    let chapter = try fixtureChapter(language)
    try walk(
      language, size,
      atBeat: { learner, index in
        var learner = learner
        let end = String(plainText(chapter.beats[index].prose).squeezed.suffix(8))
        try learner.expectReadable(end, "\(language), beat \(index + 1), \(size)")
      })
  }

  @Test(arguments: Language.allCases, sizes)
  func `Of every verdict all can be read, and what is cut off is announced`(language: Language, size: Size) throws {
    let questions = try fixturePredictions(language)
    try walk(
      language, size,
      atQuestion: { learner, index in
        let question = try #require(questions[index])
        for rightly in [true, false] {
          var branch = learner
          try branch.answer(question, rightly: rightly)
          let source = question.rules.map { $0.provision }.last
          guard let end = source.map({ language == .zh ? $0.chineseSource : $0.source }) else { continue }
          try branch.expectReadable(end.squeezed, "\(language), before beat \(index + 1), \(rightly), \(size)")
        }
      })
  }

  @Test(arguments: Language.allCases, sizes)
  func `Every option is to be seen, or the selection is followed to it`(language: Language, size: Size) throws {
    let questions = try fixturePredictions(language)
    try walk(
      language, size,
      atQuestion: { learner, index in
        let question = try #require(questions[index])
        guard question.form != .typed else { return }
        var learner = learner
        for number in 1...question.options.count {
          try learner.press(.down)
          let isSeen = learner.textArea.contains { $0.contains("▶ \(number)  ") }
          #expect(isSeen, "option \(number) before beat \(index + 1) at \(size)")
        }
      })
  }

  @Test func `The stage of a small screen has eleven rows beside the text at least`() throws {
    // The recap takes the page.
    for index in 0..<8 {
      var learner = try Learner.inChapter(.en)
      try learner.goTo(beat: index)
      let rule = try #require(learner.lines.lastIndex { !$0.isEmpty && $0.allSatisfy { $0 == "─" } })
      #expect(rule >= 12)
    }
  }

  private func plainText(_ blocks: [ProseBlock]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
      case .bulletedList(let items), .numberedList(_, let items): items.map(plainText).joined()
      case .quote(let blocks): plainText(blocks)
      case .codeBlock(let text): text
      case .table(let header, let rows): ([header] + rows).map { $0.map(\.plainText).joined() }.joined()
      case .box(let box): box.title.plainText + box.table.map { $0.map(\.plainText).joined() }.joined()
      case .thematicBreak: ""
      }
    }.joined()
  }
}

@Suite struct `The stage of a lesson` {
  @Test func `The diagram is scrolled back to its beginning and forward again`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 6)
    let newest = learner.lines
    #expect(learner.sees("↑ PgUp") && !learner.sees("connect()"))
    var presses = 0
    while learner.sees("↑ PgUp") && presses < 50 {
      try learner.press(.pageUp)
      presses += 1
    }
    #expect(learner.sees("connect()") && !learner.sees("↑ PgUp"))
    let oldest = learner.lines
    try learner.press(.pageUp, .pageUp, .pageUp)
    #expect(learner.lines == oldest)
    try learner.press(.pageDown)
    #expect(learner.lines != oldest, "a key too many the one way costs none the other way")
    for _ in 0..<max(0, presses - 1) { try learner.press(.pageDown) }
    #expect(learner.lines == newest)
  }

  @Test func `What is cut off below is announced as well`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 6)
    #expect(!learner.sees("PgDn"))
    try learner.press(.pageUp)
    #expect(learner.sees("PgDn"))
  }

  @Test(arguments: Language.allCases, Size.all)
  func `The header of a segment stands whole over the stage, and goes again`(language: Language, size: Size) throws {
    var learner = try Learner.inChapter(language, size)
    let opening = learner.lines
    try learner.press(.character("i"))
    #expect(learner.lines.dropFirst() == opening.dropFirst() && !learner.keyLine.contains(" i "))
    try learner.goTo(beat: 3)
    let told = learner.lines
    try learner.press(.character("i"))
    let top = try #require(learner.lines.firstIndex { $0.contains("┌") }, "\(learner.screen)")
    let bottom = try #require(learner.lines.lastIndex { $0.contains("└") })
    #expect(bottom - top == (size == .least ? 8 : 11))
    let words =
      language == .zh
      ? ["源端口", "目的端口", "序号", "确认号", "URG", "FIN", "窗口"]
      : ["source port", "destination port", "sequence number", "acknowledgment number", "URG", "FIN", "window"]
    for word in words { #expect(learner.sees(word), "\(word)\n\(learner.screen)") }
    try learner.press(.character("i"))
    #expect(learner.lines == told)
  }

  @Test func `The arrows choose whose header it is, and stop at both ends`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 3)
    let stage = try #require(learner.tutor.lesson).stage
    try learner.press(.character("i"))
    let last = learner.lines
    #expect(learner.sees("Segment \(stage.segmentCount) of \(stage.segmentCount)"))
    try learner.press(.down)
    #expect(learner.lines == last)
    for _ in 0..<10 { try learner.press(.up) }
    #expect(learner.sees("Segment 1 of \(stage.segmentCount)") && learner.lines != last)
    try learner.press(.escape)
    #expect(!learner.sees("Segment 1 of"))
  }

  @Test func `The header does not hide a question`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 3)
    try learner.press(.character("i"))
    try learner.goOn()
    #expect(learner.reads(try #require(fixturePredictions(.en)[4]).stem().en))
  }
}

extension Tutor {
  /// The lesson on top.
  fileprivate var lesson: LessonPage? { top as? LessonPage }
}
