import Bilingual
import Quiz
import Screen
import Support
import Testing

@testable import Tutor

extension Learner {
  /// Clicks on a text; fails where it is not to be seen in that row.
  fileprivate mutating func click(on text: String, row: Int) throws {
    let line = lines[row]
    let range = try #require(line.firstRange(of: text), "\(line)")
    try click(x: DisplayWidth.standard.width(of: String(line[..<range.lowerBound])), y: row)
  }

  fileprivate mutating func clickKey(_ text: String) throws { try click(on: text, row: surface.size.rows - 1) }
}

@Suite struct `The title's row` {
  @Test(arguments: [Size.usual, .large])
  func `It names chapter and beat, has a mark for each beat, and both languages`(size: Size) throws {
    var learner = try Learner.inChapter(.zh, size)
    #expect(learner.titleLine.hasPrefix(" 10.3.7 有丢失的释放  ") && learner.titleLine.hasSuffix(" ●○○○○○○○○ 1/9   中/EN"))
    try learner.goOn()
    #expect(
      learner.titleLine.hasPrefix(" 10.3.7 有丢失的释放 › 服务器监听  ") && learner.titleLine.hasSuffix(" ●●○○○○○○○ 2/9   中/EN"))
    // While it is asked, the beat's title would answer.
    try learner.goOn()
    #expect(!learner.titleLine.contains("›") && learner.titleLine.hasSuffix(" ●●◆○○○○○○ 3/9   中/EN"))
    try learner.answer(try #require(fixturePredictions(.zh)[2]))
    #expect(learner.titleLine.contains("›") && learner.titleLine.hasSuffix(" ✓   ●●●○○○○○○ 3/9   中/EN"))
    #expect(learner.surface.isBold("10.3.7 有丢失的释放") && learner.surface.isBold("中") && !learner.surface.isBold("EN"))
  }

  @Test func `The profile is named only where it is not the usual one`() throws {
    #expect(try !Learner.inChapter(.en).titleLine.contains("rfc9293"))
  }

  @Test func `Where there is no room for the marks, the number stays; a title too long is cut with dots`() {
    func row(_ bar: TitleBar, _ columns: Int, _ glyphs: Glyphs = .unicode) -> String {
      let context = Context(language: .en, glyphs: glyphs, size: Size(columns: columns, rows: 24))
      var picture = Picture(context)
      bar.draw(on: &picture, notice: nil, context)
      return picture.surface.lines[0]
    }
    let steps = Array(repeating: Progress.Step.done, count: 4) + [.waiting, .toCome]
    let bar = TitleBar(title: "A title of some length", part: "and a part", progress: Progress(steps: steps, place: 4))
    #expect(row(bar, 80, .ascii).hasSuffix(" ****?. 5/6   ZH/EN"))
    #expect(row(bar, 56).hasPrefix(" A title of some length › and a p…   "))
    #expect(row(bar, 50).hasPrefix(" A title of some length     ") && row(bar, 50).hasSuffix(" ●●●●◆○ 5/6   中/EN"))
    #expect(row(bar, 40).hasPrefix(" A title of some length   ") && row(bar, 40).hasSuffix("  5/6   中/EN"))
    #expect(row(bar, 30) == " A title of so…   5/6   中/EN")
  }

