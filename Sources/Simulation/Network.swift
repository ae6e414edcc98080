import TCP

/// Two endpoints, the wire between them, and one clock: a run as a value.
///
/// Keeping the old value is undo; a copy is "what if". Nothing here decides what TCP does: that is the endpoints'.
public struct Network: Sendable {
  /// What is settled before the run.
  public struct Settings: Hashable, Sendable {
    public var names = Pair("client", "server")
    public var endpoints = Pair(
      Endpoint.Configuration(initialSequenceNumbers: [100]), Endpoint.Configuration(initialSequenceNumbers: [300]))
    /// One way.
    public var latency: Interval = .milliseconds(50)

    public init() {}

    /// The profile of the run: that of both endpoints.
    public var profile: Profile { endpoints.a.profile }

    /// Puts both endpoints under a profile.
    public mutating func use(_ profile: Profile) {
      for host in Host.allCases { endpoints[host].profile = profile }
    }
  }

  public let settings: Settings
  public private(set) var now: Instant = .start
  public internal(set) var endpoints: Pair<Endpoint>
  public private(set) var transcript: Transcript = []
  private var wire = Wire()
  private var segmentsSent = 0
  /// How many events there have been; the number of the one that is happening.
  private var events: Int32 = 0

  public init(_ settings: Settings = Settings()) {
    self.settings = settings
    endpoints = Pair(Endpoint(settings.endpoints.a), Endpoint(settings.endpoints.b))
  }

  public func state(of host: Host) -> State { endpoints[host].state }

  /// What is on its way, in order of arrival.
  public var inFlight: [SegmentInFlight] { wire.inFlight }

  /// What is held back, in order of being held.
  public var held: [SegmentInFlight] { wire.held }
}

// MARK: - What hosts do

extension Network {
  /// The user of a host makes a call. It takes no time.
  ///
  /// - Returns: how the call was taken.
  @discardableResult
  public mutating func call(_ call: Call, on host: Host) -> Outcome {
    let waiting = delayedAcks
    let transition = endpoints[host].handle(.call(call), at: now)
    begin(.call(call, transition.outcome), host, transition.rules)
    carryOut(transition, on: host)
    sendDelayedAcks(waiting)
    return transition.outcome
  }

  /// A host forgets its connection, and says nothing.
  public mutating func crash(_ host: Host) {
    let before = endpoints[host].state
    endpoints[host].crash()
    begin(.crash, host)
    if before != endpoints[host].state {
      record(.state(from: before, to: endpoints[host].state), host)
    }
  }

  /// A segment arrives at a host now, as if from its peer.
  public mutating func inject(_ segment: Segment, at host: Host) {
    begin(.injected(segment), host)
    arrive(segment, number: nil, at: host)
  }

  /// Notes that something was expected of the run here, and whether it holds.
  public mutating func note(expectation text: String, of host: Host, holds: Bool) {
    begin(.expect(text: text, holds: holds), host)
  }
}

// MARK: - Time

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
    if let arrival = wire.inFlight.first { first = (arrival.arrival, .arrival) }
    for host in Host.allCases {
      guard let timer = endpoints[host].tcb.timers.next else { continue }
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
    now = max(now, next.time)
    switch next.due {
    case .arrival:
      let segment = wire.takeFirst()!
      arrive(segment.segment, number: segment.number, at: segment.from.peer)
      return true
    case .timeout(let timer, let host):
      timeout(timer, on: host)
      return false
    }
  }

  mutating func timeout(_ timer: Timer, on host: Host) {
    let transition = endpoints[host].handle(.timeout(timer), at: now)
    begin(.timeout(timer), host, transition.rules)
    carryOut(transition, on: host)
  }

  /// Moves the clock on with nothing happening; to be used once all that was due before has happened.
  public mutating func pass(to instant: Instant) {
    now = max(now, instant)
  }
}

// MARK: - What happens on the wire

extension Network {
  /// Asks for something to happen to what a host will send.
  public mutating func plan(_ fault: Fault) { wire.faults.append(fault) }

  /// Why something can't be done to a segment.
  public enum WireError: Error, Hashable, Sendable {
    case notInFlight(number: Int)
    case notHeld(number: Int)
    case nothingHeld
    /// How many there are where two are needed.
    case tooFewInFlight(Int)
  }

  /// - Throws: `WireError.notInFlight`.
  public mutating func lose(number: Int) throws(WireError) {
    let segment = try takeInFlight(number)
    begin(.lost(segment.segment, number: number), segment.from)
  }

  /// - Throws: `WireError.notInFlight`.
  public mutating func duplicate(number: Int) throws(WireError) {
    guard let segment = wire.inFlight.first(where: { $0.number == number }) else {
      throw .notInFlight(number: number)
    }
    wire.add(segment)
    begin(.duplicated(segment.segment, number: number), segment.from)
  }

  /// - Throws: `WireError.notInFlight`.
  public mutating func hold(number: Int) throws(WireError) {
    let segment = try takeInFlight(number)
    wire.hold(segment)
    begin(.held(segment.segment, number: number), segment.from)
  }

