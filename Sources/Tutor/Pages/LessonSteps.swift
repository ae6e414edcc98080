import Bilingual
import Quiz
import Scenario
import Screen

/// How fast a lesson goes, and when it turns to the next beat by itself.
struct Pace: Hashable, Sendable {
  private(set) var speed = 1.0
  private(set) var isPlaying = false
  /// When it goes on by itself; nil where that isn't settled.
  private(set) var turn: Moment?

  private static let speeds = [0.25, 0.5, 1, 2, 4, 8]
  /// How long a beat stays while playing, in nanoseconds at single speed.
  private static let dwell = 6_000_000_000.0

  /// Begins to play, with what comes next at once, or stops.
  mutating func toggle(at now: Moment) {
    isPlaying.toggle()
    turn = isPlaying ? now : nil
  }

  mutating func stop() { (isPlaying, turn) = (false, nil) }

  /// Something new is to be read: the time for it begins when that stands still.
  mutating func rest() { turn = nil }

  /// The time to read begins, unless it has begun already.
  mutating func dwell(at now: Moment) { turn = turn ?? now.advanced(by: Int64(Self.dwell / speed)) }

  /// One step faster or slower; what is left of the time to read becomes shorter or longer.
  mutating func change(faster: Bool, at now: Moment) {
    let index = Self.speeds.firstIndex(of: speed) ?? 2
    let former = speed
    speed = Self.speeds[max(0, min(Self.speeds.count - 1, index + (faster ? 1 : -1)))]
    turn = turn.map { now.advanced(by: Int64(Double($0.nanoseconds(since: now)) * former / speed)) }
  }
}

// MARK: - Going on and back

extension LessonPage {
  /// The next thing: the rest of an animation at once, the consequence of a wrong answer, the beat itself, the next one.
  mutating func next(_ context: Context) -> [Request] {
    showsHeaderBox = false
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
      if let given = panel.given, let (before, after) = panel.question.consequence(of: given) {
        phase = .consequence(panel)
        play(after, since: before, context)
      } else if panel.isAnswered {
        play(context)
      }
    case .consequence: play(context)
    case .told:
      guard !walk.isAtEnd else { return end(context) }
      enter(walk.place + 1, context)
    }
    return []
  }

  /// Behind the last beat come the chapter's questions, once.
  private mutating func end(_ context: Context) -> [Request] {
    pace.stop()
    guard walk.hasQuiz, !hasTakenQuiz else {
      return [
        .notice(
          walk.hasQuiz
            ? Localized(zh: "这一章学完了：r 再做一遍题，Esc 返回", en: "the chapter is done: r asks again, Esc goes back")
            : Localized(zh: "这一章学完了：Esc 返回", en: "the chapter is done: Esc goes back"))
      ]
    }
    return [openQuiz()]
  }

  private mutating func openQuiz() -> Request {
    hasTakenQuiz = true
    return .open(QuizPage(PaperRequest(chapter: walk.chapter.id)))
  }

  var canAskAgain: Bool { answered[walk.beat.id] != nil || walk.isAtEnd && walk.hasQuiz }

  /// Asks once more what was asked before the beat, or behind the last one.
  mutating func again(_ context: Context) -> [Request] {
    guard answered.removeValue(forKey: walk.beat.id) != nil else { return [openQuiz()] }
    enter(walk.place, context)
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

  /// Goes back to the beat before as it was told; in a beat that is being asked about, likewise.
  mutating func back(_ context: Context) {
    scroller = Scroller()
    pace.stop()
    canTakeBack = false
    showsHeaderBox = false
    if stage.isMoving(at: context.now), case .told = phase {
      stage.finish()
      return
    }
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

  /// Goes to a beat that was reached already, as it was told, or to its question.
  public mutating func go(toStep place: Int, _ context: Context) -> [Request] {
    guard place < walk.reached, place != walk.place else { return [] }
    scroller = Scroller()
    pace.stop()
    canTakeBack = false
    showsHeaderBox = false
    enter(place, context)
    if case .told = phase { stage.finish() }
    return []
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

  private mutating func play(_ run: Run, since earlier: Run, _ context: Context) {
    stage.play(run, since: earlier, speed: pace.speed, in: layout(context).stage, context)
  }

  mutating func changeSpeed(faster: Bool, _ context: Context) {
    pace.change(faster: faster, at: context.now)
    stage.go(at: context.now, speed: pace.speed)
  }

  // MARK: Time

  private static let frame: Int64 = 33_000_000

  /// The next frame of what moves; while playing, the time to go on.
  public func wakes(after now: Moment) -> Moment? {
    if stage.isMoving(at: now) { return now.advanced(by: Self.frame) }
    return pace.isPlaying && panel == nil ? pace.turn ?? now : nil
  }

  /// While playing, gives each beat the time to be read, and then goes on.
  mutating func turn(_ context: Context) -> [Request] {
    guard pace.isPlaying, panel == nil, !stage.isMoving(at: context.now) else { return [] }
    pace.dwell(at: context.now)
    guard let turn = pace.turn, context.now.nanoseconds >= turn.nanoseconds else { return [] }
    return next(context)
  }
}
