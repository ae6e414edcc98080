/// Whose conduct an endpoint shows where specifications and practice part.
public enum Profile: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  /// RFC 9293 with the mitigations of RFC 5961, and with the repairs that its letter needs (see `Rule.isRepair`).
  case rfc9293
  /// The same without RFC 5961: any reset or SYN in the window counts.
  case rfc793
  /// What Linux 6 does, as recorded from its kernel.
  case linux

  public var description: String { rawValue }

  /// Whether the blind attacks of RFC 5961 are warded off.
  var wardsOffBlindAttacks: Bool {
    switch self {
    case .rfc9293, .linux: true
    case .rfc793: false
    }
  }

  /// The receive window where none is set, **octets**; what Linux 6 offers is 44 segments of 1460.
  public var window: Int {
    switch self {
    case .rfc9293, .rfc793: 65535
    case .linux: 64240
    }
  }

  /// The maximum segment lifetime where none is set.
  ///
  /// - Note: Source: RFC 9293 §3.4.2, two minutes; Linux keeps TIME-WAIT for 60 s.
  public var maximumSegmentLifetime: Interval {
    switch self {
    case .rfc9293, .rfc793: .minutes(2)
    case .linux: .seconds(30)
    }
  }
}
