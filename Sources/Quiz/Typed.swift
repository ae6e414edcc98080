import Bilingual
import Simulation
import TCP

extension Answer {
  /// Why a typed answer can't be read, and how to write it.
  public struct Unreadable: Error, Sendable {
    public let hint: Localized
  }
}

/// What was typed, and the hosts of which it may speak; kinds of question read their answers out of it.
///
/// What an input method makes wide is read as what it stands for; commas and brackets part words as blanks do.
struct Typed: Sendable {
  private let text: String
  private let shown: AnswerWords
  private var words: ArraySlice<Substring>

  private var names: Pair<Localized> { shown.names }

  /// - Parameter shown: the words of the answers that are shown, in whose notation numbers are typed.
  init(_ typed: String, _ shown: AnswerWords) {
    text = typed.halfWidth.replacing(":", with: "=").closingUp("+-=")
    self.shown = shown
    words = text.split { $0.isWhitespace || ",、[]()".contains($0) }[...]
  }

  /// A state in any usual spelling.
  func state() throws(Answer.Unreadable) -> State {
    let name = text.hasSuffix("状态") ? String(text.dropLast(2)) : text
    guard let state = State(spelling: name) else {
      throw Answer.Unreadable(
        hint: Localized(zh: "请输入状态名，如 ESTABLISHED", en: "write a state's name, such as ESTABLISHED"))
    }
    return state
  }

  /// States in any usual spelling, with arrows, commas or `>` between them.
  func path() throws(Answer.Unreadable) -> [State] {
    let parts = text.replacing("->", with: ">").split { ">→,、;；".contains($0) }
    let states = parts.compactMap { State(spelling: $0) }
    guard states.count == parts.count, !states.isEmpty else {
      throw Answer.Unreadable(
        hint: Localized(
          zh: "请依次写状态名，中间用逗号隔开，如 CLOSED, SYN-SENT, ESTABLISHED",
          en: "write the states in order, with commas between, as in CLOSED, SYN-SENT, ESTABLISHED"))
    }
    return states
  }

  /// `client`, `server`, `both`, `neither`.
  func hosts() throws(Answer.Unreadable) -> Set<Host> {
    let word = text.lowercased().filter { !$0.isWhitespace }
    for host in Host.allCases {
      let (zh, en) = (names[host].zh.lowercased(), names[host].en.lowercased())
      let spellings = [zh, en, en.withoutArticle]
      if spellings.contains(where: { $0.filter { !$0.isWhitespace } == word }) { return [host] }
    }
    if ["both", "双方", "两端", "都有", "两端都有", "都是", "双方都是"].contains(word) { return [.a, .b] }
    if ["neither", "none", "都没有", "两端都没有", "都不", "都不是", "双方都不是", "无"].contains(word) { return [] }
    throw Answer.Unreadable(
      hint: Localized(
        zh: "请写 \(names.a.zh)、\(names.b.zh)、两端 或 都没有", en: "write \(names.a.en), \(names.b.en), both or neither"))
  }

  /// A number, with or without its unit.
  func quantity(_ unit: Quantity.Unit) throws(Answer.Unreadable) -> Quantity {
    guard let quantity = Quantity(spelling: text, unit) else {
      throw Answer.Unreadable(hint: Localized(zh: "请写一个数，如 3 或 1.5", en: "write a number, such as 3 or 1.5"))
    }
    return quantity
  }

  /// A timer by one of its usual names; nil for none.
  func timer() throws(Answer.Unreadable) -> Timer? {
    let word = text.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    switch word {
    case "retransmission", "rto", "重传", "重传计时器": return .retransmission
    case "2msl", "timewait", "时间等待", "时间等待计时器": return .timeWait
    case "user", "usertimeout", "用户超时": return .user
    case "delayedack", "延迟确认": return .delayedAck
    case "none", "nothing", "无", "没有": return nil
    default:
      throw Answer.Unreadable(
        hint: Localized(
          zh: "请写 重传、2MSL、用户超时、延迟确认 或 无",
          en: "write retransmission, 2MSL, user timeout, delayed ACK or none"))
    }
  }

