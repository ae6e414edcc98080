import Bilingual
import Figures
import Quiz
import Screen

extension QuizPage {
  private static let title = Localized(zh: "测验", en: "Quiz")
  private static let firstRow = 2

  public func titleBar(_ context: Context) -> TitleBar {
    guard let place, !panels.isEmpty else { return TitleBar(title: context[Self.title]) }
    let steps = panels.indices.map { panels[$0].isAnswered ? Progress.Step.done : $0 == reached ? .waiting : .toCome }
    return TitleBar(title: context[Self.title], progress: Progress(steps: steps, place: place))
  }

  /// The first question that is not answered.
  private var reached: Int { panels.firstIndex { !$0.isAnswered } ?? panels.count }

  public func draw(_ context: Context) -> Picture {
    var picture = Picture(context)
    if let trouble {
      let area = Rect(x: 4, y: 3, width: context.size.columns - 8, height: context.size.rows - 5)
      picture.put(
        Row.wrapped([Span(context[trouble], .wrong)], columns: area.width, context), in: area, scroller, context)
    } else if panel != nil {
      drawStage(on: &picture, context)
      drawGiven(on: &picture, context)
      let area = textArea(context)
      picture.put(text(columns: area.width, context), in: area, scroller, context)
    } else if place == nil {
      drawScore(on: &picture, context)
    }
    return picture
  }

  // MARK: A question

  /// Beside an open question, what has happened until then; the ends' variables would often answer it.
  private func drawGiven(on picture: inout Picture, _ context: Context) {
    guard context.isWide, isWaitingForAnswer, let question = panel?.question, let run = question.given else { return }
    let area = stageArea(context)
    var options = LadderOptions(
      language: context.language, glyphs: context.glyphs, latency: run.network.settings.latency)
    options.numbering = context.numbering(of: run)
    options.blanks = question.blanks
    let ladder = Ladder(
      run.transcript, names: run.network.settings.displayNames(in: context.language), columns: area.width,
      options: options)
    ladder.drawHeadings(on: &picture.surface, in: Rect(x: area.x, y: area.y, width: area.width, height: 1))
    let body = Rect(x: area.x, y: area.y + 1, width: area.width, height: area.height - 1)
    ladder.draw(on: &picture.surface, in: body, firstRow: max(0, ladder.height - body.height), upTo: nil)
  }

  private func drawStage(on picture: inout Picture, _ context: Context) {
    guard let stage else { return }
    let area = stageArea(context)
    stage.draw(on: &picture.surface, in: area, context)
    guard context.isWide else { return }
    picture.surface.verticalRule(x: area.x - 1, y: area.y, length: area.height, glyphs: context.glyphs)
  }

  /// The situation, the question and the verdict. Where the run is shown below, only what the situation begins with stays
  /// above: the numbers that one has to check against.
  private func text(columns: Int, _ context: Context) -> [Row] {
    guard let panel else { return [] }
    let question = panel.rows(columns: columns, context)
    let situation = panel.question.situation(context.notation).map { line in
      Row.wrapped([Span("\(context.glyphs.bullet) ", .dim), Span(context[line])], columns: columns, context)
    }
    guard let first = situation.first else { return question }
    let rest = situation.dropFirst().flatMap(\.self)
    guard panel.isAnswered, !context.isWide else { return first + rest + [.blank] + question }
    return first + question + (rest.isEmpty ? [] : [.blank] + rest)
  }

  /// Where the words are: all of the page, left of the run on a wide one, or what a run below it leaves.
  private func textArea(_ context: Context) -> Rect {
    let rows = context.size.rows - Self.firstRow - 2
    if context.isWide {
      let columns = WideColumns(context, isTextFirst: true).text
      return Rect(x: columns.lowerBound, y: Self.firstRow, width: columns.count, height: rows)
    }
    let columns = min(LessonPage.textColumns(context), context.size.columns - 4)
    var area = Rect(x: 2, y: Self.firstRow, width: columns, height: rows)
    if let panel, panel.isAnswered {
      // Of the run, both ends' variables and the last flight stay; more reasons than fit above it are scrolled to.
      area.height = min(text(columns: columns, context).count, rows - 7)
    }
    return area
  }

