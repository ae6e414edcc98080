import Bilingual
import Quiz
import Screen

/// What stands behind a chapter's last beat: how one has done, what was not right, and where to go on.
struct ChapterEndPage: Page {
  enum Choice: Hashable, Sendable {
    /// The chapter behind this one; nil where this is the last.
    case next(ChapterTitle?)
    /// The questions that are not answered yet.
    case quiz
    /// The beat whose prediction was not right, from **0**.
    case beat(Int)
    /// The question that was not answered rightly, from **0**.
    case question(Int)
    /// All that was not right is asked once more.
    case again
    /// Home.
    case contents
  }

  enum Action: Hashable, Sendable { case again, back, contents }

  /// A prediction or an answer that was not right.
  private struct Mistake: Sendable {
    let choice: Choice
    let number: Localized
    let panel: QuestionPanel
  }

  private let id: String
  private let name: String
  /// The same in both languages, once the chapters are known.
  private var title: ChapterTitle?
  /// Of how many predictions, and of the chapter's quiz.
  private let predictions: (right: Int, all: Int)
  private let quiz: (right: Int, answered: Int, all: Int)?
  private let mistakes: [Mistake]
  private var picker: Picker<Choice>
  /// What was chosen; nil for going back to the last beat.
  private(set) var choice: Choice?

  init(_ lesson: LessonPage) {
    let chapter = lesson.walk.chapter
    (id, name) = (chapter.id, "\(chapter.section) \(chapter.title)")
    let answered = chapter.beats.compactMap { lesson.answered[$0.id] }
    predictions = (answered.count { $0.isCorrect }, answered.count)
    quiz = lesson.quiz.map { ($0.rightCount, $0.answeredCount, $0.panels.count) }
    mistakes =
      lesson.wrongPlaces.compactMap { place in
        let number = Localized(zh: "第 \(place + 1) 节", en: "beat \(place + 1)")
        return lesson.answered[chapter.beats[place].id].map {
          Mistake(choice: .beat(place), number: number, panel: $0)
        }
      }
      + (lesson.quiz?.wrong ?? []).map { (index, panel) in
        let number = Localized(zh: "第 \(index + 1) 题", en: "question \(index + 1)")
        return Mistake(choice: .question(index), number: number, panel: panel)
      }
    picker = Picker([], text: { _ in Localized(zh: "", en: "") })
    list(next: nil)
  }

  private mutating func list(next: ChapterTitle?) {
    let names = Dictionary(uniqueKeysWithValues: mistakes.map { ($0.choice, $0.panel.question.stem()) })
    let isLeft = quiz.map { $0.answered < $0.all || $0.all == 0 } ?? false
    picker = Picker(
      [.next(next)] + (isLeft ? [.quiz] : []) + mistakes.map(\.choice), numbered: 0..<0
    ) { choice in names[choice] ?? Self.name(of: choice) }
  }

  private static func name(of choice: Choice) -> Localized {
    switch choice {
    case .next(let chapter?):
      Localized(
        zh: "下一章  \(chapter.section) \(chapter.title.zh)", en: "Next chapter  \(chapter.section) \(chapter.title.en)")
    case .next(nil), .contents: Localized(zh: "回到目录", en: "Contents")
    case .quiz: Localized(zh: "做这一章的题", en: "The chapter's questions")
    case .beat, .question, .again: Localized(zh: "错的再来一遍", en: "Once more what was wrong")
    }
  }

  // MARK: Keys

  var typed: [KeyLine] {
    picker.lines(choosing: Localized(zh: "进入", en: "open")).filter { $0.keys != [.character("/")] }
  }

  var keys: KeyMap<Action> {
    KeyMap([
      .init(
        [.character("r")], .again, Localized(zh: "错的再来一遍", en: "wrong ones again"), hint: .always,
        refusal: mistakes.isEmpty ? Localized(zh: "没有答错的", en: "nothing was wrong") : nil),
      .init([.left, .backspace], .back, Localized(zh: "上一步", en: "back")),
      .init([.escape], .contents, Localized(zh: "目录", en: "contents"), hint: .fixed),
    ])
  }

