import Bilingual
import Exploration
import Figures
import Scenario
import Simulation

/// A search of what can happen, as an `explore` block of a chapter holds it, and what it is to find.
public struct ChapterSearch: Sendable {
  public let file: QuestionFile
  /// The lines of the run that it finds, in order, with their comments; nil where it finds nothing.
  public let found: [String]?
  /// Where the block says what is found.
  let place: SourceLocation
  /// Every line of the block, without comments; empty ones are left out.
  let lines: [Line]

  struct Line: Hashable {
    let number: Int
    let text: String
  }

  /// What breaks the law that is sought, and whether anything does: a sentence or two.
  public var sought: Localized {
    let breach = file.question.law.breach
    let (zh, en) = found == nil ? ("在所给范围内没有。", "None within the bounds.") : ("找到了。", "Found.")
    return Localized(zh: "要找：\(breach.zh)。\(zh)", en: "Sought: \(breach.en). \(en)")
  }

  /// The bounds: what the ends and the network may do, a sentence each.
  public var bounds: [Localized] {
    let question = file.question
    var bounds = [
      Localized(zh: "两端的行为：\(question.settings.profile)。", en: "Both ends behave as \(question.settings.profile).")
    ]
    let names = question.settings.displayNames
    let written = question.settings.names
    let writer = ActionWriter(names: written)
    for host in Host.allCases where !question.calls[host].isEmpty {
      let calls = question.calls[host].map {
        String(writer.line(of: .call(host, $0)).dropFirst(written[host].count + 1))
      }
      bounds.append(
        Localized(
          zh: "\(names[host].zh) 随时可以依次调用：\(calls.joined(separator: "、"))。".withoutBlanksBetweenHan,
          en: "At any moment, in this order, \(names[host].en) may call: \(calls.joined(separator: ", "))."))
    }
    for host in Host.allCases {
      bounds += question.late[host].map {
        Localized(
          zh: "从前遗留在路上、将到达 \(names[host].zh) 的：\($0)。".withoutBlanksBetweenHan,
          en: "Left over from before, on its way to \(names[host].en): \($0).")
      }
    }
    bounds.append(Self.faults(question.faults))
    if question.timeWaitMayEndEarly {
      bounds.append(
        Localized(
          zh: "TIME-WAIT 结束时，可能还有迟到的报文段在路上。", en: "TIME-WAIT may be over while something late is still on its way."))
    }
    return bounds
  }

  private static func faults(_ count: Int) -> Localized {
    guard count > 0 else { return Localized(zh: "网络不出故障。", en: "The network makes no fault.") }
    return Localized(
      zh: "网络最多出 \(count) 个故障。", en: "The network makes \(count.counted("fault")) at most.")
  }
}
