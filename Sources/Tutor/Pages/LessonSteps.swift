import Bilingual
import Figures
import Quiz
import Scenario
import Screen

// MARK: - Going on and back

extension LessonPage {
  /// The next thing: the rest of an animation at once, the consequence of a wrong answer, the beat itself, the next one.
  mutating func next(_ context: Context) -> [Request] {
    inspector = nil
    guard !stage.isMoving(at: context.now) else {
      stage.finish()
      return []
    }
    scroller = Scroller()
    pace.rest()
    canTakeBack = false
    switch phase {
    case .waiting: break
    case .asking(let panel):
      if let consequence = panel.given.flatMap(panel.question.consequence) {
        phase = .consequence(panel)
        play(
          consequence.after, since: consequence.before, whatIf: panel.question.whatIf(in: consequence.after), context)
      } else if panel.isAnswered {
        play(context)
      }
    case .consequence: play(context)
    case .told:
      guard retry == nil else { return askNext(context) }
      guard !walk.isAtEnd else { return end() }
      enter(walk.place + 1, context)
    }
    return []
  }

  /// Behind the last beat come the chapter's questions, once, and then what has come of it all.
  private mutating func end() -> [Request] {
    pace.stop()
    return [walk.hasQuiz && quiz == nil ? openQuiz() : .open(ChapterEndPage(self))]
  }

  /// Opens the chapter's questions, as they were left.
  func openQuiz(_ change: (inout QuizPage) -> Void = { $0.resume() }) -> Request {
    var quiz = quiz ?? QuizPage(PaperRequest(chapter: walk.chapter.id))
    change(&quiz)
    return .open(quiz)
  }

  var canAskAgain: Bool { answered[walk.beat.id] != nil }

  /// Asks once more what was asked before the beat.
  mutating func again(_ context: Context) -> [Request] {
    answered[walk.beat.id] = nil
    enter(walk.place, context)
    return []
  }

  /// Asks once more every prediction that was not right, and then the questions.
  mutating func askAgain(_ context: Context) -> [Request] {
    retry = wrongPlaces
    for place in wrongPlaces { answered[walk.chapter.beats[place].id] = nil }
    return askNext(context)
  }

  /// The next of what is asked once more.
  private mutating func askNext(_ context: Context) -> [Request] {
    if let place = retry?.first {
      retry?.removeFirst()
      enter(place, context)
      return []
    }
    retry = nil
    guard let quiz, !quiz.wrong.isEmpty else { return [.open(ChapterEndPage(self))] }
    return [openQuiz { $0.askAgain() }]
  }

  /// Goes to a beat: as it was told where it was reached already, or to its question.
  mutating func go(to place: Int, _ context: Context) -> [Request] {
    let wasReached = place < walk.reached
    retry = nil
    inspector = nil
    scroller = Scroller()
    pace.stop()
    canTakeBack = false
    enter(place, context)
    if wasReached, case .told = phase { stage.finish() }
    return []
  }

  /// Opens the question again that was answered last.
  mutating func takeBack() {
    guard let panel else { return }
    canTakeBack = false
    answered[walk.beat.id] = nil
    phase = .asking(panel.reopened)
    scroller = Scroller()
  }

  /// What moves begins anew; else, or where it has just begun, goes back to the beat before as it was told.
  mutating func back(_ context: Context) {
    if stage.isMoving(at: context.now), !stage.hasJustBegun(at: context.now) {
      stage.replay(at: context.now, speed: pace.speed)
      return
    }
    scroller = Scroller()
    pace.stop()
    retry = nil
    canTakeBack = false
    inspector = nil
    if case .consequence(let panel) = phase {
      phase = .asking(panel)
      stage.show(walk.before)
      return
    }
    walk.go(to: max(0, walk.place - 1))
    foldsStage = nil
    aside = nil
    trouble = nil
    phase = .told
    stage.show(walk.after)
  }

  public mutating func go(toStep place: Int, _ context: Context) -> [Request] {
    place < walk.reached && place != walk.place ? go(to: place, context) : []
  }

  /// Whether no question waits at a beat that was reached.
  func isRead(_ place: Int) -> Bool {
    guard place == walk.place else {
      let beat = walk.chapter.beats[place]
      return beat.prediction == nil || answered[beat.id] != nil
    }
    switch phase {
    case .waiting: return false
    case .asking(let panel): return panel.isAnswered
    case .consequence, .told: return true
    }
  }

  /// Comes to a beat: its question first, if it has one that is not answered.
  mutating func enter(_ place: Int, _ context: Context) {
    walk.go(to: place)
    trouble = nil
    foldsStage = nil
    aside = nil
    stage.show(walk.before)
    if walk.asks, answered[walk.beat.id] == nil { ask(context) } else { play(context) }
  }

  /// Puts the beat's question; where it can't be, the beat is told, and why.
  mutating func ask(_ context: Context) {
    guard let misconceptions else {
      phase = .waiting
      return
    }
    do throws(Diagnostics) {
      guard let question = try walk.question(misconceptions) else { return play(context) }
      phase = .asking(QuestionPanel(question, QuestionPanel.prediction))
    } catch {
      trouble = unnamed ?? error.sentence
      play(context)
    }
  }

  /// Plays the beat and shows its prose.
  private mutating func play(_ context: Context) {
    phase = .told
    // Nobody sees a stage move that is folded away.
    guard !foldsStage(context) else { return stage.show(walk.after) }
    play(walk.after, since: walk.before, context)
  }

  private mutating func play(_ run: Run, since earlier: Run, whatIf: WhatIf? = nil, _ context: Context) {
    stage.play(run, since: earlier, whatIf: whatIf, speed: pace.speed, in: layout(context).stage, context)
  }

  mutating func changeSpeed(faster: Bool, _ context: Context) {
    pace.change(faster: faster, at: context.now)
    stage.go(at: context.now, speed: pace.speed)
  }

  // MARK: Time

  /// The next frame of what moves; while playing, the time to go on.
  public func wakes(after now: Moment) -> Moment? {
    let frame = stage.wakes(after: now)
    guard pace.isPlaying, panel == nil, !stage.isMoving(at: now) else { return frame }
    return [frame, pace.turn ?? now].compactMap(\.self).min { $0.nanoseconds < $1.nanoseconds }
  }

  /// While playing, gives each beat the time to be read, and then goes on.
  mutating func turn(_ context: Context) -> [Request] {
    stage.pass(to: context.now)
    guard pace.isPlaying, panel == nil, !stage.isInMotion else { return [] }
    pace.dwell(at: context.now, reading: readingTime(context))
    guard let turn = pace.turn, context.now.nanoseconds >= turn.nanoseconds else { return [] }
    return next(context)
  }
}
