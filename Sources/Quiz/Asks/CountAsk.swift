import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation
import TCP

/// How many segments, retransmissions or bytes there are, or how long it takes in seconds or round trips.
struct CountAsk: Ask {
  static let keyword = "count"
  static let keys = AskKeys(required: ["of"], optional: ["host", "flags"])
  static let forms: [Question.Form] = [.choice, .typed]
  static let proofExample: String? = "n+3"

  private let unit: Quantity.Unit
  /// Only what this host sends.
  private let host: String?
  /// Only segments with these bits, others beside them allowed.
  private let flags: ControlBits

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let unit = reader.word(fields["of"], Quantity.Unit.self, called: Localized(zh: "单位", en: "unit")) else {
      return nil
    }
    self.unit = unit
    host = reader.text(fields["host"])
    var flags: ControlBits = []
    if let node = fields["flags"] {
      guard let bits = node.text.flatMap({ ControlBits(spelling: $0) }) else {
        reader.report(
          node, Localized(zh: "flags 应是标志位，如 \"SYN,ACK\"", en: "flags holds TCP flags, as in \"SYN,ACK\""))
        return nil
      }
      flags = bits
    }
    self.flags = flags
  }

  var hosts: [String] { host.map { [$0] } ?? [] }

  func solution(before: Run, after: Run) -> Solution? {
    let played = Played(before, after)
    let host = host.map { self.host($0, in: before) }
    let sent = played.sent.filter { (host == nil || $0.host == host) && $0.segment.has(flags) }
    guard let quantity = quantity(of: sent, in: played) else { return nil }
    var solution = Solution(before, after, .quantity(quantity), about: host ?? .a)
    solution.decisive = played.last { occurrence in
      if case .send = occurrence.kind { return true }
      return false
    }
    solution.alternatives = Self.neighbours(of: quantity).map(Answer.quantity)
    return solution
  }

  private func quantity(
    of sent: [(host: Host, segment: Segment, isRetransmission: Bool)], in played: Played
  ) -> Quantity? {
    switch unit {
    case .segments: return Quantity(sent.count, unit)
    case .retransmissions: return Quantity(sent.count(where: \.isRetransmission), unit)
    case .octets: return Quantity(sent.reduce(0) { $0 + ($1.isRetransmission ? 0 : $1.segment.text) }, unit)
    case .seconds: return Quantity(played.duration)
    case .roundTrips:
      let roundTrip = 2 * played.run.network.settings.latency.nanoseconds
      guard roundTrip > 0 else { return nil }
      // Exact for halves, which is what segments take.
      return Quantity(
        billionths: played.duration.nanoseconds / roundTrip * 1_000_000_000 + played.duration.nanoseconds % roundTrip
          * 1_000_000_000 / roundTrip, unit)
    }
  }

  /// One more, one fewer, twice and half: for the units of which half is one too.
  private static func neighbours(of quantity: Quantity) -> [Quantity] {
    let one: Int64 = 1_000_000_000
    let step = quantity.unit == .roundTrips ? one / 2 : one
    let values = [
      quantity.billionths + step, quantity.billionths - step, quantity.billionths * 2, quantity.billionths + 2 * step,
    ]
    return values.filter { $0 >= 0 && $0 < 9_000_000_000 * one }.map { Quantity(billionths: $0, quantity.unit) }
  }

  func whyUnanswered(by run: Run) -> Localized {
    Localized(zh: "latency 为 0 时没有往返时间", en: "with a latency of 0 there are no round-trip times")
  }

  func blanks(for solution: Solution) -> Blanks {
    var blanks = Blanks()
    switch unit {
    case .seconds, .roundTrips: blanks.timers = [.a, .b]
    case .segments, .retransmissions, .octets: break
    }
    return blanks
  }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    let unit = unit
    let expression = reader.expression(node) { expression in
      { numbers throws(LineProblem) in try expression.quantity(unit, with: numbers) }
    }
    return expression.map { expression in
      Proof { numbers, _ throws(LineProblem) in .quantity(try expression.quantity(unit, with: numbers)) }
    }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? { nil }

  func stem(for solution: Solution) -> Localized {
    let goesOn = solution.before.transcript.count < solution.after.transcript.count
    let from = goesOn ? Localized(zh: "从现在起，", en: " from here on") : Localized(zh: "", en: "")
    let whose = host.map { _ in solution.names[solution.host] }
    let zhWho = whose.map { "\($0.zh) " } ?? ""
    let enVerb = whose.map { "does \($0.en) send" } ?? "are sent in all"
    let which = flags.isEmpty ? Localized(zh: "", en: "") : Localized(zh: "带 \(flags) 的", en: " with \(flags) set")
    switch unit {
    case .seconds, .roundTrips:
      return Localized(zh: "\(from.zh)一共用多少\(unit.name.zh)？", en: "How many \(unit.name.en) does it take\(from.en)?")
    case .segments:
      return Localized(
        zh: "\(from.zh)\(zhWho)一共发送多少个\(which.zh)报文段？", en: "How many segments\(which.en) \(enVerb)\(from.en)?")
    case .retransmissions:
      return Localized(
        zh: "\(from.zh)\(zhWho)一共重传多少个\(which.zh)报文段？",
        en: whose.map { "How many times does \($0.en) retransmit a segment\(which.en)\(from.en)?" }
          ?? "How many retransmissions are there in all\(from.en)?")
    case .octets:
      return Localized(
        zh: "\(from.zh)\(zhWho)一共发送多少字节数据（重传的不算）？",
        en: "How many bytes of data \(enVerb)\(from.en), not counting retransmissions?")
    }
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer { .quantity(try typed.quantity(unit)) }
}
