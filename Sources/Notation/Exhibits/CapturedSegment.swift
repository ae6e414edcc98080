import Simulation
import TCP

/// A segment that a host sent or got, when it did.
struct CapturedSegment {
  let time: Instant
  let from: Host
  /// With the headers that a capture has.
  let datagram: Datagram

  var segment: Segment { datagram.segment }

  /// What a host sent and got, in order.
  ///
  /// - Parameter count: how many occurrences have happened; all of them if nil.
  static func all(in network: Network, at host: Host, after count: Int?) -> [CapturedSegment] {
    network.transcript.prefix(max(0, count ?? network.transcript.count)).compactMap { occurrence in
      guard occurrence.host == host else { return nil }
      switch occurrence.kind {
      case .send(let segment, let number, _):
        return CapturedSegment(segment, number, from: host, at: occurrence.time, network)
      case .arrive(let segment, let number, _):
        return CapturedSegment(segment, number, from: host.peer, at: occurrence.time, network)
      case .call, .state, .lost, .duplicated, .held, .released, .injected, .timeout, .signal, .deliver, .crash,
        .expect:
        return nil
      }
    }
  }

  private init(_ segment: Segment, _ number: Int?, from: Host, at time: Instant, _ network: Network) {
    self.time = time
    self.from = from
    datagram = Datagram(
      from: from, segment: segment, identification: UInt16(truncatingIfNeeded: number ?? 0),
      maximumSegmentSize: network.settings.endpoints[from].maximumSegmentSize)
  }
}

extension Instant {
  /// Whole seconds, and the rest in microseconds with six digits.
  var secondsAndMicroseconds: (seconds: Int64, fraction: String) {
    let microseconds = nanoseconds / 1_000
    let fraction = String(microseconds % 1_000_000)
    return (microseconds / 1_000_000, String(repeating: "0", count: 6 - fraction.count) + fraction)
  }
}
