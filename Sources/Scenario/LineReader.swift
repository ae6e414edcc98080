import Bilingual
import Simulation
import TCP

/// Reads the words of one line from left to right.
package struct LineReader {
  package let line: Line
  package let settings: Network.Settings
  private var position = 0

  package init(line: Line, settings: Network.Settings) {
    self.line = line
    self.settings = settings
  }

  // MARK: Words

  package var current: Token? { position < line.tokens.count ? line.tokens[position] : nil }

  package mutating func advance() { position += 1 }

  /// Takes the word if it is this one.
  package mutating func take(_ word: String) -> Bool {
    guard let token = current, !token.isQuoted, token.lowercased == word else { return false }
    position += 1
    return true
  }

  /// Takes any word; `what` is what is missing where there is none.
  package mutating func next(_ what: Localized) throws(LineError) -> Token {
    let token = try nextEvenQuoted(what)
    guard !token.isQuoted else {
      throw LineError(
        token, Localized(zh: "这里不用引号", en: "there are no quotation marks here"),
        Localized(zh: "去掉引号，只写\(what.zh)", en: "write \(what.en) without them"))
    }
    return token
  }

  /// Takes any word or quoted text.
  mutating func nextEvenQuoted(_ what: Localized) throws(LineError) -> Token {
    guard let token = current else {
      throw LineError(
        endOf: line, Localized(zh: "这里缺少\(what.zh)", en: "\(what.en) is missing here"))
    }
    guard !token.isOpen else {
      throw LineError(token, Localized(zh: "缺少右引号", en: "the closing quotation mark is missing"))
    }
    position += 1
    return token
  }

  package func expectEnd() throws(LineError) {
    guard let token = current else { return }
    throw LineError(
      token, Localized(zh: "这一行到此应当结束，多出了“\(token.text)”", en: "the line should end before “\(token.text)”"),
      Localized(zh: "删去多余的部分，注释以 // 开头", en: "remove it; a comment starts with //"))
  }

  // MARK: Settings

  package enum SettingKind {
    case hosts, profile, latency, maximumSegmentLifetime, maximumSegmentSize
    case initialSequenceNumbers(Host)
    case window(Host)
  }

  /// Takes the words that say which setting the line is; nil, and nothing taken, for any other line.
  package mutating func settingKind() -> SettingKind? {
    if take("hosts") { return .hosts }
    if take("profile") { return .profile }
    if take("latency") { return .latency }
    if take("msl") { return .maximumSegmentLifetime }
    if take("mss") { return .maximumSegmentSize }
    guard line.tokens.count > 1, let host = host(named: line.tokens[0]) else { return nil }
    switch line.tokens[1].lowercased {
    case "isn":
      position = 2
      return .initialSequenceNumbers(host)
    case "window":
      position = 2
      return .window(host)
    default: return nil
    }
  }

  mutating func readHostNames() throws(LineError) -> Pair<String> {
    let what = Localized(zh: "主机名", en: "a host name")
    let first = try next(what)
    let second = try next(what)
    for token in [first, second] where Self.reservedWords.contains(token.lowercased) {
      throw LineError(
        token,
        Localized(zh: "“\(token.text)”是本语言的词，不能作主机名", en: "“\(token.text)” is a word of this language, not a name"))
    }
    guard first.lowercased != second.lowercased else {
      throw LineError(second, Localized(zh: "两台主机不能同名", en: "the two hosts need different names"))
    }
    return Pair(first.text, second.text)
  }

  static let reservedWords: Set<String> = [
    "hosts", "profile", "latency", "msl", "mss", "step", "settle", "wait", "until", "lose", "duplicate", "hold",
    "delay", "release", "deliver", "overtake", "inject", "expect", "sent", "signal", "in", "flight", "next", "nothing",
    "none",
  ]

  mutating func readProfile() throws(LineError) -> Profile {
    let token = try next(Localized(zh: "配置名", en: "a profile"))
    guard let profile = Profile(named: token.text) else {
      throw LineError(
        token, Localized(zh: "没有名为“\(token.text)”的配置", en: "there is no profile “\(token.text)”"),
        Self.oneOf(Profile.names))
    }
    return profile
  }

  /// The letters that stand for an ISN where numbers are letters, in front of it; nil where the line has none.
  mutating func readLetters() throws(LineError) -> Token? {
    guard let token = current, token.text.first?.isNumber == false else { return nil }
    guard token.text.count <= 3, token.text.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      throw LineError(
        token, Localized(zh: "“\(token.text)”不能代表初始序号", en: "“\(token.text)” can't stand for the ISN"),
        Localized(zh: "用一到三个字母，后面写序号，如 x 100", en: "one to three letters, then the number, as in x 100"))
    }
    advance()
    return token
  }

  mutating func readSequenceNumbers() throws(LineError) -> [SequenceNumber] {
    var numbers = [try readSequenceNumber()]
    while current != nil { numbers.append(try readSequenceNumber()) }
    return numbers
  }

  private mutating func readSequenceNumber() throws(LineError) -> SequenceNumber {
    let token = try next(Localized(zh: "序号", en: "a sequence number"))
    return try Self.sequenceNumber(token.text, token)
  }

  // MARK: Numbers and times

  static func sequenceNumber(_ text: String, _ token: Token) throws(LineError) -> SequenceNumber {
    guard text.isDigits, let value = UInt32(text) else {
      throw LineError(
        token, Localized(zh: "“\(text)”不是序号", en: "“\(text)” is no sequence number"),
        Localized(zh: "写 0 到 4294967295 之间的整数", en: "write a whole number from 0 to 4294967295"))
    }
    return SequenceNumber(value)
  }

  package mutating func readNumber(in range: ClosedRange<Int>, _ what: Localized) throws(LineError) -> Int {
    let token = try next(what)
    return try Self.number(token.text, token, in: range, what)
  }

  package static func number(
    _ text: String, _ token: Token, in range: ClosedRange<Int>, _ what: Localized
  ) throws(LineError) -> Int {
    guard text.isDigits, let value = Int(text), range.contains(value) else {
      throw LineError(
        token, Localized(zh: "“\(text)”不能作为\(what.zh)", en: "“\(text)” can't be \(what.en)"),
        Localized(
          zh: "写 \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
          en: "write a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return value
  }

  /// A time: a decimal and its unit in one word, `50ms`, `1.6s`, `2min`, `2msl`.
  mutating func readInterval() throws(LineError) -> Interval {
    let token = try next(Localized(zh: "时间", en: "a time"))
    let digits = token.text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit: Int64? =
      switch token.text.dropFirst(digits.count).lowercased() {
      case "ms": 1_000_000
      case "s": 1_000_000_000
      case "min": 60_000_000_000
      case "msl": settings.endpoints.a.maximumSegmentLifetime.nanoseconds
      default: nil
      }
    guard let unit, let nanoseconds = Self.product(of: digits, and: unit), nanoseconds < 1_000_000_000_000_000_000
    else {
      throw LineError(
        token, Localized(zh: "“\(token.text)”不是时间", en: "“\(token.text)” is no time"),
        Localized(
          zh: "写数字和单位，中间不留空格，单位为 ms、s、min 或 msl，例如 50ms、1.6s、2msl",
          en: "write a number and a unit in one word: ms, s, min or msl, as in 50ms, 1.6s, 2msl"))
    }
    return Interval(nanoseconds: nanoseconds)
  }

  /// A decimal number of units, rounded to a whole; nil for no decimal, and for more than any time takes.
  private static func product(of decimal: some StringProtocol, and unit: Int64) -> Int64? {
    let parts = decimal.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.last!.isDigits, parts.first!.isDigits || parts.first!.isEmpty else { return nil }
    // What comes behind the eighteenth place is less than any unit.
    let fraction = parts.count > 1 ? parts[1].prefix(18) : ""
    guard let whole = Int64("0" + parts[0]), let tail = Int64("0" + fraction) else { return nil }
    let scale = fraction.reduce(Int128(1)) { scale, _ in 10 * scale }
    return Int64(exactly: Int128(whole) * Int128(unit) + (Int128(tail) * Int128(unit) + scale / 2) / scale)
  }

  // MARK: Hosts, bits, states

  package func host(named token: Token) -> Host? {
    guard !token.isQuoted else { return nil }
    return Host.allCases.first { settings.names[$0].lowercased() == token.lowercased }
  }

  package mutating func readHost() throws(LineError) -> Host {
    let token = try next(Localized(zh: "主机名", en: "a host"))
    guard let host = host(named: token) else { throw noHost(token) }
    return host
  }

  func noHost(_ token: Token) -> LineError {
    let unknown = UnknownHost(name: token.text, names: settings.names)
    return LineError(token, unknown.message, unknown.hint)
  }

  mutating func readControlBits() throws(LineError) -> ControlBits {
    let token = try next(Localized(zh: "控制位", en: "control bits"))
    guard let bits = ControlBits(spelling: token.text) else {
      throw LineError(
        token, Localized(zh: "“\(token.text)”不是控制位", en: "“\(token.text)” are no control bits"),
        Localized(
          zh: "用逗号连接 SYN FIN RST PSH ACK URG，不留空格，如 SYN,ACK；一个都没有写 none",
          en: "join SYN FIN RST PSH ACK URG by commas without spaces, as in SYN,ACK; none for none"))
    }
    return bits
  }

  /// A state's name up to the end of the line or a comma; some spellings have spaces.
  mutating func readState() throws(LineError) -> State {
    let first = try next(Localized(zh: "状态名", en: "a state"))
    var last = first
    var spelling = first.text
    while !spelling.hasSuffix(","), let token = current {
      advance()
      last = token
      spelling += " " + token.text
    }
    if spelling.hasSuffix(",") { spelling.removeLast() }
    guard let state = State(spelling: spelling) else {
      var token = first
      token.text = String(spelling.prefix(max(1, last.column + last.length - first.column)))
      throw LineError(
        token, Localized(zh: "没有名为“\(spelling)”的状态", en: "there is no state “\(spelling)”"),
        Self.oneOf(State.allCases.map(\.description)))
    }
    return state
  }

  /// `#3`.
  mutating func readSegmentNumber() throws(LineError) -> Int {
    let token = try next(Localized(zh: "报文段编号，如 #3", en: "a segment's number, such as #3"))
    guard token.text.hasPrefix("#"), token.text.dropFirst().isDigits,
      let number = Int(token.text.dropFirst()), number > 0
    else {
      throw LineError(
        token, Localized(zh: "“\(token.text)”不是报文段编号", en: "“\(token.text)” is no segment's number"),
        Localized(zh: "写 # 和按发送次序的编号，如 #3", en: "write # and the number in order of sending, as in #3"))
    }
    return number
  }

  package static func oneOf(_ words: [String]) -> Localized {
    Localized(zh: "可用的有：\(words.joined(separator: "、"))", en: "one of: \(words.joined(separator: ", "))")
  }
}

extension StringProtocol {
  /// Whether it is digits and nothing else, and at least one.
  var isDigits: Bool { !isEmpty && allSatisfy { $0.isASCII && $0.isNumber } }
}
