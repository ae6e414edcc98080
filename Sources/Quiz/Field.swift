import Bilingual
import Simulation
import TCP

/// A field of a segment that can be asked for.
public enum Field: String, CaseIterable, Hashable, Sendable {
  case flags, seq, ack, length

  /// What it is called in a sentence.
  public var name: Localized {
    switch self {
    case .flags: Localized(zh: "标志位", en: "flags")
    case .seq: Localized(zh: "序号", en: "sequence number")
    case .ack: Localized(zh: "确认号", en: "acknowledgment number")
    case .length: Localized(zh: "数据长度", en: "data length")
    }
  }
}

/// A field with its value.
public struct FieldValue: Hashable, Sendable {
  public let field: Field
  /// A number, or for `flags` the control bits.
  public let value: UInt32

  /// The field of a segment; the acknowledgment number is 0 where the ACK bit is off.
  init(_ field: Field, of segment: Segment) {
    self.field = field
    value =
      switch field {
      case .flags: UInt32(segment.control.rawValue)
      case .seq: segment.seq.value
      case .ack: segment.has(.ack) ? segment.ack.value : 0
      case .length: UInt32(segment.text)
      }
  }

  init(_ field: Field, _ value: UInt32) {
    self.field = field
    self.value = value
  }

  /// Has a segment bear it.
  func put(into segment: inout Segment) {
    switch field {
    case .flags: segment.control = ControlBits(rawValue: UInt8(truncatingIfNeeded: value))
    case .seq: segment.seq = SequenceNumber(value)
    case .ack: segment.ack = SequenceNumber(value)
    case .length: segment.text = Int(value)
    }
  }

  /// The field as a segment of a host has it: `seq=101`, `ack=x+1`.
  func text(from host: Host, _ numbering: Numbering) -> String {
    switch field {
    case .flags: ControlBits(rawValue: UInt8(truncatingIfNeeded: value)).description
    case .seq: "seq=\(numbering.text(SequenceNumber(value), of: host))"
    case .ack: "ack=\(numbering.text(SequenceNumber(value), of: host.peer))"
    case .length: "len=\(value)"
    }
  }
}
