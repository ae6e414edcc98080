import Bilingual
import TCP

/// The author's own rule for an answer: what it gives is compared with the machine's answer, and never shown.
struct Proof: Sendable {
  /// What it gives.
  ///
  /// - Parameters:
  ///   - numbers: what the names in it stand for.
  ///   - solution: what the machine answers; it gives the hosts' names, and what a proof may leave out.
  let answer: @Sendable (_ numbers: [String: Number], _ solution: Solution) throws(LineProblem) -> Answer

  init(_ answer: @escaping @Sendable ([String: Number], Solution) throws(LineProblem) -> Answer) {
    self.answer = answer
  }

  /// A proof in which nothing is computed.
  init(_ answer: Answer) { self.init { _, _ throws(LineProblem) in answer } }

  /// What it gives where the machine gives something else; nil where they agree.
  func contradiction(of solution: Solution, with numbers: [String: Number]) -> Localized? {
    let given: Answer
    do throws(LineProblem) {
      given = try answer(numbers, solution)
    } catch {
      let hint = error.hint.map { Localized(zh: "：\($0.zh)", en: "; \($0.en)") } ?? Localized(zh: "", en: "")
      return Localized(zh: "proof：\(error.message.zh)\(hint.zh)", en: "proof: \(error.message.en)\(hint.en)")
    }
    guard given != solution.key else { return nil }
    let (proved, computed) = (solution.words.text(of: given), solution.words.text(of: solution.key))
    return Localized(
      zh: "proof 得出“\(proved.zh)”，状态机得出“\(computed.zh)”", en: "proof gives “\(proved.en)”, the machine “\(computed.en)”"
    )
  }
}

extension [Answer] {
  /// These in the order of others; what is not among them comes last.
  func ordered(as others: [Answer]) -> [Answer] {
    others.filter(contains) + filter { !others.contains($0) }
  }
}

/// A segment, as a proof gives it: `{ flags: [SYN, ACK], seq: j, ack: i+1 }`.
struct SegmentProof: Sendable {
  let control: ControlBits
  /// Nil for a number that is left out.
  let seq: Expression?
  let ack: Expression?
  let length: Expression?

  func segment(with numbers: [String: Number]) throws(LineProblem) -> Segment {
    var segment = Segment(seq: 0, control: control)
    if let seq { segment.seq = SequenceNumber(try seq.sequenceNumber(with: numbers)) }
    if let ack { segment.ack = SequenceNumber(try ack.sequenceNumber(with: numbers)) }
    if let length { segment.text = Int(try length.octets(with: numbers)) }
    return segment.asAnswer
  }
}

extension Expression {
  /// Its value as a sequence number, **modulo 2³²**.
  func sequenceNumber(with numbers: [String: Number]) throws(LineProblem) -> UInt32 {
    guard let value = try value(with: numbers).sequenceNumber else {
      throw LineProblem(
        message: Localized(zh: "“\(self)”不是整数，不能作序号", en: "“\(self)” is no whole number, and so no sequence number"))
    }
    return value
  }

  /// Its value as the length of a segment's text, **0 … 65 535**.
  func octets(with numbers: [String: Number]) throws(LineProblem) -> UInt32 {
    let value = try value(with: numbers)
    guard value.space == nil, let octets = value.whole.flatMap({ UInt16(exactly: $0) }) else {
      throw LineProblem(
        message: Localized(zh: "“\(self)”不是数据长度", en: "“\(self)” is no length of data"),
        hint: Localized(zh: "长度在 0 到 65535 之间", en: "a length is from 0 to 65535"))
    }
    return UInt32(octets)
  }

  /// Its value in a unit, **0 … 9·10⁹**.
  func quantity(_ unit: Quantity.Unit, with numbers: [String: Number]) throws(LineProblem) -> Quantity {
    let value = try value(with: numbers)
    guard value.space == nil, value.billionths >= 0, let billionths = Int64(exactly: value.billionths) else {
      throw LineProblem(
        message: Localized(zh: "“\(self)”不是数量", en: "“\(self)” is no quantity"),
        hint: Localized(
          zh: "数量不小于零；两个序号之差才是数量", en: "a quantity is not below zero; of sequence numbers a difference is one"))
    }
    return Quantity(billionths: billionths, unit)
  }
}
