/// A number of TCP's 32-bit sequence space, in which all arithmetic and all comparison is modulo 2^32.
///
/// The order is that of two numbers less than 2^31 apart; it is no total order, so the type is not `Comparable`.
///
/// - Note: Source: RFC 9293 §3.4.
public struct SequenceNumber: Hashable, Sendable, BitwiseCopyable {
  /// The number as it stands in the header, **0 … 2^32 − 1**.
  public var value: UInt32

  public init(_ value: UInt32) { self.value = value }

  /// The number `octets` further on.
  public static func + (number: Self, octets: Int) -> Self {
    Self(number.value &+ UInt32(truncatingIfNeeded: octets))
  }

  /// The number `octets` before.
  public static func - (number: Self, octets: Int) -> Self {
    Self(number.value &- UInt32(truncatingIfNeeded: octets))
  }

  /// The signed way from `earlier` to `later`, **−2^31 … 2^31 − 1** octets.
  public static func - (later: Self, earlier: Self) -> Int {
    Int(Int32(bitPattern: later.value &- earlier.value))
  }

  public static func += (number: inout Self, octets: Int) { number = number + octets }

  public static func < (left: Self, right: Self) -> Bool { right - left > 0 }
  public static func <= (left: Self, right: Self) -> Bool { right - left >= 0 }
  public static func > (left: Self, right: Self) -> Bool { right < left }
  public static func >= (left: Self, right: Self) -> Bool { right <= left }

  /// Whether the number lies among the `size` numbers that begin at `start`.
  public func isIn(windowAt start: Self, size: Int) -> Bool {
    Int(value &- start.value) < size
  }
}

extension SequenceNumber: ExpressibleByIntegerLiteral, CustomStringConvertible {
  public init(integerLiteral value: UInt32) { self.value = value }

  public var description: String { String(value) }
}
