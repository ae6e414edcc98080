import Bilingual
import Course
import Screen

/// Where the tutor begins: what to go on with, what else there is, and the chapters.
public struct HomePage: Page {
  enum Entry: Sendable {
    /// The chapter to begin, or to go on with.
    case lesson(ChapterTitle)
    /// The quiz that was begun.
    case quiz
    case destination(Destination)
    case chapter(ChapterTitle)
    case quit
  }

  var picker: Picker<Entry>
  /// In their order.
  private(set) var chapters: [ChapterTitle]
  /// Whether they are known.
  private var isComplete: Bool
  /// How long they are, by their ids, and how many questions there are; nil as long as that is not known.
  private(set) var lengths: [String: ChapterLength] = [:]
  private(set) var questions: Int?
  /// What is to be said of the chapters that can't be listed.
  private var problems: [Localized]
  /// The chapters that were begun, as they were left, by their ids, and the one that was left last.
  private(set) var lessons: [String: LessonPage] = [:]
  private var latest: String?
  /// The quiz that was begun and not finished, as it was left.
  private(set) var quiz: QuizPage?
  /// The chapter that is to be opened once it is there.
  private var awaited: ContentRequest?
  /// When the picture above the list began to move; nil until it was seen.
  private var opened: Moment?
  private var isTold = false
  /// Whether it is told line by line; there a number opens every chapter as soon.
  private var isLineByLine = false

  /// - Parameters:
  ///   - chapters: in their order; nil where they are to be asked for.
  ///   - problems: what is wrong with others, a sentence each.
  public init(chapters: [ChapterTitle]? = nil, problems: [Localized] = []) {
    self.problems = problems
    self.chapters = chapters ?? []
    isComplete = chapters != nil
    picker = Picker([]) { _ in Localized(zh: "", en: "") }
    list()
  }

  private mutating func list() {
    let chapter = goingOn.flatMap { isLineByLine && lessons[$0.id] == nil ? nil : $0 }
    let above = (chapter.map { [Entry.lesson($0)] } ?? []) + (quiz == nil ? [] : [.quiz])
    let others = Destination.all.filter { $0.hint(questions) != nil }.map(Entry.destination)
    let first = above.count + others.count
    let (selected, place) = (picker.selected?.id, picker.index)
    picker = Picker(
      above + others + chapters.map(Entry.chapter) + [.quit], numbered: first..<first + chapters.count
    ) { [questions] in $0.text(questions) }
    picker.select(picker.items.firstIndex { $0.id == selected } ?? place)
  }

  /// Selects the quiz that was begun, else what to go on with.
  private mutating func selectFirst() {
    picker.select(quiz == nil ? 0 : picker.items.firstIndex { $0.id == Entry.quiz.id } ?? 0)
  }

  /// The chapter that was left last; where it is done, the next one that is not.
  private var goingOn: ChapterTitle? {
    let place = latest.flatMap { id in chapters.firstIndex { $0.id == id } } ?? 0
    return chapters.dropFirst(place).first { lessons[$0.id].map { !$0.isDone } ?? true }
  }

  // MARK: Keys

  public var typed: [KeyLine] {
    picker.lines(choosing: Localized(zh: "进入", en: "open"))
  }

  public var typing: Typing { picker.isFiltering ? .text : .nothing }

  public mutating func type(_ key: Key, _ context: Context) -> [Request]? {
    // A blank is as good as Enter, unless it is part of what is looked for.
    let key = key == .character(" ") && !picker.isFiltering ? .enter : key
    return picker.take(key).map { outcome in follow(outcome, context) }
  }

  public mutating func choose(_ target: Int, _ context: Context) -> [Request] {
    picker.choose(target).map { outcome in follow(outcome, context) } ?? []
  }

  private mutating func follow(_ outcome: Picker<Entry>.Outcome, _ context: Context) -> [Request] {
    switch outcome {
    case .moved: return []
    case .chosen(let entry): return open(entry, context)
    }
  }

