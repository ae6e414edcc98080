import Bilingual
import Manuscript
import Scenario
import Simulation
import TCP

/// What may happen from here on, in one order of events or another: the states that a host may enter, the pairs of
/// states that may stand together, the segments that a host may send.
///
/// Found by playing all that the item leaves open: each user's calls, in their order but at any moment or never, every
/// order of arrivals, and so many losses.
struct MayAsk: Ask {
  static let keyword = "may"
  static let keys = AskKeys(required: ["of"], optional: ["host", "calls", "losses"])
  static let forms: [Question.Form] = [.multiple, .choice]
  static let looksAhead = true
  static let proofExample: String? = "[FIN-WAIT-1, CLOSE-WAIT]"

  private enum Subject: String, CaseIterable {
    case state, states, segment
  }

  private let subject: Subject
  private let host: String?
  /// What each user may call from here on, by the host's name.
  private let calls: [String: [Call]]
  private let losses: Int

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let subject = reader.word(fields["of"], Subject.self, called: Localized(zh: "对象", en: "subject")) else {
      return nil
    }
    self.subject = subject
    host = reader.text(fields["host"])
    losses = reader.integer(fields["losses"], in: 0...2) ?? 0
    var calls: [String: [Call]] = [:]
    for entry in fields["calls"]?.entries ?? [] {
      guard let words = reader.list(entry.value) else { return nil }
      var list: [Call] = []
      for word in words {
        guard let call = word.text.flatMap(Call.init(open:)) else {
          reader.report(
            word, Localized(zh: "这里应是一个调用", en: "a call belongs here"),
            Localized(zh: "可用的有：listen、connect、send、close", en: "one of: listen, connect, send, close"))
          return nil
        }
        list.append(call)
      }
      calls[entry.name] = list
    }
    self.calls = calls
    if subject != .states, host == nil {
      reader.report(fields["of"], Localized(zh: "要写明 host", en: "it needs a host"))
      return nil
    }
  }

  var hosts: [String] { (host.map { [$0] } ?? []) + calls.keys.sorted() }

  func solution(before: Run, after: Run) -> Solution? {
    let host = host.map { self.host($0, in: before) } ?? .a
    var open = Pair<[Call]>([], [])
    for (name, list) in calls { open[self.host(name, in: before)] = list }
    guard let possible = Possibilities(of: after.network, calls: open, losses: losses) else { return nil }
    let (right, wrong) = answers(possible, host, now: after.network)
    guard !right.isEmpty, !wrong.isEmpty else { return nil }
    var solution = Solution(before, after, .several(right), about: host)
    solution.alternatives = wrong
    return solution
  }

  private func answers(_ possible: Possibilities, _ host: Host, now: Network) -> (right: [Answer], wrong: [Answer]) {
    switch subject {
    case .state:
      let entered = possible.entered[host]
      return Self.part(State.allCases.filter { $0 != now.state(of: host) }, entered.contains, Answer.state)
    case .states:
      let pairs = State.allCases.flatMap { a in State.allCases.map { Pair(a, $0) } }
      return Self.part(pairs, possible.pairs.contains, Answer.pair)
    case .segment:
      let kinds: [ControlBits] = [.syn, [.syn, .ack], .ack, [.fin, .ack], .rst, [.rst, .ack]]
      return Self.part(kinds, possible.sent[host].contains, Answer.bits)
    }
  }

  private static func part<Value>(
    _ all: [Value], _ isPossible: (Value) -> Bool, _ answer: (Value) -> Answer
  ) -> (right: [Answer], wrong: [Answer]) {
    (all.filter(isPossible).map(answer), all.filter { !isPossible($0) }.map(answer))
  }

  func whyUnanswered(by run: Run) -> Localized {
    Localized(
      zh: "留下的可能太多，或者一切都可能、都不可能", en: "too much is left open, or all of it may happen, or none of it")
  }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    let subject = subject
    let answers: [Answer]? = reader.list(node) { reader, item in
      switch subject {
      case .state: return reader.values.state(item).map(Answer.state)
      case .segment: return reader.controlBits(item).map(Answer.bits)
      case .states:
        guard let states = reader.list(item, { reader, item in reader.values.state(item) }) else { return nil }
        guard states.count == 2 else {
          reader.reportForm(item)
          return nil
        }
        return .pair(Pair(states[0], states[1]))
      }
    }
    return answers.map { answers in
      Proof { _, solution throws(LineProblem) in
        guard case .several(let right) = solution.key else { return .several(answers) }
        return .several(answers.ordered(as: right))
      }
    }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? { nil }

  func stem(for solution: Solution) -> Localized {
    let name = solution.names[solution.host]
    switch subject {
    case .state:
      return Localized(
        zh: "从现在起，\(name.zh) 可能进入哪些状态？", en: "Which of these states can \(name.en) enter from here on?")
    case .states:
      return Localized(
        zh: "从现在起，两端可能同时处于下列哪些状态（先 \(solution.names.a.zh)，后 \(solution.names.b.zh)）？",
        en:
          "From here on, which of these pairs of states (\(solution.names.a.en) first, then \(solution.names.b.en)) can "
          + "the two ends be in at the same moment?")
    case .segment:
      return Localized(
        zh: "从现在起，\(name.zh) 可能发送哪些报文段？", en: "Which of these segments can \(name.en) send from here on?")
    }
  }
}

extension Call {
  /// A call that may be made at any moment: `send` sends ten octets.
  fileprivate init?(open keyword: String) {
    switch keyword {
    case "listen": self = .openPassive
    case "connect": self = .openActive()
    case "send": self = .send(octets: 10)
    case "close": self = .close
    default: return nil
    }
  }
}
