import Bilingual
import Simulation
import TCP

/// The lines that do something.
extension LineReader {
  private static let verbs = [
    "step", "settle", "wait", "lose", "duplicate", "hold", "delay", "release", "deliver", "overtake", "inject",
    "expect",
  ]
  /// What others call the same.
  private static let otherVerbs = [
    "drop": "lose", "discard": "lose", "copy": "duplicate", "pause": "hold", "run": "settle",
  ]
  private static let calls = Call.kinds.map(\.keyword) + ["crash"]

  mutating func readAction() throws(LineError) -> Action {
    let first = try next(Localized(zh: "动作", en: "an action"))
    if let host = host(named: first) { return try readCall(of: host) }
    switch first.lowercased {
    case "step":
      guard current != nil else { return .step(1) }
      return .step(try readNumber(in: 1...10_000, Localized(zh: "步数", en: "a number of steps")))
    case "settle": return .settle
    case "wait": return try readWait()
    case "lose": return try readFault(.lose) { .lose($0) }
    case "duplicate": return try readFault(.duplicate) { .duplicate($0) }
    case "hold": return try readFault(.hold) { .hold($0) }
    case "delay": return try readDelay()
    case "release": return .release(current == nil ? nil : try readSegmentNumber())
    case "deliver": return .deliver(try readSegmentNumber())
    case "overtake": return .overtake
    case "inject": return try readInjection()
    case "expect": return .expect(try readExpectation())
    case "fresh":
      throw LineError(
        first,
        Localized(
          zh: "fresh 只能是章中一个 tcp 块的第一行，单独一词", en: "fresh stands alone, as the first line of a tcp block in a chapter"),
        Localized(
          zh: "场景文件只有一次运行；在章里另起一个 tcp 块", en: "a scenario file has one run; in a chapter begin a tcp block with it"))
    default:
      let names = settings.names
      let meant =
        Self.otherVerbs[first.lowercased] ?? Suggestion.nearest(to: first.text, among: Self.verbs + [names.a, names.b])
      let guess = meant.map { Localized(zh: "是不是 \($0)？", en: "did you mean \($0)? ") } ?? Localized(zh: "", en: "")
      throw LineError(
        first, Localized(zh: "不认识“\(first.text)”", en: "“\(first.text)” is neither a host nor a verb"),
        Localized(
          zh: "\(guess.zh)行首写主机（\(names.a)、\(names.b)）或动词：\(Self.verbs.joined(separator: "、"))",
          en: "\(guess.en)begin with a host (\(names.a), \(names.b)) or one of: " + Self.verbs.joined(separator: ", ")))
    }
  }

  private mutating func readCall(of host: Host) throws(LineError) -> Action {
    let verb = try next(Localized(zh: "调用，如 connect", en: "a call, such as connect"))
    if verb.lowercased == "crash" { return .crash(host) }
    guard let call = Call.kinds.first(where: { $0.keyword == verb.lowercased }) else {
      throw LineError(
        verb, Localized(zh: "没有名为“\(verb.text)”的调用", en: "there is no call “\(verb.text)”"),
        Suggestion.hint(for: verb.text, among: Self.calls))
    }
    switch call {
    case .send:
      let octets = try readNumber(
        in: 1...1_000_000, Localized(zh: "要发送的字节数", en: "the number of bytes to send"))
      return .call(host, .send(octets: octets))
    case .openPassive, .openActive, .receive, .close, .abort, .status: return .call(host, call)
    }
  }

  private mutating func readWait() throws(LineError) -> Action {
    guard take("until") else { return .wait(try readInterval()) }
    let host = try readHost()
    return .waitUntil(host, try readState())
  }

  /// `next HOST BITS [x2]`, or `#3`.
  private mutating func readFault(
    _ kind: Fault.Kind, ofSegment action: (Int) -> Action
  ) throws(LineError) -> Action {
    guard take("next") else { return action(try readSegmentNumberOrNext()) }
    let (host, control) = try (readHost(), readControlBits())
    return .plan(Fault(kind, host: host, control: control, count: try readRepetition()))
  }

  /// `next HOST BITS 5s [x2]`, or `#3 5s`.
  private mutating func readDelay() throws(LineError) -> Action {
    guard take("next") else {
      let number = try readSegmentNumberOrNext()
      return .delay(number, try readInterval())
    }
    let (host, control) = try (readHost(), readControlBits())
    let interval = try readInterval()
    return .plan(Fault(.delay(interval), host: host, control: control, count: try readRepetition()))
  }

