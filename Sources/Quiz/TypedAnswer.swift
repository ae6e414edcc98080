import Bilingual
import TCP

extension Answer {
  /// Why a typed answer can't be read, and how to write it.
  public struct Unreadable: Error, Sendable {
    public let hint: Localized
  }

  /// Reads what was typed, in the form that the question asks for.
  ///
  /// States in any usual spelling; fields as `101 301`, `seq=101, ack=301` or `SYN,ACK`; a segment as
  /// `SYN,ACK seq=300 ack=101` or `SYN ACK 300 101`; `nothing` or 无 for no segment. What an input method makes wide
  /// is read as what it stands for.
  ///
  /// - Throws: `Unreadable` with the way to write it.
  public static func read(_ typed: String, for ask: Ask) throws(Unreadable) -> Answer {
    let narrow = String(typed.map(\.narrowed))
    var words = Words(narrow)
    switch ask {
    case .state:
      guard let state = State(spelling: narrow) else {
        throw Unreadable(
          hint: Localized(zh: "请写一个状态名，如 ESTABLISHED", en: "write a state's name, such as ESTABLISHED"))
      }
      return .state(state)
    case .field(_, let fields):
      return .fields(try words.readFields(fields))
    case .nextSegment:
      return try words.readSegment()
    }
  }
}

/// What was typed, word for word; commas part words as blanks do.
private struct Words {
  private var words: ArraySlice<Substring>

  init(_ typed: String) {
    words = typed.split { $0.isWhitespace || $0 == "," || $0 == "、" }[...]
  }

  mutating func readFields(_ fields: [Field]) throws(Answer.Unreadable) -> [Answer.FieldValue] {
    let example = fields.map { $0 == .flags ? "SYN,ACK" : "\($0.rawValue)=…" }.joined(separator: " ")
    let wrong = Answer.Unreadable(hint: Localized(zh: "请依次写：\(example)", en: "write, in this order: \(example)"))
    var values: [Answer.FieldValue] = []
    for field in fields {
      guard let value = field == .flags ? takeBits().map({ UInt32($0.rawValue) }) : try takeNumber(of: field) else {
        throw wrong
      }
      values.append(Answer.FieldValue(field, value))
    }
    guard words.isEmpty else { throw wrong }
    return values
  }

  mutating func readSegment() throws(Answer.Unreadable) -> Answer {
    let wrong = Answer.Unreadable(
      hint: Localized(
        zh: "请写标志位、seq、ack，如 SYN,ACK seq=300 ack=101；不发就写 无",
        en: "write the control bits, seq and ack, as in SYN,ACK seq=300 ack=101; or nothing"))
    if words.count == 1, ["nothing", "none", "无", "什么也不发", "不发"].contains(words.first!.lowercased()) {
      return .nothing
    }
    guard let control = takeBits(), let seq = try takeNumber(of: .seq) else { throw wrong }
    var segment = Segment(seq: SequenceNumber(seq), control: control)
    if control.contains(.ack) {
      guard let ack = try takeNumber(of: .ack) else { throw wrong }
      segment.ack = SequenceNumber(ack)
    }
    if !words.isEmpty {
      guard let length = try takeNumber(of: .length), words.isEmpty else { throw wrong }
      segment.text = Int(length)
    }
    return .segment(segment)
  }

  /// Takes all control bits that come next; nil where none does.
  private mutating func takeBits() -> ControlBits? {
    var bits: ControlBits?
    while let word = words.first, let more = ControlBits(spelling: word) {
      bits = (bits ?? []).union(more)
      words.removeFirst()
    }
    return bits
  }

  /// Takes a number with or without its field's name; nil where none comes next.
  private mutating func takeNumber(of field: Field) throws(Answer.Unreadable) -> UInt32? {
    guard let word = words.first?.lowercased() else { return nil }
    let names = field == .length ? ["length=", "len="] : ["\(field.rawValue)="]
    let digits = word.dropFirst(names.first { word.hasPrefix($0) }?.count ?? 0)
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    guard let value = UInt32(digits) else {
      throw Answer.Unreadable(
        hint: Localized(
          zh: "序号在 0 到 4294967295 之间，超过就从 0 重新数起",
          en: "sequence numbers go from 0 to 4294967295, and begin at 0 again behind that"))
    }
    words.removeFirst()
    return value
  }
}

extension Character {
  /// The ASCII character that a full-width one stands for; any other as it is.
  fileprivate var narrowed: Character {
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value) else {
      return self
    }
    return Character(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
  }
}