  private mutating func open(_ entry: Entry, _ context: Context) -> [Request] {
    switch entry {
    case .lesson(let chapter), .chapter(let chapter): return open(chapter, context)
    case .quiz:
      guard var quiz else { return [] }
      quiz.resume()
      return [.open(quiz)]
    case .destination(let page): return [.open(page.make())]
    case .quit: return [.effect(.quit)]
    }
  }

  private mutating func open(_ chapter: ChapterTitle, _ context: Context) -> [Request] {
    let request = ContentRequest.chapter(chapter.id, context.language)
    awaited = request
    return [.effect(.content(request))]
  }

  // MARK: What comes

  public mutating func appear(_ context: Context) -> [Request] {
    isTold = false
    // Where nothing is to move, it has moved already.
    opened = opened ?? context.now.advanced(by: context.usesMotion ? 0 : -Int64(Self.openingTime))
    defer { problems = [] }
    return problems.prefix(1).map(Request.notice) + (isComplete ? [] : [.effect(.content(.titles))])
      + (questions == nil ? [.effect(.content(.extent))] : [])
  }

  /// How far the picture has come, **0 … 1**.
  func opening(at now: Moment) -> Double {
    opened.map { min(1, Double(now.nanoseconds(since: $0)) / Self.openingTime) } ?? 0
  }

  public func wakes(after now: Moment) -> Moment? { opening(at: now) < 1 ? now.advanced(by: 33_000_000) : nil }

  /// Keeps what was begun as it was left.
  public mutating func take(back page: any Page, _ context: Context) -> [Request] {
    switch page {
    case let lesson as LessonPage where !lesson.isDraft:
      let id = lesson.walk.chapter.id
      lessons[id] = lesson
      latest = id
      list()
      picker.select(0)
      if let chapter = lesson.following { return open(chapter, context) }
    case let page as QuizPage:
      quiz = page.isBegun && page.isUnderWay ? page : nil
      list()
      if quiz != nil { selectFirst() }
    default: break
    }
    return []
  }

  public mutating func receive(_ message: Message, _ context: Context) -> [Request] {
    guard case .content(let request, let reply) = message else { return [] }
    switch request {
    case .titles where !isComplete: break
    case .extent where questions == nil: break
    case .chapter where request == awaited: awaited = nil
    case .titles, .extent, .chapter, .misconceptions, .paper: return []
    }
    switch reply {
    case .titles(let chapters, let problems):
      (self.chapters, isComplete) = (chapters, true)
      list()
      selectFirst()
      return problems.prefix(1).map(Request.notice)
    case .extent(let lengths, let questions):
      (self.lengths, self.questions) = (lengths, questions)
      list()
      return []
    case .chapter(let chapter, let problems):
      return [.open(lesson(chapter))] + problems.prefix(1).map(Request.notice)
    case .failed(let why): return [.notice(why)]
    case .misconceptions, .paper: return []
    }
  }

  /// The chapter as it was left; from its beginning where it was not begun, or does something else by now.
  private func lesson(_ chapter: Chapter) -> LessonPage {
    guard var lesson = lessons[chapter.id], lesson.reword(chapter) else { return LessonPage(chapter) }
    return lesson
  }

  // MARK: Line by line

  public mutating func tell(_ context: Context) -> [String] {
    guard !isTold else { return [] }
    (isTold, isLineByLine) = (true, true)
    list()
    return ["tcptutor"] + Self.about.flatMap { context.wrapped(context[$0]) }
      + picker.told { context[$0.text(questions)] }
  }

  public func prompt(_ context: Context) -> String {
    context[Localized(zh: "数字进入，q 退出：", en: "A number opens, q quits: ")]
  }

  public var advice: Localized {
    Localized(
      zh: "请输入 1 到 \(picker.items.count) 的数字；l 换成 English，q 退出。",
      en: "Type a number from 1 to \(picker.items.count); l changes to 中文, q quits.")
  }

  public mutating func hear(_ line: String, _ context: Context) -> [Request]? {
    picker.item(named: line).map { open($0, context) }
  }

  public mutating func translate(_ context: Context) -> [Request] {
    isTold = false
    return []
  }
}
