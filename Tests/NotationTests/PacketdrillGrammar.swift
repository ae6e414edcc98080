/// A packetdrill script, read as packetdrill's grammar has it, with the checks that its parser makes.
///
/// Of the grammar it knows TCP segments, system calls, commands and code; what stands for UDP, ICMP and tunnels is
/// refused.
struct PacketdrillGrammar {
  struct Segment: Equatable {
    var isInbound: Bool
    /// In any order, with `.` for ACK.
    var flags: String
    var start: Int
    var length: Int
    var ack: Int?
    var window: Int?
    var maximumSegmentSize: Int?
  }

  struct SystemCall: Equatable {
    var name: String
    /// The first argument, where it is a number.
    var socket: Int?
    /// The result, where it is a number.
    var result: Int?
    var error: String?
    /// When it returns, of a call that blocks, **microseconds** after the event before.
    var end: Int?
  }

  enum Action: Equatable {
    case segment(Segment)
    case call(SystemCall)
    case command(String)
    case code(String)
  }

  struct Event: Equatable {
    /// **Microseconds** after the event before.
    var time: Int
    var action: Action
  }

  private(set) var options: [String: String] = [:]
  private(set) var events: [Event] = []
  private var tokens: ArraySlice<PacketdrillScanner.Place>
  private var line = 1

  init(_ script: String) throws {
    tokens = try PacketdrillScanner.tokens(of: script)[...]
    try readOptions()
    if case .backQuoted = tokens.first?.token { _ = next() }
    while !tokens.isEmpty { try readEvent() }
    guard !events.isEmpty else { throw error("no event") }
  }

  // MARK: Tokens

  private var token: PacketdrillToken? { tokens.first?.token }

  private mutating func next() -> PacketdrillToken? {
    if let line = tokens.first?.line { self.line = line }
    return tokens.popFirst()?.token
  }

  private func error(_ message: String) -> PacketdrillSyntaxError {
    let place = tokens.first.map { "\($0.token)" } ?? "the end"
    return PacketdrillSyntaxError(line: tokens.first?.line ?? line, message: "\(message), at \(place)")
  }

  private mutating func take(_ expected: PacketdrillToken) -> Bool {
    guard token == expected else { return false }
    _ = next()
    return true
  }

  private mutating func take(_ character: Character) -> Bool { take(.character(character)) }

  private mutating func need(_ expected: PacketdrillToken) throws {
    guard take(expected) else { throw error("\(expected) is missing") }
  }

  private mutating func need(_ character: Character) throws { try need(.character(character)) }

  private mutating func integer(in range: ClosedRange<Int>) throws -> Int {
    guard case .integer(let value) = token, range.contains(value) else { throw error("no number in \(range)") }
    _ = next()
    return value
  }

  private mutating func word() throws -> String {
    guard case .word(let word) = token else { throw error("no word") }
    _ = next()
    return word
  }

  // MARK: Options and events

  private mutating func readOptions() throws {
    while case .option(let name) = token {
      _ = next()
      options[name] = ""
      guard take("=") else { continue }
      switch next() {
      case .integer(let value): options[name] = String(value)
      case .word(let value), .string(let value): options[name] = value
      default: throw error("no value of an option")
      }
    }
  }

  private mutating func readEvent() throws {
    try need("+")  // The grammar has other times; ours are all relative.
    let time = try readTime()
    events.append(Event(time: time, action: try readAction(at: time)))
  }

  private mutating func readTime() throws -> Int {
    switch next() {
    case .float(let seconds) where seconds >= 0: return Int((seconds * 1e6).rounded())
    case .integer(let seconds) where seconds >= 0: return seconds * 1_000_000
    default: throw error("no time")
    }
  }

  private mutating func readAction(at time: Int) throws -> Action {
    switch token {
    case .backQuoted(let command):
      _ = next()
      return .command(command)
    case .code(let code):
      _ = next()
      return .code(code)
    case .character("<"), .character(">"):
      return .segment(try readSegment())
    case .ellipsis, .word:
      return .call(try readCall(at: time))
    default:
      throw error("no action")
    }
  }

  // MARK: Segments

  private mutating func readSegment() throws -> Segment {
    let isInbound = token == .character("<")
    _ = next()
    let flags = try readFlags()
    let largest = Int(UInt32.max)
    let start = try integer(in: 0...largest)
    try need(":")
    let end = try integer(in: 0...largest)
    try need("(")
    let length = try integer(in: 0...65535)
    try need(")")
    guard end == start + length else { throw error("numbers and length do not agree") }
    var segment = Segment(isInbound: isInbound, flags: flags, start: start, length: length)
    if take(.reserved("ack")) { segment.ack = try integer(in: 0...largest) }
    if take(.reserved("win")) { segment.window = try integer(in: 0...65535) }
    if take(.reserved("urg")) { _ = try integer(in: 0...65535) }
    if take("<") { segment.maximumSegmentSize = try readOptionList() }
    guard segment.window != nil || !isInbound else { throw error("a segment that arrives needs a window") }
    guard (segment.ack != nil) == flags.contains(".") else { throw error("ACK and its number do not agree") }
    return segment
  }

  /// `WORD opt_ack_flag`, `.` or `-`.
  private mutating func readFlags() throws -> String {
    if take("-") { return "" }
    if take(".") { return "." }
    var flags = try word()
    if take(".") { flags.append(".") }
    guard flags.allSatisfy({ ".FSRPEWAU01234567".contains($0) }) else { throw error("no flags") }
    return flags
  }

  /// Options that fill words of four octets.
  private mutating func readOptionList() throws -> Int? {
    var size: Int?
    var octets = 0
    repeat {
      if take(.reserved("mss")) {
        size = try integer(in: 0...65535)
        octets += 4
      } else {
        try need(.reserved("nop"))
        octets += 1
      }
    } while take(",")
    try need(">")
    guard octets % 4 == 0 else { throw error("options are not padded") }
    return size
  }

  // MARK: System calls

  private mutating func readCall(at start: Int) throws -> SystemCall {
    var end: Int?
    if take(.ellipsis) {
      end = try readTime()
      guard end! >= start else { throw error("a call returns before it is made") }
    }
    var call = SystemCall(name: try word(), end: end)
    try need("(")
    if !take(")") {
      if case .integer(let socket) = token { call.socket = socket }
      repeat { try readExpression() } while take(",")
      try need(")")
    }
    try need("=")
    if case .integer(let result) = token { call.result = result }
    try readExpression()
    if case .word(let error) = token {
      _ = next()
      call.error = error
      try readNote()
    } else if token == .character("(") {
      try readNote()
    }
    return call
  }

  private mutating func readNote() throws {
    try need("(")
    repeat { _ = try word() } while token != .character(")")
    try need(")")
  }

  private mutating func readExpression() throws {
    switch next() {
    case .ellipsis, .integer, .hexInteger, .word, .string: break
    case .character("["):
      if take("]") { break }
      repeat { try readExpression() } while take(",")
      try need("]")
    case .character("{"): try readLinger()
    default: throw error("no expression")
    }
    if take("|") { try readExpression() }
  }

  /// `onoff=1, linger=0}`.
  private mutating func readLinger() throws {
    for (name, end) in [("onoff", ","), ("linger", "}")] as [(String, Character)] {
      try need(.reserved(name))
      try need("=")
      _ = try integer(in: 0...Int(Int32.max))
      try need(end)
    }
  }
}
