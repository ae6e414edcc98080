import Bilingual
import Manuscript
import Scenario
import Simulation
import TCP

/// The clause that explains what a host did last.
struct RuleAsk: Ask {
  static let keyword = "rule"
  static let keys = AskKeys(required: ["host"])
  static let forms: [Question.Form] = [.choice]
  static let proofExample: String? = "fin-close-wait"
  static let opening: Opening.Style? = .after

  private let host: String

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let host = reader.text(fields["host"]) else { return nil }
    self.host = host
  }

  var hosts: [String] { [host] }

  func solution(before: Run, after: Run) -> Solution? {
    let host = host(host, in: before)
    let played = Played(before, after)
    guard let place = played.last({ $0.host == host && !$0.rules.isEmpty }) else { return nil }
    let fired = after.transcript[place].rules
    // That the sequence number was in order goes before nearly everything, and explains nothing.
    guard let rule = fired.last(where: { !$0.isPreliminary }) ?? fired.last else { return nil }
    var solution = Solution(before, after, .rule(rule), about: host)
    solution.decisive = place
    solution.alternatives = rule.neighbours.filter { !fired.contains($0) }.map(Answer.rule)
    return solution
  }

  func whyUnanswered(by run: Run) -> Localized {
    Localized(zh: "\(host) 什么也没有做", en: "\(host) does nothing")
  }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    guard let text = reader.values.text(node) else { return nil }
    guard let rule = Rule(identifier: text) else {
      reader.values.report(
        node, Localized(zh: "没有编号为“\(text)”的规则", en: "there is no rule “\(text)”"),
        Suggestion.nearest(to: text, among: Rule.allCases.map(\.description)).map {
          Localized(zh: "是不是 \($0)？", en: "did you mean \($0)?")
        } ?? Localized(zh: "规则的编号见文档 RuleCoverage", en: "the article RuleCoverage has the rules' ids"))
      return nil
    }
    return Proof(.rule(rule))
  }

  func expectations(fixing solution: Solution) -> [Expectation]? { nil }

  func stem(for solution: Solution) -> Localized {
    let name = solution.names[solution.host]
    return solution.isAhead
      ? Localized(zh: "\(name.zh) 的做法依据哪一条规则？", en: "Which rule explains what \(name.en) does then?")
      : Localized(zh: "\(name.zh) 刚才的做法依据哪一条规则？", en: "Which rule explains what \(name.en) has just done?")
  }
}

extension Rule {
  fileprivate var isPreliminary: Bool {
    switch self {
    case .sequenceIsAcceptable, .linuxSequenceTest, .ackIsNew, .retransmissionBacksOff: true
    default: false
    }
  }

  /// The rules of the same section, the nearest first.
  fileprivate var neighbours: [Rule] {
    let own = Int(rawValue)
    return Rule.allCases
      .filter { $0 != self && $0.provision.section == provision.section && !$0.isPreliminary }
      .sorted { abs(Int($0.rawValue) - own) < abs(Int($1.rawValue) - own) }
  }
}