  private mutating func readSegmentNumberOrNext() throws(LineError) -> Int {
    guard let token = current, !token.text.hasPrefix("#") else { return try readSegmentNumber() }
    throw LineError(
      token,
      Localized(
        zh: "这里应写 next 或报文段编号，而不是“\(token.text)”", en: "next or a segment's number belongs here, not “\(token.text)”"),
      Localized(
        zh: "例如 lose next \(settings.names.b) SYN,ACK，或 lose #3",
        en: "as in lose next \(settings.names.b) SYN,ACK, or lose #3"))
  }

  /// `x2`; one where there is none.
  private mutating func readRepetition() throws(LineError) -> Int {
    guard let token = current else { return 1 }
    advance()
    guard token.lowercased.hasPrefix("x"), token.text.dropFirst().isDigits,
      let count = Int(token.text.dropFirst()), (1...10_000).contains(count)
    else {
      throw LineError(
        token, Localized(zh: "“\(token.text)”不是次数", en: "“\(token.text)” is no count"),
        Localized(zh: "写 x 和次数，如 x2", en: "write x and a number, as in x2"))
    }
    return count
  }

  private mutating func readInjection() throws(LineError) -> Action {
    let host = try readHost()
    return .inject(host, try readSegment(from: host.peer))
  }

  /// `SYN seq=90`: the rest of the line.
  package mutating func readSegment(from host: Host) throws(LineError) -> Segment {
    let control = try readControlBits()
    var segment = Segment(seq: 0, control: control, window: settings.endpoints[host].window)
    while let token = current {
      advance()
      let field = token.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard field.count == 2 else { throw Self.noField(token) }
      let value = String(field[1])
      switch field[0].lowercased() {
      case "seq": segment.seq = try Self.sequenceNumber(value, token)
      case "ack": segment.ack = try Self.sequenceNumber(value, token)
      case "len":
        segment.text = try Self.number(
          value, token, in: 0...65495, Localized(zh: "数据长度（字节）", en: "a length in bytes"))
      default: throw Self.noField(token)
      }
    }
    return segment
  }

  static func noField(_ token: Token) -> LineError {
    LineError(
      token, Localized(zh: "不认识“\(token.text)”", en: "“\(token.text)” is no field"),
      Localized(
        zh: "字段写成 seq=90、ack=500、len=10，等号两边不留空格", en: "fields are written seq=90, ack=500, len=10, without spaces"))
  }
}

// MARK: - Expectations

extension LineReader {
  private mutating func readExpectation() throws(LineError) -> Expectation {
    if take("sent") { return try readSent() }
    if take("signal") { return try readSignal() }
    if take("in") {
      guard take("flight") else {
        let token = try next(Localized(zh: "flight", en: "flight"))
        throw LineError(token, Localized(zh: "in 之后应为 flight", en: "flight belongs behind in"))
      }
      return .inFlight(try readNumber(in: 0...10_000, Localized(zh: "报文段个数", en: "a number of segments")))
    }
    var states: [Expectation.HostState] = []
    repeat {
      let host = try readHost()
      states.append(.init(host: host, state: try readState()))
    } while current != nil
    return .states(states)
  }

  private mutating func readSent() throws(LineError) -> Expectation {
    let host = try readHost()
    if take("nothing") { return .sentNothing(host) }
    let control = try readControlBits()
    var seq: SequenceNumber?
    var ack: SequenceNumber?
    var length: Int?
    while let token = current {
      advance()
      let field = token.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard field.count == 2 else { throw Self.noField(token) }
      let value = String(field[1])
      switch field[0].lowercased() {
      case "seq": seq = try Self.sequenceNumber(value, token)
      case "ack": ack = try Self.sequenceNumber(value, token)
      case "len":
        length = try Self.number(value, token, in: 0...65495, Localized(zh: "数据长度（字节）", en: "a length in bytes"))
      default: throw Self.noField(token)
      }
    }
    return .sent(host, control, seq: seq, ack: ack, length: length)
  }

  private mutating func readSignal() throws(LineError) -> Expectation {
    let host = try readHost()
    let token = try nextEvenQuoted(Localized(zh: "引号中的通知文字", en: "a signal in quotation marks"))
    let known = Signal.allCases.map(\.rawValue)
    let prefix = "error: "
    let text = token.lowercased.hasPrefix(prefix) ? String(token.lowercased.dropFirst(prefix.count)) : token.lowercased
    guard known.contains(text) else {
      throw LineError(
        token, Localized(zh: "没有“\(token.text)”这种通知", en: "there is no signal “\(token.text)”"),
        Self.oneOf(known.map { "\"\($0)\"" }))
    }
    return .signal(host, text)
  }
}
