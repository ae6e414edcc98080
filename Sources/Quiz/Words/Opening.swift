import Bilingual
import Scenario
import Simulation
import TCP

/// What happens before a prediction's answer shows, in words: what its beat's lines do, and what of it arrives.
struct Opening {
  /// How it leads to a question.
  enum Style {
    /// In its sentence: what is asked is asked of the moment behind it.
    case after
    /// Before it, as a sentence of its own.
    case before
  }

  private enum Clause {
    case text(Localized)
    case injection(Segment, at: Host)
  }

  private var clauses: [Clause] = []
  /// Who did what was told last; nil where that was the network.
  private(set) var subject: Host?
  private let names: Pair<Localized>

  /// How much of what one line brings about is told piece by piece.
  private static let mostPieces = 3

  init(of solution: Solution) {
    names = solution.names
    var run = solution.before
    // What shows the answer is not told.
    let end =
      solution.segment == nil ? solution.after.transcript.count : solution.decisive ?? solution.after.transcript.count
    for statement in solution.played {
      let start = run.transcript.count
      run.play(statement)
      tell(statement.action)
      tell(run.transcript[start..<max(start, min(end, run.transcript.count))], by: statement.action)
    }
  }

  /// Leads to a question.
  func leading(to question: Localized, _ style: Style, _ numbering: Numbering) -> Localized {
    guard !clauses.isEmpty else { return question }
    let texts = clauses.map { text($0, numbering) }
    let zh = texts.map(\.zh).joined(separator: "，")
    let en = texts.map { $0.en + ". " }.joined()
    let tie = style == .after ? " 之后，" : "。"
    return Localized(zh: zh + tie + question.zh, en: en + question.en).asSentence
  }

  private func text(_ clause: Clause, _ numbering: Numbering) -> Localized {
    switch clause {
    case .text(let text): return text
    case .injection(let segment, let host):
      let segment = numbering.text(segment, from: host.peer)
      return Localized(
        zh: "一个旧的报文段 \(segment) 到达 \(names[host].zh)", en: "An old segment, \(segment), arrives at \(names[host].en)")
    }
  }

  private mutating func add(_ subject: Host?, zh: String, en: String) {
    self.subject = subject
    clauses.append(.text(Localized(zh: zh, en: en)))
  }

  private mutating func tell(_ action: Action) {
    switch action {
    case .call(let host, .send(let octets, _)):
      add(
        host, zh: "\(names[host].zh) 发送 \(octets) 字节数据",
        en: "\(names[host].en) sends \(octets) \(octets == 1 ? "byte" : "bytes") of data")
    case .call(_, .status), .expect, .step, .settle, .waitUntil, .lose, .duplicate, .hold, .release, .deliver,
      .overtake:
      break
    case .call(let host, let call):
      add(host, zh: "\(names[host].zh) 调用 \(call.displayName)", en: "\(names[host].en) calls \(call.displayName)")
    case .crash(let host):
      add(host, zh: "\(names[host].zh) 崩溃后重启", en: "\(names[host].en) crashes and restarts")
    case .wait(let interval):
      add(
        nil, zh: "过了 \(interval.seconds) 秒", en: "\(interval.seconds) s \(interval == .seconds(1) ? "goes" : "go") by")
    case .plan(let fault):
      guard case .delay(let interval) = fault.kind else { break }
      let name = names[fault.host]
      add(
        nil, zh: "\(name.zh) 的下一个 \(fault.control) 多耽搁 \(interval.seconds) 秒",
        en: "\(name.en)'s next \(fault.control) takes \(interval.seconds) s longer")
    case .delay(let number, let interval):
      add(
        nil, zh: "第 \(number) 个报文段多耽搁 \(interval.seconds) 秒",
        en: "Segment \(number) takes \(interval.seconds) s longer")
    case .inject(let host, let segment):
      subject = nil
      clauses.append(.injection(segment, at: host))
    }
  }

  private mutating func tell(_ occurrences: ArraySlice<Occurrence>, by action: Action) {
    let pieces = occurrences.compactMap(text)
    guard pieces.count > Self.mostPieces else {
      for piece in pieces { add(nil, zh: piece.zh, en: piece.en) }
      return
    }
    switch action {
    case .settle:
      add(nil, zh: "途中的报文段和对它们的应答全部送达", en: "All that is under way arrives, and all that answers it")
    case .step(let count): add(nil, zh: "接下来的 \(count) 个报文段依次到达", en: "the next \(count) segments arrive")
    case .waitUntil: add(nil, zh: "过了一段时间", en: "Some time passes")
    case .call, .crash, .wait, .plan, .lose, .duplicate, .hold, .delay, .release, .deliver, .overtake, .inject, .expect:
      break
    }
  }

  /// What happens to a segment; nil for anything else.
  private func text(_ occurrence: Occurrence) -> Localized? {
    switch occurrence.kind {
    case .arrive(let segment, .some, _):
      let (what, host) = (text(segment, from: occurrence.host.peer), names[occurrence.host])
      return Localized(
        zh: "\(what.zh) 到达 \(host.zh)", en: "\(what.en) \(Self.isPlural(segment) ? "arrive" : "arrives") at \(host.en)")
    case .lost(let segment, _):
      let what = text(segment, from: occurrence.host)
      return Localized(zh: "\(what.zh) 丢失", en: "\(what.en) \(Self.isPlural(segment) ? "are" : "is") lost")
    case .duplicated(let segment, _):
      let what = text(segment, from: occurrence.host)
      return Localized(zh: "\(what.zh) 被复制成两份", en: "\(what.en) \(Self.isPlural(segment) ? "are" : "is") duplicated")
    case .held(let segment, _):
      let what = text(segment, from: occurrence.host)
      return Localized(zh: "\(what.zh) 滞留在途中", en: "\(what.en) \(Self.isPlural(segment) ? "are" : "is") held up")
    case .released(let segment, _):
      let what = text(segment, from: occurrence.host)
      return Localized(
        zh: "\(what.zh) 重新上路",
        en: "\(what.en) \(Self.isPlural(segment) ? "are on their" : "is on its") way again")
    case .timeout(.retransmission):
      let host = names[occurrence.host]
      return Localized(zh: "\(host.zh) 的重传计时器到期", en: "\(host.en)'s retransmission timer expires")
    case .call, .send, .arrive, .state, .injected, .timeout, .signal, .deliver, .crash, .expect: return nil
    }
  }

  private func text(_ segment: Segment, from host: Host) -> Localized {
    let name = names[host]
    guard segment.text > 0, segment.control == .ack else {
      return Localized(zh: "\(name.zh) 的 \(segment.control)", en: "\(name.en)'s \(segment.control)")
    }
    return Localized(
      zh: "\(name.zh) 的 \(segment.text) 字节数据",
      en: "\(name.en)'s \(segment.text) \(segment.text == 1 ? "byte" : "bytes") of data")
  }

  /// Whether a segment is told as what it carries, and that is more than one byte.
  private static func isPlural(_ segment: Segment) -> Bool { segment.text > 1 && segment.control == .ack }
}
