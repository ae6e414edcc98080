import TCP
import Testing

extension Instant {
  static func + (instant: Instant, seconds: Double) -> Instant {
    instant + Interval(nanoseconds: Int64((seconds * 1e9).rounded()))
  }

  /// When a fixture has got where it is to be, and the test begins.
  static let later = Instant.start + 1.0
}

extension Endpoint {
  /// An endpoint that real events have brought into a situation, ten milliseconds apiece.
  init(
    _ situation: Situation, profile: Profile = .rfc9293, window: Int = Number.window,
    userTimeout: Interval = .minutes(5)
  ) {
    self.init(
      Configuration(
        profile: profile, initialSequenceNumbers: [Number.iss], window: window, userTimeout: userTimeout))
    for (index, event) in situation.events.enumerated() {
      _ = handle(event, at: .start + Double(index) * 0.01)
    }
  }

  /// Takes an event, and fails unless it does exactly this: state, segments, outcome and signals.
  ///
  /// - Parameters:
  ///   - outcome: nil where the RFC leaves open what to call it.
  ///   - fails: the calls that come back with an error; nil where that is another test's.
  @discardableResult
  mutating func take(
    _ event: Event, at now: Instant = .later, _ outcome: Outcome? = .accepted, to next: State,
    sends expected: [Segment] = [], told signals: [Signal] = [], fails: [Effect]? = [], _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Transition {
    let before = state
    let transition = handle(event, at: now)
    let segments = transition.segments.map(\.shown)
    let told = transition.signals
    let failed = transition.effects.filter { if case .fail = $0 { true } else { false } }
    #expect(transition.from == before, comment, sourceLocation: sourceLocation)
    #expect(transition.to == next, comment, sourceLocation: sourceLocation)
    #expect(state == next, comment, sourceLocation: sourceLocation)
    #expect(segments == expected.map(\.shown), comment, sourceLocation: sourceLocation)
    if let outcome { #expect(transition.outcome == outcome, comment, sourceLocation: sourceLocation) }
    #expect(told == signals, comment, sourceLocation: sourceLocation)
    if let fails { #expect(failed == fails, comment, sourceLocation: sourceLocation) }
    return transition
  }

  @discardableResult
  mutating func arrives(
    _ segment: Segment, at now: Instant = .later, _ outcome: Outcome? = .accepted, to next: State,
    sends expected: [Segment] = [], told signals: [Signal] = [], fails: [Effect]? = [], _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Transition {
    take(
      .arrival(segment), at: now, outcome, to: next, sends: expected, told: signals, fails: fails, comment,
      sourceLocation: sourceLocation)
  }

  @discardableResult
  mutating func calls(
    _ call: Call, at now: Instant = .later, _ outcome: Outcome? = .accepted, to next: State,
    sends expected: [Segment] = [], told signals: [Signal] = [], fails: [Effect]? = [], _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Transition {
    take(
      .call(call), at: now, outcome, to: next, sends: expected, told: signals, fails: fails, comment,
      sourceLocation: sourceLocation)
  }

  /// When the timer is due.
  func due(_ timer: Timer) -> Instant? { tcb.timers[timer] }

  /// `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>` as it stands now.
  var acknowledgment: Segment { .ack(tcb.send.nxt, tcb.receive.nxt) }
}
