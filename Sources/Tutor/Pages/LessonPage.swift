import Bilingual
import Course
import Notation
import Quiz
import Scenario
import Screen

/// A chapter on the stage: beat after beat is predicted, played and told.
public struct LessonPage: Page {
  public enum Action: Hashable, Sendable {
    case next, back, again, takeBack, pause, play, faster, slower, up, down, ladderUp, ladderDown, segment, fold
    case compare, search, hide, link, beats
  }

  /// What a beat is at.
  enum Phase: Sendable {
    /// There is a question before it, and what names wrong answers isn't there yet.
    case waiting
    /// The question waits for its answer, or shows its verdict.
    case asking(QuestionPanel)
    /// What would come of a wrong answer is played.
    case consequence(QuestionPanel)
    /// It is played, and told.
    case told
  }

  /// What some beats have besides their prose.
  enum Aside: Sendable {
    /// The run beside the same lines under another profile.
    case comparison(ProfileComparison)
    case search(ChapterSearch)
  }

  var walk: LessonWalk
  /// What names wrong answers; nil until it is there.
  var misconceptions: MisconceptionCatalogue?
  /// What is wrong with it.
  var unnamed: Localized?
  var phase: Phase
  /// The questions that were answered, by their beat's id; these are not asked again by going on.
  var answered: [String: QuestionPanel] = [:]
  /// Whether nothing was done since the answer.
  var canTakeBack = false
  /// Why the beat's question can't be asked.
  var trouble: Localized?
  var stage: Stage
  var scroller = Scroller()
  /// The header that is looked at; nil while none is.
  var inspector: Inspector?
  /// What is looked at in the place of stage and prose.
  var aside: Aside?
  /// Whether the stage of a beat that takes the page is folded away; nil until somebody chooses.
  var foldsStage: Bool?
  /// The link that Enter follows; that of an earlier beat is none.
  var linkFocus: LinkFocus?
  /// The chapter to which a link leads, until it is there.
  var followed: ContentRequest?
  /// The chapter's questions as they were left; nil until they were opened.
  var quiz: QuizPage?
  /// The beats whose predictions are asked once more; nil where one goes from beat to beat.
  var retry: [Int]?
  /// The chapter that is to be opened once this one is left.
  private(set) var following: ChapterTitle?
  /// The chapter in another language, once it is there.
  private var awaited: ContentRequest?
  var pace = Pace()
  /// What was told line by line, up to here.
  var heard = Heard()
  /// The chapter's file, where somebody writes it; nil for a chapter of the course.
  var writing: Writing?

  /// - Parameter file: the chapter's, if it is to be read again each time it changes.
  public init(_ chapter: Chapter, rereading file: String? = nil) {
    writing = file.map { Writing(DraftRequest(path: $0, language: chapter.language)) }
    walk = LessonWalk(chapter)
    phase = walk.asks ? .waiting : .told
    stage = Stage(walk.asks ? walk.before : walk.after)
  }

  var panel: QuestionPanel? { if case .asking(let panel) = phase { panel } else { nil } }

  /// Whether somebody writes it.
  var isDraft: Bool { writing != nil }

  /// Whether its last beat was told.
  var isDone: Bool { if case .told = phase { walk.isAtEnd } else { false } }

  var isWaitingForAnswer: Bool { panel.map { !$0.isAnswered } ?? false }

  // MARK: Keys

  public var typed: [KeyLine] { panel?.lines ?? (hasDigits ? [beatDigits] : []) }

  /// Whether a digit is free to name a beat.
  private var hasDigits: Bool { if case .told = phase { true } else { false } }

  private var beatDigits: KeyLine {
    KeyLine(
      walk.chapter.beats.indices.digits, Localized(zh: "在各节中选它", en: "its beat in the list"),
      name: walk.chapter.beats.indices.digitName, hint: .never)
  }

  public var typing: Typing { panel?.isTyping == true ? .text : .nothing }