  @Test func `A click on a beat goes there, if it was reached`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 3)
    let fourth = learner.lines
    let marks = try #require(learner.titleLine.firstIndex(of: "●"))
    let x = learner.titleLine.distance(from: learner.titleLine.startIndex, to: marks)
    try learner.click(x: x + 8, y: 0)
    #expect(learner.lines == fourth)
    try learner.click(x: x + 1, y: 0)
    #expect(learner.titleLine.hasSuffix(" ●●●●○○○○○ 2/9   中/EN") && learner.sees("The server listens"))
    try learner.click(x: x + 3, y: 0)
    #expect(learner.lines == fourth)
  }

  @Test func `A click on the languages changes it, on every page`() throws {
    for var learner in try [Learner.atHome(.en), .inChapter(.en), .inQuiz(.en)] {
      try learner.click(on: "中/EN", row: 0)
      #expect(learner.tutor.context.language == .zh && learner.surface.isBold("中"))
    }
  }

  @Test func `A quiz has a mark for each question, and goes back to those that were answered`() throws {
    let questions = try questionsOfEachForm()
    var learner = try Learner.inQuiz(.en, questions: questions)
    #expect(learner.titleLine.hasPrefix(" Quiz  ") && learner.titleLine.hasSuffix(" ◆○○○○ 1/5   中/EN"))
    try learner.answer(questions[0])
    try learner.press(.right)
    #expect(learner.titleLine.hasSuffix(" ●◆○○○ 2/5   中/EN"))
    try learner.click(on: "●", row: 0)
    #expect(learner.titleLine.hasSuffix(" ●◆○○○ 1/5   中/EN") && learner.sees("  right"))
    try learner.click(on: "◆", row: 0)
    #expect(learner.titleLine.hasSuffix(" ●◆○○○ 2/5   中/EN"))
  }
}

@Suite struct `The keys' row` {
  @Test func `A click on a hint does what its key does`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.clickKey("next")
    try learner.watch()
    #expect(learner.titleLine.contains(" 2/9 "))
    try learner.clickKey("←")
    #expect(learner.titleLine.contains(" 1/9 "))
    try learner.clickKey("help")
    #expect(learner.titleLine.contains("Keys of this page"))
    try learner.clickKey("Esc")
    try learner.clickKey("Esc")
    try learner.clickKey("quit")
    #expect(learner.effects == [.quit])
  }

  @Test(arguments: 0..<9) func `Whatever a beat hints at acts`(beat: Int) throws {
    var begin = try Learner.inChapter(.en)
    try begin.goTo(beat: beat)
    for hint in begin.tutor.allKeys.hints(in: .en, columns: 78, glyphs: .unicode) {
      guard let key = hint.key else { continue }
      var learner = begin
      try learner.press(key)
      let text = hint.spans.map(\.text).joined()
      #expect(
        learner.lines.dropFirst() != begin.lines.dropFirst() || learner.effects != [], "\(text)\n\(begin.screen)")
    }
  }

  @Test func `Quitting is hinted where it is the only way, and going back everywhere else`() throws {
    #expect(try Learner.atHome(.en).keyLine.hasSuffix("? help   q quit"))
    #expect(try Learner.inChapter(.en).keyLine.hasSuffix("? help   Esc back"))
    #expect(try Learner.inChapter(.zh).keyLine.hasSuffix("? 帮助   Esc 目录"))
    #expect(try Learner.inQuiz(.en).keyLine.hasSuffix("? help   Esc back"))
  }
}

@Suite struct `A notice` {
  @Test func `It stands in the title's row for two seconds, and then all is as it was`() throws {
    var learner = try Learner.inChapter(.en)
    let before = learner.lines
    try learner.press(.delete)
    #expect(learner.titleLine.hasSuffix("? lists the keys") && learner.lines.dropFirst() == before.dropFirst())
    try learner.watch(seconds: 1.9)
    #expect(learner.titleLine.hasSuffix("? lists the keys"))
    try learner.watch(seconds: 0.2)
    #expect(learner.lines == before && learner.tutor.deadline == nil)
  }

  @Test func `It goes with the next key, and with the page`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.press(.delete, .right)
    #expect(!learner.titleLine.contains("lists the keys") && learner.titleLine.contains(" 2/9 "))
    try learner.press(.delete, .escape)
    #expect(!learner.sees("lists the keys"))
  }

  @Test func `What has no room in the title's row stands below it until the next key`() throws {
    var learner = try Learner.inChapter(.en)
    let before = learner.lines
    let long = Localized(zh: "长", en: String(repeating: "This is a long sentence. ", count: 6))
    let context = learner.tutor.context
    var picture = Picture(context)
    let notice = Notice(text: long, since: context.now)
    #expect(notice.inTitle(context) == nil && notice.end(context) == nil)
    notice.drawBelowTitle(on: &picture, context)
    #expect(picture.surface.lines[0].isEmpty && picture.surface.lines[2].hasPrefix("  "))
    try learner.press(.delete)
    try learner.click(x: 75, y: 0)
    #expect(learner.titleLine.contains("lists the keys") || learner.lines == before, "what it covers can't be clicked")
  }
}

