import Bilingual
import Course
import Quiz
import Scenario

/// A chapter that is being gone through: where one is, the run before and after each beat, and what is asked there.
struct LessonWalk: Sendable {
  private(set) var chapter: Chapter
  private(set) var place = 0
  /// The run before each beat, and after the last one that was entered.
  private var runs: [Run]

  /// - Parameter place: the beat to begin with.
  init(_ chapter: Chapter, at place: Int = 0) {
    self.chapter = chapter
    runs = [Run(chapter.settings, file: chapter.file)]
    for place in 0...min(place, chapter.beats.count - 1) { go(to: place) }
  }

  var beat: Beat { chapter.beats[place] }
  var before: Run { runs[place] }
  var after: Run { runs[place + 1] }
  var isAtEnd: Bool { place == chapter.beats.count - 1 }
  var asks: Bool { beat.prediction != nil }
  var hasQuiz: Bool { chapter.beats.contains { !$0.quiz.isEmpty } }

  /// Goes to a beat: one that was entered, or the next.
  mutating func go(to place: Int) {
    self.place = place
    guard runs.count == place + 1 else { return }
    var run = runs[place]
    for statement in beat.statements { run.play(statement) }
    runs.append(run)
  }

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
    guard chapter.settings == self.chapter.settings, chapter.beats.count == self.chapter.beats.count,
      zip(chapter.beats, self.chapter.beats).allSatisfy({ $0.statements.map(\.action) == $1.statements.map(\.action) })
    else { return false }
    self.chapter = chapter
    return true
  }
}
