import Bilingual
import Simulation
import TCP

/// An answer, right or wrong: a value that can be compared, shown and typed.
public indirect enum Answer: Hashable, Sendable {
  case state(State)
  /// One after the other.
  case path([State])
  /// Both ends' states at one moment.
  case pair(Pair<State>)
  /// In the order in which they were asked for.
  case fields([FieldValue])
  /// The window does not count.
  case segment(Segment)
  case bits(ControlBits)
  /// No segment at all.
  case nothing
  case hosts(Set<Host>)
  case quantity(Quantity)
  /// Nil where none runs.
  case timer(Timer?)
  /// What each host's application is told last; nil for nothing. Hosts that are not asked about are left out.
  case signals([Told])
  case rule(Rule)
  /// Something that happens, as a piece to be put in order.
  case step(Step)
  /// A written option, by its id.
  case option(String)
  /// All of these, in whatever order; kept in the order of the options.
  case several([Answer])
  /// These in this order.
  case order([Answer])

  public struct Told: Hashable, Sendable {
    public let host: Host
    public let signal: Signal?
  }

  /// What a host does.
  public struct Step: Hashable, Sendable {
    public enum Deed: Hashable, Sendable {
      case sends(Segment)
      case calls(Call)
    }

    public let host: Host
    public let deed: Deed
  }

  /// A segment as an answer: its window is left out.
  static func segment(sent segment: Segment) -> Answer { .segment(segment.asAnswer) }

  static let nothingText = Localized(zh: "什么也不发", en: "nothing")

  /// What numeric answers are sorted by; nil for an answer that is no single number.
  var number: Int64? {
    switch self {
    case .fields(let values) where values.count == 1 && values[0].field != .flags: Int64(values[0].value)
    case .quantity(let quantity): quantity.billionths
    case .state, .path, .pair, .fields, .segment, .bits, .nothing, .hosts, .timer, .signals, .rule, .step, .option,
      .several, .order:
      nil
    }
  }
}

extension Segment {
  /// Without its window, and without the acknowledgment number that a cleared ACK bit makes void.
  var asAnswer: Segment {
    var plain = self
    plain.window = 0
    if !plain.has(.ack) { plain.ack = 0 }
    return plain
  }
}

// MARK: - Words

/// What an answer is called where its words are not its own: the run's hosts and numbers, and options that are written.
struct AnswerWords: Sendable {
  let names: Pair<Localized>
  var options: [String: Localized] = [:]
  /// Whose segment or fields an answer is, where it doesn't say.
  let host: Host
  /// How sequence numbers are written when the answer shows.
  var numbering: Numbering

  func text(of answer: Answer) -> Localized {
    switch answer {
    case .state(let state): same(state.description)
    case .path(let states): same(states.map(\.description).joined(separator: " → "))
    case .pair(let states): same("\(states.a), \(states.b)")
    case .fields(let values): same(values.map { $0.text(from: host, numbering) }.joined(separator: "  "))
    case .segment(let segment): same(numbering.text(segment, from: host))
    case .bits(let bits): same(bits.description)
    case .nothing: Answer.nothingText
    case .hosts(let hosts): text(of: hosts)
    case .quantity(let quantity): same(quantity.text)
    case .timer(let timer): timer?.localizedName ?? Localized(zh: "没有计时器在运行", en: "no timer is running")
    case .signals(let told): joined(told.map { text(of: $0, isAlone: told.count == 1) }, zh: "；", en: "; ")
    case .rule(let rule): Localized(zh: rule.provision.chinese, en: rule.provision.english)
    case .step(let step): text(of: step)
    case .option(let id): options[id] ?? same(id)
    case .several(let answers): joined(answers.map(text), zh: "、", en: "; ")
    case .order(let answers): joined(answers.map(text), zh: " → ", en: " → ")
    }
  }

  private func text(of hosts: Set<Host>) -> Localized {
    switch (hosts.contains(.a), hosts.contains(.b)) {
    case (true, true): Localized(zh: "两端都有", en: "both")
    case (true, false): names.a
    case (false, true): names.b
    case (false, false): Localized(zh: "两端都没有", en: "neither")
    }
  }

  private func text(of told: Answer.Told, isAlone: Bool) -> Localized {
    let signal = told.signal.map { same("“\($0)”") } ?? Localized(zh: "没有得到通知", en: "nothing")
    guard !isAlone else { return signal }
    return Localized(zh: "\(names[told.host].zh)：\(signal.zh)", en: "\(names[told.host].en): \(signal.en)")
  }

  private func text(of step: Answer.Step) -> Localized {
    let name = names[step.host]
    switch step.deed {
    case .sends(let segment):
      let segment = numbering.text(segment, from: step.host)
      return Localized(
        zh: "\(name.zh) 发 \(segment)".withoutBlanksBetweenHan, en: "\(name.en.withoutArticle) sends \(segment)")
    case .calls(let call):
      return Localized(
        zh: "\(name.zh) 调用 \(call.displayName)".withoutBlanksBetweenHan,
        en: "\(name.en.withoutArticle) calls \(call.displayName)")
    }
  }

  private func same(_ text: String) -> Localized { Localized(zh: text, en: text) }

  private func joined(_ parts: [Localized], zh: String, en: String) -> Localized {
    Localized(zh: parts.map(\.zh).joined(separator: zh), en: parts.map(\.en).joined(separator: en))
  }
}

extension Timer {
  /// What a learner knows it as.
  var localizedName: Localized {
    switch self {
    case .retransmission: Localized(zh: "重传计时器", en: "the retransmission timer")
    case .timeWait: Localized(zh: "2MSL（TIME-WAIT）计时器", en: "the 2MSL (TIME-WAIT) timer")
    case .user: Localized(zh: "用户超时计时器", en: "the user timeout")
    case .delayedAck: Localized(zh: "延迟确认计时器", en: "the delayed-ACK timer")
    }
  }
}
