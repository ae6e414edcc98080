import TCP

extension Network {
  private enum Due {
    case arrival
    case timeout(Timer, Host)
  }

  /// When the next thing happens by itself; nil where nothing will.
  public var nextEvent: Instant? { next?.time }

  /// What happens next. At one instant segments arrive before timers fire, and host a comes before host b.
  private var next: (time: Instant, due: Due)? {
    var first: (time: Instant, due: Due)?
    if let arrival = present.wire.inFlight.first { first = (arrival.arrival, .arrival) }
    for host in Host.allCases {
      guard let timer = present.endpoints[host].tcb.timers.next else { continue }
      if first == nil || timer.due < first!.time { first = (timer.due, .timeout(timer.timer, host)) }
    }
    return first
  }

  /// Has the next thing happen that is due by itself, and moves the clock there.
  ///
  /// - Parameter limit: nothing later than this happens; the clock then stays.
  /// - Returns: whether it was a segment's arrival; nil where nothing was due.
  @discardableResult
  public mutating func advance(to limit: Instant? = nil) -> Bool? {
    guard let next, limit == nil || next.time <= limit! else { return nil }
    present.now = max(now, next.time)
    switch next.due {
    case .arrival:
      let segment = present.wire.takeFirst()!
      arrive(segment.segment, number: segment.number, at: segment.from.peer)
      return true
    case .timeout(let timer, let host):
      timeout(timer, on: host)
      return false
    }
  }

  /// Moves the clock on with nothing happening; to be used once all that was due before has happened.
  public mutating func pass(to instant: Instant) {
    present.now = max(now, instant)
  }
}
