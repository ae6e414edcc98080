import TCP

/// The ACKs that Linux lets wait for something to ride on.
///
/// Its 40 ms are as long as about one event of a script takes on a real host. Here calls, and arrivals at one instant,
/// take no time, so a second event ends the wait as well as the timer does: the ACK goes out one event late.
extension Network {
  /// When each host's waiting ACK would go out by itself; nil where none waits.
  var delayedAcks: Pair<Instant?> {
    Pair(present.endpoints.a.tcb.timers[.delayedAck], present.endpoints.b.tcb.timers[.delayedAck])
  }

  /// Sends the ACKs that waited before an event and wait still after it; only those of Linux, where 40 ms are so short.
  mutating func sendDelayedAcks(_ waiting: Pair<Instant?>) {
    for host in Host.allCases {
      let endpoint = present.endpoints[host]
      guard let due = waiting[host], due == endpoint.tcb.timers[.delayedAck],
        endpoint.configuration.profile.traits.procedures == .linux
      else { continue }
      timeout(.delayedAck, on: host)
    }
  }
}
