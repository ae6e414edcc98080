import Bilingual
import Quiz
import Screen
import Support
import TCP
import Testing

@testable import Tutor

@Suite struct `Taking an answer` {
  private let context = Context(language: .en, glyphs: .unicode)

  private func panel(_ id: String) throws -> (panel: QuestionPanel, question: Question) {
    let question = try #require(fixtureQuestions(id).first)
    return (QuestionPanel(question), question)
  }

  private func lines(_ panel: QuestionPanel, columns: Int = 60) -> [String] {
    panel.rows(columns: columns, context).map { $0.spans.map(\.text).joined() }
  }

  // MARK: Every form

  @Test func `By keys and by a line the same answer is given, right or wrong`() throws {
    for question in try questionsOfEachForm() {
      for rightly in [true, false] {
        var heard = QuestionPanel(question)
        #expect(heard.hear(try question.line(rightly: rightly, in: .zh)) == nil, "\(question.form)")
        #expect(heard.isAnswered && heard.isCorrect == rightly, "\(question.form)")
        var learner = try Learner.inQuiz(.zh, questions: [question])
        try learner.answer(question, rightly: rightly)
        try learner.expectVerdict(rightly: rightly)
      }
    }
  }

  @Test func `A guess is an answer, and a question can be given up`() throws {
    for question in try questionsOfEachForm() {
      var guessed = QuestionPanel(question)
      #expect(guessed.hear(try question.line(rightly: true, in: .en) + " ?") == nil && guessed.isCorrect)
      var givenUp = QuestionPanel(question)
      #expect(givenUp.hear("-") == nil && givenUp.isAnswered && !givenUp.isCorrect && givenUp.given == nil)
      let told = givenUp.toldVerdict(context)
      #expect(told.first == "✗ Given up.")
      #expect(told.joined().squeezed.contains(question.text(of: question.key, in: .en).squeezed))
    }
  }

  @Test func `A dash gives a question up, where it can't be part of an answer`() throws {
    for question in try questionsOfEachForm() {
      var learner = try Learner.inQuiz(.en, questions: [question])
      try learner.press(.character("-"))
      #expect(learner.reads("given up"), "\(question.form)")
      if question.form != .order { #expect(learner.reads(question.text(of: question.key, in: .en))) }
    }
    var (panel, _) = try panel("fx-first-data")
    #expect(panel.take(.character("1")) && panel.take(.character("-")) && !panel.isAnswered, "as in x-1")
  }

  @Test func `Nonsense is told what would be right, and changes nothing`() throws {
    for question in try questionsOfEachForm() {
      for line in ["", "x y z", "0", "99 98", "1 1 1 1 1 1 1 1 1", "１；２"]
      where (question.form != .typed || Int(line) == nil) && (question.form != .blanks || line != "99 98") {
        var panel = QuestionPanel(question)
        let problem = panel.hear(line)
        #expect(problem.map { !$0.zh.isEmpty && $0.zh != $0.en } == true, "\(question.form): “\(line)”")
        #expect(!panel.isAnswered)
      }
    }
  }

  @Test func `Nothing is taken once it is answered`() throws {
    for question in try questionsOfEachForm() {
      var panel = QuestionPanel(question)
      _ = panel.hear(try question.line(rightly: true, in: .en))
      for key in [Key.enter, .character("9"), .character(" "), .backspace] {
        let isTaken = panel.take(key)
        #expect(!isTaken)
      }
      panel.choose(0)
      // The options of a choice can be looked at.
      #expect(panel.isCorrect && panel.lines.isEmpty == (question.form != .choice))
    }
  }

  @Test func `Full-width digits and commas are read as the narrow ones`() throws {
    var (panel, question) = try panel("fx-order")
    let line = try question.line(rightly: true, in: .zh)
    let wide = String(
      line.map { $0 == " " ? "，" : Character(Unicode.Scalar($0.unicodeScalars.first!.value + 0xFEE0)!) })
    #expect(wide.contains("１") && panel.hear(wide) == nil && panel.isCorrect)
  }

  @Test func `An option that is longer than the line goes on under itself, and each of its lines is its own`() throws {
    let (panel, question) = try panel("fx-rule")
    let rows = panel.rows(columns: 40, context)
    for index in question.options.indices {
      let own = rows.filter { $0.target == index }.map { $0.spans.map(\.text).joined() }
      #expect(own.count > 1 && own[0].hasPrefix("   \(index + 1)  "))
      #expect(own.dropFirst().allSatisfy { $0.hasPrefix("      ") })
      #expect(own.joined().squeezed.contains(question.text(of: question.options[index], in: .en).squeezed))
    }
  }

  @Test func `A digit that may be meant for an option is asked back once, on the screen only`() throws {
    let question = try #require(
      ItemReader.read(
        """
        - id: long
          revision: 1
          chapter: c
          exams: []
          scenario: |
            client isn 5000
            server listen
            client connect
            settle
          ask: { kind: field, segment: 3, of: [seq] }
          form: typed
          sources: []
        """, file: "items.yaml"
      ).first
    ).question(seed: 1, misconceptions: MisconceptionCatalogue())
    var panel = QuestionPanel(question)
    #expect(panel.take(.character("4")) && panel.take(.enter) && !panel.isAnswered)
    #expect(lines(panel).contains("4 as the number? Enter again takes it"))
    #expect(panel.take(.backspace) && panel.take(.character("5")) && panel.take(.enter) && !panel.isAnswered)
    #expect(panel.take(.enter) && panel.isAnswered && !panel.isCorrect)
    var heard = QuestionPanel(question)
    #expect(heard.hear("4") == nil && heard.isAnswered)
  }

