import Bilingual
import Course
import Quiz
import Screen
import Support
import Testing

import enum TCP.State

@testable import Tutor
@testable import tcptutor

/// Somebody at the keys of a tutor: presses them, looks at the screen, and has the program's own services.
struct Learner {
  private(set) var tutor: Tutor
  private var services: Services
  /// What is on the screen.
  private(set) var picture: Picture
  private(set) var lines: [String]
  /// The bar that says that there is more than is to be seen; nil where there is none.
  private var scrollBar: ScrollBar?
  /// What the last input asked of the world.
  private(set) var effects: [Effect] = []
  private var now = Moment(nanoseconds: 1_000_000_000, wallSeconds: 0)

  init(_ pages: [any Page], _ context: Context, directory: String = Fixture.directory) throws {
    var context = context
    context.now = now
    tutor = Tutor(pages, context: context)
    services = Services(library(directory))
    picture = tutor.draw()
    lines = picture.surface.lines
    perform(tutor.begin())
    look()
  }

  /// At home.
  static func atHome(_ language: Language, _ size: Size = .usual, _ glyphs: Glyphs = .unicode) throws -> Learner {
    try Learner(
      [HomePage(chapters: [fixtureTitle])], Context(language: language, glyphs: glyphs, size: size))
  }

  /// At the start of the chapter.
  static func inChapter(_ language: Language, _ size: Size = .usual, _ glyphs: Glyphs = .unicode) throws -> Learner {
    try Learner(
      [HomePage(), LessonPage(fixtureChapter(language))], Context(language: language, glyphs: glyphs, size: size))
  }

  /// At the first question of a quiz.
  static func inQuiz(
    _ language: Language, _ size: Size = .usual, _ glyphs: Glyphs = .unicode, questions: [Question]? = nil
  ) throws -> Learner {
    try Learner(
      [HomePage(), QuizPage(PaperRequest(), questions: questions ?? questionsOfEachForm())],
      Context(language: language, glyphs: glyphs, size: size))
  }

  // MARK: What it does

  mutating func press(_ keys: Key...) throws {
    for key in keys { try take(.input(.key(key))) }
  }

  mutating func type(_ text: String) throws {
    for character in text { try press(.character(character)) }
  }

  mutating func click(x: Int, y: Int) throws { try take(.input(.click(Point(x: x, y: y)))) }

  mutating func resize(_ columns: Int, _ rows: Int) throws {
    try take(.input(.resize(Size(columns: columns, rows: rows))))
  }

  mutating func take(_ message: Message) throws {
    perform(tutor.update(message, at: now))
    look()
  }

  /// Lets time pass, frame by frame, as long as something moves.
  mutating func watch(seconds: Double = 60) throws {
    let end = now.advanced(by: Int64(seconds * 1_000_000_000))
    while let deadline = tutor.deadline, deadline.nanoseconds < end.nanoseconds {
      now = deadline
      try take(.time)
    }
    if tutor.deadline != nil {
      now = end
      try take(.time)
    }
  }

  /// Lets time pass that nobody is told of.
  mutating func wait(seconds: Double) { now = now.advanced(by: Int64(seconds * 1_000_000_000)) }

  /// Whether the page moves; a notice that goes by itself is no motion of it.
  var isMoving: Bool { tutor.top.wakes(after: now) != nil && !tutor.context.isTooSmall }

  /// To the next thing, and to the end of its animation by the same key.
  mutating func goOn() throws {
    try press(.right)
    if isMoving { try press(.right) }
  }

  private mutating func perform(_ asked: [Effect]) {
    effects = asked
    var asked = asked
    while !asked.isEmpty {
      for message in services.carryOut(asked.removeFirst()) { asked += tutor.update(message, at: now) }
    }
  }

  // MARK: What it sees

  var surface: Surface { picture.surface }
  var cursor: Point? { picture.cursor }
  var screen: String { lines.joined(separator: "\n") }
  /// Both ends' states as their cards have them.
  var states: [String] {
    let names = State.allCases.map(\.description)
    return lines[1].split(separator: " ").map(String.init).filter(names.contains)
  }

  var titleLine: String { lines.first ?? "" }
  var keyLine: String { lines.last ?? "" }

  var hasMoreAbove: Bool { scrollBar?.isAtTop == false }
  var hasMoreBelow: Bool { scrollBar?.isAtBottom == false }

  func sees(_ text: String) -> Bool { screen.contains(text) }

  /// Whether this is to be read, whatever the lines that it is broken into.
  func reads(_ text: String) -> Bool { textArea.joined().squeezed.contains(text.squeezed) }

  /// The rows below the line under the stage, or beside the line right of it; all but the frame where there is neither.
  var textArea: [String] {
    let keys = surface.size.rows - (isRule(surface.size.rows - 2) ? 2 : 1)
    let rows = 1..<max(1, keys)
    if let rule = rows.last(where: { isRule($0) }) { return Array(lines[(rule + 1)..<keys]) }
    let bars: Set<Character> = ["│", "|", "┤", "+"]
    guard
      let bar = (surface.size.columns / 2..<surface.size.columns).last(where: { x in
        rows.allSatisfy { bars.contains(surface[x, $0].character) }
      })
    else { return Array(lines[rows]) }
    return rows.filter { !isPath($0, rightOf: bar) }.map { y in
      String(
        (bar + 1..<surface.size.columns).filter { !surface[$0, y].isContinuation }.map { surface[$0, y].character }
      )
      .trimmed
    }
  }