@Suite struct `The frame` {
  private static let sizes = [
    (60, 18), (61, 19), (80, 24), (100, 30), (119, 24), (120, 40), (160, 45), (200, 50), (300, 100),
  ]
  .map { Size(columns: $0.0, rows: $0.1) }

  /// Of a row of hints: each is one of those that there are, whole, and nothing else stands there.
  private func expectWholeHints(_ learner: Learner, _ place: String) {
    let context = learner.tutor.context
    let whole = learner.tutor.allKeys.hints(
      in: context.language, columns: context.size.columns - 2, glyphs: context.glyphs
    ).map { $0.spans.map(\.text).joined() }
    #expect((1...6).contains(whole.count) && learner.keyLine == " " + whole.joined(separator: "   "), "\(place)")
  }

  private func expectFrame(_ learner: Learner, _ place: String) {
    let (lines, rows) = (learner.surface.lines, learner.surface.size.rows)
    expectWholeHints(learner, place)
    #expect(lines[0].hasSuffix("中/EN") && !lines[rows - 2].isEmpty, "\(place)\n\(learner.screen)")
    let rule: Set<Character> = ["─", "┴"]
    let marks = lines[rows - 2].filter(rule.contains).count
    #expect(marks < 3 || marks == learner.surface.size.columns, "\(place)\n\(learner.screen)")
  }

  @Test(arguments: Language.allCases, sizes)
  func `At every size no hint is cut, and neither row of it is empty or written over`(language: Language, size: Size)
    throws
  {
    try expectFrame(Learner.atHome(language, size), "home")
    var lesson = try Learner.inChapter(language, size)
    let questions = try fixturePredictions(language)
    for index in 0..<9 {
      if index > 0 { try lesson.goOn() }
      expectFrame(lesson, "beat \(index + 1)")
      guard let question = questions[index] else { continue }
      try lesson.answer(question, rightly: false)
      expectFrame(lesson, "answered, \(index + 1)")
      try lesson.goOn()
      if lesson.sees("假如这样发") || lesson.sees("If that had been sent") { try lesson.goOn() }
    }
    var quiz = try Learner.inQuiz(language, size)
    for question in try questionsOfEachForm() {
      expectFrame(quiz, "quiz")
      try quiz.answer(question, rightly: false)
      expectFrame(quiz, "marked")
      try quiz.press(.right)
    }
    expectFrame(quiz, "score")
    for destination in Destination.all {
      try expectFrame(
        Learner([HomePage(), destination.make()], Context(language: language, glyphs: .unicode, size: size)),
        destination.name.en)
    }
  }

  @Test func `At 80 by 24 the ladder has ten rows, and the rule above the keys gives way to a seventh line`() throws {
    for index in 0..<8 {
      var learner = try Learner.inChapter(.zh)
      try learner.goTo(beat: index)
      let rules = learner.lines.indices.filter { y in
        learner.lines[y].count == 80 && learner.lines[y].allSatisfy { $0 == "─" }
      }
      #expect(rules == [14, 22] || rules == [14], "\(learner.screen)")
    }
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `Beside each other stage and text are parted by a rule that joins the others, with 46 to 66 columns of text`(
    glyphs: Glyphs
  ) throws {
    for columns in [120, 160, 200, 300] {
      let context = Context(language: .en, glyphs: glyphs, size: Size(columns: columns, rows: 40))
      let parts = WideColumns(context)
      #expect((46...66).contains(parts.text.count) && (70...100).contains(parts.stage.count))
      #expect(parts.stage.lowerBound >= 0 && parts.text.upperBound < columns)
      let learner = try Learner.inChapter(.en, Size(columns: columns, rows: 40), glyphs)
      let rule = parts.rule
      // The cards have three rows here.
      #expect(learner.surface[rule, 4].character == glyphs.teeLeft)
      #expect(
        learner.surface[rule, 38].character == glyphs.teeUp && learner.surface[rule, 37].character == glyphs.vertical)
    }
  }

