/// The rules that fired, in order; a small collection that lives in place, without an allocation.
public struct RuleList: Hashable, Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  /// Sixteen rules, a byte each. No event fires as many.
  private var bytes: (low: UInt64, high: UInt64) = (0, 0)
  public private(set) var count = 0

  public init() {}

  public init(arrayLiteral rules: Rule...) {
    for rule in rules { append(rule) }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(position: Int) -> Rule {
    precondition(position >= 0 && position < count, "no rule at \(position)")
    let word = position < 8 ? bytes.low : bytes.high
    return Rule(rawValue: UInt8(truncatingIfNeeded: word >> UInt64(8 * (position & 7))))!
  }

  /// Adds a rule; what comes after the sixteenth is left out.
  public mutating func append(_ rule: Rule) {
    guard count < 16 else { return }
    let bits = UInt64(rule.rawValue) << UInt64(8 * (count & 7))
    if count < 8 { bytes.low |= bits } else { bytes.high |= bits }
    count += 1
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && left.bytes == right.bytes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(bytes.low)
    hasher.combine(bytes.high)
  }
}
