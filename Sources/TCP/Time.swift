/// A length of simulated time, in nanoseconds.
public struct Interval: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// **Nanoseconds**, 0 … 2^63 − 1 (292 years).
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public static let zero = Interval(nanoseconds: 0)

  public static func milliseconds(_ count: Int64) -> Self { Self(nanoseconds: count * 1_000_000) }

  public static func seconds(_ count: Int64) -> Self { Self(nanoseconds: count * 1_000_000_000) }

  public static func minutes(_ count: Int64) -> Self { seconds(count * 60) }

  public static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }

  public static func + (left: Self, right: Self) -> Self {
    Self(nanoseconds: left.nanoseconds + right.nanoseconds)
  }

  public static func - (left: Self, right: Self) -> Self {
    Self(nanoseconds: left.nanoseconds - right.nanoseconds)
  }

  public static func * (count: Int64, interval: Self) -> Self {
    Self(nanoseconds: count * interval.nanoseconds)
  }
}

/// A point on the run's one clock: nanoseconds since the run began.
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// **Nanoseconds since the run began**, 0 … 2^63 − 1.
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public static let start = Instant(nanoseconds: 0)

  public static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }

  public static func + (instant: Self, interval: Interval) -> Self {
    Self(nanoseconds: instant.nanoseconds + interval.nanoseconds)
  }

  public static func - (later: Self, earlier: Self) -> Interval {
    Interval(nanoseconds: later.nanoseconds - earlier.nanoseconds)
  }
}

extension Interval {
  /// The interval in seconds, as the shortest exact decimal: `0.05`, `1`, `240`.
  public var seconds: String { decimalSeconds(nanoseconds) }
}

extension Instant {
  /// Seconds since the run began, as the shortest exact decimal: `0.05`, `1`, `240`.
  public var seconds: String { decimalSeconds(nanoseconds) }
}

private func decimalSeconds(_ nanoseconds: Int64) -> String {
  let whole = nanoseconds / 1_000_000_000
  var fraction = nanoseconds % 1_000_000_000
  guard fraction != 0 else { return String(whole) }
  var digits = 9
  while fraction % 10 == 0 {
    fraction /= 10
    digits -= 1
  }
  let text = String(fraction)
  return "\(whole).\(String(repeating: "0", count: digits - text.count))\(text)"
}
