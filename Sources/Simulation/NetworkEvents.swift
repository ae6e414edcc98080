import TCP

// MARK: - What hosts do

extension Network {
  /// The user of a host makes a call. It takes no time.
  ///
  /// - Returns: how the call was taken.
  @discardableResult
  public mutating func call(_ call: Call, on host: Host) -> Outcome {
    let waiting = delayedAcks
    let outcome = take(.call(call), at: host) { .call(call, $0) }
    sendDelayedAcks(waiting)
    return outcome
  }

  /// A host forgets its connection, and says nothing.
  public mutating func crash(_ host: Host) {
    let before = present.endpoints[host].state
    present.endpoints[host].crash()
    begin(.crash, host)
    if before != present.endpoints[host].state {
      record(.state(from: before, to: present.endpoints[host].state), host)
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

// MARK: - Carrying out what endpoints ask for

extension Network {
  mutating func arrive(_ segment: Segment, number: Int?, at host: Host) {
    let waiting = delayedAcks
    take(.arrival(segment), at: host) { .arrive(segment, number: number, $0) }
    sendDelayedAcks(waiting)
  }

  mutating func timeout(_ timer: Timer, on host: Host) {
    take(.timeout(timer), at: host) { _ in .timeout(timer) }
  }

  /// Has an endpoint take an event, and carries out what it asks for.
  @discardableResult
  private mutating func take(_ event: Event, at host: Host, _ kind: (Outcome) -> Occurrence.Kind) -> Outcome {
    let (transition, supposed) = handle(event, at: host)
    begin(kind(transition.outcome), host, transition.rules)
    carryOut(transition, supposed, on: host)
    return transition.outcome
  }

  /// - Parameter supposed: what of the transition is not the machine's, so that no rule made it.
  private mutating func carryOut(_ transition: Transition, _ supposed: Supposition?, on host: Host) {
    var rulesOfSegment = transition.rules
    switch supposed {
    case .sends, .adds: rulesOfSegment = []
    case .sendsNothing, .isIn, nil: break
    }
    for effect in transition.effects {
      switch effect {
      case .transmit(let segment, let isRetransmission):
        send(segment, isRetransmission: isRetransmission, from: host, rulesOfSegment)
        rulesOfSegment = transition.rules
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
    guard transition.from != transition.to else { return }
    var rules = transition.rules
    if case .isIn = supposed { rules = [] }
    record(.state(from: transition.from, to: transition.to), host, rules)
  }

  private mutating func send(_ segment: Segment, isRetransmission: Bool, from host: Host, _ rules: RuleList) {
    present.segmentsSent += 1
    let number = present.segmentsSent
    record(.send(segment, number: number, isRetransmission: isRetransmission), host, rules)
    var copy = SegmentInFlight(number: number, from: host, segment: segment, arrival: now + settings.latency)
    switch present.wire.faultFor(segment.control, from: host) {
    case nil:
      present.wire.add(copy)
    case .lose:
      record(.lost(segment, number: number), host)
    case .duplicate:
      present.wire.add(copy)
      present.wire.add(copy)
      record(.duplicated(segment, number: number), host)
    case .hold:
      present.wire.hold(copy)
      record(.held(segment, number: number), host)
    case .delay(let interval):
      copy.arrival = copy.arrival + interval
      present.wire.add(copy)
    }
  }

  /// Records what a further event is; what it brings about is recorded behind it.
  mutating func begin(_ kind: Occurrence.Kind, _ host: Host, _ rules: RuleList = []) {
    present.events += 1
    record(kind, host, rules)
  }

  private mutating func record(_ kind: Occurrence.Kind, _ host: Host, _ rules: RuleList = []) {
    transcript.append(
      Occurrence(
        time: now, host: host, event: present.events, kind: kind, rules: rules,
        record: present.endpoints[host].tcb.record))
  }
}
