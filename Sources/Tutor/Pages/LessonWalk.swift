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

  init(_ chapter: Chapter, at place: Int = 0) {
    self.chapter = chapter
    go(to: place)
  }

  var beat: Beat { chapter.beats[place] }
  var before: Run { runs[place].before }
  var after: Run { runs[place].after }
  /// The one of the chapter's runs to which the beat belongs.
  var run: ChapterRun { chapter.run(at: place) }
  /// How many beats were entered, at one time or another.
  var reached: Int { runs.count }
  var isAtEnd: Bool { place == chapter.beats.count - 1 }
  var asks: Bool { beat.prediction != nil }
  var hasQuiz: Bool { chapter.beats.contains { !$0.quiz.isEmpty } }

  /// Goes to a beat, through all before it that were not entered yet.
  mutating func go(to place: Int) {
    while runs.count <= place {
      self.place = runs.count
      let isFirst = run.beats.lowerBound == self.place
      let before = isFirst ? Run(run.settings, file: chapter.file) : runs[self.place - 1].after
      var after = before
      for statement in beat.statements { after.play(statement) }
      runs.append((before, after))
    }
    self.place = place
  }

  /// Where a chapter has the beat that one is at: by its id, else by its number.
  func place(in chapter: Chapter) -> Int {
    chapter.beats.firstIndex { $0.id == beat.id } ?? min(place, chapter.beats.count - 1)
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
