/// When something happened, by both of a computer's clocks.
///
/// Whoever waits at the terminal reads the clocks; everything above is told the time and reads none.
public struct Moment: Hashable, Sendable {
  /// Nanoseconds by a clock that runs evenly and from no particular start; for durations and deadlines.
  public var nanoseconds: Int64
  /// Seconds since 1970 by the clock on the wall, which may be put forward and back; for dates.
  public var wallSeconds: Int64

  public init(nanoseconds: Int64, wallSeconds: Int64) {
    self.nanoseconds = nanoseconds
    self.wallSeconds = wallSeconds
  }

  /// The moment so many nanoseconds later, or earlier if negative.
  public func advanced(by nanoseconds: Int64) -> Moment {
    let whole = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    return Moment(nanoseconds: self.nanoseconds + nanoseconds, wallSeconds: wallSeconds + whole.quotient)
  }

  /// How many nanoseconds lie between an earlier moment and this one.
  public func nanoseconds(since earlier: Moment) -> Int64 { nanoseconds - earlier.nanoseconds }
}
