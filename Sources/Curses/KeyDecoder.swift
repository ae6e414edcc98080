import Screen

/// Makes keys and clicks of the bytes that a terminal sends.
///
/// How the bytes are cut into pieces makes no difference, but for one thing that only time can tell: whether an Escape
/// that came last is the key or begins a sequence. Whoever reads the bytes waits for as long as ``pending`` deserves, and
/// says with ``end()`` that nothing followed. No bytes trap, and at most ``limit`` are kept. What is no key that is known
/// yields nothing, least of all the letters in it.
struct KeyDecoder {
  /// The sequences that this terminal's description has for keys; each begins with Escape and has more.
  private let described: [[UInt8]: Key]
  /// How those begin, without their last byte or more.
  private let beginnings: Set<[UInt8]>
  /// What has begun and is not complete.
  private(set) var bytes: [UInt8] = []

  /// The most bytes of a sequence that are kept; no key known is as long.
  static let limit = 64

  /// - Parameter described: what the terminal's description has for keys, on top of what most terminals send.
  init(described: [[UInt8]: Key] = [:]) {
    self.described = described.filter { $0.key.count > 1 && $0.key[0] == EscapeSequence.escape }
    beginnings = Set(self.described.keys.flatMap { sequence in (1..<sequence.count).map { Array(sequence[..<$0]) } })
  }

  /// What has begun, as far as time can end it; half a character waits for as long as it takes.
  enum Pending {
    /// An Escape, and nothing yet behind it.
    case escape
    /// More of a sequence.
    case sequence
  }

  var pending: Pending? {
    guard bytes.first == EscapeSequence.escape else { return nil }
    return bytes.count == 1 ? .escape : .sequence
  }

  /// Takes bytes in.
  ///
  /// - Returns: **inputs** in order, at most one more than there are bytes.
  mutating func feed(_ bytes: [UInt8]) -> [Input] {
    var inputs: [Input] = []
    for byte in bytes { take(byte, &inputs) }
    return inputs
  }

  /// Nothing followed in time: an Escape alone was the key, and of half a sequence the rest is lost.
  mutating func end() -> [Input] {
    guard let pending else { return [] }
    bytes = []
    switch pending {
    case .escape: return [.key(.escape)]
    case .sequence: return []
    }
  }

  private mutating func take(_ byte: UInt8, _ inputs: inout [Input]) {
    bytes.append(byte)
    switch reading {
    case .incomplete: return
    case .skipped: bytes.removeLast()
    case .complete(let input):
      if let input { inputs.append(input) }
      bytes = []
    case .broken:
      // The last byte belongs to what comes, and never breaks off anything when it stands first.
      if bytes.count == 2, bytes[0] == EscapeSequence.escape { inputs.append(.key(.escape)) }
      bytes = []
      take(byte, &inputs)
    }
  }

  // MARK: What has come so far

  /// What bytes are, up to their last.
  enum Reading: Equatable {
    case incomplete
    /// The last byte adds nothing that would have to be kept.
    case skipped
    /// They are an input, or nothing that is known.
    case complete(Input?)
    /// The last byte does not go on with what came before.
    case broken
  }

  private var reading: Reading {
    if let key = described[bytes] { return .complete(.key(key)) }
    switch bytes[0] {
    case EscapeSequence.escape:
      let reading = EscapeSequence.read(bytes)
      return reading == .broken && beginnings.contains(bytes) ? .incomplete : reading
    case ..<0x80: return .complete(Key(codePoint: UInt32(bytes[0])).map(Input.key))
    default: return character
    }
  }

  /// A character in UTF-8.
  private var character: Reading {
    let length =
      switch bytes[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    if bytes.count > 1, !(0x80...0xBF).contains(bytes[bytes.count - 1]) { return .broken }
    if bytes.count < length { return .incomplete }
    let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    return .complete(scalar.flatMap { Key(codePoint: $0.value) }.map(Input.key))
  }
}

extension Key {
  /// The key that sends a character; nil for control characters without a letter.
  init?(codePoint: UInt32) {
    switch codePoint {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(codePoint) + 0x60)))
    case 0x20...0x7E, 0xA0...:
      guard let scalar = Unicode.Scalar(codePoint) else { return nil }
      self = .character(Character(scalar))
    default: return nil
    }
  }
}
