import Bilingual
import Course
import Quiz
import Screen

/// The application: what is on the screen, and how it changes.
///
/// A value without I/O. The loop gives it messages, carries out the effects it returns, and shows what it draws.
public struct Tutor: Sendable {
  public private(set) var context: Context
  /// The page on top is the one to be seen; never empty.
  private var pages: [Page]
  private var help: HelpPage?
  /// What went wrong last; it goes away with the next key.
  private var notice: Localized?

  private enum Page: Sendable {
    case home(HomePage)
    case lesson(LessonPage)
    case quiz(QuizPage)
  }

  /// Begins at home.
  public init(chapters: [ChapterTitle], context: Context) {
    self.context = context
    pages = [.home(HomePage(chapters: chapters))]
  }

  /// Begins in a chapter, and ends with it.
  public init(chapter: Chapter, context: Context) {
    self.context = context
    pages = [.lesson(LessonPage(chapter))]
  }

  /// Begins with a quiz, and ends with it.
  public init(quiz: [Question], context: Context) {
    self.context = context
    pages = [.quiz(QuizPage(quiz))]
  }

  /// What is wanted once the first screen is painted.
  public var firstEffects: [Effect] {
    guard case .lesson? = pages.last else { return [] }
    return [.loadMisconceptions]
  }

  /// Whether something on the screen moves, so that ticks are wanted.
  public var isAnimating: Bool {
    guard help == nil, case .lesson(let page)? = pages.last else { return false }
    return page.isAnimating
  }
}

// MARK: - Update

extension Tutor {
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .input(let input): return take(input)
    case .tick(let nanoseconds):
      if case .lesson(var page)? = pages.last {
        page.advance(by: nanoseconds)
        replaceTop(.lesson(page))
      }
    case .chapterLoaded(let chapter):
      guard translateLesson(to: chapter) else {
        pages.append(.lesson(LessonPage(chapter)))
        return [.loadMisconceptions]
      }
    case .misconceptionsLoaded(let catalogue):
      if case .lesson(var page)? = pages.last {
        page.learn(catalogue)
        replaceTop(.lesson(page))
      }
    case .quizLoaded(let questions): pages.append(.quiz(QuizPage(questions)))
    case .failed(let why): notice = why
    }
    return []
  }

  private mutating func replaceTop(_ page: Page) { pages[pages.count - 1] = page }

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .resize(let size):
      context.size = size
      return []
    case .key(.control("z")): return [.suspend]
    case .key(let key): return take(key)
    case .click(let point): return click(point)
    case .scrollUp: return take(.up)
    case .scrollDown: return take(.down)
    }
  }

  private mutating func take(_ key: Key) -> [Effect] {
    notice = nil
    if context.isTooSmall { return key == .character("q") ? [.quit] : [] }
    if var page = help {
      help = page.take(key, context) ? page : nil
      return []
    }
    switch pages[pages.count - 1] {
    case .home(var page):
      guard let action = page.action(for: key) else { return [] }
      return perform(action, on: &page)
    case .lesson(var page):
      let effects = take(key, on: &page)
      return effects
    case .quiz(var page):
      if page.answer(key) {
        replaceTop(.quiz(page))
        return []
      }
      guard let action = page.keys.action(for: key) else { return [] }
      return perform(action, on: &page)
    }
  }

  private mutating func click(_ point: Point) -> [Effect] {
    guard !context.isTooSmall, help == nil else { return [] }
    switch pages[pages.count - 1] {
    case .home(var page):
      guard let entry = page.entry(at: point, context) else { return [] }
      return perform(.number(entry), on: &page)
    case .lesson(var page):
      if page.click(point, context) { replaceTop(.lesson(page)) }
      return []
    case .quiz(var page):
      if page.click(point, context) { replaceTop(.quiz(page)) }
      return []
    }
  }

  private static let answerFirst = Localized(zh: "先回答问题，再往下走。", en: "Answer first, then go on.")

  /// Leaves the page; the last one ends the program.
  private mutating func leave() -> [Effect] {
    guard pages.count > 1 else { return [.quit] }
    pages.removeLast()
    return []
  }

  private mutating func switchLanguage() -> [Effect] {
    context.language = context.language == .zh ? .en : .zh
    return pages.compactMap { page in
      if case .lesson(let lesson) = page { .loadChapter(id: lesson.chapter.id, context.language) } else { nil }
    }
  }

  /// Puts a chapter in the place of the same one in another language, wherever that is open.
  ///
  /// - Returns: false where it is not open.
  private mutating func translateLesson(to chapter: Chapter) -> Bool {
    for (index, page) in pages.enumerated() {
      guard case .lesson(var lesson) = page, lesson.chapter.id == chapter.id else { continue }
      lesson.translate(to: chapter)
      pages[index] = .lesson(lesson)
      return true
    }
    return false
  }
}

