/// The control bits of a TCP header that connection management uses.
///
/// - Note: Source: RFC 9293 §3.1.
public struct ControlBits: OptionSet, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let fin = ControlBits(rawValue: 1)
  public static let syn = ControlBits(rawValue: 2)
  public static let rst = ControlBits(rawValue: 4)
  public static let psh = ControlBits(rawValue: 8)
  public static let ack = ControlBits(rawValue: 16)
  public static let urg = ControlBits(rawValue: 32)

  /// The bits in the order in which everything here writes them.
  public static let written: [(bit: ControlBits, name: String)] = [
    (.syn, "SYN"), (.fin, "FIN"), (.rst, "RST"), (.psh, "PSH"), (.ack, "ACK"), (.urg, "URG"),
  ]

  /// The names of the bits that are set, in the order SYN FIN RST PSH ACK URG.
  public var names: [String] {
    Self.written.filter { contains($0.bit) }.map(\.name)
  }

  /// `SYN,ACK`, or `none` where no bit is set.
  public var description: String { isEmpty ? "none" : names.joined(separator: ",") }

  /// Reads `SYN,ACK`, `syn+ack`, `SYN-ACK`, `SYN/ACK`, `SYN＋ACK`, `synack`, in any order and case, or `none`; nil for
  /// anything else.
  public init?(spelling: some StringProtocol) {
    let text = spelling.uppercased()
    if text == "NONE" {
      self = []
      return
    }
    var bits: ControlBits = []
    for names in text.split(whereSeparator: { ",+-/，、＋－／".contains($0) }) {
      // All names have three letters.
      var rest = names
      while !rest.isEmpty {
        guard let known = Self.written.first(where: { rest.hasPrefix($0.name) }) else { return nil }
        bits.insert(known.bit)
        rest.removeFirst(known.name.count)
      }
    }
    guard !bits.isEmpty else { return nil }
    self = bits
  }
}

/// A TCP segment, as far as connection management looks at it: the text is a count of octets.
///
/// - Note: Source: RFC 9293 §3.3.1, "Current Segment Variables", and §3.4.
public struct Segment: Hashable, Sendable {
  /// SEG.SEQ, the number of the first octet, or of the SYN.
  public var seq: SequenceNumber
  /// SEG.ACK; means something only where the ACK bit is set.
  public var ack: SequenceNumber
  /// SEG.CTL.
  public var control: ControlBits
  /// SEG.WND, **octets**.
  public var window: Int
  /// The octets of data that the segment carries, **0 … 65 495**.
  public var text: Int

  public init(
    seq: SequenceNumber, ack: SequenceNumber = 0, control: ControlBits, window: Int = 0, text: Int = 0
  ) {
    self.seq = seq
    self.ack = ack
    self.control = control
    self.window = window
    self.text = text
  }

  /// SEG.LEN: the octets of text, and one each for SYN and FIN.
  public var length: Int {
    text + (control.contains(.syn) ? 1 : 0) + (control.contains(.fin) ? 1 : 0)
  }

  /// The number that the segment's last octet or control is followed by: SEG.SEQ + SEG.LEN.
  public var end: SequenceNumber { seq + length }

  public func has(_ bits: ControlBits) -> Bool { control.contains(bits) }
}

extension Segment: CustomStringConvertible {
  /// `SYN,ACK seq=300 ack=101 len=5`; what does not apply is left out.
  public var description: String {
    var words = "\(control) seq=\(seq)"
    if has(.ack) { words += " ack=\(ack)" }
    if text > 0 { words += " len=\(text)" }
    return words
  }
}
