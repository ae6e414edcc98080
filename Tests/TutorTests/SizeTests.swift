import Bilingual
import Screen
import Testing

@testable import Tutor

private let sizes: [(columns: Int, rows: Int)] = [
  (0, 0), (0, 24), (80, 0), (1, 1), (2, 3), (3, 1), (1, 100), (300, 1), (59, 18), (60, 17), (60, 18), (61, 19),
  (79, 24),
  (119, 18), (120, 18), (120, 40), (121, 24), (300, 18), (60, 60), (200, 60),
]

@Suite struct `Any size` {
  /// Resizes a page to every size; each is drawn and checked, and keys do no harm.
  private func squeeze(_ begin: Learner) throws {
    for (columns, rows) in sizes {
      var learner = begin
      try learner.resize(columns, rows)
      try learner.press(.down, .up, .pageUp)
      try learner.click(x: columns / 2, y: rows / 2)
      try learner.click(x: -1, y: 1_000)
    }
  }

  @Test(arguments: Language.allCases)
  func `Every page can be drawn in it`(language: Language) throws {
    try squeeze(Learner.atHome(language))
    try squeeze(Learner.inChapter(language))
    for (place, question) in try fixturePredictions(language) {
      var lesson = try Learner.inChapter(language)
      try lesson.goTo(beat: place, isTold: false)
      try squeeze(lesson)
      try lesson.answer(question, rightly: false)
      try squeeze(lesson)
      try lesson.press(.right)
      try squeeze(lesson)
      try lesson.press(.character("i"))
      try squeeze(lesson)
      try lesson.press(.character("?"))
      try squeeze(lesson)
    }
    for destination in Destination.all {
      try squeeze(Learner([destination.make()], Context(language: language, glyphs: .unicode)))
    }
  }

  @Test(arguments: Language.allCases)
  func `A quiz and its score can be drawn in it`(language: Language) throws {
    var quiz = try Learner.inQuiz(language)
    for question in try questionsOfEachForm() {
      try squeeze(quiz)
      try quiz.answer(question, rightly: false)
      try squeeze(quiz)
      try quiz.press(.right)
    }
    try squeeze(quiz)
  }

  @Test func `A tutor can begin without any room at all`() throws {
    for size in [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1)] {
      for language in Language.allCases {
        for var learner in try [
          Learner.atHome(language, size), .inChapter(language, size), .inQuiz(language, size),
        ] {
          try learner.press(.right, .character("1"), .left)
          #expect(learner.effects == [] && learner.tutor.deadline == nil)
          try learner.resize(80, 24)
          #expect(learner.lines.count == 24 && !learner.keyLine.isEmpty)
        }
      }
    }
  }

  @Test func `A screen that is too small says so`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.resize(40, 10)
    #expect(
      learner.lines.filter { !$0.isEmpty } == [
        "终端太小：需要 60×18，现在是 40×10。", "放大窗口后自动恢复；回车改为逐行问答（即", "tcptutor --plain）；q 退出。",
      ])
    learner = try Learner.inChapter(.en)
    try learner.resize(59, 18)
    #expect(
      learner.lines.filter { !$0.isEmpty } == [
        "The terminal is too small: 60×18 needed, 59×18 here.",
        "Enlarge it and all comes back; Enter goes on line by line", "(as tcptutor --plain does); q quits.",
      ])
    try learner.resize(60, 17)
    #expect(learner.sees("60×17 here"))
    try learner.resize(60, 18)
    #expect(!learner.sees("too small"))
  }

  @Test func `When there is room again all is as it was, and keys meanwhile did nothing`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 4, isTold: false)
    try learner.press(.down)
    let before = learner.lines
    try learner.resize(30, 8)
    try learner.press(.right, .left, .character("1"), .character("?"), .character("l"), .escape)
    try learner.click(x: 3, y: 3)
    #expect(learner.effects == [])
    try learner.resize(80, 24)
    #expect(learner.lines == before)
  }

  @Test func `Where it is too small one key still quits`() throws {
    var learner = try Learner.inQuiz(.en)
    try learner.resize(10, 3)
    try learner.press(.character("q"))
    #expect(learner.effects == [.quit])
  }
}

@Suite struct `ASCII` {
  /// What terminals and fonts without the full set lack; texts have their own letters.
  private func drawn(_ learner: Learner) -> Set<Character> {
    Set(
      learner.screen.filter { character in
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        return (0x2190...0x21FF).contains(scalar) || (0x2500...0x25FF).contains(scalar)
          || (0x2700...0x27BF).contains(scalar) || (0x2800...0x28FF).contains(scalar) || "•–×".contains(character)
      })
  }

  @Test(arguments: Language.allCases, [Size.usual, .large, .least, .huge])
  func `It is drawn with nothing else`(language: Language, size: Size) throws {
    func check(_ learner: Learner, _ place: String) {
      #expect(drawn(learner) == [], "\(place)\n\(learner.screen)")
    }
    try check(Learner.atHome(language, size, .ascii), "home")
    var lesson = try Learner.inChapter(language, size, .ascii)
    let questions = try fixturePredictions(language)
    for index in 1..<9 {
      try lesson.goOn()
      check(lesson, "beat \(index + 1)")
      guard let question = questions[index] else { continue }
      try lesson.press(.down, .up, .enter)
      check(lesson, "problem \(index + 1)")
      try lesson.press(.left, .right)
      if lesson.isMoving { try lesson.press(.right) }
      try lesson.answer(question, rightly: false)
      check(lesson, "verdict \(index + 1)")
      try lesson.goOn()
      check(lesson, "after verdict \(index + 1)")
      if lesson.sees("假如这样发") || lesson.sees("If that had been sent") { try lesson.goOn() }
    }
    try lesson.press(.character("p"))
    check(lesson, "playing")
    try lesson.press(.character("i"))
    check(lesson, "header")
    try lesson.press(.character("?"))
    check(lesson, "help")
    try lesson.press(.escape)
    try lesson.resize(20, 5)
    check(lesson, "too small")
    var quiz = try Learner.inQuiz(language, size, .ascii)
    for question in try questionsOfEachForm() {
      check(quiz, "question")
      try quiz.answer(question, rightly: false)
      check(quiz, "answered")
      try quiz.press(.right)
    }
    check(quiz, "score")
    for destination in Destination.all {
      let page = try Learner([destination.make()], Context(language: language, glyphs: .ascii, size: size))
      check(page, destination.name.en)
    }
  }
}
