import Bilingual
import Screen

/// The application: what is on the screen, and how it changes.
///
/// A value without I/O. The loop gives it messages, carries out the effects it returns, and shows what it draws; where
/// there is no screen, lines go in and out in the same way.
public struct Tutor: Sendable {
  public private(set) var context: Context
  /// The page on top is the one to be seen; never empty.
  private var pages: [any Page]
  /// What is to be said once; on the screen it goes away by itself, or with the next key or page.
  private var notice: Notice?
  /// What is worth knowing of the page that was left last.
  private var parting: [Localized] = []
  /// The open question that somebody has had before their eyes.
  private var seenQuestion: String?
  /// What has been told and not yet been said.
  private var untold: [String] = []

  /// - Parameters:
  ///   - pages: the one to begin with last, below it those to go back to; at least one.
  ///   - notice: what is to be said at the beginning.
  public init(_ pages: [any Page], context: Context, notice: Localized? = nil) {
    precondition(!pages.isEmpty)
    self.context = context
    self.pages = pages
    self.notice = notice.map { Notice(text: $0, since: context.now) }
  }

  private(set) var top: any Page {
    get { pages[pages.count - 1] }
    set { pages[pages.count - 1] = newValue }
  }

  /// What is wanted once the first screen is painted.
  public mutating func begin() -> [Effect] { carryOut(top.appear(context)) }

  /// Whether a question is open that was not painted yet: what was typed until then is no answer to it.
  public var hasUnseenQuestion: Bool {
    !context.isTooSmall && top.openQuestion != nil && top.openQuestion != seenQuestion
  }

  /// What is drawn has been painted, and what was typed before that has come.
  public mutating func painted() { seenQuestion = context.isTooSmall ? nil : top.openQuestion }

  /// When it wants to be told the time; nil while nothing on the screen moves.
  public var deadline: Moment? {
    guard !context.isTooSmall else { return nil }
    return [top.wakes(after: context.now), notice?.end(context)].compactMap(\.self).min {
      $0.nanoseconds < $1.nanoseconds
    }
  }
}

// MARK: - Update

extension Tutor {
  public mutating func update(_ message: Message, at now: Moment) -> [Effect] {
    context.now = now
    if let end = notice?.end(context), end.nanoseconds <= now.nanoseconds { notice = nil }
    defer { if top.openQuestion != seenQuestion { seenQuestion = nil } }
    switch message {
    case .input(let input): return take(input)
    case .time: return carryOut(top.receive(message, context))
    case .content, .draft: return pages.indices.flatMap { carryOut(pages[$0].receive(message, context)) }
    }
  }

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .resize(let size):
      context.size = size
      return []
    case .key(.control("z")): return [.suspend]
    // What an input method makes wide means the narrow key.
    case .key(.character(let character)): return take(.character(character.halfWidth))
    case .key(let key): return take(key)
    case .click(let point): return click(point)
    case .scrollUp: return take(.up)
    case .scrollDown: return take(.down)
    }
  }

  private mutating func take(_ key: Key) -> [Effect] {
    notice = nil
    if context.isTooSmall {
      return key == TooSmallNotice.quit ? [.quit] : key == TooSmallNotice.plain ? [.plain] : []
    }
    if hasUnseenQuestion {
      // What would answer goes nowhere; all else acts.
      var answering = top
      if answering.type(key, context) != nil { return [] }
    }
    if let requests = top.press(key, context) { return carryOut(requests) }
    switch globalKeys.meaning(of: key) {
    case .action(let action): return perform(action)
    case .refused(let why): say(why)
    case nil: say(Localized(zh: "? 看本页按键", en: "? lists the keys"))
    }
    return []
  }

  private mutating func click(_ point: Point) -> [Effect] {
    guard let hit = draw().hit(at: point) else { return [] }
    notice = nil
    switch hit {
    case .target(let target): return hasUnseenQuestion ? [] : carryOut(top.choose(target, context))
    case .key(let key): return take(key)
    case .step(let step): return carryOut(top.go(toStep: step, context))
    }
  }

  private mutating func say(_ text: Localized) { notice = Notice(text: text, since: context.now) }

  private mutating func perform(_ action: GlobalAction) -> [Effect] {
    switch action {
    case .language:
      context.language = context.language == .zh ? .en : .zh
      return pages.indices.flatMap { carryOut(pages[$0].translate(context)) }
    case .numbers:
      context.notation = context.notation.next
      return carryOut([.notice(context.notation.name)])
    case .mouse: return [.terminal(.switchMouse)]
    case .help: return carryOut([.open(HelpPage(allKeys))])
    case .back: return carryOut([.leave])
    case .quit: return [.quit]
    }
  }

  /// Does what a page asks for.
  private mutating func carryOut(_ requests: [Request]) -> [Effect] {
    var effects: [Effect] = []
    for request in requests {
      switch request {
      case .open(let page):
        notice = nil
        top.disappear(context)
        pages.append(page)
        effects += carryOut(top.appear(context))
      case .leave:
        guard pages.count > 1 else { return effects + [.quit] }
        notice = nil
        parting = farewells.first ?? parting
        let left = pages.removeLast()
        effects += carryOut(top.appear(context))
        effects += carryOut(top.take(back: left, context))
      case .notice(let text): say(text)
      case .effect(let effect): effects.append(effect)
      }
    }
    return effects
  }
}

