import Bilingual
import Quiz
import Screen
import Support
import TCP
import Testing

@testable import Tutor

@Suite struct `A quiz` {
  @Test(arguments: Language.allCases, Size.all)
  func `Is marked question by question, and summed up`(language: Language, size: Size) throws {
    let questions = try questionsOfEachForm()
    let rightly = [true, false, true, false, true]
    var learner = try Learner.inQuiz(language, size)
    for (index, question) in questions.enumerated() {
      #expect(learner.titleLine.hasSuffix(" \(index + 1)/5   中/EN"))
      #expect(learner.screen.squeezed.contains(question.stem()[language].squeezed))
      if !question.situation().isEmpty {
        let numbers = try #require(question.situation()[0][language].split(separator: " ").last)
        #expect(learner.sees(String(numbers)))
      }
      try learner.answer(question, rightly: rightly[index])
      try learner.expectVerdict(rightly: rightly[index], "question \(index + 1)\n\(learner.screen)")
      try learner.press(.right)
      #expect(learner.effects == [])
    }
    #expect(learner.lines[3] == (language == .zh ? "    答对 3 题，共 5 题" : "    3 of 5 right"))
    for (index, isRight) in rightly.enumerated() {
      let row = learner.lines.first { $0.contains("▌ \(index + 1)") }
      #expect(row?.contains(isRight ? "✓" : "✗") == true, "\(learner.screen)")
      try learner.press(.down)
    }
    try learner.press(.escape)
    #expect(learner.sees("tcptutor") && !learner.sees("▌ 继续") && !learner.sees("▌ Continue"))
  }

  @Test func `The first question reads like this`() throws {
    let question = try #require(questionsOfEachForm().first)
    let learner = try Learner.inQuiz(.zh)
    let options = question.options.enumerated().map { "    \("  \($0 + 1)  \(question.text(of: $1, in: .zh))")" }
    let expected =
      [" 测验   ◆○○○○ 1/5   中/EN", ""]
      + question.situation().map { "  • \($0.zh)" } + ["", "   ◆ 题目   \(question.stem().zh)", ""]
      + options.map { String($0.dropFirst()) }
    #expect(learner.lines.prefix(expected.count).map(\.squeezed) == expected.map(\.squeezed))
    #expect(learner.lines[expected.count...].dropLast(2).allSatisfy { $0.isEmpty })
    #expect(learner.keyLine == " ↓ 选   1-4 选，再按一次作答   回车 作答   - 放弃这题   ? 帮助   Esc 目录")
  }

  @Test func `A score of nothing and of everything`() throws {
    for rightly in [false, true] {
      var learner = try Learner.inQuiz(.en)
      for question in try questionsOfEachForm() {
        try learner.answer(question, rightly: rightly)
        try learner.press(.right)
      }
      #expect(learner.sees(rightly ? "5 of 5 right" : "0 of 5 right"))
      #expect(learner.sees("✗") != rightly && learner.sees("✓") == rightly)
    }
  }

  @Test func `A row of the score opens its question, by keys and by a click, and the score comes back`() throws {
    let questions = try questionsOfEachForm()
    var learner = try Learner.inQuiz(.en)
    for question in questions {
      try learner.answer(question)
      try learner.press(.right)
    }
    let score = learner.lines
    try learner.press(.down, .down, .enter)
    #expect(learner.titleLine.hasSuffix(" 3/5   中/EN") && learner.sees("  right"))
    try learner.press(.escape)
    #expect(learner.sees("5 of 5 right") && learner.sees("▌ 3"))
    try learner.press(.home)
    #expect(learner.lines == score)
    let y = try #require(learner.lines.firstIndex { $0.hasPrefix("    2") })
    try learner.click(x: 20, y: y)
    #expect(learner.titleLine.hasSuffix(" 2/5   中/EN"))
  }

