import Bilingual
import Quiz
import Screen

/// A quiz: one question after the other, each marked and explained at once, and the score at the end.
public struct QuizPage: Page {
  public enum Action: Hashable, Sendable {
    case next, back, finish, again, another, takeBack, up, down, ladderUp, ladderDown
  }

  /// What is asked, for another round.
  let request: PaperRequest
  /// The questions that are still to come.
  private var awaited: PaperRequest?
  /// Why there are none.
  private(set) var trouble: Localized?
  /// What is still to be told of the questions.
  private var problems: [Localized]
  var panels: [QuestionPanel]
  /// The question on the screen; nil where the score is.
  var place: Int?
  /// Whether the open questions are such as are asked once more.
  private var asksAgain = false
  /// Whether nothing was done since the answer.
  private(set) var canTakeBack = false
  var scroller = Scroller()
  /// The run of the question on the screen, once that is answered.
  var stage: Stage?
  /// The questions in the score, by their numbers.
  var score = Picker<Int>([]) { _ in Localized(zh: "", en: "") }
  var heard: Int?

  /// - Parameters:
  ///   - questions: what is asked first; nil where it is to be drawn up.
  ///   - problems: what is to be told of them, a sentence each.
  public init(_ request: PaperRequest, questions: [Question]? = nil, problems: [Localized] = []) {
    self.request = request
    self.problems = problems
    awaited = questions == nil ? request : nil
    panels = []
    begin(questions ?? [])
  }

  private mutating func begin(_ questions: [Question]) {
    panels = questions.map { QuestionPanel($0) }
    heard = nil
    go(to: awaited != nil || !panels.isEmpty ? 0 : nil)
    listScore()
  }

  private mutating func listScore() {
    let stems = panels.map { $0.question.stem() }
    score = Picker(Array(panels.indices)) { stems[$0] }
  }

  /// The question on the screen.
  var panel: QuestionPanel? { place.flatMap { panels.indices.contains($0) ? panels[$0] : nil } }

  var isWaitingForAnswer: Bool { panel.map { !$0.isAnswered } ?? false }

  var answeredCount: Int { panels.count { $0.isAnswered } }
  var isBegun: Bool { answeredCount > 0 }
  var rightCount: Int { panels.count { $0.isCorrect } }
  /// The questions that were not answered rightly, with their places.
  var wrong: [(place: Int, panel: QuestionPanel)] {
    panels.enumerated().filter { $1.isAnswered && !$1.isCorrect }.map { (place: $0, panel: $1) }
  }

  // MARK: Keys

  public var typed: [KeyLine] {
    place == nil ? score.lines(choosing: Localized(zh: "看这题", en: "look at it")) : panel?.lines ?? []
  }

  public var typing: Typing { panel?.isTyping == true || place == nil && score.isFiltering ? .text : .nothing }

  public var keys: KeyMap<Action> {
    guard place != nil else { return scoreKeys }
    guard isWaitingForAnswer else {
      return KeyMap(
        [
          .init([.enter, .right, .character(" ")], .next, Localized(zh: "下一题", en: "next"), hint: .always),
          .init([.left, .backspace], .back, Localized(zh: "上一题", en: "back")),
          .init([.up], .up, Localized(zh: "文字上移", en: "text up"), hint: .never),
          .init([.down], .down, Localized(zh: "文字下移", en: "text down"), hint: .never),
          .init([.pageUp], .ladderUp, Localized(zh: "图上移", en: "diagram up")),
          .init([.pageDown], .ladderDown, Localized(zh: "图下移", en: "diagram down"), hint: .never),
        ] + (canTakeBack ? [.takingBack(.takeBack)] : []) + finishing)
    }
    let answerFirst = Localized(zh: "先回答问题，再往下走", en: "answer first, then go on")
    let isTyping = typing == .text
    return KeyMap(
      [
        .init(
          [.right] + (isTyping ? [] : [.character(" ")]), .next, Localized(zh: "下一题", en: "next"), refusal: answerFirst),
        .init([.left] + (isTyping ? [] : [.backspace]), .back, Localized(zh: "上一题", en: "back")),
        .init([.pageUp], .up, Localized(zh: "文字上移", en: "text up"), hint: .never),
        .init([.pageDown], .down, Localized(zh: "文字下移", en: "text down"), hint: .never),
      ] + finishing)
  }

  /// Leaving a quiz that was begun is by its score.
  private var finishing: [KeyMap<Action>.Binding] {
    guard answeredCount > 0 else { return [] }
    let keys: [Key] = typing == .text ? [.escape] : [.escape, .character("q")]
    return [.init(keys, .finish, Localized(zh: "看成绩", en: "score"), hint: .fixed)]
  }

  private var scoreKeys: KeyMap<Action> {
    guard typing != .text else { return KeyMap([]) }
    return KeyMap([
      .init(
        [.character("r")], .again, Localized(zh: "错题换数再做", en: "the wrong ones, new numbers"), hint: .always,
        refusal: wrong.isEmpty ? Localized(zh: "没有答错的题", en: "nothing was wrong") : nil),
      .init([.character("a")], .another, Localized(zh: "再来一组", en: "another round")),
    ])
  }