// MARK: - Drawing

extension Tutor {
  /// What is to be seen.
  public func draw() -> Picture {
    guard !context.isTooSmall else {
      var picture = Picture(context)
      TooSmallNotice().draw(on: &picture, context)
      return picture
    }
    var picture = top.draw(context)
    KeyBar(lines: allKeys).draw(on: &picture, context)
    let inTitle = notice?.inTitle(context)
    top.titleBar(context).draw(on: &picture, notice: inTitle, context)
    if inTitle == nil { notice?.drawBelowTitle(on: &picture, context) }
    return picture
  }

  /// The keys of the page on top, and those that all pages share.
  var allKeys: [KeyLine] { top.lines.shadowing(globalKeys.lines) }

  private var globalKeys: KeyMap<GlobalAction> { GlobalAction.keys(beside: top.typing, above: pages.dropLast().last) }
}

// MARK: - Leaving

extension Tutor {
  /// What stays on the shell of somebody who leaves: how far they have come, and what is next; nil where nothing was done.
  public var farewell: String? {
    let parts = farewells.first ?? parting
    guard !parts.isEmpty else { return nil }
    return (parts.map { context[$0] } + ["tcptutor"]).joined(separator: context.glyphs.set == .ascii ? " - " : " · ")
  }

  /// Those of the pages that have something to say, the topmost first.
  private var farewells: [[Localized]] { pages.reversed().map { $0.farewell(context) }.filter { !$0.isEmpty } }

  /// What goes on line by line; what only shows something above a page is closed.
  ///
  /// - Parameter columns: the most that a line takes.
  public func lineByLine(columns: Int) -> Tutor {
    var tutor = self
    tutor.context.size = Size(columns: columns, rows: Context.minimum.rows)
    while tutor.pages.count > 1, tutor.top.typing == .everything { tutor.pages.removeLast() }
    return tutor
  }
}

// MARK: - Line by line

extension Tutor {
  /// What is new, line by line.
  public mutating func tell() -> [String] {
    defer { (untold, notice) = ([], nil) }
    if let notice { untold.append(context[notice.text]) }
    return untold + top.tell(context)
  }

  /// What is asked for.
  public var prompt: String { top.prompt(context) }

  /// Takes a line: `q` leaves the page, a lone `?` asks what may be said, all else is the page's.
  public mutating func hear(_ line: String, at now: Moment) -> [Effect] {
    context.now = now
    let line = line.halfWidth.trimmingBlanks
    switch line {
    case "q", "Q":
      untold += top.summary(context)
      return carryOut([.leave])
    case "?": return carryOut([.notice(top.advice)])
    default:
      guard let requests = top.hear(line, context) else {
        guard line.count == 1, let key = line.first.map(Key.character),
          case .action(.language)? = globalKeys.meaning(of: key)
        else { return carryOut([.notice(top.advice)]) }
        return perform(.language)
      }
      // What came of it is told before the page is left.
      untold += top.tell(context)
      return carryOut(requests)
    }
  }

  /// Nothing will be said any more.
  ///
  /// - Returns: how far one has come, on the page that one is at first.
  public func finish() -> [String] { pages.reversed().flatMap { $0.summary(context) } }

  /// Whether there is work that is not done.
  public var isUnderWay: Bool { pages.contains { $0.isUnderWay } }
}

extension String {
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