  /// - Throws: `WireError.notInFlight`.
  public mutating func delay(number: Int, by interval: Interval) throws(WireError) {
    var segment = try takeInFlight(number)
    segment.arrival = segment.arrival + interval
    wire.add(segment)
  }

  /// Makes it so that another segment was sent in the place of one in flight: what a wrong belief would have sent.
  ///
  /// The sender's connection stays as it is; the transcript then tells of the other segment.
  ///
  /// - Throws: `WireError.notInFlight`.
  public mutating func substitute(_ segment: Segment, for number: Int) throws(WireError) {
    let original = try takeInFlight(number)
    wire.add(SegmentInFlight(number: number, from: original.from, segment: segment, arrival: original.arrival))
    for (index, occurrence) in transcript.enumerated() {
      guard case .send(_, number, let isRetransmission) = occurrence.kind else { continue }
      transcript[index] = Occurrence(
        time: occurrence.time, host: occurrence.host, event: occurrence.event,
        kind: .send(segment, number: number, isRetransmission: isRetransmission), rules: [],
        record: occurrence.record)
    }
  }

  /// Puts what is held back into flight again: all of it, or one.
  ///
  /// - Throws: `WireError.notHeld`, `WireError.nothingHeld`.
  public mutating func release(number: Int? = nil) throws(WireError) {
    let released = wire.takeHeld(number: number)
    if released.isEmpty {
      if let number { throw .notHeld(number: number) }
      throw .nothingHeld
    }
    for var segment in released {
      segment.arrival = now + settings.latency
      wire.add(segment)
      begin(.released(segment.segment, number: segment.number), segment.from)
    }
  }

  /// Has one segment arrive now.
  ///
  /// - Throws: `WireError.notInFlight`.
  public mutating func deliver(number: Int) throws(WireError) {
    let segment = try takeInFlight(number)
    arrive(segment.segment, number: number, at: segment.from.peer)
  }

  /// Has the second segment in order of arrival arrive before the first.
  ///
  /// - Throws: `WireError.tooFewInFlight`.
  public mutating func overtake() throws(WireError) {
    guard wire.inFlight.count >= 2 else { throw .tooFewInFlight(wire.inFlight.count) }
    wire.swapFirstTwo()
  }

  private mutating func takeInFlight(_ number: Int) throws(WireError) -> SegmentInFlight {
    guard let segment = wire.take(number: number) else { throw .notInFlight(number: number) }
    return segment
  }
}

// MARK: - Carrying out what endpoints ask for

extension Network {
  private mutating func arrive(_ segment: Segment, number: Int?, at host: Host) {
    let waiting = delayedAcks
    let transition = endpoints[host].handle(.arrival(segment), at: now)
    begin(.arrive(segment, number: number, transition.outcome), host, transition.rules)
    carryOut(transition, on: host)
    sendDelayedAcks(waiting)
  }

  private mutating func carryOut(_ transition: Transition, on host: Host) {
    for effect in transition.effects {
      switch effect {
      case .transmit(let segment, let isRetransmission):
        send(segment, isRetransmission: isRetransmission, from: host, transition.rules)
      case .deliver(let octets):
        record(.deliver(octets: octets), host, transition.rules)
      case .signal(let signal):
        record(.signal(signal, call: nil), host, transition.rules)
      case .fail(let call, let signal):
        record(.signal(signal, call: call), host, transition.rules)
      case .start, .stop:
        break  // The endpoint's own table says when a timer is due.
      }
    }
    if transition.from != transition.to {
      record(.state(from: transition.from, to: transition.to), host, transition.rules)
    }
  }

  private mutating func send(_ segment: Segment, isRetransmission: Bool, from host: Host, _ rules: RuleList) {
    segmentsSent += 1
    let number = segmentsSent
    record(.send(segment, number: number, isRetransmission: isRetransmission), host, rules)
    var copy = SegmentInFlight(number: number, from: host, segment: segment, arrival: now + settings.latency)
    switch wire.faultFor(segment.control, from: host) {
    case nil:
      wire.add(copy)
    case .lose:
      record(.lost(segment, number: number), host)
    case .duplicate:
      wire.add(copy)
      wire.add(copy)
      record(.duplicated(segment, number: number), host)
    case .hold:
      wire.hold(copy)
      record(.held(segment, number: number), host)
    case .delay(let interval):
      copy.arrival = copy.arrival + interval
      wire.add(copy)
    }
  }

  /// Records what a further event is; what it brings about is recorded behind it.
  private mutating func begin(_ kind: Occurrence.Kind, _ host: Host, _ rules: RuleList = []) {
    events += 1
    record(kind, host, rules)
  }

  private mutating func record(_ kind: Occurrence.Kind, _ host: Host, _ rules: RuleList = []) {
    transcript.append(
      Occurrence(
        time: now, host: host, event: events, kind: kind, rules: rules, record: endpoints[host].tcb.record))
  }
}
