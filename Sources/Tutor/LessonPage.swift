import Bilingual
import Course
import Quiz
import Scenario
import Screen

/// A chapter on the stage: beat after beat is predicted, played and told.
struct LessonPage: Sendable {
  enum Action: Hashable, Sendable {
    case next, back, play, faster, slower, up, down, ladderUp, ladderDown, segment, language, mouse, help, quit
    /// What the question takes before anything else is looked at.
    case answer, choose
  }

  /// The keys of this moment.
  var keys: KeyMap<Action> { isWaitingForAnswer ? Self.askingKeys : Self.tellingKeys }

  /// While a question waits for its answer.
  static let askingKeys = KeyMap<Action>([
    .init([.down, .up], .choose, Localized(zh: "选择", en: "choose"), hint: .always),
    .init([.enter], .answer, Localized(zh: "作答", en: "answer"), hint: .always),
    .init(
      (1...4).map { .character(Character(String($0))) }, .answer, Localized(zh: "等数字直接作答", en: "etc. answers at once")),
    .init([.left, .character("b"), .backspace], .back, Localized(zh: "退一步", en: "back")),
    .init([.right, .character(" ")], .next, Localized(zh: "下一步", en: "next"), hint: .never),
    .init([.pageUp], .ladderUp, Localized(zh: "图上滚", en: "diagram up"), hint: .never),
    .init([.pageDown], .ladderDown, Localized(zh: "图下滚", en: "diagram down"), hint: .never),
    .init([.tab, .character("l")], .language, Localized(zh: "English", en: "中文")),
    .init([.character("m")], .mouse, Localized(zh: "鼠标开关", en: "mouse on or off"), hint: .never),
    .init([.character("?")], .help, Localized(zh: "帮助", en: "help"), hint: .always),
    .init([.escape, .character("q")], .quit, Localized(zh: "退出", en: "quit"), hint: .always),
  ])

  static let tellingKeys = KeyMap<Action>([
    .init([.right, .enter, .character(" ")], .next, Localized(zh: "下一步", en: "next"), hint: .always),
    .init([.left, .character("b"), .backspace], .back, Localized(zh: "退一步", en: "back"), hint: .always),
    .init([.character("p")], .play, Localized(zh: "播放", en: "play")),
    .init([.character("+"), .character("=")], .faster, Localized(zh: "加快", en: "faster"), hint: .never),
    .init([.character("-")], .slower, Localized(zh: "放慢", en: "slower"), hint: .never),
    .init([.character("i")], .segment, Localized(zh: "报文段", en: "segment")),
    .init([.up, .character("k")], .up, Localized(zh: "文字上滚", en: "text up"), hint: .never),
    .init([.down, .character("j")], .down, Localized(zh: "文字下滚", en: "text down"), hint: .never),
    .init([.pageUp], .ladderUp, Localized(zh: "图上滚", en: "diagram up"), hint: .never),
    .init([.pageDown], .ladderDown, Localized(zh: "图下滚", en: "diagram down"), hint: .never),
    .init([.character("l")], .language, Localized(zh: "English", en: "中文")),
    .init([.character("m")], .mouse, Localized(zh: "鼠标开关", en: "mouse on or off"), hint: .never),
    .init([.character("?")], .help, Localized(zh: "帮助", en: "help"), hint: .always),
    .init([.character("q"), .escape], .quit, Localized(zh: "退出", en: "quit"), hint: .always),
  ])

  /// What a beat is at.
  private enum Phase: Sendable {
    /// The question before it waits for its answer, or shows its verdict.
    case asking(QuestionPanel)
    /// What would come of a wrong answer is played.
    case consequence(QuestionPanel)
    /// It is played, and told.
    case told
  }

  private(set) var chapter: Chapter
  /// What names wrong answers; until it is there, questions have none.
  private var misconceptions = MisconceptionCatalogue()
  /// The run before each beat, and after the last one that was entered.
  private var runs: [Run]
  private(set) var beat = 0
  private var phase: Phase = .told
  private var stage: Stage
  private var scroll = 0
  private var showsHeaderBox = false
  private var isPlaying = false
  private var speed = 1.0
  /// How long the beat has been told, in nanoseconds, while playing.
  private var toldFor: Int64 = 0

  /// How long a beat stays while playing, in nanoseconds at single speed.
  private static let dwell: Int64 = 6_000_000_000
  private static let speeds = [0.25, 0.5, 1, 2, 4, 8]