  mutating func type(_ key: Key, _ context: Context) -> [Request]? {
    // Here one does not look for anything.
    guard key != .character("/") else { return nil }
    // Nobody who goes on by this key is to run past the page.
    guard key != .right else { return [.notice(Localized(zh: "按回车进入", en: "Enter opens"))] }
    return picker.take(key == .character(" ") ? .enter : key).map { outcome in follow(outcome) }
  }

  mutating func choose(_ target: Int, _ context: Context) -> [Request] {
    picker.choose(target).map { outcome in follow(outcome) } ?? []
  }

  private mutating func follow(_ outcome: Picker<Choice>.Outcome) -> [Request] {
    switch outcome {
    case .moved: return []
    case .chosen(let choice):
      self.choice = choice
      return [.leave]
    }
  }

  mutating func perform(_ action: Action, _ context: Context) -> [Request] {
    switch action {
    case .again: choice = .again
    case .back: choice = nil
    case .contents: choice = .contents
    }
    return [.leave]
  }

  // MARK: What comes

  mutating func appear(_ context: Context) -> [Request] { title == nil ? [.effect(.content(.titles))] : [] }

  mutating func receive(_ message: Message, _ context: Context) -> [Request] {
    guard case .content(.titles, .titles(let chapters, _)) = message,
      let place = chapters.firstIndex(where: { $0.id == id })
    else { return [] }
    title = chapters[place]
    if place + 1 < chapters.count { list(next: chapters[place + 1]) }
    return []
  }

  // MARK: Drawing

  func titleBar(_ context: Context) -> TitleBar {
    TitleBar(title: title.map { "\($0.section) \(context[$0.title])" } ?? name)
  }

  func draw(_ context: Context) -> Picture {
    var picture = Picture(context)
    let (margin, columns) = (4, context.size.columns)
    picture.surface.put(
      context[Localized(zh: "这一章学完了", en: "The chapter is done")], x: margin, y: 2, style: Style(.heading))
    picture.surface.put(context[summary], x: margin, y: 3, style: .plain, limit: columns - 2 * margin)
    let area = Rect(x: margin - 2, y: 5, width: columns - 2 * margin + 2, height: context.size.rows - 7)
    let heading = [Row.blank, Row([Span("  " + context[Localized(zh: "没答对的", en: "Not right")], .dim)])]
    picker.draw(on: &picture, in: area, context) { choice in
      choice == mistakes.first?.choice ? heading : []
    } label: { choice, columns in
      mistakes.first { $0.choice == choice }.map { lines(of: $0, columns, context) }
        ?? [[Span(context[Self.name(of: choice)])]]
    }
    return picture
  }

  /// Which it was, what was asked, and what was answered.
  private func lines(of mistake: Mistake, _ columns: Int, _ context: Context) -> [[Span]] {
    let number = context[mistake.number] + "  "
    let stem = Span(context[mistake.panel.question.stem(context.notation)])
    return beside([Span(number, .dim), stem], mistake.panel.outcome(context), columns: columns, context)
  }

  private var summary: Localized {
    let (right, all) = predictions
    var zh = "预测 \(all) 次，对 \(right) 次"
    var en = "\(right) of \(all) predicted right"
    if let quiz, quiz.answered > 0 {
      zh += "；答题 \(quiz.answered) 道，对 \(quiz.right) 道"
      en += "; \(quiz.right) of \(quiz.answered) questions right"
    }
    return Localized(zh: zh, en: en)
  }

  // MARK: Line by line

  mutating func tell(_ context: Context) -> [String] {
    [context[summary]] + picker.told { context[Self.name(of: $0)] }
  }
  func prompt(_ context: Context) -> String { context[Localized(zh: "数字选一项：", en: "A number chooses: ")] }
  let advice = Localized(zh: "请输入一项的序号；q 返回。", en: "Type a number; q goes back.")

  mutating func hear(_ line: String, _ context: Context) -> [Request]? {
    picker.item(named: line).map { follow(.chosen($0)) }
  }
}

extension LessonPage {
  /// The beats whose predictions were not right.
  var wrongPlaces: [Int] {
    walk.chapter.beats.indices.filter { answered[walk.chapter.beats[$0].id].map { !$0.isCorrect } ?? false }
  }
}
