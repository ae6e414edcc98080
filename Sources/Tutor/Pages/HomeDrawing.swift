import Bilingual
import Figures
import Scenario
import Screen
import Simulation

extension HomePage {
  static let about = [
    Localized(
      zh: "看着 TCP 建立连接、释放连接：状态和数字都当场算出，随你弄坏它",
      en: "Watch TCP connections open and close, with live states and numbers, and break them")
  ]

  /// How long the picture moves when the program begins, in nanoseconds.
  static let openingTime = 1_000_000_000.0

  private static let sketch: LadderSketch = {
    var run = Run()
    for action in [Scenario.Action.call(.b, .openPassive), .call(.a, .openActive()), .settle] { run.play(action) }
    return LadderSketch(run.transcript)
  }()

  public func draw(_ context: Context) -> Picture {
    var picture = Picture(context)
    let (columns, rows) = (context.size.columns, context.size.rows)
    // A low window keeps its rows for the list.
    let hasSketch = rows >= 22
    let text = Rect(x: hasSketch ? 24 : 4, y: hasSketch ? 3 : 1, width: columns - (hasSketch ? 28 : 8), height: 4)
    if hasSketch {
      Self.sketch.draw(
        on: &picture.surface, in: Rect(x: 4, y: 1, width: 17, height: 7),
        upTo: opening(at: context.now), glyphs: context.glyphs)
      picture.surface.horizontalLine(x: 2, y: 9, length: columns - 4, character: context.glyphs.horizontal)
    }
    picture.surface.put("tcptutor", x: text.x, y: text.y, style: Style(.title))
    let about = Self.about.flatMap { context.wrapped(context[$0], columns: text.width) }
    for (index, line) in about.prefix(text.height - 1).enumerated() {
      picture.surface.put(line, x: text.x, y: text.y + 1 + index)
    }
    let top = hasSketch ? 11 : 5
    let area = Rect(x: 2, y: top, width: columns - 4, height: max(1, rows - top - 2))
    picker.draw(on: &picture, in: area, context) { entry in
      heading(above: entry, context)
    } label: { entry, columns in
      [label(of: entry, columns, context)]
    }
    return picture
  }

  private func heading(above entry: Entry, _ context: Context) -> [Row] {
    switch entry {
    case .chapter(let chapter) where chapter.id == chapters.first?.id:
      [.blank, Row([Span("  " + context[Localized(zh: "目录", en: "Contents")], .dim)])]
    case .quit: [.blank]
    case .lesson, .quiz, .destination, .chapter: []
    }
  }

  private func label(of entry: Entry, _ columns: Int, _ context: Context) -> [Span] {
    switch entry {
    case .lesson(let chapter):
      let lesson = lessons[chapter.id]
      let beat = lesson.flatMap { $0.walk.beat.title }.map { [Span(" › \($0)", .dim)] } ?? []
      let left = [name(of: entry, context), title(of: chapter, context)] + beat
      return spread(left, lesson.map { progress(of: $0, columns, context) } ?? [], columns: columns, context)
    case .quiz:
      let (place, all) = (quiz?.answeredCount ?? 0, quiz?.panels.count ?? 0)
      return spread(
        [name(of: entry, context), Span(context[Localized(zh: "测验", en: "quiz")])],
        [Span("\(place)/\(all)", .dim)], columns: columns, context)
    case .destination(let page):
      return [name(of: entry, context)] + (page.hint(questions).map { [Span(context[$0], .dim)] } ?? [])
    case .chapter(let chapter):
      return spread([title(of: chapter, context)], extent(of: chapter, columns, context), columns: columns, context)
    case .quit: return [name(of: entry, context)]
    }
  }

  private func title(of chapter: ChapterTitle, _ context: Context) -> Span {
    Span("\(chapter.section)  \(context[chapter.title])")
  }

  /// What to do, in a column of its own.
  private func name(of entry: Entry, _ context: Context) -> Span {
    let names = picker.items.map { context.glyphs.width(of: context[$0.name(isBegun: isBegun($0))]) }
    let text = context[entry.name(isBegun: isBegun(entry))]
    let gap = (names.max() ?? 0) + 2 - context.glyphs.width(of: text)
    return Span(text + String(repeating: " ", count: gap), .strong)
  }

  private func isBegun(_ entry: Entry) -> Bool {
    if case .lesson(let chapter) = entry { lessons[chapter.id] != nil } else { true }
  }

  /// The columns of a beat's number, of how many.
  private static let numberColumns = 6

  /// How far one has come with a chapter: its beats, where they have room, and their number.
  private func progress(of lesson: LessonPage, _ columns: Int, _ context: Context) -> [Span] {
    let marks = lesson.steps
    let number = "\(lesson.walk.place + 1)/\(marks.count)"
    let gap = String(repeating: " ", count: max(1, Self.numberColumns - number.count))
    return dots(marks, columns, context) + [Span(gap + number, .dim)]
  }

  /// How long a chapter takes, and how far one has come with it.
  private func extent(of chapter: ChapterTitle, _ columns: Int, _ context: Context) -> [Span] {
    guard let length = lengths[chapter.id] else { return [] }
    let minutes = Localized(zh: "约 \(length.minutes) 分钟  ", en: "\(length.minutes) min  ")
    let marks = lessons[chapter.id]?.steps ?? Array(repeating: .toCome, count: length.beats)
    return [Span(context[minutes], .dim)] + dots(marks, columns, context)
      + [Span(String(repeating: " ", count: Self.numberColumns))]
  }

  /// The beats of a chapter, from the same column on for all chapters.
  private func dots(_ marks: [Progress.Step], _ columns: Int, _ context: Context) -> [Span] {
    let most = lengths.values.map(\.beats).reduce(marks.count, max)
    guard most * 3 <= columns else { return [] }
    return marks.map { $0.span(context.glyphs) } + [Span(String(repeating: " ", count: most - marks.count))]
  }
}

extension HomePage.Entry {
  /// What to do with it, in a word or two.
  fileprivate func name(isBegun: Bool) -> Localized {
    switch self {
    case .lesson: isBegun ? Localized(zh: "继续", en: "Continue") : Localized(zh: "开始", en: "Begin")
    case .quiz: Localized(zh: "继续", en: "Continue")
    case .destination(let page): page.name
    case .chapter: Localized(zh: "", en: "")
    case .quit: Localized(zh: "退出", en: "Quit")
    }
  }

  /// What it is known by when others come beside it.
  var id: String {
    switch self {
    case .lesson: "lesson"
    case .quiz: "quiz"
    case .destination(let page): page.name.en
    case .chapter(let chapter): "chapter \(chapter.id)"
    case .quit: "quit"
    }
  }

  /// What it is found by, and told as.
  func text(_ questions: Int?) -> Localized {
    switch self {
    case .lesson(let chapter):
      Localized(
        zh: "学习 \(chapter.section) \(chapter.title.zh)", en: "Go on with \(chapter.section) \(chapter.title.en)")
    case .quiz: Localized(zh: "继续测验", en: "Continue the quiz")
    case .destination(let page):
      page.hint(questions).map { Localized(zh: "\(page.name.zh)：\($0.zh)", en: "\(page.name.en): \($0.en)") }
        ?? page.name
    case .chapter(let chapter):
      Localized(zh: "\(chapter.section)  \(chapter.title.zh)", en: "\(chapter.section)  \(chapter.title.en)")
    case .quit: Localized(zh: "退出", en: "Quit")
    }
  }
}
