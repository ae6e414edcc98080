import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation
import TCP

/// Which timer of a host is due first, or in how many seconds.
struct TimerAsk: Ask {
  static let keyword = "timer"
  static let keys = AskKeys(required: ["host"], optional: ["asks"])
  static let forms: [Question.Form] = [.choice, .typed]
  static let looksAhead = true
  static let proofExample: String? = "2MSL"

  private enum Wanted: String, CaseIterable {
    case which, when
  }

  private let host: String
  private let wanted: Wanted

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let host = reader.text(fields["host"]) else { return nil }
    self.host = host
    guard let node = fields["asks"] else {
      wanted = .which
      return
    }
    guard let wanted = reader.word(node, Wanted.self, called: Localized(zh: "问法", en: "question")) else { return nil }
    self.wanted = wanted
  }

  var hosts: [String] { [host] }

  func solution(before: Run, after: Run) -> Solution? {
    let host = host(host, in: before)
    let next = after.network.endpoints[host].tcb.timers.next
    let decisive = after.transcript.lastIndex { $0.host == host }
    switch wanted {
    case .which:
      var solution = Solution(before, after, .timer(next?.timer), about: host)
      solution.decisive = decisive
      solution.alternatives = ([.retransmission, .timeWait, .user, nil] as [Timer?]).map(Answer.timer)
      return solution
    case .when:
      guard let next else { return nil }
      let left = Quantity(next.due - after.network.now)
      var solution = Solution(before, after, .quantity(left), about: host)
      solution.decisive = decisive
      solution.alternatives = [left.billionths * 2, left.billionths / 2, left.billionths * 4]
        .map { .quantity(Quantity(billionths: $0, .seconds)) }
      return solution
    }
  }

  func whyUnanswered(by run: Run) -> Localized {
    Localized(zh: "\(host) 没有计时器在运行", en: "no timer runs at \(host)")
  }

  func blanks(for solution: Solution) -> Blanks {
    var blanks = Blanks()
    blanks.timers = [solution.host]
    return blanks
  }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    guard wanted == .when else { return reader.typed(node) { $0.timer }.map { Proof(.timer($0)) } }
    guard node.entries != nil else {
      reader.reportForm(node)
      return nil
    }
    guard let fields = reader.values.fields(node, known: ["timer", "at"], required: ["timer", "at"]) else { return nil }
    let timer = fields["timer"].flatMap { reader.typed($0) { $0.timer } }
    let seconds = reader.expression(fields["at"]) { expression in
      { numbers throws(LineProblem) in try expression.quantity(.seconds, with: numbers) }
    }
    guard let timer, let seconds else { return nil }
    return Proof { numbers, solution throws(LineProblem) in
      let runs = solution.after.network.endpoints[solution.host].tcb.timers.next?.timer
      guard timer == runs else { return .timer(timer) }
      return .quantity(try seconds.quantity(.seconds, with: numbers))
    }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? { nil }

  func stem(for solution: Solution) -> Localized {
    let name = solution.names[solution.host]
    switch wanted {
    case .which:
      return Localized(
        zh: "此时 \(name.zh) 的哪个计时器最先到期？", en: "Which of \(name.en)'s timers expires first?")
    case .when:
      return Localized(
        zh: "再过多少秒，\(name.zh) 的计时器中有一个最先到期？",
        en: "In how many seconds will the first of \(name.en)'s timers expire?")
    }
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer {
    switch wanted {
    case .which: .timer(try typed.timer())
    case .when: .quantity(try typed.quantity(.seconds))
    }
  }
}