  init(_ chapter: Chapter) {
    self.chapter = chapter
    runs = [Run(chapter.settings, file: chapter.file)]
    stage = Stage(runs[0])
    enter(0)
    stage.finish()
  }

  private var current: Beat { chapter.beats[beat] }

  var isAnimating: Bool { stage.isMoving || (isPlaying && !isAsking) }

  private var isAsking: Bool { if case .asking = phase { true } else { false } }

  var isWaitingForAnswer: Bool { if case .asking(let panel) = phase { !panel.isAnswered } else { false } }

  var hasQuiz: Bool { chapter.beats.contains { !$0.quiz.isEmpty } }
}

// MARK: - Going on and back

extension LessonPage {
  /// The next thing: the rest of an animation at once, the consequence of a wrong answer, the beat itself, the next one.
  ///
  /// - Returns: false behind the last beat.
  mutating func next() -> Bool {
    showsHeaderBox = false
    guard !stage.isMoving else {
      stage.finish()
      return true
    }
    switch phase {
    case .asking(let panel):
      guard let given = panel.given else { return true }
      if let (before, after) = panel.question.consequence(of: given) {
        phase = .consequence(panel)
        stage.play(after, since: before)
      } else {
        tell()
      }
    case .consequence: tell()
    case .told:
      guard beat + 1 < chapter.beats.count else {
        isPlaying = false
        return false
      }
      enter(beat + 1)
    }
    scroll = 0
    toldFor = 0
    return true
  }

  /// Goes back to the beat before as it was told; in a beat that is being asked about, likewise.
  mutating func back() {
    scroll = 0
    isPlaying = false
    showsHeaderBox = false
    if stage.isMoving, case .told = phase {
      stage.finish()
      return
    }
    beat = max(0, beat - 1)
    phase = .told
    stage = Stage(runs[beat + 1])
  }

  /// Comes to a beat: its question first, if it has one.
  private mutating func enter(_ index: Int) {
    beat = index
    if runs.count == index + 1 {
      var run = runs[index]
      for statement in current.statements { run.play(statement) }
      runs.append(run)
    }
    stage = Stage(runs[index])
    if let question = question() {
      phase = .asking(QuestionPanel(question))
    } else {
      tell()
    }
  }

  /// Plays the beat and shows its prose.
  private mutating func tell() {
    phase = .told
    toldFor = 0
    stage.play(runs[beat + 1], since: runs[beat])
  }

  /// The question before the current beat; the same beat always asks it with its options in the same order.
  private func question() -> Question? {
    try? chapter.question(before: beat, of: runs[beat], misconceptions: misconceptions)
  }

  /// Gives a key to the question that waits for an answer.
  ///
  /// - Returns: whether it meant something to it.
  mutating func answer(_ key: Key) -> Bool {
    guard case .asking(var panel) = phase, panel.take(key) else { return false }
    if panel.isAnswered { scroll = 0 }
    phase = .asking(panel)
    return true
  }

  /// Takes what names wrong answers; a question that waits is asked anew with them.
  mutating func learn(_ catalogue: MisconceptionCatalogue) {
    misconceptions = catalogue
    if case .asking(let panel) = phase, !panel.isAnswered, let question = question() {
      phase = .asking(QuestionPanel(question))
    }
  }

  /// Puts the same chapter in another language in its place.
  mutating func translate(to chapter: Chapter) {
    guard chapter.beats.count == self.chapter.beats.count else { return }
    self.chapter = chapter
    scroll = 0
    if case .asking(let panel) = phase, let question = question() {
      phase = .asking(panel.asking(question))
    }
  }
}

// MARK: - Time and scrolling

extension LessonPage {
  mutating func advance(by nanoseconds: Int64) {
    if stage.isMoving {
      stage.advance(by: nanoseconds, speed: speed)
    } else if isPlaying, !isAsking {
      toldFor += Int64(Double(nanoseconds) * speed)
      if toldFor > Self.dwell { _ = next() }
    }
  }

  mutating func togglePlay() {
    isPlaying.toggle()
    toldFor = isPlaying ? Self.dwell : 0
  }

  mutating func changeSpeed(faster: Bool) {
    let index = Self.speeds.firstIndex(of: speed) ?? 2
    speed = Self.speeds[max(0, min(Self.speeds.count - 1, index + (faster ? 1 : -1)))]
  }

  mutating func toggleHeaderBox() { showsHeaderBox.toggle() }

