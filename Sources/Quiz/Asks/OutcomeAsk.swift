import Bilingual
import Manuscript
import Scenario
import Simulation
import TCP

/// What the application at a host, or at each of them, is told last.
struct OutcomeAsk: Ask {
  static let keyword = "outcome"
  static let keys = AskKeys(optional: ["host"])
  static let forms: [Question.Form] = [.choice]
  static let proofExample: String? = "{ client: connection reset, server: nothing }"

  private let host: String?

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) { host = reader.text(fields["host"]) }

  var hosts: [String] { host.map { [$0] } ?? [] }

  func solution(before: Run, after: Run) -> Solution? {
    let played = Played(before, after)
    let asked = host.map { [host($0, in: before)] } ?? Host.allCases
    var decisive: Int?
    let told = asked.map { host in
      let place = played.last { occurrence in
        if case .signal(_, nil) = occurrence.kind { return occurrence.host == host }
        return false
      }
      decisive = max(decisive ?? -1, place ?? -1)
      guard let place, case .signal(let signal, _) = after.transcript[place].kind else {
        return Answer.Told(host: host, signal: nil)
      }
      return Answer.Told(host: host, signal: signal)
    }
    var solution = Solution(before, after, .signals(told), about: asked[0])
    solution.decisive = decisive.flatMap { $0 < 0 ? nil : $0 }
    solution.alternatives = Self.others(than: told).map(Answer.signals)
    return solution
  }

  /// With the same told to everybody, exchanged, or another word in one place.
  private static func others(than told: [Answer.Told]) -> [[Answer.Told]] {
    let words: [Signal?] = [.connectionReset, .connectionClosing, nil, .timedOut, .connectionRefused]
    guard told.count > 1 else { return words.map { [Answer.Told(host: told[0].host, signal: $0)] } }
    let exchanged = zip(told, told.reversed()).map { Answer.Told(host: $0.host, signal: $1.signal) }
    return [exchanged] + words.map { word in told.map { Answer.Told(host: $0.host, signal: word) } }
  }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    guard let entries = node.entries, !entries.isEmpty else {
      reader.reportForm(node)
      return nil
    }
    var told: [String: Signal?] = [:]
    for entry in entries where reader.knows(host: entry.name, at: entry.value) {
      let text = entry.value.text ?? ""
      guard text == "nothing" || Signal(rawValue: text) != nil else {
        reader.values.report(
          entry.value, Localized(zh: "没有“\(text)”这种通知", en: "nobody is told “\(text)”"),
          Suggestion.hint(for: text, among: Signal.allCases.map(\.rawValue) + ["nothing"]))
        continue
      }
      told[entry.name] = .some(Signal(rawValue: text))
    }
    guard told.count == entries.count else { return nil }
    return Proof { [told] _, solution throws(LineProblem) in
      var answers: [Answer.Told] = []
      for (name, signal) in told {
        answers.append(Answer.Told(host: try solution.host(named: name), signal: signal))
      }
      return .signals(answers.sorted { $0.host.rawValue < $1.host.rawValue })
    }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? {
    guard case .signals(let told) = solution.key, told.allSatisfy({ $0.signal != nil }) else { return nil }
    return told.map { .signal($0.host, $0.signal?.rawValue ?? "") }
  }

  func stem(for solution: Solution) -> Localized {
    guard host != nil else {
      return Localized(zh: "两端的应用程序最后各得到什么通知？", en: "What is the last thing that each end's application is told?")
    }
    let name = solution.names[solution.host]
    return Localized(
      zh: "\(name.zh) 的应用程序最后得到什么通知？",
      en: "What is the last thing that the application at \(name.en) is told?")
  }
}
