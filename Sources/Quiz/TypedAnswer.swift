import Bilingual
import Scenario
import TCP

extension Answer {
  /// Why a typed answer can't be read, and how to write it.
  public struct Unreadable: Error, Sendable {
    public let hint: Localized
  }

  /// Reads what was typed, in the form that the question asks for.
  ///
  /// States in any usual spelling; fields as `101 301`, `seq=101 ack=301` or `SYN,ACK`; a segment as
  /// `SYN,ACK seq=300 ack=101` or `SYN,ACK 300 101`; `nothing` or 无 for no segment.
  ///
  /// - Throws: `Unreadable` with the way to write it.
  public static func read(_ typed: String, for ask: Ask) throws(Unreadable) -> Answer {
    let words = typed.split { $0.isWhitespace || $0 == "，" || $0 == "、" }.map(String.init)
    switch ask {
    case .state:
      guard let state = State(spelling: typed) else {
        throw Unreadable(
          hint: Localized(zh: "请写一个状态名，如 ESTABLISHED", en: "write a state's name, such as ESTABLISHED"))
      }
      return .state(state)
    case .field(_, let fields):
      return .fields(try readFields(words, fields))
    case .nextSegment:
      return try readSegment(words)
    }
  }

  private static func readFields(_ words: [String], _ fields: [Field]) throws(Unreadable) -> [FieldValue] {
    let example = fields.map { $0 == .flags ? "SYN,ACK" : "\($0.rawValue)=…" }.joined(separator: " ")
    let wrong = Unreadable(hint: Localized(zh: "请依次写：\(example)", en: "write, in this order: \(example)"))
    guard words.count == fields.count else { throw wrong }
    var values: [FieldValue] = []
    for (field, word) in zip(fields, words) {
      guard let value = readValue(word, of: field) else { throw wrong }
      values.append(FieldValue(field, value))
    }
    return values
  }

  private static func readValue(_ word: String, of field: Field) -> UInt32? {
    let bare = word.lowercased()
    if field == .flags { return ControlBits(spelling: bare).map { UInt32($0.rawValue) } }
    let names = field == .length ? ["length=", "len="] : ["\(field.rawValue)="]
    let prefix = names.first { bare.hasPrefix($0) } ?? ""
    return UInt32(bare.dropFirst(prefix.count))
  }

  private static func readSegment(_ words: [String]) throws(Unreadable) -> Answer {
    let wrong = Unreadable(
      hint: Localized(
        zh: "请写标志位、seq、ack，如 SYN,ACK seq=300 ack=101；不发就写 无",
        en: "write the control bits, seq and ack, as in SYN,ACK seq=300 ack=101; or nothing"))
    guard let first = words.first else { throw wrong }
    if words.count == 1, ["nothing", "none", "无", "什么也不发", "不发"].contains(first.lowercased()) { return .nothing }
    guard let control = ControlBits(spelling: first), words.count >= 2,
      let seq = readValue(words[1], of: .seq)
    else { throw wrong }
    var segment = Segment(seq: SequenceNumber(seq), control: control)
    var rest = words.dropFirst(2)
    if control.contains(.ack) {
      guard let word = rest.popFirst(), let ack = readValue(word, of: .ack) else { throw wrong }
      segment.ack = SequenceNumber(ack)
    }
    if let word = rest.popFirst() {
      guard let length = readValue(word, of: .length) else { throw wrong }
      segment.text = Int(length)
    }
    guard rest.isEmpty else { throw wrong }
    return .segment(segment)
  }
}
