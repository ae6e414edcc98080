import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation
import TCP

/// Fields of the segment with this number, in order of sending from 1.
struct FieldAsk: Ask {
  static let keyword = "field"
  static let keys = AskKeys(required: ["segment", "of"])
  static let forms: [Question.Form] = [.choice, .typed, .blanks]
  static let proofExample: String? = "{ seq: i+1, ack: j+1 }"

  private let segment: Int
  private let fields: [Field]

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let segment = reader.integer(fields["segment"], in: 1...10_000), let names = reader.texts(fields["of"])
    else { return nil }
    let wanted = names.compactMap(Field.init(rawValue:))
    guard wanted.count == names.count, !wanted.isEmpty else {
      reader.report(
        fields["of"], Localized(zh: "of 中有不认识的字段", en: "of names a field that is unknown"),
        Localized(zh: "可用的有：flags、seq、ack、length", en: "one or more of: flags, seq, ack, length"))
      return nil
    }
    self.segment = segment
    self.fields = wanted
  }

  func solution(before: Run, after: Run) -> Solution? {
    for (place, occurrence) in after.transcript.enumerated() {
      guard case .send(let sent, segment, _) = occurrence.kind else { continue }
      // Without its bit there is a field and no number.
      guard sent.has(.ack) || !fields.contains(.ack) else { return nil }
      var solution = Solution(
        before, after, .fields(fields.map { FieldValue($0, of: sent) }), about: occurrence.host)
      solution.segment = sent
      solution.decisive = place
      return solution
    }
    return nil
  }

  func isSettled(by solution: Solution) -> Bool { true }

  func whyUnanswered(by run: Run) -> Localized {
    let count = Played(Run(), run).sent.count
    guard count < segment else {
      return Localized(
        zh: "第 \(segment) 个报文段没有置 ACK 位，确认号无效，不能问 ack",
        en: "segment \(segment) does not have ACK set, so its acknowledgment number is void and can't be asked for")
    }
    return Localized(
      zh: "这次运行只发了 \(count) 个报文段，没有第 \(segment) 个",
      en: "the run sends \(count.counted("segment")) and so has no segment \(segment)")
  }

  func blanks(for solution: Solution) -> Blanks { solution.blanks(of: fields) }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    guard node.entries != nil else {
      reader.reportForm(node)
      return nil
    }
    let names = fields.map(\.rawValue)
    guard let values = reader.values.fields(node, known: names, required: names) else { return nil }
    let control = reader.controlBits(values[Field.flags.rawValue])
    let expressions = fields.map { reader.expression(values[$0.rawValue], for: $0) }
    guard zip(fields, expressions).allSatisfy({ $0 == .flags ? control != nil : $1 != nil }) else { return nil }
    return Proof { [fields] numbers, _ throws(LineProblem) in
      var given: [FieldValue] = []
      for (field, expression) in zip(fields, expressions) {
        let value: UInt32? =
          switch field {
          case .flags: control.map { UInt32($0.rawValue) }
          case .seq, .ack: try expression?.sequenceNumber(with: numbers)
          case .length: try expression?.octets(with: numbers)
          }
        given.append(FieldValue(field, value ?? 0))
      }
      return .fields(given)
    }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? {
    solution.segment.map { [.sent(solution.host, $0, showing: fields)] }
  }

  func stem(for solution: Solution) -> Localized {
    let name = solution.names[solution.host]
    let zh = Self.enumerated(fields.map(\.name.zh), comma: "、", and: "和")
    let en = Self.enumerated(fields.map(\.name.en), comma: ", ", and: " and ")
    return Localized(
      zh: "第 \(segment) 个报文段由 \(name.zh) 发送，它的\(zh)\(fields.count > 1 ? "各" : "")是什么？",
      en: "\(name.en) sends segment \(segment). What \(fields.count > 1 ? "are" : "is") its \(en)?")
  }

  private static func enumerated(_ names: [String], comma: String, and: String) -> String {
    names.dropLast().joined(separator: comma) + (names.count > 1 ? and : "") + (names.last ?? "")
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer { .fields(try typed.fields(fields)) }
}
