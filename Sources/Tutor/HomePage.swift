import Bilingual
import Screen

/// A chapter as the list of chapters shows it.
public struct ChapterTitle: Hashable, Sendable {
  public let id: String
  /// `10.3.6`.
  public let section: String
  public let title: Localized

  public init(id: String, section: String, title: Localized) {
    self.id = id
    self.section = section
    self.title = title
  }
}

/// Where the tutor begins: the chapters, the quiz.
struct HomePage: Sendable {
  enum Action: Hashable, Sendable {
    case up, down, choose
    case number(Int)
    case language, mouse, help, quit
  }

  private enum Entry: Hashable {
    case chapter(ChapterTitle)
    case quiz
    case quit
  }

  private let entries: [Entry]
  private(set) var selected = 0

  init(chapters: [ChapterTitle]) {
    entries = chapters.map(Entry.chapter) + [.quiz, .quit]
  }

  static let keys = KeyMap<Action>([
    .init([.enter, .right, .character(" ")], .choose, Localized(zh: "进入", en: "open"), hint: .always),
    .init([.up, .character("k")], .up, Localized(zh: "上一项", en: "up")),
    .init([.down, .character("j")], .down, Localized(zh: "下一项", en: "down")),
    .init([.character("l")], .language, Localized(zh: "English", en: "中文")),
    .init([.character("m")], .mouse, Localized(zh: "鼠标开关", en: "mouse on or off"), hint: .never),
    .init([.character("?")], .help, Localized(zh: "帮助", en: "help"), hint: .always),
    .init([.character("q"), .escape], .quit, Localized(zh: "退出", en: "quit"), hint: .always),
  ])

  /// What a key does here.
  func action(for key: Key) -> Action? {
    if case .character(let character) = key, let digit = character.wholeNumberValue, entries.indices.contains(digit - 1)
    {
      return .number(digit - 1)
    }
    return Self.keys.action(for: key)
  }

  mutating func move(by step: Int) { selected = max(0, min(entries.count - 1, selected + step)) }

  mutating func select(_ index: Int) { selected = index }

  /// What choosing the selected entry asks for.
  func choose(_ language: Language) -> Effect {
    switch entries[selected] {
    case .chapter(let chapter): .loadChapter(id: chapter.id, language)
    case .quiz: .loadQuiz(chapter: nil)
    case .quit: .quit
    }
  }

  /// The row of an entry on the surface that `draw` draws.
  private static let firstRow = 6

  /// The entries that have room; the selected one is among them.
  private func shown(_ context: Context) -> Range<Int> {
    let room = max(1, context.size.rows - Self.firstRow - 2)
    let first = max(0, min(selected - room + 1, entries.count - room))
    return first..<min(entries.count, first + room)
  }

  /// The entry at a cell; nil where there is none.
  func entry(at point: Point, _ context: Context) -> Int? {
    let shown = shown(context)
    let index = point.y - Self.firstRow + shown.lowerBound
    return point.y >= Self.firstRow && shown.contains(index) ? index : nil
  }

  func draw(on surface: inout Surface, _ context: Context) {
    let margin = 4
    let room = context.size.columns - 2 * margin
    surface.put("tcptutor", x: margin, y: 2, style: Style(.title))
    let subtitle = context.text(
      "TCP 连接的建立与释放：每个状态、每个数字都由 RFC 9293 状态机算出",
      "How TCP connections open and close: every state and number is computed by an RFC 9293 machine")
    for (index, line) in wrap(subtitle, columns: room).prefix(2).enumerated() {
      surface.put(line, x: margin, y: 3 + index, style: Style(.dim))
    }
    let shown = shown(context)
    for index in shown {
      let entry = entries[index]
      let y = Self.firstRow + index - shown.lowerBound
      let isSelected = index == selected
      surface.put(isSelected ? String(context.drawing.arrowRight) : " ", x: margin - 2, y: y, style: Style(.key))
      surface.put("\(index + 1)", x: margin, y: y, style: Style(.key))
      surface.put(
        label(of: entry, context), x: margin + 4, y: y, style: Style(isSelected ? .selected : .text), limit: room - 4)
    }
  }

  private func label(of entry: Entry, _ context: Context) -> String {
    switch entry {
    case .chapter(let chapter): "\(chapter.section)  \(chapter.title[context.language])"
    case .quiz: context.text("测验：五道题，数字每次不同", "Quiz: five questions, fresh numbers each time")
    case .quit: context.text("退出", "Quit")
    }
  }
}
