import TCP
import Testing

/// One thing that a timer did: seconds since the first was set, what was sent, what the user was told.
struct Firing: Equatable, CustomStringConvertible {
  var seconds: String
  var sent: [String]
  var told: [Signal] = []

  init(_ seconds: String, _ sent: String...) {
    self.seconds = seconds
    self.sent = sent
  }

  init(_ seconds: String, told: Signal...) {
    self.seconds = seconds
    sent = []
    self.told = told
  }

  init(_ transition: Transition, since start: Instant) {
    seconds = (transition.at - start).seconds
    sent = transition.segments.map(\.description)
    told = transition.signals
  }

  var description: String { "\(seconds) s: \(sent) \(told)" }
}

extension Endpoint {
  /// Lets timers fire, each when it is due, until none runs or a limit is reached.
  mutating func fireTimers(since start: Instant, limit: Int = 20) -> [Firing] {
    var firings: [Firing] = []
    while let next = tcb.timers.next, firings.count < limit {
      firings.append(Firing(handle(.timeout(next.timer), at: next.due), since: start))
    }
    return firings
  }
}