  @Test func `A quiz that was begun is left by its score, and can be gone on with`() throws {
    let questions = try questionsOfEachForm()
    var learner = try Learner.inQuiz(.en)
    try learner.answer(questions[0])
    try learner.press(.right, .escape)
    #expect(learner.effects == [] && learner.sees("1 right of 1 answered, 5 in all"))
    try learner.press(.character("2"))
    #expect(learner.titleLine.hasSuffix(" 2/5   中/EN"))
    try learner.answer(questions[1])
    try learner.press(.character("q"))
    #expect(learner.effects == [] && learner.sees("2 right of 2 answered, 5 in all"))
    try learner.press(.escape)
    #expect(learner.sees("▌ Continue"))
  }

  @Test func `One that was not begun is left at once`() throws {
    var learner = try Learner.inQuiz(.en)
    try learner.press(.escape)
    #expect(learner.sees("▌ Begin"))
  }

  @Test func `Another round has fresh questions`() throws {
    var learner = try Learner.inQuiz(.en)
    for question in try questionsOfEachForm() {
      try learner.answer(question)
      try learner.press(.right)
    }
    try learner.press(.character("r"))
    #expect(learner.titleLine.contains("nothing was wrong"))
    try learner.press(.character("a"))
    #expect(learner.effects == [.content(.paper(PaperRequest()))] && learner.titleLine.hasSuffix(" 1/5   中/EN"))
    #expect(!learner.sees("✓"))
  }

