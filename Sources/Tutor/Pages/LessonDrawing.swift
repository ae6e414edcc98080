import Bilingual
import Figures
import Screen

extension LessonPage {
  struct Layout {
    /// Of no rows where it is folded away.
    let stage: Rect
    let text: Rect
    /// Where the states that both ends have gone through stand; nil where there is no room for them.
    var paths: Rect?
  }

  /// The text beside the stage where there is room, else below it; one of them alone where a beat takes the page.
  func layout(_ context: Context) -> Layout {
    let (columns, rows) = (context.size.columns, context.size.rows)
    if foldsStage(context) {
      return Layout(
        stage: Rect(x: 0, y: 1, width: columns, height: 0),
        text: Rect(
          x: (columns - Self.textColumns(context)) / 2, y: 1, width: Self.textColumns(context), height: rows - 2))
    }
    if context.isWide {
      return wideLayout(context)
    }
    if takesPage {
      return Layout(
        stage: Rect(x: 0, y: 1, width: columns, height: rows - 3),
        text: Rect(x: 1, y: rows - 1, width: columns - 2, height: 0))
    }
    // The stage keeps the rows of a handshake, 13; a question may take six of these. Where the text fills the rest it takes
    // the row of the keys' rule as well.
    let needed = text(columns: Self.textColumns(context), context).count
    let most = rows - 3 - (panel == nil ? min(13, rows / 2 + 1) : 7)
    let height = needed < most ? max(needed, min(Self.usualRows, most - 1)) : most
    let end = rows - (height < most ? 2 : 1)
    return Layout(
      stage: Rect(x: 0, y: 1, width: columns, height: end - height - 2),
      text: Rect(x: 1, y: end - height, width: Self.textColumns(context), height: height))
  }

  /// Under the prose stand the paths of states; a question has all the column, for they might answer it.
  private func wideLayout(_ context: Context) -> Layout {
    let (columns, rows) = (WideColumns(context), context.size.rows)
    let stage = Rect(x: columns.stage.lowerBound, y: 1, width: columns.stage.count, height: rows - 3)
    var text = Rect(x: columns.text.lowerBound, y: 2, width: columns.text.count, height: rows - 4)
    guard case .told = phase else { return Layout(stage: stage, text: text) }
    text.height = min(text.height - 3, self.text(columns: text.width, context).count)
    let paths = Rect(x: text.x, y: text.y + text.height + 1, width: text.width, height: 2)
    return Layout(stage: stage, text: text, paths: paths)
  }

  /// The rows that text has even if it needs fewer, so that the stage stays as it is from beat to beat.
  private static let usualRows = 7

  /// The columns of the text where it is not beside the stage.
  static func textColumns(_ context: Context) -> Int { min(78, context.size.columns - 2) }

  /// Whether a box or a recap is told, or something else is looked at.
  var takesPage: Bool {
    if case .told = phase { walk.beat.takesPage || aside != nil } else { false }
  }

  /// Whether the stage gives its place to the text of a beat that takes the page.
  ///
  /// A recap has the stage beside it where there is room, for it tells what is seen there.
  func foldsStage(_ context: Context) -> Bool {
    takesPage && (aside != nil || foldsStage ?? (!context.isWide || !walk.beat.boxes.isEmpty))
  }

  /// The prose, the question or the verdict.
  private func text(columns: Int, _ context: Context) -> [Row] {
    switch phase {
    case .waiting: return []
    case .asking(let panel): return panel.rows(columns: columns, context)
    case .consequence(let panel):
      let right = context[WhatIf.rightWord] + " " + panel.question.text(of: panel.question.key, context)
      let ending = stage.endsAtRest ? [] : [Span(" " + context[QuestionPanel.neverEnds])]
      return Row.wrapped(Self.whatIf(context) + ending, columns: columns, context)
        + Row.wrapped([Span(right, .dim)], columns: columns, context)
    case .told:
      switch aside {
      case .comparison(let comparison):
        return comparison.lines(in: context.language, columns: columns, glyphs: context.glyphs).map { Row([Span($0)]) }
      case .search(let search):
        return ProseLayout(context).lines(of: search, columns: columns).map { Row($0) }
      case nil: break
      }
      let layout = ProseLayout(context, walk.after.shownNumbers(context), selected: focusedLink)
      let prose = layout.lines(of: walk.beat, columns: columns).map(row(of:))
      guard let trouble else { return prose }
      let notAsked = Localized(zh: "这里本来要提问：", en: "A question was to be asked here: ")
      return Row.wrapped([Span(context[notAsked] + context[trouble], .wrong)], columns: columns, context) + [.blank]
        + prose
    }
  }