  mutating func scrollProse(by rows: Int, _ context: Context) {
    let area = layout(context).text
    let limit = TextBlock.scrollLimit(lines: lines(columns: area.width, context).lines.count, height: area.height)
    scroll = max(0, min(limit, scroll + rows))
  }

  mutating func scrollLadder(by rows: Int, _ context: Context) {
    stage.scroll(by: rows, in: layout(context).stage, context)
  }
}

// MARK: - Drawing

extension LessonPage {
  private struct Layout {
    let stage: Rect
    let text: Rect
    /// The row, or where the text stands beside the stage the column, of the line between them.
    let isWide: Bool
  }

  private func layout(_ context: Context) -> Layout {
    let (columns, rows) = (context.size.columns, context.size.rows)
    if columns >= 120 {
      let stage = min(100, columns * 3 / 5)
      return Layout(
        stage: Rect(x: 0, y: 1, width: stage, height: rows - 2),
        text: Rect(x: stage + 2, y: 2, width: columns - stage - 4, height: rows - 4), isWide: true)
    }
    // The text takes what it needs, and the stage no less than eleven rows; a question may take four of these.
    let needed = lines(columns: columns - 2, context).lines.count
    let height = max(4, min(needed, rows - 3 - (isAsking ? 7 : min(11, rows / 2))))
    return Layout(
      stage: Rect(x: 0, y: 1, width: columns, height: rows - 3 - height),
      text: Rect(x: 1, y: rows - 1 - height, width: columns - 2, height: height), isWide: false)
  }

  /// The prose, the question or the verdict.
  private func lines(columns: Int, _ context: Context) -> (lines: [[Span]], cursor: Point?) {
    switch phase {
    case .asking(let panel):
      return panel.lines(columns: columns, context)
    case .consequence:
      return (
        wrap(
          [
            Span(context.text("假如这样发：", "Had it been sent so: "), .warning),
            Span(
              context.text(
                "图中正确的报文段没有发出，换成了你答的那一个，由状态机接着算下去。按“下一步”回到真正的运行。",
                "in the diagram your answer has taken the right segment's place, and the machines went on from there. "
                  + "Go on to return to the real run.")),
          ], columns: columns), nil
      )
    case .told:
      return (ProseLayout(context).lines(of: current, columns: columns), nil)
    }
  }

  /// - Returns: where the text cursor stands.
  func draw(on surface: inout Surface, _ context: Context) -> Point? {
    let layout = layout(context)
    let language = context.language == .zh ? "中" : "EN"
    let state = isPlaying ? context.text("播放中", "playing") + " \(context.times)\(speedText)  " : ""
    TitleBar(
      title: "\(chapter.section) \(chapter.title)",
      trailing: "\(state)\(beat + 1)/\(chapter.beats.count)  \(chapter.settings.profile)  \(language)"
    ).draw(on: &surface, context)
    stage.draw(on: &surface, in: layout.stage, context)
    if layout.isWide {
      surface.verticalLine(
        x: layout.stage.width, y: 1, length: layout.stage.height, character: context.drawing.vertical)
    } else {
      surface.horizontalLine(
        x: 0, y: layout.text.y - 1, length: context.size.columns, character: context.drawing.horizontal)
    }
    if showsHeaderBox, !isAsking, stage.drawHeaderBox(on: &surface, in: layout.text, context) { return nil }
    let content = lines(columns: layout.text.width, context)
    var scroll = scroll
    if case .asking(let panel) = phase, let row = panel.selectedRow(columns: layout.text.width, context) {
      scroll = max(scroll, row + 1 - layout.text.height)
    }
    let shown = TextBlock(content.lines, scroll: scroll).draw(on: &surface, in: layout.text, context)
    return content.cursor.flatMap { cursor in
      shown.contains(cursor.y)
        ? Point(x: layout.text.x + cursor.x, y: layout.text.y + cursor.y - shown.lowerBound) : nil
    }
  }

  private var speedText: String { speed == speed.rounded() ? String(Int(speed)) : String(speed) }

  /// Chooses the option that was clicked on.
  mutating func click(_ point: Point, _ context: Context) -> Bool {
    guard case .asking(let panel) = phase, !panel.isAnswered, panel.question.form == .choice else { return false }
    let area = layout(context).text
    guard area.contains(point) else { return false }
    let row = point.y - area.y + scroll
    let stem = wrap([Span(panel.question.stem[context.language], .prompt)], columns: area.width).count
    guard panel.question.options.indices.contains(row - stem) else { return false }
    return answer(.character(Character(String(row - stem + 1))))
  }
}
