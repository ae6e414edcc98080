import Bilingual
import Course
import Notation
import Quiz
import Scenario

/// A chapter that is being gone through: where one is, the run before and after each beat, and what is asked there.
struct LessonWalk: Sendable {
  private(set) var chapter: Chapter
  private(set) var place = 0
  /// The run before and after each beat that was entered.
  private var runs: [(before: Run, after: Run)] = []

  init(_ chapter: Chapter) {
    self.chapter = chapter
    go(to: 0)
  }

  var beat: Beat { chapter.beats[place] }
  var before: Run { runs[place].before }
  var after: Run { runs[place].after }
  /// The one of the chapter's runs to which the beat belongs.
  var run: ChapterRun { chapter.run(at: place) }
  var isAtEnd: Bool { place == chapter.beats.count - 1 }
  var asks: Bool { beat.prediction != nil }
  var hasQuiz: Bool { chapter.beats.contains { !$0.quiz.isEmpty } }

  /// Goes to a beat: one that was entered, or the next.
  mutating func go(to place: Int) {
    self.place = place
    guard runs.count == place else { return }
    let isFirst = run.beats.lowerBound == place
    let before = isFirst ? Run(run.settings, file: chapter.file) : runs[place - 1].after
    var after = before
    for statement in beat.statements { after.play(statement) }
    runs.append((before, after))
  }

  /// The same lines under the profile with which the beat compares them, before and after the beat.
  ///
  /// - Returns: nil where it compares nothing.
  func other() -> (before: Run, after: Run)? {
    guard let profile = beat.compare else { return nil }
    var settings = run.settings
    settings.use(profile)
    var before = Run(settings, file: chapter.file)
    for statement in chapter.beats[run.beats.lowerBound..<place].flatMap(\.statements) { before.play(statement) }
    var after = before
    for statement in beat.statements { after.play(statement) }
    return (before, after)
  }

  /// The run up to the beat's end beside the other; nil where the beat compares nothing.
  func comparison() -> ProfileComparison? { other().map { ProfileComparison(after.network, $0.after.network) } }

  /// The question before the beat; the same beat always asks it with its options in the same order.
  ///
  /// - Returns: nil where there is none.
  /// - Throws: `Diagnostics` where it can't be asked.
  func question(_ misconceptions: MisconceptionCatalogue) throws(Diagnostics) -> Question? {
    let question = try chapter.question(before: place, of: before, misconceptions: misconceptions)
    guard let question, question.form == .choice, let problem = QuizCheck.problem(in: question) else { return question }
    throw Diagnostics([
      Diagnostic(file: chapter.file, location: SourceLocation(line: beat.line), message: problem)
    ])
  }

  /// Puts the same chapter in another language in its place.
  ///
  /// - Returns: false where it does something else, and nothing was changed.
  mutating func translate(to chapter: Chapter) -> Bool {
    guard chapter.runs == self.chapter.runs, chapter.beats.count == self.chapter.beats.count,
      zip(chapter.beats, self.chapter.beats).allSatisfy({ Self.does($0, what: $1) })
    else { return false }
    self.chapter = chapter
    return true
  }

  /// Whether two beats play the same and ask the same, so that the answer to one is an answer to the other.
  private static func does(_ beat: Beat, what other: Beat) -> Bool {
    guard beat.id == other.id, beat.statements.map(\.action) == other.statements.map(\.action) else { return false }
    switch (beat.prediction, other.prediction) {
    case (nil, nil): return true
    case (let prediction?, let other?): return prediction.asksLike(other)
    case (nil, _), (_, nil): return false
    }
  }
}

extension ChapterRun {
  var name: Localized { Localized(zh: "第 \(number) 次运行", en: "run \(number)") }
}
