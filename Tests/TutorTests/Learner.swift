import Bilingual
import Course
import Quiz
import Screen
import Support
import Testing
import Tutor

/// Somebody at the keys of a tutor: presses them, looks at the screen, and has loaded what is asked for.
struct Learner {
  private(set) var tutor: Tutor
  /// What is on the screen.
  private(set) var surface: Surface
  private(set) var lines: [String]
  private(set) var cursor: Point?
  /// What the last input asked of the world.
  private(set) var effects: [Effect] = []

  init(_ tutor: Tutor) throws {
    self.tutor = tutor
    (surface, cursor) = tutor.draw()
    lines = surface.lines
    try carryOut(tutor.firstEffects)
    look()
  }

  /// At home.
  static func atHome(_ language: Language, _ size: Size = .usual, _ drawing: Drawing = .unicode) throws -> Learner {
    try Learner(
      Tutor(chapters: [callTitle], context: Context(language: language, drawing: drawing, size: size)))
  }

  /// At the start of the chapter.
  static func inChapter(_ language: Language, _ size: Size = .usual, _ drawing: Drawing = .unicode) throws -> Learner {
    try Learner(
      Tutor(
        chapter: callChapter(language), context: Context(language: language, drawing: drawing, size: size)))
  }

  /// At the first question of a quiz.
  static func inQuiz(
    _ language: Language, _ size: Size = .usual, _ drawing: Drawing = .unicode, questions: [Question]? = nil
  ) throws -> Learner {
    try Learner(
      Tutor(
        quiz: questions ?? callQuestions(), context: Context(language: language, drawing: drawing, size: size)))
  }

  // MARK: What it does

  mutating func press(_ keys: Key...) throws {
    for key in keys { try take(.input(.key(key))) }
  }

  mutating func type(_ text: String) throws {
    for character in text { try press(.character(character)) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) throws {
    try take(.input(.resize(Size(columns: columns, rows: rows))))
  }

  mutating func take(_ message: Message) throws {
    effects = tutor.update(message)
    try carryOut(effects)
    look()
  }

  /// Lets time pass, frame by frame, as long as something moves.
  mutating func watch(seconds: Double = 60) throws {
    var left = seconds
    while tutor.isAnimating && left > 0 {
      try take(.tick(100_000_000))
      left -= 0.1
    }
  }

  /// To the next thing, and to the end of its animation by the same key.
  mutating func goOn() throws {
    try press(.right)
    if tutor.isAnimating { try press(.right) }
  }

  /// Gives the answer with this text: by its digit, or where there are no options by typing it.
  mutating func answer(_ text: String) throws {
    if isTyping {
      try type(text)
      return try press(.enter)
    }
    let found = digit(of: text)
    let digit = try #require(found, "“\(text)” is not offered:\n\(screen)")
    try press(.character(digit))
  }

  private mutating func carryOut(_ effects: [Effect]) throws {
    for effect in effects {
      switch effect {
      case .loadChapter(_, let language): try carryOut(tutor.update(.chapterLoaded(callChapter(language))))
      case .loadMisconceptions: try carryOut(tutor.update(.misconceptionsLoaded(fixturePool.misconceptions)))
      case .loadQuiz: try carryOut(tutor.update(.quizLoaded(callQuestions())))
      case .quit, .suspend, .switchMouse: break
      }
    }
  }

  // MARK: What it sees

  var screen: String { lines.joined(separator: "\n") }
  var titleLine: String { lines.first ?? "" }
  var keyLine: String { lines.last ?? "" }

  func sees(_ text: String) -> Bool { screen.contains(text) }

  /// Whether an answer is being typed.
  var isTyping: Bool { cursor != nil }

  /// The digit of the option with this text.
  func digit(of text: String) -> Character? {
    for line in textArea {
      let words = line.drop { !$0.isNumber }
      if let digit = words.first, words.dropFirst() == "  " + text { return digit }
    }
    return nil
  }

  /// The rows below the line under the stage, or beside the line right of it; all but the edges where there is neither.
  var textArea: [String] {
    let rows = 1..<max(1, surface.size.rows - 1)
    let rules: Set<Character> = ["─", "-"]
    if let rule = lines.lastIndex(where: { $0.count == surface.size.columns && $0.allSatisfy(rules.contains) }) {
      return Array(lines[(rule + 1)..<(surface.size.rows - 1)])
    }
    let bars: Set<Character> = ["│", "|"]
    guard
      let bar = (surface.size.columns / 2..<surface.size.columns).last(where: { x in
        rows.allSatisfy { bars.contains(surface[x, $0].character) }
      })
    else { return Array(lines[rows]) }
    return rows.map { y in
      String(
        (bar + 1..<surface.size.columns).filter { !surface[$0, y].isContinuation }.map { surface[$0, y].character }
      )
      .trimmed
    }
  }

  /// Draws. Whatever is drawn fits the screen, and no half of a wide character stands alone.
  private mutating func look() {
    (surface, cursor) = tutor.draw()
    lines = surface.lines
    let size = tutor.context.size
    #expect(surface.size == size)
    for (y, line) in lines.enumerated() {
      let row = surface.row(y)
      var isWhole = true
      // What the cell to the left has for width.
      var before: Int8 = 1
      for cell in row {
        if (before == 2) != (cell.width == 0) { isWhole = false }
        before = cell.width
      }
      #expect(isWhole && before != 2, "half a character in row \(y): \(line)")
      #expect(line.utf8.count <= size.columns || line.displayWidth <= size.columns, "row \(y) is too wide: \(line)")
    }
    if let cursor { #expect(surface.bounds.contains(cursor), "the cursor is off the screen") }
  }
}

extension Size {
  /// The usual terminal.
  static let usual = Size(columns: 80, rows: 24)
  /// A large one, with the text beside the stage.
  static let large = Size(columns: 120, rows: 40)
  /// The least that is promised.
  static let least = Size(columns: 60, rows: 18)
}