// MARK: - Actions of the pages

extension Tutor {
  private mutating func perform(_ action: HomePage.Action, on page: inout HomePage) -> [Effect] {
    defer { if case .home = pages[pages.count - 1] { replaceTop(.home(page)) } }
    switch action {
    case .up: page.move(by: -1)
    case .down: page.move(by: 1)
    case .number(let index):
      page.select(index)
      return [page.choose(context.language)]
    case .choose: return [page.choose(context.language)]
    case .language: return switchLanguage()
    case .mouse: return [.switchMouse]
    case .help: help = HelpPage(HomePage.keys)
    case .quit: return [.quit]
    }
    return []
  }

  private mutating func take(_ key: Key, on page: inout LessonPage) -> [Effect] {
    if page.answer(key) {
      replaceTop(.lesson(page))
      return []
    }
    guard let action = page.keys.action(for: key) else { return [] }
    switch action {
    case .answer, .choose: return []
    case .next where page.isWaitingForAnswer:
      notice = Self.answerFirst
      return []
    case .next:
      if !page.next() { return finish(page) }
    case .back: page.back()
    case .play: page.togglePlay()
    case .faster: page.changeSpeed(faster: true)
    case .slower: page.changeSpeed(faster: false)
    case .up: page.scrollProse(by: -1, context)
    case .down: page.scrollProse(by: 1, context)
    case .ladderUp: page.scrollLadder(by: 4, context)
    case .ladderDown: page.scrollLadder(by: -4, context)
    case .segment: page.toggleHeaderBox()
    case .language: return switchLanguage()
    case .mouse: return [.switchMouse]
    case .help: help = HelpPage(page.keys)
    case .quit: return leave()
    }
    replaceTop(.lesson(page))
    return []
  }

  /// Behind the last beat come the chapter's questions, if it names any.
  private mutating func finish(_ page: LessonPage) -> [Effect] {
    page.hasQuiz ? [.loadQuiz(chapter: page.chapter.id)] : []
  }

  private mutating func perform(_ action: QuizPage.Action, on page: inout QuizPage) -> [Effect] {
    switch action {
    case .answer, .choose: return []
    case .next where page.isWaitingForAnswer:
      notice = Self.answerFirst
      return []
    case .next: if !page.next() { return leave() }
    case .back: page.back()
    case .ladderUp: page.scrollLadder(by: 4, context)
    case .ladderDown: page.scrollLadder(by: -4, context)
    case .up: page.scroll(by: -1, context)
    case .down: page.scroll(by: 1, context)
    case .language:
      let effects = switchLanguage()
      replaceTop(.quiz(page))
      return effects
    case .mouse: return [.switchMouse]
    case .help: help = HelpPage(page.keys)
    case .quit: return leave()
    }
    replaceTop(.quiz(page))
    return []
  }
}

// MARK: - Drawing

extension Tutor {
  /// What is to be seen, and where the text cursor stands if something is typed.
  public func draw() -> (surface: Surface, cursor: Point?) {
    var surface = Surface(size: context.size)
    guard !context.isTooSmall else {
      TooSmallNotice().draw(on: &surface, context)
      return (surface, nil)
    }
    if let help {
      help.draw(on: &surface, context)
      return (surface, nil)
    }
    var cursor: Point?
    var hints: [Span]
    let room = context.size.columns - 2
    switch pages[pages.count - 1] {
    case .home(let page):
      page.draw(on: &surface, context)
      hints = HomePage.keys.hints(in: context.language, columns: room, drawing: context.drawing)
    case .lesson(let page):
      cursor = page.draw(on: &surface, context)
      hints = page.keys.hints(in: context.language, columns: room, drawing: context.drawing)
    case .quiz(let page):
      cursor = page.draw(on: &surface, context)
      hints = page.keys.hints(in: context.language, columns: room, drawing: context.drawing)
    }
    if let notice { hints = [Span(notice[context.language], .warning)] }
    KeyBar(hints: hints).draw(on: &surface, context)
    return (surface, cursor)
  }
}