  public var keys: KeyMap<Action> { isWaitingForAnswer ? askingKeys : tellingKeys }

  public var openQuestion: String? { isWaitingForAnswer ? walk.beat.id : nil }

  public mutating func type(_ key: Key, _ context: Context) -> [Request]? {
    if key == .enter, let focusedLink { return follow(focusedLink, context) }
    guard var panel else {
      guard hasDigits, let place = beatDigits.keys.firstIndex(of: key) else { return nil }
      return [.open(BeatsPage(self, selecting: place))]
    }
    // What is said is read to its end before the next option is looked at.
    if panel.isAnswered, let step = key.step, canScroll(by: step, context) {
      return perform(key == .up ? .up : .down, context)
    }
    guard panel.take(key, context.notation) else {
      // What lies beyond the first or the last option is scrolled to.
      guard key == .up || key == .down else { return nil }
      return perform(key == .up ? .up : .down, context)
    }
    put(panel)
    return []
  }

  public mutating func choose(_ target: Int, _ context: Context) -> [Request] {
    guard var panel else { return links.indices.contains(target) ? follow(links[target], context) : [] }
    panel.choose(target)
    put(panel)
    return []
  }

  private mutating func put(_ panel: QuestionPanel) {
    canTakeBack = canTakeBack || isWaitingForAnswer && panel.isAnswered
    phase = .asking(panel)
    scroller.follow()
    guard panel.isAnswered else { return }
    answered[walk.beat.id] = panel
    scroller = Scroller()
  }

  public mutating func perform(_ action: Action, _ context: Context) -> [Request] {
    switch action {
    case .next: return next(context)
    case .back: back(context)
    case .again: return again(context)
    case .takeBack: takeBack()
    case .pause: stage.pause(at: context.now, speed: pace.speed)
    case .play:
      pace.toggle()
      return turn(context)
    case .faster: changeSpeed(faster: true, context)
    case .slower: changeSpeed(faster: false, context)
    case .up: move(by: -1, context)
    case .down: move(by: 1, context)
    case .ladderUp: stage.scroll(by: 4, in: layout(context).stage, context)
    case .ladderDown: stage.scroll(by: -4, in: layout(context).stage, context)
    case .segment: inspector = inspector == nil ? Inspector(segment: stage.segmentCount - 1) : nil
    case .compare:
      aside = aside == nil ? walk.comparison().map { .comparison($0) } : nil
      scroller = Scroller()
    case .search:
      aside = aside == nil ? walk.beat.search.map { .search($0) } : nil
      scroller = Scroller()
    case .fold:
      foldsStage = !foldsStage(context)
    case .hide: writing?.complaint = nil
    case .link: focusNextLink()
    case .beats: return [.open(BeatsPage(self, selecting: walk.place))]
    }
    return []
  }

  /// Up or down: another segment's header where one is looked at, else the words.
  private mutating func move(by step: Int, _ context: Context) {
    if inspector == nil { scroll(by: step, context) } else { inspector?.move(by: step, among: stage.segmentCount) }
  }

  // MARK: What comes

  public mutating func appear(_ context: Context) -> [Request] {
    stage.go(at: context.now, speed: pace.speed)
    following = nil
    guard misconceptions == nil else { return [] }
    return [.effect(.content(.misconceptions))] + otherLanguage(context) + drafting
  }

  public mutating func disappear(_ context: Context) {
    stage.halt(at: context.now)
    pace.rest()
  }

  public mutating func take(back page: any Page, _ context: Context) -> [Request] {
    switch page {
    case let quiz as QuizPage:
      self.quiz = quiz
      return quiz.answeredCount > 0 ? [.open(ChapterEndPage(self))] : []
    case let list as BeatsPage: return list.chosen.map { go(to: $0, context) } ?? []
    case let end as ChapterEndPage: return end.choice.map { follow($0, context) } ?? []
    case let lesson as LessonPage:
      // What follows one that a link led to follows this one as well.
      following = lesson.following
      return following == nil ? [] : [.leave]
    default: return []
    }
  }