  private static func whatIf(_ context: Context) -> [Span] {
    [
      Span(context[Localized(zh: "假如这样发：", en: "If that had been sent: ")], .wrong),
      Span(
        context[
          Localized(
            zh: "图中正确的报文段没有发出，换成了你答的那一个，发送方也照它记账，由状态机接着算下去。按“下一步”回到真正的运行。",
            en:
              "in the diagram your answer has taken the right segment's place, its sender believes it too, and the machines "
              + "went on from there. Go on to return to the real run.")]),
    ]
  }

  /// How long it takes to read what is told, in **seconds**.
  func readingTime(_ context: Context) -> Double {
    text(columns: layout(context).text.width, context).reduce(0) { time, row in
      time + row.spans.map(\.text).joined().readingTime
    }
  }

  /// Whether the words go on where an arrow points to.
  func canScroll(by step: Int, _ context: Context) -> Bool {
    let area = layout(context).text
    return scroller.canScroll(by: step, text(columns: area.width, context), height: area.height)
  }

  mutating func scroll(by count: Int, _ context: Context) {
    let area = layout(context).text
    scroller.scroll(by: count, text(columns: area.width, context), height: area.height)
  }

  public func draw(_ context: Context) -> Picture {
    var picture = drawBeat(context)
    let layout = layout(context)
    inspector?.draw(stage, on: &picture, in: inspectorArea(context), context)
    complaint?.draw(on: &picture, over: layout.stage.height > 0 ? layout.stage : layout.text, context)
    return picture
  }

  /// Below the cards; on a wide page at the bottom, where prose does not come so soon.
  private func inspectorArea(_ context: Context) -> Rect {
    let (columns, rows) = (context.size.columns, context.size.rows)
    let height = min(rows - 5, HeaderBox.size(columns: columns).rows + 1)
    return Rect(x: 0, y: context.isWide ? rows - 2 - height : 3, width: columns, height: height)
  }

  private func drawBeat(_ context: Context) -> Picture {
    var stage = stage
    if isWaitingForAnswer, let panel { stage.blanks = panel.question.blanks }
    var picture = Picture(context)
    let layout = layout(context)
    if layout.stage.height > 0 { stage.draw(on: &picture.surface, in: layout.stage, context) }
    guard layout.text.height > 0 else { return picture }
    if layout.stage.height > 0 { drawRule(of: layout, on: &picture, context) }
    if let paths = layout.paths {
      let rows = stage.paths(in: layout.stage, context).rows(columns: paths.width, context)
      for (y, row) in zip(paths.y..., rows) { picture.surface.put(row, x: paths.x, y: y) }
    }
    picture.put(text(columns: layout.text.width, context), in: layout.text, scroller, context)
    return picture
  }

  /// What parts the stage from the text.
  private func drawRule(of layout: Layout, on picture: inout Picture, _ context: Context) {
    if context.isWide {
      picture.surface.verticalRule(
        x: WideColumns(context).rule, y: 1, length: layout.stage.height, glyphs: context.glyphs)
    } else {
      picture.surface.horizontalLine(
        x: 0, y: layout.text.y - 1, length: context.size.columns, character: context.glyphs.horizontal)
    }
  }

  /// The beat's title would answer its question, so it comes with the prose.
  public func titleBar(_ context: Context) -> TitleBar {
    let chapter = walk.chapter
    let profile = walk.run.settings.profile
    var remarks: [Span] = []
    if pace.isPlaying {
      remarks.append(Span("\(context[Localized(zh: "播放中", en: "playing")]) \(context.times)\(speedText)", .dim))
    }
    if chapter.runs.count > 1 { remarks.append(Span(context[walk.run.name], .dim)) }
    if let mark = mark(context) { remarks.append(mark) }
    if case .consequence = phase {
      return TitleBar(
        chip: context[Localized(zh: "假如", en: "what if")], title: context[Localized(zh: "你的回答", en: "your answer")],
        remarks: remarks, progress: Progress(steps: chapter.beats.indices.map(step), place: walk.place),
        condition: profile == .rfc9293 ? nil : profile.title(context.glyphs))
    }
    return TitleBar(
      title: "\(chapter.section) \(chapter.title)", part: isRead(walk.place) ? walk.beat.title : nil,
      remarks: remarks, progress: Progress(steps: steps, place: walk.place),
      condition: profile == .rfc9293 ? nil : profile.title(context.glyphs))
  }

  /// How far one has come with each beat.
  var steps: [Progress.Step] { walk.chapter.beats.indices.map(step) }

  private func step(_ place: Int) -> Progress.Step {
    place >= walk.reached ? .toCome : isRead(place) ? .done : .waiting
  }

  /// Whether what was asked before the beat was answered rightly; nil where nothing was.
  private func mark(_ context: Context) -> Span? {
    answered[walk.beat.id].map {
      $0.isCorrect ? Span(String(context.glyphs.check), .correct) : Span(String(context.glyphs.cross), .wrong)
    }
  }

  private var speedText: String {
    pace.speed == pace.speed.rounded() ? String(Int(pace.speed)) : String(pace.speed)
  }
}
