import Bilingual
import TCP

/// An answer, right or wrong: a value that can be compared, shown and typed.
public enum Answer: Hashable, Sendable {
  case state(State)
  /// In the order in which they were asked for.
  case fields([FieldValue])
  /// The window does not count.
  case segment(Segment)
  /// No segment at all.
  case nothing

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

    public var text: String {
      switch field {
      case .flags: ControlBits(rawValue: UInt8(truncatingIfNeeded: value)).description
      case .seq: "seq=\(value)"
      case .ack: "ack=\(value)"
      case .length: "len=\(value)"
      }
    }
  }

  /// A segment as an answer: its window is left out.
  static func segment(sent segment: Segment) -> Answer {
    var plain = segment
    plain.window = 0
    if !plain.has(.ack) { plain.ack = 0 }
    return .segment(plain)
  }

  public func text(in language: Language) -> String {
    switch self {
    case .state(let state): state.description
    case .fields(let values): values.map(\.text).joined(separator: "  ")
    case .segment(let segment): segment.description
    case .nothing: Self.nothingText[language]
    }
  }

  static let nothingText = Localized(zh: "什么也不发", en: "nothing")

  /// What numeric answers are sorted by; nil for an answer that is no single number.
  var number: UInt32? {
    guard case .fields(let values) = self, values.count == 1, values[0].field != .flags else { return nil }
    return values[0].value
  }
}
