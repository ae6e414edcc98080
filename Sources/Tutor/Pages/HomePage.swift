import Bilingual
import Screen

/// Where the tutor begins: the chapters, and what else there is.
public struct HomePage: Page {
  private enum Entry: Sendable {
    case chapter(ChapterTitle)
    case destination(Destination)
    case quit

    func label() -> Localized {
      switch self {
      case .chapter(let chapter):
        Localized(zh: "\(chapter.section)  \(chapter.title.zh)", en: "\(chapter.section)  \(chapter.title.en)")
      case .destination(let page):
        Localized(zh: "\(page.name.zh)：\(page.hint.zh)", en: "\(page.name.en): \(page.hint.en)")
      case .quit: Localized(zh: "退出", en: "Quit")
      }
    }
  }

  private var picker: Picker<Entry>
  /// Whether the chapters are known.
  private var isComplete: Bool
  /// What is to be said of those that can't be listed.
  private var problems: [Localized]
  /// The chapter that is to be opened once it is there.
  private var awaited: ContentRequest?
  private var isTold = false

  /// - Parameters:
  ///   - chapters: in their order; nil where they are to be asked for.
  ///   - problems: what is wrong with others, a sentence each.
  public init(chapters: [ChapterTitle]? = nil, problems: [Localized] = []) {
    self.problems = problems
    picker = Picker(Self.entries(chapters ?? [])) { $0.label() }
    isComplete = chapters != nil
  }

  private static func entries(_ chapters: [ChapterTitle]) -> [Entry] {
    chapters.map(Entry.chapter) + Destination.all.map(Entry.destination) + [.quit]
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
    case .chapter(let chapter):
      let request = ContentRequest.chapter(chapter.id, context.language)
      awaited = request
      return [.effect(.content(request))]
    case .destination(let page): return [.open(page.make())]
    case .quit: return [.effect(.quit)]
    }
  }

  // MARK: What comes

  public mutating func appear(_ context: Context) -> [Request] {
    isTold = false
    defer { problems = [] }
    return isComplete ? problems.prefix(1).map(Request.notice) : [.effect(.content(.titles))]
  }

  public mutating func receive(_ message: Message, _ context: Context) -> [Request] {
    guard case .content(let request, let reply) = message, request == awaited || (request == .titles && !isComplete)
    else { return [] }
    if request == awaited { awaited = nil }
    switch reply {
    case .titles(let chapters, let problems):
      picker.replace(with: Self.entries(chapters))
      isComplete = true
      return problems.prefix(1).map(Request.notice)
    case .chapter(let chapter, let problems):
      return [.open(LessonPage(chapter))] + problems.prefix(1).map(Request.notice)
    case .failed(let why): return [.notice(why)]
    case .misconceptions, .paper: return []
    }
  }

  // MARK: Drawing

  public func draw(_ context: Context) -> Picture {
    var picture = Picture(context)
    let margin = 4
    let room = context.size.columns - 2 * margin
    picture.surface.put("tcptutor", x: margin, y: 2, style: Style(.title))
    for (index, line) in context.wrapped(context[Self.about], columns: room).prefix(2).enumerated() {
      picture.surface.put(line, x: margin, y: 3 + index, style: Style(.dim))
    }
    let area = Rect(x: margin - 2, y: 6, width: room + 2, height: max(1, context.size.rows - 8))
    picker.draw(on: &picture, in: area, context) { entry, isSelected in
      [Span(context[entry.label()], isSelected ? .selected : .text)]
    }
    return picture
  }

  private static let about = Localized(
    zh: "TCP 连接的建立与释放：每个状态、每个数字都由 RFC 9293 状态机算出",
    en: "How TCP connections open and close: every state and number is computed by an RFC 9293 machine")

  // MARK: Line by line

  public mutating func tell(_ context: Context) -> [String] {
    guard !isTold else { return [] }
    isTold = true
    return ["tcptutor"] + context.wrapped(context[Self.about])
      + picker.told { context[$0.label()] }
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