  /// The fields in their order, with or without their names: `101 301`, `seq=101 ack=301`, `SYN,ACK`.
  func fields(_ fields: [Field]) throws(Answer.Unreadable) -> [FieldValue] {
    var rest = self
    let example = fields.map { $0 == .flags ? "SYN,ACK" : "\($0.rawValue)=…" }.joined(separator: " ")
    let wrong = Answer.Unreadable(hint: Localized(zh: "请依次写：\(example)", en: "write, in this order: \(example)"))
    var values: [FieldValue] = []
    for field in fields {
      let value = field == .flags ? rest.takeBits().map { UInt32($0.rawValue) } : try rest.takeNumber(of: field)
      guard let value else { throw wrong }
      values.append(FieldValue(field, value))
    }
    guard rest.words.isEmpty else { throw wrong }
    return values
  }

  /// `SYN,ACK seq=300 ack=101`, `SYN ACK 300 101`, or `nothing`.
  func segmentOrNothing() throws(Answer.Unreadable) -> Answer {
    var rest = self
    let wrong = Answer.Unreadable(
      hint: Localized(
        zh: "请写标志位、seq、ack，如 SYN,ACK seq=300 ack=101；不发就写 无",
        en:
          "write the flags, seq and ack, as in SYN,ACK seq=300 ack=101; or write nothing, the word, if no segment is sent"
      ))
    if words.count == 1, Self.nothing.contains(words.first!.lowercased()) {
      return .nothing
    }
    guard let control = rest.takeBits(), let seq = try rest.takeNumber(of: .seq) else { throw wrong }
    var segment = Segment(seq: SequenceNumber(seq), control: control)
    if control.contains(.ack) {
      guard let ack = try rest.takeNumber(of: .ack) else { throw wrong }
      segment.ack = SequenceNumber(ack)
    }
    if !rest.words.isEmpty {
      guard let length = try rest.takeNumber(of: .length), rest.words.isEmpty else { throw wrong }
      segment.text = Int(length)
    }
    return .segment(segment)
  }

  private static let nothing = [
    "nothing", "none", "无", "没有", "不发", "不发送", "不应答", "什么也不发", "什么都不发",
  ]

  // MARK: Words

  /// Takes all control bits that come next, as names or as `SYN=1 ACK=0`; nil where none does.
  private mutating func takeBits() -> ControlBits? {
    var bits: ControlBits?
    while let word = words.first {
      let isOff = word.hasSuffix("=0")
      let isValued = isOff || word.hasSuffix("=1")
      // A bit is written in capitals there, the number `ack=1` is not.
      guard !isValued || word.first?.isUppercase == true,
        let named = ControlBits(spelling: isValued ? word.dropLast(2) : word)
      else { break }
      bits = (bits ?? []).union(isOff ? [] : named)
      words.removeFirst()
    }
    return bits
  }

  /// Takes a number with or without its field's name; nil where none comes next.
  private mutating func takeNumber(of field: Field) throws(Answer.Unreadable) -> UInt32? {
    let names = Self.names(of: field)
    // The name may stand apart from its number.
    if let word = words.first?.lowercased(), names.contains(word) { words.removeFirst() }
    guard let word = words.first?.lowercased() else { return nil }
    let digits = word.dropFirst(names.map { $0 + "=" }.first { word.hasPrefix($0) }?.count ?? 0)
    if field != .length, shown.numbering.notation != .absolute {
      let counting = field == .seq ? shown.host : shown.host.peer
      guard let number = shown.numbering.number(digits, of: counting) else { return nil }
      words.removeFirst()
      return number.value
    }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    guard let value = UInt32(digits) else {
      throw Answer.Unreadable(
        hint: Localized(
          zh: "序号在 0 到 4294967295 之间，超过就从 0 重新数起",
          en: "sequence numbers run from 0 to 4294967295 and then start again at 0"))
    }
    words.removeFirst()
    return value
  }
}

extension Typed {
  fileprivate static func names(of field: Field) -> [String] {
    switch field {
    case .flags: []
    case .seq: ["seq", "序号"]
    case .ack: ["ack", "确认号"]
    case .length: ["length", "len", "长度", "数据长度"]
    }
  }
}

extension String {
  /// Without blanks around any of these characters: `x + 1` becomes `x+1`.
  fileprivate func closingUp(_ characters: String) -> String {
    var closed = ""
    for character in self {
      if characters.contains(character) {
        while closed.last?.isWhitespace == true { closed.removeLast() }
      } else if character.isWhitespace, closed.last.map(characters.contains) == true {
        continue
      }
      closed.append(character)
    }
    return closed
  }
}