  @Test func `What an input method makes wide guesses and gives up as well`() throws {
    for question in try questionsOfEachForm() {
      var guessed = QuestionPanel(question)
      #expect(guessed.hear(try question.line(rightly: true, in: .zh) + "？") == nil && guessed.isCorrect)
      var givenUp = QuestionPanel(question)
      #expect(givenUp.hear("－") == nil && givenUp.isAnswered && givenUp.given == nil)
    }
  }

  // MARK: Several

  @Test func `Of several it is said how many, and fewer or more are not taken`() throws {
    var (panel, question) = try panel("fx-concept-several")
    #expect(question.form == .multiple && lines(panel).contains("Mark 2; 0 marked so far"))
    #expect(panel.take(.character("1")) && panel.take(.enter))
    #expect(lines(panel).contains("Mark 2; 1 marked so far") && lines(panel).contains("2 wanted, 1 marked"))
    #expect(panel.take(.character("1")) && lines(panel).contains("Mark 2; 0 marked so far"))
    #expect(panel.hear("1 2 3") == Localized(zh: "要选 2 项，已选 3 项", en: "2 wanted, 3 marked"))
    for index in try question.marks(rightly: true).reversed() { panel.choose(index) }
    // What the line had marked is still marked.
    #expect(!panel.isAnswered)
  }

  @Test func `The order in which they are marked does not matter`() throws {
    var (panel, question) = try panel("fx-concept-several")
    for index in try question.marks(rightly: true).reversed() { panel.choose(index) }
    _ = panel.take(.enter)
    #expect(panel.isCorrect)
    #expect(lines(panel).filter { $0.contains("✓") && $0.contains("[x]") }.count == 2)
  }

  @Test func `The space bar marks the row that the arrows are on`() throws {
    var (panel, _) = try panel("fx-concept-several")
    for key in [Key.down, .down, .character(" ")] { _ = panel.take(key) }
    #expect(lines(panel).contains { $0.hasPrefix(" ▶ 2  [x]") })
  }

  // MARK: An order

  @Test func `A row is taken up, moved by arrows and put down`() throws {
    var (panel, _) = try panel("fx-order")
    func pieces() -> [String] {
      lines(panel, columns: 76).filter { $0.dropFirst(3).first?.isNumber == true }.map { String($0.dropFirst(6)) }
    }
    let before = pieces()
    for key in [Key.down, .character(" "), .down, .down, .character(" "), .up] { _ = panel.take(key) }
    #expect(pieces() == [before[1], before[2], before[0]] + before.dropFirst(3))
    #expect(lines(panel).contains { $0.hasPrefix(" ▶ 2  ") })
  }

  @Test func `It can't be given before anything was put in order`() throws {
    var (panel, _) = try panel("fx-order")
    #expect(panel.take(.enter) && !panel.isAnswered && lines(panel).contains("put them in order first"))
  }

  @Test func `Numbers that are no order of the rows are asked for again`() throws {
    var (panel, question) = try panel("fx-order")
    let count = question.options.count
    let all = (1...count).map(String.init)
    for line in [all.dropLast(), ["1"] + all.dropFirst(2) + ["1"], all + [String(count + 1)]] {
      #expect(panel.hear(line.joined(separator: " ")) != nil && !panel.isAnswered)
    }
  }

  // MARK: Typed

  @Test func `What can't be read is asked for again, and every letter can be typed`() throws {
    let question = try #require(fixtureQuestions("fx-syn-ack-lost").first)
    var learner = try Learner.inQuiz(.en, questions: [question])
    try learner.type("quit ")
    try learner.press(.enter)
    #expect(learner.sees("Answer: quit") && learner.sees("write a state's name, such as ESTABLISHED"))
    #expect(learner.effects == [])
    for _ in 0..<7 { try learner.press(.backspace) }
    try learner.type("syn sent")
    #expect(!learner.sees("write a state's name"))
    try learner.press(.enter)
    #expect(learner.sees("  right"))
  }

  @Test func `The text cursor stands behind what is typed, however long that is`() throws {
    let questions = try fixtureQuestions("fx-first-data")
    for (language, prompt) in [(Language.zh, 6), (.en, 8)] {
      for size in Size.all {
        var learner = try Learner.inQuiz(language, size, questions: questions)
        let row = try #require(learner.lines.firstIndex { $0.contains("回答：") || $0.contains("Answer:") })
        let start = learner.lines[row].prefix { $0 == " " }.count
        #expect(learner.cursor == Point(x: start + prompt, y: row))
        try learner.type("号1")
        #expect(learner.cursor == Point(x: start + prompt + 3, y: row))
        try learner.type(String(repeating: "9 ", count: 40))
        #expect(learner.cursor.map { $0.y >= row } == true && learner.screen.filter { $0 == "9" }.count >= 35)
        for _ in 0..<90 { try learner.press(.backspace) }
        try learner.type("0")
        try learner.press(.enter)
        #expect(learner.cursor == nil)
      }
    }
  }
}
