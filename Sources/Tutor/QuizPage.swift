import Bilingual
import Figures
import Quiz
import Screen
import Simulation

/// A quiz: one question after the other, each marked and explained at once, and the score at the end.
struct QuizPage: Sendable {
  enum Action: Hashable, Sendable {
    case next, back, up, down, ladderUp, ladderDown, language, mouse, help, quit
    /// What the question takes before anything else is looked at.
    case answer, choose
  }

  private(set) var panels: [QuestionPanel]
  /// The question on the screen; the count of questions where the score is.
  private(set) var index = 0
  private var scroll = 0
  /// Rows by which the run below is scrolled up.
  private var ladderScroll = 0

  init(_ questions: [Question]) { panels = questions.map(QuestionPanel.init) }

  /// The keys of this moment.
  var keys: KeyMap<Action> {
    if isFinished { return Self.scoreKeys }
    guard isWaitingForAnswer else { return Self.tellingKeys }
    return panels[index].question.form == .choice ? Self.choosingKeys : Self.typingKeys
  }

  private static let common: [KeyMap<Action>.Binding] = [
    .init([.tab], .language, Localized(zh: "English", en: "中文")),
    .init([.control("g")], .mouse, Localized(zh: "鼠标开关", en: "mouse on or off"), hint: .never),
    .init([.character("?")], .help, Localized(zh: "帮助", en: "help"), hint: .always),
    .init([.escape], .quit, Localized(zh: "离开", en: "leave"), hint: .always),
  ]

  static let choosingKeys = KeyMap<Action>(
    [
      .init([.down, .up], .choose, Localized(zh: "选择", en: "choose"), hint: .always),
      .init([.enter], .answer, Localized(zh: "作答", en: "answer"), hint: .always),
      .init(
        (1...4).map { .character(Character(String($0))) }, .answer, Localized(zh: "等数字直接作答", en: "etc. answers at once")
      ),
      .init([.left], .back, Localized(zh: "上一题", en: "back")),
      .init([.right, .character(" ")], .next, Localized(zh: "下一题", en: "next"), hint: .never),
    ] + common)

  static let typingKeys = KeyMap<Action>(
    [
      .init([.enter], .answer, Localized(zh: "作答", en: "answer"), hint: .always),
      .init([.left], .back, Localized(zh: "上一题", en: "back")),
      .init([.right], .next, Localized(zh: "下一题", en: "next"), hint: .never),
    ] + common)

  static let tellingKeys = KeyMap<Action>(
    [
      .init([.enter, .right, .character(" ")], .next, Localized(zh: "下一题", en: "next"), hint: .always),
      .init([.left], .back, Localized(zh: "上一题", en: "back")),
      .init([.up], .up, Localized(zh: "文字上滚", en: "text up"), hint: .never),
      .init([.down], .down, Localized(zh: "文字下滚", en: "text down"), hint: .never),
      .init([.pageUp], .ladderUp, Localized(zh: "图上滚", en: "diagram up")),
      .init([.pageDown], .ladderDown, Localized(zh: "图下滚", en: "diagram down"), hint: .never),
    ] + common)

  static let scoreKeys = KeyMap<Action>(
    [
      .init([.enter, .right, .character(" ")], .next, Localized(zh: "完成", en: "done"), hint: .always),
      .init([.left], .back, Localized(zh: "回看", en: "look back")),
    ] + common)

  var isWaitingForAnswer: Bool { !isFinished && !panels[index].isAnswered }

  var isFinished: Bool { index == panels.count }

  /// Gives a key to the question that waits for an answer.
  ///
  /// - Returns: whether it meant something to it.
  mutating func answer(_ key: Key) -> Bool {
    guard !isFinished, key != .character("?") else { return false }
    let isTaken = panels[index].take(key)
    if isTaken { (scroll, ladderScroll) = (0, 0) }
    return isTaken
  }

  /// Chooses the option at a row of the surface that `draw` draws.
  mutating func click(_ point: Point, _ context: Context) -> Bool {
    guard !isFinished, !panels[index].isAnswered, panels[index].question.form == .choice else { return false }
    let content = content(columns: textArea(context).width, context)
    let row = point.y - Self.firstRow + scroll - content.firstOption
    guard panels[index].question.options.indices.contains(row) else { return false }
    return panels[index].take(.character(Character(String(row + 1))))
  }

  /// Goes on, if the question is answered.
  ///
  /// - Returns: false where there is nothing to go on to.
  mutating func next() -> Bool {
    guard !isFinished else { return false }
    if panels[index].isAnswered {
      index += 1
      (scroll, ladderScroll) = (0, 0)
    }
    return true
  }

