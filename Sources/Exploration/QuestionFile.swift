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

  /// Reads a file, or a block of one.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - file: its name, for messages.
  ///   - firstLine: the number of its first line in the file, from **1**.
  /// - Throws: `Diagnostics` with everything that is wrong in it.
  public init(_ source: String, file: String, firstLine: Int = 1) throws(Diagnostics) {
    var reader = QuestionReader(file: file)
    reader.read(source, firstLine: firstLine)
    self = try reader.result()
  }

  init(question: Question, settings: [String]) {
    (self.question, self.settings) = (question, settings)
  }
}

extension QuestionFile {
  /// What a search has found, each element a line: a scenario that `run` plays, or what was searched in vain.
  public func lines(of answer: Question.Answer) -> [Localized] {
    let law = question.law.name
    switch answer {
    case .found(let example, let states): return head(example, states) + neutral(settings(of: example) + example.script)
    case .none(let states, let unplayable):
      return [Localized(zh: "\(law)：在以下范围内没有：", en: "\(law): none within:")] + neutral(bounds)
        + [Localized(zh: "查遍了 \(states) 个状态。", en: "All \(states) states were searched.")]
        + Self.unplayable(unplayable)
    case .unfinished(let faults):
      let known = faults.map {
        (zh: "故障不超过 \($0) 个时没有；", en: "none with \($0.counted("fault")) at most; ")
      }
      return [
        Localized(zh: "\(law)：\(known?.zh ?? "")以下范围没有查完：", en: "\(law): \(known?.en ?? "")not all searched of:")
      ] + neutral(bounds) + [
        Localized(
          zh: "状态超过 \(Question.stateLimit) 个；请减少故障或调用。",
          en: "There are more than \(Question.stateLimit) states; allow fewer faults or calls.")
      ]
    }
  }

  /// What stands above a scenario that was found.
  private func head(_ example: Counterexample, _ states: Int) -> [Localized] {
    let (faults, moves) = (example.faults.counted("fault"), example.moves.counted("move"))
    let head = [
      Localized(
        zh: "// \(question.law.name)：最简单的一次，\(example.faults) 个故障，\(example.moves) 步；查过 \(states) 个状态。",
        en: "// \(question.law.name): the simplest way, \(faults), \(moves); \(states.counted("state")) searched."),
      Localized(zh: "// \(question.law.breach.zh)。", en: "// \(question.law.breach.en)."),
    ]
    guard !example.circle.isEmpty else { return head }
    return head + [
      Localized(
        zh: "// 第一个 expect 之后的各步可以一遍遍重复，等待越来越长，",
        en: "// What stands behind the first expect can go on again and again,"),
      Localized(zh: "// 只有 R2 或用户能让它停下。", en: "// with longer waits; only R2 or a user ends it."),
    ]
  }

  /// The lines of the settings with which it is played.
  private func settings(of example: Counterexample) -> [String] {
    let lifetime = example.settings.endpoints.a.maximumSegmentLifetime
    guard lifetime != question.settings.endpoints.a.maximumSegmentLifetime else { return settings }
    return settings.filter { !$0.lowercased().hasPrefix("msl") } + ["msl \(lifetime.seconds)s"]
  }

  /// What was allowed, as such a file says it.
  private var bounds: [String] {
    let names = question.settings.names
    let writer = ActionWriter(names: names)
    var lines = settings.isEmpty ? ["profile \(question.settings.profile)"] : settings
    for host in Host.allCases where !question.calls[host].isEmpty {
      let calls = question.calls[host].map { writer.line(of: .call(host, $0)).dropFirst(names[host].count + 1) }
      lines.append("\(names[host]) may \(calls.joined(separator: ", "))")
    }
    for host in Host.allCases {
      lines += question.late[host].map { "late \(names[host.peer]) \($0)" }
    }
    lines.append("faults \(question.faults)")
    if question.timeWaitMayEndEarly { lines.append("time-wait may end early") }
    return lines.map { "  " + $0 }
  }

  private func neutral(_ lines: [String]) -> [Localized] { lines.map { Localized(zh: $0, en: $0) } }

  private static func unplayable(_ count: Int) -> [Localized] {
    guard count > 0 else { return [] }
    return [
      Localized(
        zh: "有 \(count) 种违反它的走法，按真实的时间播放，计时器都不会那样先后到期，所以不算。",
        en: count == 1
          ? "1 way that breaks it was played, and doesn't count: timers never fire in its order."
          : "\(count) ways that break it were played, and don't count: timers never fire in their order.")
    ]
  }
}