  @Test func `A quiz has the same columns, the text first, so that options stay where they are when the run comes`()
    throws
  {
    for columns in [120, 160, 200, 300] {
      let size = Size(columns: columns, rows: 40)
      let parts = WideColumns(Context(language: .en, glyphs: .unicode, size: size), isTextFirst: true)
      #expect(
        parts.text.lowerBound >= 1 && parts.text.upperBound + 2 == parts.rule && parts.stage.upperBound <= columns)
      let question = try #require(questionsOfEachForm().first)
      var learner = try Learner.inQuiz(.en, size)
      func rows(_ learner: Learner) throws -> [Int] {
        try question.options.indices.map { index in
          try #require(learner.lines.firstIndex { $0.contains(" \(index + 1)  ") })
        }
      }
      let before = try rows(learner)
      try learner.answer(question)
      #expect(try rows(learner) == before)
      #expect(learner.surface[parts.rule, 38].character == "┴" && learner.surface[parts.rule, 20].character == "│")
    }
  }

  @Test func `Under the prose stand the states of both ends, once it is told`() throws {
    var learner = try Learner.inChapter(.en, .large)
    try learner.goTo(beat: 2, isTold: false)
    #expect(!learner.sees("CLOSED → "))
    try learner.goTo(beat: 2)
    #expect(learner.sees("client  CLOSED → SYN-SENT") && learner.sees("server  CLOSED → LISTEN"))
    var context = learner.tutor.context
    context.glyphs = .ascii
    let paths = StatePaths(
      names: .init("client", "server"),
      states: .init([.closed, .synSent, .established, .finWait1, .finWait2, .timeWait], [.closed]))
    let rows = paths.rows(columns: 46, context).map { $0.map(\.text).joined() }
    #expect(rows == ["client  ... > FIN-WAIT-2 > TIME-WAIT", "server  CLOSED"])
  }
}

@Suite struct `Leaving` {
  @Test func `Who has done nothing is told nothing`() throws {
    #expect(try Learner.atHome(.en).tutor.farewell == nil && Learner.inChapter(.en).tutor.farewell == nil)
    #expect(try Learner.inQuiz(.en).tutor.farewell == nil)
  }

  @Test func `How far one has come, and what is next, stays on the shell, also by way of home`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2)
    try learner.goOn()
    let told = "3/9 read · 1 of 1 predicted right · next: Data wraps around · tcptutor"
    #expect(learner.tutor.farewell == told)
    try learner.press(.escape)
    #expect(learner.tutor.farewell == told)
    learner = try Learner.inChapter(.zh)
    try learner.press(.right)
    #expect(learner.tutor.farewell == "读了 2/9 节 · 下一节：客户端连接 · tcptutor")
  }

  @Test func `A quiz says its score`() throws {
    let questions = try questionsOfEachForm()
    var learner = try Learner.inQuiz(.en, questions: questions)
    try learner.answer(questions[0])
    #expect(learner.tutor.farewell == "1 right of 1 answered, 5 in all · tcptutor")
  }

  @Test func `Where it is too small Enter goes on line by line, from where one is`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.press(.right, .character("?"))
    try learner.resize(40, 12)
    try learner.press(.enter)
    #expect(learner.effects == [.plain])
    var tutor = learner.tutor.lineByLine(columns: 40)
    let lines = tutor.tell()
    #expect(lines.contains("[2/9] The server listens") && lines.allSatisfy { $0.count <= 40 }, "\(lines)")
  }
}
