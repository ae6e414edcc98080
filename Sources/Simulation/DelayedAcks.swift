import TCP

/// The ACKs that Linux lets wait for something to ride on.
///
/// Its 40 ms are as long as about one event of a script takes on a real host. Here calls, and arrivals at one instant,
/// take no time, so a second event ends the wait as well as the timer does: the ACK goes out one event late.
extension Network {
  /// When each host's waiting ACK would go out by itself; nil where none waits. Always nil but at Linux.
  var delayedAcks: Pair<Instant?> {
    Pair(present.endpoints.a.tcb.timers[.delayedAck], present.endpoints.b.tcb.timers[.delayedAck])
  }

  /// Sends the ACKs that waited before an event and wait still after it.
  mutating func sendDelayedAcks(_ waiting: Pair<Instant?>) {
    for host in Host.allCases {
      guard let due = waiting[host], due == present.endpoints[host].tcb.timers[.delayedAck] else { continue }
      timeout(.delayedAck, on: host)
    }
  }
}
