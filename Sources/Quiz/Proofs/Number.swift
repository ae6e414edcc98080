import Simulation

/// A number of a question: one of a host's sequence space, or a count of whatever it may be.
public struct Number: Hashable, Sendable {
  /// In billionths, so that times are exact. Of a sequence space it is **0 … 2³² − 1** whole ones.
  let billionths: Int128
  /// The host whose sequence space it counts in; nil for a count.
  public let space: Host?

  static let one: Int128 = 1_000_000_000

  init(billionths: Int128, in space: Host? = nil) {
    self.billionths = billionths
    self.space = space
  }

  /// A sequence number.
  public init(_ value: UInt32, in space: Host) { self.init(billionths: Int128(value) * Self.one, in: space) }

  /// A count.
  public init(_ count: Int) { self.init(billionths: Int128(count) * Self.one) }

  /// Nil where there is something behind the point, or where it leaves the range of `Int`.
  public var whole: Int? { billionths % Self.one == 0 ? Int(exactly: billionths / Self.one) : nil }

  /// It as a sequence number, **modulo 2³²**; nil where there is something behind the point.
  public var sequenceNumber: UInt32? {
    billionths % Self.one == 0 ? UInt32(truncatingIfNeeded: billionths / Self.one) : nil
  }
}