  @Test func `The wrong ones are asked once more with other numbers, and only these`() throws {
    let questions = try questionsOfEachForm()
    var learner = try Learner.inQuiz(.en)
    for (index, question) in questions.enumerated() {
      try learner.answer(question, rightly: index != 0 && index != 2)
      try learner.press(.right)
    }
    #expect(learner.sees("3 of 5 right"))
    try learner.press(.character("r"))
    #expect(
      learner.effects == [.content(.paper(PaperRequest(items: ["fx-second-segment", "fx-first-data"], count: 2)))])
    #expect(learner.titleLine.hasSuffix(" 1/5   中/EN") && !learner.sees("✓") && !learner.sees("✗"))
    let situation = try #require(questions[0].situation().first?.en)
    #expect(!learner.sees(situation), "other numbers")
    // Whatever is answered, the next is the other wrong one, and behind that the score.
    try learner.press(.character("-"), .right)
    #expect(learner.titleLine.hasSuffix(" 3/5   中/EN"))
    try learner.press(.character("-"), .right)
    #expect(learner.sees("3 of 5 right") && learner.lines.count { $0.contains("given up") } == 2)
  }

  @Test(arguments: Language.allCases, Size.all)
  func `In the score nothing is cut: what was asked, and beside it what was answered`(
    language: Language, size: Size
  ) throws {
    let question = try #require(fixtureQuestions("fx-second-segment").first)
    var learner = try Learner.inQuiz(language, size, questions: [question])
    try learner.answer(question)
    try learner.press(.right)
    #expect(!learner.sees("…"))
    let row = try #require(learner.lines.first { $0.contains("▌ 1") })
    let stem = question.stem()[language]
    #expect(row.squeezed.contains(stem.squeezed.prefix(8)))
    #expect(row.distance(from: row.startIndex, to: try #require(row.firstIndex(of: "✓"))) > 20)
    let text = learner.lines.joined(separator: " ").squeezed
    for word in question.text(of: question.key, in: language).split(separator: " ") { #expect(text.contains(word)) }
  }

  @Test func `Where no question can be had, why is told, and Escape goes back`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Lessons/en/.keep", "")
    try folder.write("Quizzes/items.yaml", "- id: [\n")
    var learner = try Learner(
      [HomePage(chapters: []), QuizPage(PaperRequest())], Context(language: .en, glyphs: .unicode),
      directory: folder.path)
    #expect(learner.screen.squeezed.contains("Quizzes/items.yaml:"), "\(learner.screen)")
    try learner.press(.enter, .right, .escape)
    #expect(learner.sees("tcptutor"))
  }

  @Test func `One can look back, and an answer stays as it was given`() throws {
    let questions = try questionsOfEachForm()
    var learner = try Learner.inQuiz(.en)
    try learner.press(.left)
    #expect(learner.titleLine.hasSuffix(" 1/5   中/EN"))
    try learner.answer(questions[0], rightly: false)
    let answered = learner.lines
    try learner.press(.right)
    let second = learner.lines
    try learner.press(.left)
    #expect(learner.lines.dropLast() == answered.dropLast() && !learner.keyLine.contains("take it back"))
    // A digit looks at an option, and is no other answer.
    try learner.press(.character("1"), .character("2"))
    #expect(learner.reads("This one"))
    try learner.press(.enter)
    #expect(learner.lines == second)
  }

  @Test func `An answer is taken back as long as nothing was done since`() throws {
    let questions = try questionsOfEachForm()
    var learner = try Learner.inQuiz(.en)
    let asked = learner.lines
    try learner.answer(questions[0], rightly: false)
    try learner.press(.character("u"))
    #expect(learner.lines == asked)
    try learner.answer(questions[0])
    try learner.press(.right, .left, .character("u"))
    #expect(learner.sees("  right") && learner.titleLine.contains("? lists the keys"))
  }

  @Test func `Behind each option that was not chosen stands why it is not right`() throws {
    let question = try #require(fixtureQuestions("fx-second-segment").first)
    var learner = try Learner.inQuiz(.en, .large, questions: [question])
    try learner.answer(question)
    for (index, option) in question.options.enumerated() where option != question.key {
      let mistake = try #require(question.mistake(behind: option))
      try learner.press(.character(Character(String(index + 1))))
      let text = learner.lines.map { String($0.prefix(47)) }.joined().squeezed
      #expect(text.contains("This one ✗ \(question.text(of: option, in: .en))".squeezed), "\(learner.screen)")
      #expect(text.contains(String(mistake.assumed.en.prefix(20)).squeezed), "\(learner.screen)")
    }
    try learner.press(.character(Character(String(question.options.firstIndex(of: question.key)! + 1))))
    #expect(learner.sees("Yours    ✓"))
  }

  @Test func `An unanswered question can't be passed over, and why is said`() throws {
    var learner = try Learner.inQuiz(.en)
    let keys = learner.keyLine
    try learner.press(.right, .character(" "))
    #expect(learner.titleLine.contains("answer first") && learner.effects == [] && learner.keyLine == keys)
    try learner.press(.down)
    #expect(learner.titleLine.hasSuffix(" 1/5   中/EN"))
  }

  @Test func `Wrong answers are named, and both misconception and truth are told`() throws {
    let question = try #require(fixtureQuestions("fx-second-segment").first)
    let wrong = try #require(question.options.firstIndex { !question.isCorrect($0) })
    let misconception = try #require(question.mistake(behind: question.options[wrong]))
    for language in Language.allCases {
      let context = Context(language: language, glyphs: .unicode)
      var panel = QuestionPanel(question)
      #expect(panel.hear(String(wrong + 1)) == nil)
      let text = panel.rows(columns: 58, context).map { $0.spans.map(\.text).joined() }.joined().squeezed
      for said in [
        misconception.assumed[language], misconception.breaks[language], misconception.follows[language],
        misconception.source,
      ] {
        #expect(text.contains(said.squeezed), "\(said)\n\(text)")
      }
    }
  }

  @Test func `A click chooses the option that it hits`() throws {
    let question = try #require(questionsOfEachForm().first)
    for size in Size.all {
      for (index, option) in question.options.enumerated() {
        var learner = try Learner.inQuiz(.en, size)
        let text = "\(index + 1)  \(question.text(of: option, in: .en))".squeezed
        let y = try #require(learner.lines.firstIndex { $0.squeezed.contains(text) })
        let x = learner.lines[y].prefix { $0 == " " }.count
        try learner.click(x: x, y: y)
        #expect(learner.lines[y].squeezed.contains("▶\(text)"), "option \(index + 1) at \(size)")
        try learner.click(x: x, y: y)
        try learner.expectVerdict(rightly: question.isCorrect(option), "option \(index + 1) at \(size)")
      }
    }
  }

  @Test(arguments: Language.allCases, Size.all)
  func `Reasons that don't fit are announced, and scrolling them has an end`(language: Language, size: Size) throws {
    for question in try questionsOfEachForm() {
      var learner = try Learner.inQuiz(language, size, questions: [question])
      try learner.answer(question, rightly: false)
      // The first option is looked at from the first press on.
      if question.form == .choice { try learner.press(.character("1")) }
      let top = learner.lines
      var rows = 0
      while learner.hasMoreBelow, rows < 60 {
        try learner.press(.down)
        rows += 1
      }
      #expect(rows < 60)
      for _ in 0..<rows { try learner.press(.up) }
      #expect(learner.lines == top, "\(question.stem().en)")
    }
  }

  @Test(arguments: Language.allCases, Size.all)
  func `Of a question that is longer than the page every option can be reached, and clicked`(
    language: Language, size: Size
  ) throws {
    let long = try #require(fixtureQuestions("fx-order").first)
    var learner = try Learner.inQuiz(language, Size(columns: size.columns, rows: 18), questions: [long])
    for number in 1...long.options.count {
      try learner.press(.down)
      let y = try #require(learner.lines.firstIndex { $0.contains("▶ \(number)  ") }, "\(number)\n\(learner.screen)")
      try learner.click(x: 8, y: y)
      #expect(learner.lines.contains { $0.contains("▶ \(number)  ") })
    }
    for _ in 0..<40 { try learner.press(.up) }
    let first = try #require(long.situation().first?[language])
    #expect(learner.screen.squeezed.contains(first.squeezed.prefix(20)), "\(learner.screen)")
  }

  @Test(arguments: Language.allCases)
  func `On a wide page an open question has the run beside it, as far as it is given`(language: Language) throws {
    for question in try questionsOfEachForm() {
      let learner = try Learner.inQuiz(language, .large, questions: [question])
      let sent = question.given.map { run in run.transcript.contains { if case .send = $0.kind { true } else { false } }
      }
      let ladder = (0..<40).contains { y in
        (60..<120).contains { [.first, .second].contains(learner.surface[$0, y].style.role) }
      }
      #expect(ladder == (sent != nil), "\(question.stem().en)\n\(learner.screen)")
      #expect(!learner.sees("SND.NXT") && !learner.sees("snd.nxt"))
    }
  }

  @Test(arguments: Language.allCases)
  func `The numbers that one has to check against stay in sight with the verdict`(language: Language) throws {
    let question = try #require(fixtureQuestions("fx-second-segment").first)
    var learner = try Learner.inQuiz(language, questions: [question])
    try learner.answer(question, rightly: false)
    #expect(learner.sees(try #require(question.situation().first)[language]), "\(learner.screen)")
  }

  @Test func `A diagram that is higher than its place is scrolled as announced`() throws {
    let question = try #require(fixtureQuestions("fx-first-data").first)
    var learner = try Learner.inQuiz(.en, questions: [question])
    try learner.answer(question, rightly: false)
    try #require(learner.sees("↑ PgUp"))
    let before = learner.lines
    try learner.press(.pageUp)
    #expect(learner.lines != before)
  }

  @Test func `It comes back to the lesson that it was taken in`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 8)
    let lesson = learner.lines
    try learner.press(.right)
    #expect(learner.titleLine.contains("1/"))
    try learner.press(.escape)
    #expect(learner.lines == lesson && learner.effects == [])
  }
}