  public var openQuestion: String? { isWaitingForAnswer ? place.map { String($0) } : nil }

  public mutating func type(_ key: Key, _ context: Context) -> [Request]? {
    guard let place else {
      return score.take(key).map { outcome in
        if case .chosen(let number) = outcome { go(to: number) }
        return []
      }
    }
    let isAnswer = isWaitingForAnswer
    // What is said is read to its end before the next option is looked at.
    if !isAnswer, let step = key.step, canScroll(by: step, context) {
      return perform(key == .up ? .up : .down, context)
    }
    guard panels.indices.contains(place) else { return nil }
    guard panels[place].take(key, context.notation) else {
      // What lies beyond the first or the last option is scrolled to.
      guard key == .up || key == .down else { return nil }
      return perform(key == .up ? .up : .down, context)
    }
    follow(isAnswer && !isWaitingForAnswer)
    return []
  }

  /// - Parameter isAnswer: whether the question is answered by what was done.
  private mutating func follow(_ isAnswer: Bool) {
    scroller.follow()
    if !isWaitingForAnswer { scroller = Scroller() }
    guard isAnswer else { return }
    go(to: place)
    canTakeBack = true
  }

  public mutating func choose(_ target: Int, _ context: Context) -> [Request] {
    guard let place else {
      go(to: target)
      return []
    }
    let wasWaiting = isWaitingForAnswer
    panels[place].choose(target)
    follow(wasWaiting && !isWaitingForAnswer)
    return []
  }

  public mutating func go(toStep step: Int, _ context: Context) -> [Request] {
    if step != place { go(to: step) }
    return []
  }

  public mutating func perform(_ action: Action, _ context: Context) -> [Request] {
    switch action {
    case .next: next()
    case .back: go(to: max(0, (place ?? 0) - 1))
    case .finish: go(to: nil)
    case .again:
      askAgain()
      return request(awaited)
    case .another: return drawUp()
    case .takeBack: takeBack()
    case .up: scroll(by: -1, context)
    case .down: scroll(by: 1, context)
    case .ladderUp: scrollStage(by: 4, context)
    case .ladderDown: scrollStage(by: -4, context)
    }
    return []
  }

  /// To the next question; where some are asked once more, to the next of them; behind the last one is the score.
  mutating func next() {
    guard let place else { return }
    let following = (place + 1)..<max(place + 1, panels.count)
    go(to: asksAgain ? following.first { !panels[$0].isAnswered } : following.first)
  }

  /// Opens it where it was left.
  mutating func resume() {
    if let open = panels.firstIndex(where: { !$0.isAnswered }) { go(to: open) }
  }

  /// Asks the wrong ones once more, with other numbers.
  mutating func askAgain() {
    let items = wrong.compactMap(\.panel.question.item)
    awaited = PaperRequest(items: items, count: items.count)
  }

  private mutating func takeBack() {
    guard let place else { return }
    panels[place] = panels[place].reopened
    go(to: place)
  }

  /// - Parameter place: nil for the score.
  mutating func go(to place: Int?) {
    self.place = place
    if place == nil { asksAgain = false }
    canTakeBack = false
    scroller = Scroller()
    stage = panel.flatMap { $0.isAnswered ? Stage($0.question.run) : nil }
  }

  // MARK: What comes

  public mutating func appear(_ context: Context) -> [Request] {
    guard awaited == nil else { return trouble == nil ? request(awaited) : [] }
    defer { problems = [] }
    return told(problems)
  }

  private func request(_ paper: PaperRequest?) -> [Request] { paper.map { [.effect(.content(.paper($0)))] } ?? [] }

  /// The first of some problems, and how many more there are.
  private func told(_ problems: [Localized]) -> [Request] {
    guard let first = problems.first else { return [] }
    guard problems.count > 1 else { return [.notice(first)] }
    let more = problems.count - 1
    return [
      .notice(
        Localized(zh: "\(first.zh)（还有 \(more) 处）", en: "\(first.en) (and \(more) more)"))
    ]
  }

  private mutating func drawUp() -> [Request] {
    // A seed would draw the same questions once more.
    var request = request
    request.seed = nil
    self = QuizPage(request)
    return self.request(awaited)
  }

  public mutating func receive(_ message: Message, _ context: Context) -> [Request] {
    guard let awaited, case .content(.paper(awaited), let reply) = message else { return [] }
    self.awaited = nil
    switch reply {
    case .paper(let questions, let problems):
      if awaited.items == nil { begin(questions) } else { put(questions) }
      return told(problems)
    case .failed(let why):
      // What can't be asked once more stays as it was answered.
      guard panels.isEmpty else { return [.notice(why)] }
      trouble = why
    case .titles, .extent, .chapter, .misconceptions: break
    }
    return []
  }

  /// Puts questions in the place of those that the same items asked.
  private mutating func put(_ questions: [Question]) {
    var questions = questions
    for (place, panel) in wrong {
      guard let index = questions.firstIndex(where: { $0.item == panel.question.item }) else { continue }
      panels[place] = QuestionPanel(questions.remove(at: index))
    }
    listScore()
    resume()
    asksAgain = true
  }
}
