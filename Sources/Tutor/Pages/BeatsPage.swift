import Bilingual
import Course
import Quiz
import Screen

/// The beats of a chapter, with what was answered in them; one of them is chosen to go to.
struct BeatsPage: Page {
  private struct Entry: Sendable {
    let place: Int
    let step: Progress.Step
    /// What was answered; nil where nothing was.
    let panel: QuestionPanel?
    /// The beat whose question has to be answered first, from **0**; nil where it is open.
    let barrier: Int?
  }

  private var chapter: Chapter
  private var picker: Picker<Entry>
  /// The beat that was chosen, from **0**; nil where none was.
  private(set) var chosen: Int?

  init(_ lesson: LessonPage, selecting place: Int) {
    chapter = lesson.walk.chapter
    let beats = chapter.beats
    picker = Picker(
      zip(beats.indices, lesson.steps).map { place, step in
        Entry(place: place, step: step, panel: lesson.answered[beats[place].id], barrier: lesson.barrier(before: place))
      },
      text: Self.text(of: chapter))
    picker.select(place)
  }

  private static func text(of chapter: Chapter) -> @Sendable (Entry) -> Localized {
    let titles = chapter.beats.map { $0.title ?? chapter.title }
    return { entry in Localized(zh: titles[entry.place], en: titles[entry.place]) }
  }

  // MARK: Keys

  var typed: [KeyLine] { picker.lines(choosing: Localized(zh: "去这一节", en: "go there")) }

  var typing: Typing { picker.isFiltering ? .text : .nothing }

  mutating func type(_ key: Key, _ context: Context) -> [Request]? {
    if key == .character("g"), !picker.isFiltering { return [.leave] }
    return picker.take(key).map { outcome in follow(outcome) }
  }

  mutating func choose(_ target: Int, _ context: Context) -> [Request] {
    picker.choose(target).map { outcome in follow(outcome) } ?? []
  }

  private mutating func follow(_ outcome: Picker<Entry>.Outcome) -> [Request] {
    switch outcome {
    case .moved: return []
    case .chosen(let entry):
      if let barrier = entry.barrier {
        return [
          .notice(
            Localized(zh: "先答第 \(barrier + 1) 节的预测", en: "beat \(barrier + 1) asks something first"))
        ]
      }
      chosen = entry.place
      return [.leave]
    }
  }

  /// The chapter has come in another language.
  mutating func receive(_ message: Message, _ context: Context) -> [Request] {
    guard case .content(_, .chapter(let chapter, _)) = message, chapter.id == self.chapter.id,
      chapter.beats.count == self.chapter.beats.count
    else { return [] }
    self.chapter = chapter
    let place = picker.selected?.place
    picker = Picker(picker.items, text: Self.text(of: chapter))
    if let place { picker.select(place) }
    return []
  }

  // MARK: Drawing

  func titleBar(_ context: Context) -> TitleBar {
    TitleBar(title: "\(chapter.section) \(chapter.title)", part: context[Localized(zh: "各节", en: "Beats")])
  }

  func draw(_ context: Context) -> Picture {
    var picture = Picture(context)
    let area = Rect(x: 2, y: 2, width: context.size.columns - 4, height: context.size.rows - 4)
    picker.draw(on: &picture, in: area, context) { entry, columns in [label(of: entry, columns, context)] }
    return picture
  }

  private func label(of entry: Entry, _ columns: Int, _ context: Context) -> [Span] {
    let title = chapter.beats[entry.place].title ?? chapter.title
    let role: Role = entry.barrier == nil ? .text : .dim
    let left = [entry.step.span(context.glyphs), Span("  "), Span(title, role)]
    guard let panel = entry.panel else { return left }
    return spread(left, panel.outcome(context), columns: columns, context)
  }

  // MARK: Line by line

  mutating func tell(_ context: Context) -> [String] { picker.told { chapter.beats[$0.place].title ?? chapter.title } }
  func prompt(_ context: Context) -> String { context[Localized(zh: "数字选一节：", en: "A number chooses a beat: ")] }
  let advice = Localized(zh: "请输入一节的序号；q 返回。", en: "Type a beat's number; q goes back.")

  mutating func hear(_ line: String, _ context: Context) -> [Request]? {
    picker.item(named: line).map { follow(.chosen($0)) }
  }
}

extension LessonPage {
  /// The first beat before one whose question is not answered; nil where that one is open.
  ///
  /// What was reached once stays open.
  func barrier(before place: Int) -> Int? {
    guard place >= walk.reached else { return nil }
    return walk.chapter.beats[..<place].firstIndex { $0.prediction != nil && answered[$0.id] == nil }
  }
}

extension QuestionPanel {
  /// What was answered, behind its mark.
  func outcome(_ context: Context) -> [Span] {
    let mark = isCorrect ? context.glyphs.check : context.glyphs.cross
    let text = given.map { question.text(of: $0, context) } ?? context[Localized(zh: "没有作答", en: "given up")]
    return [Span("\(mark) ", isCorrect ? .correct : .wrong), Span(text, .dim)]
  }
}