  /// Whether the states that an end has gone through stand in a row of the text.
  private func isPath(_ y: Int, rightOf bar: Int) -> Bool {
    surface.row(y).dropFirst(bar).contains {
      [.first, .second].contains($0.style.role) && $0.style.added.contains(.reverse)
    }
  }

  /// Whether a row is a line from edge to edge, whatever joins it.
  private func isRule(_ y: Int) -> Bool {
    let rules: Set<Character> = ["─", "-", "┴", "+"]
    return lines.indices.contains(y) && lines[y].count == surface.size.columns && lines[y].allSatisfy(rules.contains)
  }

  /// Draws. Whatever is drawn fits the screen, and no half of a wide character stands alone.
  private mutating func look() {
    picture = tutor.draw()
    tutor.painted()
    scrollBar = ScrollBar(on: surface)
    lines = surface.lines(without: scrollBar)
    let size = tutor.context.size
    #expect(surface.size == size)
    for (y, line) in surface.lines.enumerated() {
      let row = surface.row(y)
      var isWhole = true
      // What the cell to the left has for width.
      var before: Int8 = 1
      for cell in row {
        if (before == 2) != (cell.width == 0) { isWhole = false }
        before = cell.width
      }
      #expect(isWhole && before != 2, "half a character in row \(y): \(line)")
      #expect(
        line.utf8.count <= size.columns || DisplayWidth.standard.width(of: line) <= size.columns,
        "row \(y) is too wide: \(line)")
    }
    if let cursor { #expect(surface.bounds.contains(cursor), "the cursor is off the screen") }
  }
}

// MARK: - Answering

extension Learner {
  /// Answers the question on the screen, rightly or not, by its keys.
  mutating func answer(_ question: Question, rightly: Bool = true) throws {
    switch question.form {
    case .choice:
      let index = try #require(question.options.firstIndex { question.isCorrect($0) == rightly })
      let digit = Key.character(Character(String(index + 1)))
      try press(digit, digit)
    case .multiple:
      for index in try question.marks(rightly: rightly) { try press(.character(Character(String(index + 1)))) }
      try press(.enter)
    case .typed:
      try type(rightly ? question.text(of: question.key, in: tutor.context.language) : question.wrongText)
      try press(.enter)
    case .order: try arrange(question, rightly: rightly)
    case .blanks:
      let text = rightly ? question.text(of: question.key, in: tutor.context.language) : question.wrongText
      for word in text.split(separator: " ") {
        try type(String(word))
        try press(.enter)
      }
    }
  }

  /// Puts each piece in its place by its place's digit.
  private mutating func arrange(_ question: Question, rightly: Bool) throws {
    var order = question.options
    for (place, piece) in try question.sequence(rightly: rightly).enumerated() {
      let index = try #require(order.firstIndex(of: piece))
      order.insert(order.remove(at: index), at: place)
      if place == 0 { try press(.down) }
      for _ in 0..<(index - max(0, place - 1)) { try press(.down) }
      try press(.character(Character(String(place + 1))))
    }
    try press(.enter)
  }

  /// Whether the screen says that the answer is right; scrolls to where it says so.
  mutating func expectVerdict(rightly: Bool, _ comment: Comment? = nil) throws {
    let language = tutor.context.language
    let told = (rightly ? Localized(zh: "  正确", en: "  right") : Localized(zh: "  不对", en: "  wrong"))[language]
    // Behind the last option the arrow scrolls.
    for _ in 0..<40 where !reads(told) { try press(.down) }
    #expect(reads(told), comment)
  }
}

extension Question {
  /// The options to be marked.
  func marks(rightly: Bool) throws -> [Int] {
    guard case .several(let right) = key else { throw WrongShape() }
    let marks = options.indices.filter { right.contains(options[$0]) }
    guard !rightly else { return marks }
    let other = try #require(options.indices.first { !marks.contains($0) })
    return (marks.dropLast() + [other]).sorted()
  }

  /// The pieces in an order.
  func sequence(rightly: Bool) throws -> [Answer] {
    guard case .order(let right) = key else { throw WrongShape() }
    return rightly ? right : right.reversed()
  }

  /// Something that can be read, and is wrong.
  var wrongText: String {
    switch key {
    case .state(.listen): "CLOSING"
    case .fields(let values): values.map { _ in "77" }.joined(separator: " ")
    default: "LISTEN"
    }
  }

  /// What is typed for it where it is asked line by line.
  func line(rightly: Bool, in language: Language) throws -> String {
    switch form {
    case .choice: String(try #require(options.firstIndex { isCorrect($0) == rightly }) + 1)
    case .multiple: try marks(rightly: rightly).map { String($0 + 1) }.joined(separator: ", ")
    case .typed, .blanks: rightly ? text(of: key, in: language) : wrongText
    case .order:
      try sequence(rightly: rightly).map { String(try #require(options.firstIndex(of: $0)) + 1) }
        .joined(separator: " ")
    }
  }

  /// The key is not of the shape that belongs to the form.
  private struct WrongShape: Error {}
}

extension Size {
  /// The usual terminal.
  static let usual = Size(columns: 80, rows: 24)
  /// A large one, with the text beside the stage.
  static let large = Size(columns: 120, rows: 40)
  /// The least that is promised.
  static let least = Size(columns: 60, rows: 18)
  static let huge = Size(columns: 200, rows: 50)
  static let all = [least, usual, large, huge]
}
