import Bilingual
import Manuscript
import Scenario
import Simulation
import TCP

/// Reads the values of which proofs are made; what is wrong is reported at its place.
struct ProofReader {
  var values: YAMLReader
  /// How a proof of this kind is written.
  let example: String
  /// The names of the scenario's hosts; nil where they are settled elsewhere.
  let hosts: Pair<String>?
  /// What the names stand for, on which each expression is tried.
  let numbers: [String: Number]

  /// Reports that a proof is not in the form of its kind.
  mutating func reportForm(_ node: YAMLNode?) {
    values.report(
      node, Localized(zh: "这种题的 proof 不是这样写的", en: "a proof of this kind is not written like that"),
      Localized(zh: "例如 proof: \(example)", en: "as in proof: \(example)"))
  }

  /// A sum that can be computed as what it stands for. Nil for no node.
  mutating func expression<Value>(
    _ node: YAMLNode?, as compute: (Expression) -> ([String: Number]) throws(LineProblem) -> Value
  ) -> Expression? {
    guard let node else { return nil }
    guard let text = node.text else {
      reportForm(node)
      return nil
    }
    do throws(LineProblem) {
      let expression = try Expression(text)
      _ = try compute(expression)(numbers)
      return expression
    } catch {
      values.report(node, error.message, error.hint)
      return nil
    }
  }

  /// The value of a field of a segment. Nil for no node, and for control bits.
  mutating func expression(_ node: YAMLNode?, for field: Field) -> Expression? {
    switch field {
    case .flags: nil
    case .seq, .ack: expression(node, as: Expression.sequenceNumber)
    case .length: expression(node, as: Expression.octets)
    }
  }

  /// `[SYN, ACK]`, or `SYN`. Nil for no node.
  mutating func controlBits(_ node: YAMLNode?) -> ControlBits? {
    guard let node else { return nil }
    let words = (node.items ?? [node]).map(\.text)
    guard !words.isEmpty, words.allSatisfy({ $0 != nil }),
      let bits = ControlBits(spelling: words.compactMap(\.self).joined(separator: ","))
    else {
      values.report(
        node, Localized(zh: "这里应是标志位", en: "control bits belong here"),
        Localized(zh: "例如 [SYN, ACK]", en: "as in [SYN, ACK]"))
      return nil
    }
    return bits
  }

  /// `{ flags: [SYN, ACK], seq: j, ack: i+1 }`, with `len` where there is text, or `nothing`.
  mutating func segmentOrNothing(_ node: YAMLNode) -> Proof? {
    if node.text == "nothing" { return Proof(.nothing) }
    guard node.entries != nil else {
      reportForm(node)
      return nil
    }
    guard let fields = values.fields(node, known: ["flags", "seq", "ack", "len"], required: ["flags", "seq"]) else {
      return nil
    }
    let control = controlBits(fields["flags"])
    let seq = expression(fields["seq"], for: .seq)
    let ack = expression(fields["ack"], for: .ack)
    let length = expression(fields["len"], for: .length)
    guard let control, seq != nil else { return nil }
    guard control.contains(.ack) == (fields["ack"] != nil) else {
      values.report(
        fields["ack"] ?? node,
        control.contains(.ack)
          ? Localized(zh: "有 ACK 位，就要写 ack", en: "with the ACK bit there is an ack")
          : Localized(zh: "没有 ACK 位，就没有 ack", en: "without the ACK bit there is no ack"))
      return nil
    }
    let segment = SegmentProof(control: control, seq: seq, ack: ack, length: length)
    return Proof { numbers, _ throws(LineProblem) in .segment(try segment.segment(with: numbers)) }
  }

  /// Whether a name is that of a host; reported where it is none.
  mutating func knows(host name: String, at node: YAMLNode?) -> Bool {
    guard let hosts else { return true }
    do throws(UnknownHost) {
      _ = try hosts.host(named: name)
      return true
    } catch {
      values.report(node, error.message, error.hint)
      return false
    }
  }

  /// What a learner could have typed to the question.
  mutating func typed<Value>(
    _ node: YAMLNode, _ read: (Typed) -> () throws(Answer.Unreadable) -> Value
  ) -> Value? {
    guard let text = node.text else {
      reportForm(node)
      return nil
    }
    let names = hosts ?? Pair("client", "server")
    do throws(Answer.Unreadable) {
      return try read(
        Typed(
          text,
          AnswerWords(
            names: Pair(Localized(zh: names.a, en: names.a), Localized(zh: names.b, en: names.b)), host: .a,
            numbering: Numbering())))()
    } catch {
      values.report(node, Self.noAnswer(text), error.hint)
      return nil
    }
  }

  static func noAnswer(_ text: String) -> Localized {
    Localized(zh: "“\(text)”不是这样的答案", en: "“\(text)” is no such answer")
  }

  /// The items of a list, each read in the same way; nil where one can't be.
  mutating func list<Value>(_ node: YAMLNode, _ read: (inout Self, YAMLNode) -> Value?) -> [Value]? {
    guard let items = node.items, !items.isEmpty else {
      reportForm(node)
      return nil
    }
    let read = items.map { read(&self, $0) }
    return read.contains { $0 == nil } ? nil : read.compactMap(\.self)
  }
}

extension Solution {
  /// The host of a name, as proofs give it.
  func host(named name: String) throws(LineProblem) -> Host {
    do throws(UnknownHost) {
      return try before.network.settings.names.host(named: name)
    } catch {
      throw LineProblem(message: error.message, hint: error.hint)
    }
  }
}
