import Bilingual
import Quiz
import Screen

/// What has been told of a lesson, line by line.
struct Heard: Hashable, Sendable {
  /// The beat whose heading was told last.
  var beat: Int?
  /// Whether its question was put.
  var isAsked = false
  /// Whether it was told to its end.
  var isTold = false
}

extension LessonPage {
  /// A beat's heading and its question; once that is answered, the verdict and the beat itself.
  public mutating func tell(_ context: Context) -> [String] {
    var lines: [String] = []
    if heard.beat != walk.place {
      if heard.beat == nil { lines.append("\(walk.chapter.section) \(walk.chapter.title)") }
      heard = Heard(beat: walk.place)
      let title = walk.beat.title ?? walk.chapter.title
      lines += ["", "[\(walk.place + 1)/\(walk.chapter.beats.count)] \(title)"]
    }
    if let panel {
      if !heard.isAsked { lines += panel.told(context) }
      heard.isAsked = true
      guard panel.isAnswered else { return lines }
      lines += panel.toldVerdict(context) + [""]
      settle(context)
    }
    guard case .told = phase, !heard.isTold else { return lines }
    heard.isTold = true
    stage.finish()
    return lines + toldBeat(context)
  }

  /// Goes on from an answer to where the beat is told.
  private mutating func settle(_ context: Context) {
    while true {
      if case .told = phase { return }
      if case .waiting = phase { return }
      _ = next(context)
    }
  }

  private func toldBeat(_ context: Context) -> [String] {
    let columns = context.size.columns
    var lines: [String] = []
    if let trouble { lines += context.wrapped(context[trouble], columns: columns) }
    if walk.beat.beginsAnew {
      lines.append(context[Localized(zh: "另起一次运行：\(walk.run.name.zh)。", en: "A new run begins: \(walk.run.name.en).")])
    }
    lines += walk.after.told(since: walk.before, context)
    lines += ProseLayout(context, walk.after.shownNumbers(context), isTold: true).lines(
      belowTitleOf: walk.beat, columns: columns
    ).map {
      $0.map(\.text).joined()
    }
    lines += toldLinks(context)
    if let search = walk.beat.search {
      lines += ProseLayout(context, isTold: true).lines(of: search, columns: columns).map { $0.map(\.text).joined() }
    }
    if let profile = walk.beat.compare, let other = walk.other() {
      let heading = Localized(zh: "同样的几行，按 \(profile) 运行：", en: "The same lines under \(profile):")
      lines += [context[heading]] + other.after.told(since: other.before, context)
    }
    guard walk.isAtEnd, walk.hasQuiz else { return lines }
    let goOn = context[Localized(zh: "接着做题：", en: "Go on with its questions: ")]
    return lines + ["", goOn + "tcptutor quiz --chapter \(walk.chapter.id)"]
  }

  public func prompt(_ context: Context) -> String {
    context[isWaitingForAnswer ? QuestionPanel.prompt : Localized(zh: "回车继续，q 结束：", en: "Enter goes on, q ends: ")]
  }

  public var advice: Localized {
    panel?.advice ?? Localized(zh: "回车继续，q 结束。", en: "Enter goes on, q ends.")
  }

  public mutating func hear(_ line: String, _ context: Context) -> [Request]? {
    if var panel {
      let problem = panel.hear(line, context.notation)
      phase = .asking(panel)
      guard panel.isAnswered else { return problem.map { [.notice($0)] } ?? [] }
      answered[walk.beat.id] = panel
    } else {
      guard line.isEmpty else { return nil }
      stage.finish()
      if !walk.isAtEnd { _ = next(context) }
    }
    return walk.isAtEnd && !isWaitingForAnswer ? [.leave] : []
  }

  /// Whether there are beats to come.
  public var isUnderWay: Bool {
    if case .told = phase { !walk.isAtEnd } else { true }
  }

  public func summary(_ context: Context) -> [String] {
    let right = answered.values.count { $0.isCorrect }
    let (place, count) = (walk.place + 1, walk.chapter.beats.count)
    return [
      context[
        Localized(
          zh: "学到第 \(place) 节，共 \(count) 节；预测对 \(right) 次，共 \(answered.count) 次。",
          en: "\(place) of \(count) beats; \(right) of \(answered.count) predicted right.")]
    ]
  }

  public func farewell(_ context: Context) -> [Localized] {
    let read = walk.reached - (isRead(walk.reached - 1) ? 0 : 1)
    guard read > 1 || !answered.isEmpty else { return [] }
    let (count, right) = (walk.chapter.beats.count, answered.values.count { $0.isCorrect })
    var parts = [Localized(zh: "读了 \(read)/\(count) 节", en: "\(read)/\(count) read")]
    if !answered.isEmpty {
      parts.append(
        Localized(zh: "预测 \(answered.count) 次，对 \(right) 次", en: "\(right) of \(answered.count) predicted right"))
    }
    if read < count, let next = walk.chapter.beats[read].title {
      parts.append(Localized(zh: "下一节：\(next)", en: "next: \(next)"))
    }
    return parts
  }
}
