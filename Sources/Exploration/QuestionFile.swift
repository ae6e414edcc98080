import Bilingual
import Scenario
import Simulation
import TCP

/// A question as a file puts it: a scenario's settings, and then what may happen and what is sought.
///
/// ```
/// profile no-time-wait
/// client isn 100 100
/// client may connect, send, close, connect
/// server may listen, close, listen
/// late client SYN seq=90
/// faults 2
/// time-wait may end early
/// seek old-data-accepted
/// ```
public struct QuestionFile: Sendable {
  public let question: Question
  /// The lines of the settings, as they were written.
  public let settings: [String]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - file: its name, for messages.
  /// - Throws: `Diagnostics` with everything that is wrong in it.
  public init(_ source: String, file: String) throws(Diagnostics) {
    var reader = QuestionReader(file: file)
    reader.read(source)
    self = try reader.result()
  }

  init(question: Question, settings: [String]) {
    (self.question, self.settings) = (question, settings)
  }
}

extension QuestionFile {
  /// What a search has found, as a scenario that `run` plays, or as a sentence; each a line.
  ///
  /// - Parameter told: the number of states that were looked at, and what is told beside it, come as comments.
  public func lines(of answer: Question.Answer) -> [Localized] {
    switch answer {
    case .found(let example, let states): scenario(example, states)
    case .none(let states, let unplayable): [Self.none(question, states)] + Self.unplayable(unplayable)
    case .unfinished(let faults): [Self.unfinished(question, faults)]
    }
  }

  private func scenario(_ example: Counterexample, _ states: Int) -> [Localized] {
    let faults = (zh: "\(example.faults) 个故障", en: example.faults == 1 ? "1 fault" : "\(example.faults) faults")
    let moves = (zh: "\(example.moves) 步", en: example.moves == 1 ? "1 move" : "\(example.moves) moves")
    var lines = [
      Localized(
        zh: "// \(question.law.name)：\(question.law.breach.zh)。",
        en: "// \(question.law.name): \(question.law.breach.en)."),
      Localized(
        zh: "// 最简单的一次：\(faults.zh)，\(moves.zh)；查过 \(states) 个状态。",
        en: "// The simplest way: \(faults.en), \(moves.en); \(states) states searched."),
    ]
    if !example.circle.isEmpty {
      lines.append(
        Localized(
          zh: "// 第一个 expect 之后的各步可以一遍遍重复，等待越来越长；只有 R2 或用户能让它停下。",
          en:
            "// What stands behind the first expect can go on again and again, with longer waits; only R2 or a user ends it."
        ))
    }
    let lifetime = example.settings.endpoints.a.maximumSegmentLifetime
    var settings = settings
    if lifetime != question.settings.endpoints.a.maximumSegmentLifetime {
      settings.removeAll { $0.lowercased().hasPrefix("msl") }
      settings.append("msl \(lifetime.seconds)s")
    }
    return lines + (settings + example.script).map { Localized(zh: $0, en: $0) }
  }

  /// What was allowed, in words.
  private static func bounds(_ question: Question) -> (zh: String, en: String) {
    func calls(_ host: Host) -> String {
      let calls = question.calls[host].map(\.displayName)
      return "\(question.settings.names[host]): \(calls.isEmpty ? "–" : calls.joined(separator: ", "))"
    }
    let late = question.late.a.count + question.late.b.count
    let faults = question.faults
    var zh = ["\(question.settings.profile)", calls(.a), calls(.b), "故障至多 \(faults) 个"]
    var en = ["\(question.settings.profile)", calls(.a), calls(.b), faults == 1 ? "1 fault" : "\(faults) faults"]
    if late > 0 {
      zh.append("先前的报文段 \(late) 个")
      en.append(late == 1 ? "1 segment from before" : "\(late) segments from before")
    }
    if question.timeWaitMayEndEarly {
      zh.append("TIME-WAIT 可以提前结束")
      en.append("TIME-WAIT may end early")
    }
    return (zh.joined(separator: "；"), en.joined(separator: "; "))
  }

  private static func none(_ question: Question, _ states: Int) -> Localized {
    let bounds = bounds(question)
    return Localized(
      zh: "\(question.law.name)：在这个范围内没有（\(bounds.zh)）；查遍 \(states) 个状态。",
      en: "\(question.law.name): none within: \(bounds.en). All \(states) states were searched.")
  }

  private static func unplayable(_ count: Int) -> [Localized] {
    guard count > 0 else { return [] }
    return [
      Localized(
        zh: "有 \(count) 种违反它的走法，试着按真实的时间播放，计时器都不会按那样的先后到期，所以不算。",
        en:
          "\(count) ways that break it were played in real time; timers never fire in their order, so they don't count."
      )
    ]
  }

  private static func unfinished(_ question: Question, _ faults: Int?) -> Localized {
    let bounds = bounds(question)
    let known = faults.map {
      (zh: "故障不超过 \($0) 个时没有；", en: "none with \($0 == 1 ? "1 fault" : "\($0) faults") at most; ")
    }
    return Localized(
      zh: "\(question.law.name)：\(known?.zh ?? "")这个范围的状态超过 \(Question.stateLimit) 个，没有查完（\(bounds.zh)）。请减少故障或调用。",
      en:
        "\(question.law.name): \(known?.en ?? "")more than \(Question.stateLimit) states, not all searched: \(bounds.en). "
        + "Allow fewer faults or calls.")
  }
}
