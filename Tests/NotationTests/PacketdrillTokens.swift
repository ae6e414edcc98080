/// What packetdrill's scanner makes of a script: the longest match wins, among equals the rule that comes first.
enum PacketdrillToken: Hashable {
  case ellipsis
  /// A word that the scanner keeps to itself, `ack`, `mss`, `onoff`.
  case reserved(String)
  case option(String)
  case float(Double)
  case integer(Int)
  case hexInteger(Int)
  case word(String)
  case string(String)
  case backQuoted(String)
  case code(String)
  case character(Character)
}

struct PacketdrillSyntaxError: Error {
  let line: Int
  let message: String
}

struct PacketdrillScanner {
  typealias Place = (token: PacketdrillToken, line: Int)

  /// Those that can come up here; the scanner has more.
  private static let reserved: Set<String> = [
    "sa_family", "sin_port", "sin_addr", "msg_name", "msg_iov", "msg_flags", "msg_control", "fd", "u32", "u64", "ptr",
    "events", "revents", "onoff", "linger", "htons", "ipv4", "ipv6", "icmp", "udp", "gre", "raw", "sum", "off", "key",
    "seq", "none", "checksum", "present", "mpls", "label", "tc", "ttl", "inet_addr", "ack", "eol", "ecr", "mss", "mtu",
    "nop", "sack", "sackOK", "md5", "TS", "FO", "FOEXP", "tos", "flags", "Flags", "val", "win", "urg", "wscale", "ce",
    "id", "mut", "trun", "ins", "ip", "tcp", "ihl", "source_port",
  ]

  private let text: [Character]
  private var offset = 0
  private var line = 1

  static func tokens(of script: String) throws -> [Place] {
    var scanner = Self(text: Array(script))
    var tokens: [Place] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }

  private init(text: [Character]) { self.text = text }

  private func rest(from start: Int) -> ArraySlice<Character> { text[min(start, text.count)...] }

  private func run(from start: Int, where holds: (Character) -> Bool) -> Int {
    rest(from: start).prefix(while: holds).count
  }

  private mutating func take(_ count: Int) -> String {
    let taken = text[offset..<(offset + count)]
    line += taken.count { $0 == "\n" }
    offset += count
    return String(taken)
  }

  private mutating func next() throws -> Place? {
    try skipSpace()
    guard offset < text.count else { return nil }
    let start = line
    return (try token(), start)
  }

  private mutating func skipSpace() throws {
    while offset < text.count {
      if text[offset] == " " || text[offset] == "\t" || text[offset] == "\n" {
        _ = take(1)
      } else if rest(from: offset).starts(with: "//") {
        let length = run(from: offset) { $0 != "\n" }
        guard offset + length < text.count else {
          throw PacketdrillSyntaxError(line: line, message: "a comment without an end of line")
        }
        _ = take(length + 1)
      } else {
        return
      }
    }
  }

  private mutating func token() throws -> PacketdrillToken {
    if rest(from: offset).starts(with: "...") {
      _ = take(3)
      return .ellipsis
    }
    if rest(from: offset).starts(with: "%{") { return .code(try takeCode()) }
    switch text[offset] {
    case "\"": return .string(try takeQuoted())
    case "`": return .backQuoted(try takeQuoted())
    default: break
    }
    if rest(from: offset).starts(with: "--") {
      let length = run(from: offset + 2, where: Self.isWord)
      if length > 0 { return .option(take(2 + length)) }
    }
    return number() ?? word() ?? .character(Character(take(1)))
  }

  /// `[-]?[0-9]*[.][0-9]+`, `[-]?[0-9]+` or `0x…`, unless letters make a longer word of it.
  private mutating func number() -> PacketdrillToken? {
    let isDigit = { (character: Character) in ("0"..."9").contains(character) }
    let sign = text[offset] == "-" ? 1 : 0
    let whole = run(from: offset + sign, where: isDigit)
    if rest(from: offset + sign + whole).first == "." {
      let fraction = run(from: offset + sign + whole + 1, where: isDigit)
      if fraction > 0 { return .float(Double(take(sign + whole + 1 + fraction))!) }
    }
    let letters = sign == 0 ? run(from: offset, where: Self.isWord) : 0
    if letters > whole {
      let digits = String(text[offset..<(offset + letters)]).dropFirst(2)
      guard rest(from: offset).starts(with: "0x"), let value = Int(digits, radix: 16) else { return nil }
      _ = take(letters)
      return .hexInteger(value)
    }
    return whole == 0 ? nil : .integer(Int(take(sign + whole))!)
  }

  private mutating func word() -> PacketdrillToken? {
    let length = run(from: offset, where: Self.isWord)
    guard length > 0 else { return nil }
    let word = take(length)
    return Self.reserved.contains(word) ? .reserved(word) : .word(word)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }

  private mutating func takeQuoted() throws -> String {
    let length = run(from: offset + 1) { [quote = text[offset]] in $0 != quote }
    guard offset + 1 + length < text.count else {
      throw PacketdrillSyntaxError(line: line, message: "a quotation without an end")
    }
    return take(length + 2)
  }

  private mutating func takeCode() throws -> String {
    var length = 2
    while !rest(from: offset + length).starts(with: "}%") {
      length += 1
      guard offset + length < text.count else {
        throw PacketdrillSyntaxError(line: line, message: "code without an end")
      }
    }
    return take(length + 2)
  }
}
