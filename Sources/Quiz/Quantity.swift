import Bilingual
import TCP

/// A number with its unit, as an answer to "how many" or "how long".
public struct Quantity: Hashable, Sendable {
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case segments, retransmissions, octets, seconds
    /// Round trips of the run: twice its latency.
    case roundTrips = "rtts"

    /// What is counted, in a sentence.
    var name: Localized {
      switch self {
      case .segments: Localized(zh: "个报文段", en: "segments")
      case .retransmissions: Localized(zh: "次重传", en: "retransmissions")
      case .octets: Localized(zh: "字节数据", en: "bytes of data")
      case .seconds: Localized(zh: "秒", en: "seconds")
      case .roundTrips: Localized(zh: "个往返时间（RTT）", en: "round-trip times (RTT)")
      }
    }

    fileprivate var sign: String {
      switch self {
      case .segments, .retransmissions, .octets: ""
      case .seconds: " s"
      case .roundTrips: " RTT"
      }
    }
  }

  /// In billionths, so that times are exact: **0 … 9·10⁹ units**.
  public let billionths: Int64
  public let unit: Unit

  init(billionths: Int64, _ unit: Unit) {
    self.billionths = billionths
    self.unit = unit
  }

  init(_ count: Int, _ unit: Unit) { self.init(billionths: Int64(count) * 1_000_000_000, unit) }

  /// A length of time in seconds.
  init(_ interval: Interval) { self.init(billionths: interval.nanoseconds, .seconds) }

  /// `3`, `240.3 s`, `1.5 RTT`.
  public var text: String { Interval(nanoseconds: billionths).seconds + unit.sign }

  /// Reads `3`, `240.3`, `240.3s`, `1.5 RTT`; nil for what is no such number.
  init?(spelling: some StringProtocol, _ unit: Unit) {
    var text = spelling.lowercased().filter { !$0.isWhitespace }
    let endings = ["seconds", "秒", "rtts", "rtt", "s", "个", "次", "字节", "bytes", "octets"]
    if let ending = endings.first(where: text.hasSuffix) { text.removeLast(ending.count) }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }), parts[0].count <= 9,
      let whole = Int64(parts[0])
    else { return nil }
    let digits = parts.count > 1 ? String(parts[1].prefix(9)) : ""
    let fraction = Int64(digits + String(repeating: "0", count: 9 - digits.count)) ?? 0
    self.init(billionths: whole * 1_000_000_000 + fraction, unit)
  }
}