  private mutating func follow(_ choice: ChapterEndPage.Choice, _ context: Context) -> [Request] {
    switch choice {
    case .next(let chapter):
      following = chapter
      return [.leave]
    case .contents: return [.leave]
    case .quiz: return [openQuiz()]
    case .beat(let place): return go(to: place, context)
    case .question(let number): return [openQuiz { $0.go(to: number) }]
    case .again: return askAgain(context)
    }
  }

  public mutating func translate(_ context: Context) -> [Request] {
    guard writing == nil else { return translateDraft(context) }
    let request = ContentRequest.chapter(walk.chapter.id, context.language)
    awaited = request
    return [.effect(.content(request))]
  }

  public mutating func receive(_ message: Message, _ context: Context) -> [Request] {
    switch message {
    case .input: return []
    case .time: return turn(context)
    case .content(.misconceptions, let reply):
      return misconceptions == nil ? take(reply, context) : []
    case .draft(let request, let draft):
      return request == writing?.request ? take(draft, context) : []
    case .content(let request, let reply) where request == followed: return openFollowed(reply)
    case .content(let request, let reply):
      guard request == awaited else { return [] }
      awaited = nil
      switch reply {
      case .chapter(let chapter, let problems):
        return put(chapter, context) + problems.prefix(1).map(Request.notice)
      case .failed(let why): return [.notice(why)]
      case .titles, .extent, .misconceptions, .paper: return []
      }
    }
  }

  /// Takes what names wrong answers; a question that waits for it is put.
  private mutating func take(_ reply: ContentReply, _ context: Context) -> [Request] {
    switch reply {
    case .misconceptions(let catalogue, let problems): (misconceptions, unnamed) = (catalogue, problems.first)
    case .failed(let why): (misconceptions, unnamed) = (.init(), why)
    case .titles, .extent, .chapter, .paper: return []
    }
    if case .waiting = phase { ask(context) }
    return unnamed.map { [.notice($0)] } ?? []
  }

  /// Puts the same chapter in another language in its place; where it has changed meanwhile, that is begun.
  private mutating func put(_ chapter: Chapter, _ context: Context) -> [Request] {
    guard reword(chapter) else {
      let (misconceptions, unnamed) = (misconceptions, unnamed)
      self = LessonPage(chapter)
      (self.misconceptions, self.unnamed) = (misconceptions, unnamed)
      if case .waiting = phase { ask(context) }
      return [
        .notice(
          Localized(
            zh: "\(chapter.file) 的运行与刚才那份不同，从头开始", en: "\(chapter.file) does not run as the other did; it begins anew"))
      ]
    }
    return otherLanguage(context)
  }

  /// Puts a chapter that runs and asks the same in the other's place, and leaves all as it is.
  ///
  /// - Returns: false where it does not, and nothing was changed but what is told.
  mutating func reword(_ chapter: Chapter) -> Bool {
    scroller = Scroller()
    heard = Heard()
    guard walk.translate(to: chapter) else { return false }
    for (place, beat) in chapter.beats.enumerated() {
      answered[beat.id] = answered[beat.id].map { translated($0, at: place) }
    }
    if let panel { phase = .asking(translated(panel, at: walk.place)) }
    return true
  }

  /// What is to be said where the chapter has no text in the language of the screen.
  func otherLanguage(_ context: Context) -> [Request] {
    guard walk.chapter.language != context.language else { return [] }
    return [.notice(walk.chapter.languageNote)]
  }

  private func translated(_ panel: QuestionPanel, at place: Int) -> QuestionPanel {
    var (panel, walk) = (panel, walk)
    walk.go(to: place)
    if let question = try? walk.question(misconceptions ?? .init()) { panel.question = question }
    return panel
  }
}