  /// Where the run of an answered question is: right of the words on a wide page, or what they leave below them.
  private func stageArea(_ context: Context) -> Rect {
    let (columns, rows) = (context.size.columns, context.size.rows)
    if context.isWide {
      let columns = WideColumns(context, isTextFirst: true).stage
      return Rect(x: columns.lowerBound, y: 1, width: columns.count, height: rows - 3)
    }
    let text = textArea(context)
    let below = text.y + text.height + 1
    return Rect(x: 0, y: below, width: columns, height: rows - 2 - below)
  }

  /// Whether the words go on where an arrow points to.
  func canScroll(by step: Int, _ context: Context) -> Bool {
    let area = textArea(context)
    return scroller.canScroll(by: step, text(columns: area.width, context), height: area.height)
  }

  mutating func scroll(by count: Int, _ context: Context) {
    let area = textArea(context)
    scroller.scroll(by: count, text(columns: area.width, context), height: area.height)
  }

  mutating func scrollStage(by rows: Int, _ context: Context) {
    let area = stageArea(context)
    stage?.scroll(by: rows, in: area, context)
  }

  // MARK: The score

  /// How many were right; of a quiz that was left, of how many.
  var scoreText: Localized {
    let (right, answered, all) = (rightCount, answeredCount, panels.count)
    guard answered < all else {
      return Localized(zh: "答对 \(right) 题，共 \(all) 题", en: "\(right) of \(all) right")
    }
    return Localized(
      zh: "答对 \(right) 题，已答 \(answered) 题，共 \(all) 题", en: "\(right) right of \(answered) answered, \(all) in all")
  }

  private func drawScore(on picture: inout Picture, _ context: Context) {
    let columns = context.size.columns
    picture.surface.put(context[scoreText], x: 4, y: 3, style: Style(.heading))
    let area = Rect(x: 2, y: 5, width: columns - 4, height: context.size.rows - 7)
    score.draw(on: &picture, in: area, context) { number, columns in scoreLines(panels[number], columns, context) }
  }

  /// What was asked, and behind it what was answered.
  private func scoreLines(_ panel: QuestionPanel, _ columns: Int, _ context: Context) -> [[Span]] {
    let stem = [Span(context[panel.question.stem(context.notation)])]
    return beside(stem, panel.isAnswered ? panel.outcome(context) : [], columns: columns, context)
  }
}

// MARK: - Line by line

extension QuizPage {
  /// The question on turn, with its number; behind the last one, the score.
  public mutating func tell(_ context: Context) -> [String] {
    if let trouble { return context.wrapped(context[trouble]) }
    guard let place else {
      defer { heard = panels.count }
      return heard == panels.count ? [] : [context[scoreText] + context[Localized(zh: "。", en: ".")]]
    }
    guard let panel else { return [] }
    var lines: [String] = []
    if heard != place {
      heard = place
      let number = Localized(
        zh: "第 \(place + 1) 题，共 \(panels.count) 题", en: "Question \(place + 1) of \(panels.count)")
      lines += [context[number]] + panel.told(context)
    }
    guard panel.isAnswered else { return lines }
    lines += panel.toldVerdict(context) + [""]
    next()
    return lines + tell(context)
  }

  public func prompt(_ context: Context) -> String {
    context[trouble == nil ? QuestionPanel.prompt : Localized(zh: "q 返回：", en: "q goes back: ")]
  }

  public var advice: Localized { panel?.advice ?? Localized(zh: "q 返回。", en: "q goes back.") }

  public mutating func hear(_ line: String, _ context: Context) -> [Request]? {
    guard let place, panel != nil else { return line.isEmpty ? [.leave] : nil }
    if let problem = panels[place].hear(line, context.notation) { return [.notice(problem)] }
    return answeredCount == panels.count ? [.leave] : []
  }

  public var isUnderWay: Bool { trouble == nil && answeredCount < panels.count }

  public func farewell(_ context: Context) -> [Localized] { answeredCount > 0 ? [scoreText] : [] }

  public func summary(_ context: Context) -> [String] {
    guard answeredCount < panels.count else { return [] }
    let text = Localized(
      zh: "答对 \(rightCount) 题，共答 \(answeredCount) 题。", en: "\(rightCount) right of \(answeredCount) answered.")
    return [context[text]]
  }
}
