import Bilingual
import Course
import Quiz
import Screen
import Testing
import Tutor

/// Somebody at the keys of a tutor: presses them, looks at the screen, and has loaded what is asked for.
struct Learner {
  private(set) var tutor: Tutor
  /// What the last input asked of the world.
  private(set) var effects: [Effect] = []

  init(_ tutor: Tutor) throws {
    self.tutor = tutor
    try carryOut(tutor.firstEffects)
    checkScreen()
  }

  /// At home.
  static func atHome(_ language: Language, _ size: Size = .usual, _ drawing: Drawing = .unicode) throws -> Learner {
    try Learner(
      Tutor(chapters: [chapterTitle], context: Context(language: language, drawing: drawing, size: size)))
  }

  /// At the start of the chapter.
  static func inChapter(_ language: Language, _ size: Size = .usual, _ drawing: Drawing = .unicode) throws -> Learner {
    try Learner(
      Tutor(
        chapter: shippedChapter(language), context: Context(language: language, drawing: drawing, size: size)))
  }

  /// At the first question of a quiz.
  static func inQuiz(
    _ language: Language, _ size: Size = .usual, _ drawing: Drawing = .unicode, questions: [Question]? = nil
  ) throws -> Learner {
    try Learner(
      Tutor(
        quiz: questions ?? shippedQuestions(), context: Context(language: language, drawing: drawing, size: size)))
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
    checkScreen()
  }

  /// Lets time pass, frame by frame, as long as something moves.
  mutating func watch(seconds: Double = 60) throws {
    var left = seconds
    while tutor.isAnimating && left > 0 {
      try take(.tick(100_000_000))
      left -= 0.1
    }
  }

  /// To the next thing, and its animation to the end.
  mutating func goOn() throws {
    try press(.right)
    while tutor.isAnimating { try take(.tick(1_000_000_000)) }
  }

  /// Gives the answer with this text by its digit.
  mutating func answer(_ text: String) throws {
    let found = digit(of: text)
    let digit = try #require(found, "“\(text)” is not offered:\n\(screen)")
    try press(.character(digit))
  }

  private mutating func carryOut(_ effects: [Effect]) throws {
    for effect in effects {
      switch effect {
      case .loadChapter(_, let language): try carryOut(tutor.update(.chapterLoaded(shippedChapter(language))))
      case .loadMisconceptions: try carryOut(tutor.update(.misconceptionsLoaded(shippedCatalogue())))
      case .loadQuiz: try carryOut(tutor.update(.quizLoaded(shippedQuestions())))
      case .quit, .suspend, .setMouse: break
      }
    }
  }

  // MARK: What it sees

  var lines: [String] { tutor.draw().surface.lines }
  var screen: String { lines.joined(separator: "\n") }
  var titleLine: String { lines.first ?? "" }
  var keyLine: String { lines.last ?? "" }

  func sees(_ text: String) -> Bool { screen.contains(text) }

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
    let lines = lines
    let surface = tutor.draw().surface
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

  /// Whatever is drawn fits the screen, and no half of a wide character stands alone.
  func checkScreen(_ location: SourceLocation = #_sourceLocation) {
    let (surface, cursor) = tutor.draw()
    let size = tutor.context.size
    #expect(surface.size == size, sourceLocation: location)
    for (y, line) in surface.lines.enumerated() {
      let row = surface.row(y)
      var halves = 0
      for (before, cell) in zip(row, row.dropFirst()) where (before.width == 2) != cell.isContinuation { halves += 1 }
      if row.first?.isContinuation == true || row.last?.width == 2 { halves += 1 }
      #expect(halves == 0, "half a character in row \(y): \(line)", sourceLocation: location)
      #expect(line.displayWidth <= size.columns, "row \(y) is too wide: \(line)", sourceLocation: location)
    }
    if let cursor {
      #expect(surface.bounds.contains(cursor), "the cursor is off the screen", sourceLocation: location)
    }
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

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    return String(text)
  }

  /// Without any blanks.
  var squeezed: String { filter { !$0.isWhitespace } }
}
