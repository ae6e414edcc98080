import Bilingual
import Quiz
import Screen
import Support
import TCP
import Testing

@testable import Tutor

extension Learner {
  /// Answers the question on the screen, rightly or not.
  mutating func answer(_ question: Question, rightly: Bool) throws {
    let language = tutor.context.language
    switch question.form {
    case .choice:
      let index = try #require(question.options.firstIndex { question.isCorrect($0) == rightly })
      #expect(digit(of: question.text(of: question.options[index], in: language)) == Character(String(index + 1)))
      try press(.character(Character(String(index + 1))))
    case .typed, .multiple, .order:
      if rightly {
        try type(question.text(of: question.key, in: language))
      } else {
        try type(#require(question.wrongWords))
      }
      try press(.enter)
    }
  }
}

extension Question {
  /// Something to type that can be read, and is not right.
  var wrongWords: String? {
    ["LISTEN", "CLOSING", "0", "0 0", "nothing", "neither", "both", "LISTEN CLOSED", "2MSL"].first { words in
      (try? read(words)).map { !isCorrect($0) } ?? false
    }
  }
}

@Suite struct `A quiz` {
  @Test(arguments: Language.allCases, [Size.usual, .large, .least])
  func `Is marked question by question, and summed up`(language: Language, size: Size) throws {
    let questions = try callQuestions()
    let rightly = [true, false, true, false, true]
    try #require(questions.count == rightly.count)
    var learner = try Learner.inQuiz(language, size)
    for (index, question) in questions.enumerated() {
      #expect(learner.titleLine.hasSuffix("\(index + 1)/5"))
      #expect(learner.screen.squeezed.contains(question.stem[language].squeezed))
      for line in question.situation { #expect(learner.screen.squeezed.contains(line[language].squeezed)) }
      try learner.answer(question, rightly: rightly[index])
      let verdict = rightly[index] ? ("正确。", "Right.") : ("不对。", "Not so.")
      let told = language == .zh ? verdict.0 : verdict.1
      while !learner.sees(told), learner.sees("↓ 下面还有") || learner.sees("↓ more below") { try learner.press(.down) }
      #expect(learner.sees(told), "question \(index + 1)\n\(learner.screen)")
      try learner.press(.right)
      #expect(learner.effects == [])
    }
    let score = language == .zh ? "    答对 3 题，共 5 题" : "    3 of 5 right"
    #expect(learner.lines[3] == score)
    let marks = learner.lines.compactMap { line in line.first { $0 == "✓" || $0 == "✗" } }
    #expect(marks == ["✓", "✗", "✓", "✗", "✓"])
    try learner.press(.enter)
    #expect(learner.effects == [.quit])
  }

  @Test func `The first question reads like this`() throws {
    let question = try #require(callQuestions().first)
    let learner = try Learner.inQuiz(.zh)
    let options = question.options.enumerated().map {
      "   \($0 == 0 ? "▶" : " ") \($0 + 1)  \(question.text(of: $1, in: .zh))"
    }
    let expected =
      [" 测验" + String(repeating: " ", count: 71) + "1/5", ""]
      + question.situation.map { "  • \($0.zh)" } + ["", "  server 接着发送什么？"] + options
    #expect(Array(learner.lines.prefix(expected.count)) == expected)
    #expect(learner.lines[expected.count...].dropLast().allSatisfy { $0.isEmpty })
  }

  @Test func `A score of nothing and of everything`() throws {
    for rightly in [false, true] {
      var learner = try Learner.inQuiz(.en)
      for question in try callQuestions() {
        try learner.answer(question, rightly: rightly)
        try learner.press(.right)
      }
      #expect(learner.sees(rightly ? "5 of 5 right" : "0 of 5 right"))
      #expect(learner.sees("✗") != rightly && learner.sees("✓") == rightly)
    }
  }

  @Test func `One can look back, and an answer stays as it was given`() throws {
    let questions = try callQuestions()
    var learner = try Learner.inQuiz(.en)
    try learner.press(.left)
    #expect(learner.titleLine.hasSuffix("1/5"))
    try learner.answer(questions[0], rightly: false)
    let answered = learner.lines
    try learner.press(.right)
    let second = learner.lines
    try learner.press(.left)
    #expect(learner.lines == answered)
    try learner.press(.character("1"), .character("2"), .enter)
    #expect(learner.lines == second)
  }

  @Test func `An unanswered question can't be passed over`() throws {
    var learner = try Learner.inQuiz(.en)
    try learner.press(.right, .character(" "))
    #expect(learner.titleLine.hasSuffix("1/5") && learner.effects == [])
  }

  @Test func `Wrong answers are named, and both misconception and truth are told`() throws {
    let question = try #require(callQuestions().first)
    let wrong = try #require(question.options.firstIndex { !question.isCorrect($0) })
    let misconception = try #require(question.misconception(behind: question.options[wrong]))
    for language in Language.allCases {
      var learner = try Learner.inQuiz(language)
      try learner.press(.character(Character(String(wrong + 1))))
      let text = learner.screen.squeezed
      #expect(text.contains(misconception.statement[language].squeezed))
      #expect(text.contains(misconception.truth[language].squeezed))
      #expect(text.contains(misconception.source.squeezed))
    }
  }

  @Test func `What can't be read is asked for again, and every letter can be typed`() throws {
    var learner = try Learner.inQuiz(.en, questions: [callQuestions()[2]])
    try learner.type("quit ")
    try learner.press(.enter)
    #expect(learner.sees("Answer: quit") && learner.sees("write a state's name, such as ESTABLISHED"))
    #expect(learner.effects == [])
    for _ in 0..<7 { try learner.press(.backspace) }
    try learner.type("syn sent")
    #expect(!learner.sees("write a state's name"))
    try learner.press(.enter)
    #expect(learner.sees("Right."))
  }

  @Test func `The text cursor stands behind what is typed`() throws {
    for (language, prompt) in [(Language.zh, 6), (.en, 8)] {
      for size in [Size.usual, .large] {
        var learner = try Learner.inQuiz(language, size, questions: [callQuestions()[4]])
        let row = try #require(learner.lines.firstIndex { $0.contains("回答：") || $0.contains("Answer:") })
        #expect(learner.cursor == Point(x: 2 + prompt, y: row))
        try learner.type("号1")
        #expect(learner.cursor == Point(x: 2 + prompt + 3, y: row))
        try learner.press(.backspace, .backspace)
        try learner.type("0")
        try learner.press(.enter)
        #expect(learner.cursor == nil)
      }
    }
  }

  @Test(arguments: [Size.usual, .large, Size(columns: 200, rows: 50)])
  func `A click gives the option that it hits`(size: Size) throws {
    let question = try #require(callQuestions().first)
    for (index, option) in question.options.enumerated() {
      var learner = try Learner.inQuiz(.en, size)
      let text = "\(index + 1)  \(question.text(of: option, in: .en))"
      let y = try #require(learner.lines.firstIndex { $0.hasSuffix(text) })
      try learner.take(.input(.click(Point(x: 8, y: y))))
      #expect(learner.sees(question.isCorrect(option) ? "✓ \(text)" : "✗ \(text)"), "option \(index + 1) at \(size)")
    }
  }

  @Test(arguments: Language.allCases, [Size.usual, .least])
  func `Reasons that don't fit are announced, and scrolling them has an end`(language: Language, size: Size) throws {
    for (index, question) in try callQuestions().enumerated() {
      var learner = try Learner.inQuiz(language, size, questions: [question])
      try learner.answer(question, rightly: false)
      let top = learner.lines
      var rows = 0
      while learner.sees("↓ 下面还有") || learner.sees("↓ more below"), rows < 50 {
        try learner.press(.down)
        rows += 1
      }
      let isAtItsEnd = try learner.screen.squeezed.contains(question.lastReason(in: language))
      #expect(isAtItsEnd, "question \(index + 1)\n\(learner.screen)")
      // More presses than there are rows cost nothing on the way back.
      try learner.press(.down, .down, .down)
      for _ in 0..<rows { try learner.press(.up) }
      #expect(learner.lines == top, "question \(index + 1)")
    }
  }

  @Test func `A diagram that is higher than its place is scrolled as announced`() throws {
    var learner = try Learner.inQuiz(.en, questions: [callQuestions()[4]])
    try learner.answer(callQuestions()[4], rightly: false)
    try #require(learner.sees("↑ PgUp"))
    let before = learner.lines
    try learner.press(.pageUp)
    #expect(learner.lines != before)
  }

  @Test func `It comes back to the lesson that it was taken in`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: lastBeat)
    let lesson = learner.lines
    try learner.press(.right)
    #expect(learner.titleLine.hasSuffix("1/5"))
    try learner.press(.escape)
    #expect(learner.lines == lesson && learner.effects == [])
  }
}