  mutating func back() {
    index = max(0, index - 1)
    (scroll, ladderScroll) = (0, 0)
  }

  mutating func scrollLadder(by rows: Int, _ context: Context) {
    guard !isFinished else { return }
    var stage = Stage(panels[index].question.run, scrolledUp: ladderScroll)
    stage.scroll(by: rows, in: stageArea(context), context)
    ladderScroll = stage.scrolledUp
  }

  mutating func scroll(by rows: Int, _ context: Context) {
    guard !isFinished else { return }
    let area = textArea(context)
    let limit = TextBlock.scrollLimit(lines: content(columns: area.width, context).lines.count, height: area.height)
    scroll = max(0, min(limit, scroll + rows))
  }

  // MARK: Drawing

  private static let firstRow = 2

  /// The situation, the question and the verdict; where the run is shown below, it tells the situation.
  private func content(columns: Int, _ context: Context) -> (lines: [[Span]], cursor: Point?, firstOption: Int) {
    let panel = panels[index]
    var lines: [[Span]] = []
    if !panel.isAnswered || isWide(context) {
      lines = panel.question.situation.flatMap { line in
        wrap([Span("\(context.drawing.bullet) ", .dim), Span(line[context.language])], columns: columns)
      }
      if !lines.isEmpty { lines.append([]) }
    }
    let above = lines.count
    let stem = wrap([Span(panel.question.stem[context.language], .prompt)], columns: columns).count
    let question = panel.lines(columns: columns, context)
    lines += question.lines
    let cursor = question.cursor.map { Point(x: $0.x, y: $0.y + above) }
    return (lines, cursor, above + stem)
  }

  private func isWide(_ context: Context) -> Bool { context.size.columns >= 120 }

  /// Where the words are: all of the page, the left half of a wide one, or what a run below it leaves.
  private func textArea(_ context: Context) -> Rect {
    let rows = context.size.rows - Self.firstRow - 2
    let columns = isWide(context) ? context.size.columns / 2 - 4 : context.size.columns - 4
    var area = Rect(x: 2, y: Self.firstRow, width: columns, height: rows)
    if panels[index].isAnswered, !isWide(context) {
      // The run has nine rows at least; more reasons than fit above it are scrolled to.
      area.height = min(content(columns: columns, context).lines.count, rows - 10)
    }
    return area
  }

  /// - Returns: where the text cursor stands.
  func draw(on surface: inout Surface, _ context: Context) -> Point? {
    let title = context.text("测验", "Quiz")
    let place = isFinished ? "" : "\(index + 1)/\(panels.count)"
    TitleBar(title: title, trailing: place).draw(on: &surface, context)
    guard !isFinished else {
      drawScore(on: &surface, context)
      return nil
    }
    let text = textArea(context)
    let content = content(columns: text.width, context)
    if panels[index].isAnswered {
      Stage(panels[index].question.run, scrolledUp: ladderScroll).draw(
        on: &surface, in: stageArea(context), context)
    }
    let shown = TextBlock(content.lines, scroll: scroll).draw(on: &surface, in: text, context)
    return content.cursor.map { Point(x: text.x + $0.x, y: text.y + $0.y - shown.lowerBound) }
  }

  /// Where the run of an answered question is: the right half of a wide page, or what the words leave below them.
  private func stageArea(_ context: Context) -> Rect {
    let text = textArea(context)
    let columns = context.size.columns
    let below = text.y + text.height + 1
    return isWide(context)
      ? Rect(x: columns / 2, y: text.y, width: columns / 2, height: text.height)
      : Rect(x: 0, y: below, width: columns, height: context.size.rows - 1 - below)
  }

  private func drawScore(on surface: inout Surface, _ context: Context) {
    let right = panels.count { $0.isCorrect }
    surface.put(
      context.text("答对 \(right) 题，共 \(panels.count) 题", "\(right) of \(panels.count) right"), x: 4, y: 3,
      style: Style(.heading))
    for (number, panel) in panels.enumerated() where 5 + number < surface.size.rows - 2 {
      let mark = panel.isCorrect ? context.drawing.check : context.drawing.cross
      surface.put("\(mark)", x: 4, y: 5 + number, style: Style(panel.isCorrect ? .correct : .wrong))
      let key = panel.question.text(of: panel.question.key, in: context.language)
      let line = truncate(
        "\(number + 1)  \(key)  \(panel.question.stem[context.language])", columns: surface.size.columns - 9,
        ellipsis: context.drawing.ellipsis)
      surface.put(line, x: 7, y: 5 + number)
    }
  }
}
