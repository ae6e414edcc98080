/// One endpoint's TCP: the state machine of RFC 9293 §3.10, as a value.
///
/// It is total over state and event: it never throws, never traps, does no I/O, reads no clock and draws no random
/// number. What it wants done it returns; whoever drives it delivers segments, calls and timeouts, and keeps the
/// clock. CLOSED is the state of the fresh `TransmissionControlBlock`; leaving a connection is assigning that, so no
/// variable of an old connection can survive in a new one.
///
/// Where to find a rule: user calls (§3.10.1 to §3.10.6) in `UserCalls.swift`; arriving segments in
/// `SegmentArrivesClosed.swift` (§3.10.7.1), `SegmentArrivesListen.swift` (§3.10.7.2), `SegmentArrivesSynSent.swift`
/// (§3.10.7.3) and `SegmentArrivesOtherwise.swift` (§3.10.7.4, a function a step); timeouts (§3.10.8) in
/// `Timeouts.swift`.
public struct Endpoint: Hashable, Sendable {
  /// What is settled before the first event.
  public struct Configuration: Hashable, Sendable {
    public var profile: Profile
    /// The initial sequence numbers of this endpoint's connections; they serve in turn, over and over.
    public var initialSequenceNumbers: [SequenceNumber]
    /// The window that was set; nil leaves it to the profile.
    private var offeredWindow: Int?
    /// The most text that one segment carries, **octets**, 1 ….
    public var maximumSegmentSize: Int
    /// The MSL that was set; nil leaves it to the profile.
    private var lifetime: Interval?
    /// How long what was sent may stay unacknowledged (RFC 9293 §3.9.1.1: five minutes).
    public var userTimeout: Interval

    public init(
      profile: Profile = .rfc9293, initialSequenceNumbers: [SequenceNumber] = [100], window: Int? = nil,
      maximumSegmentSize: Int = 1460, maximumSegmentLifetime: Interval? = nil, userTimeout: Interval = .minutes(5)
    ) {
      self.profile = profile
      self.initialSequenceNumbers = initialSequenceNumbers.isEmpty ? [0] : initialSequenceNumbers
      offeredWindow = window
      self.maximumSegmentSize = max(1, maximumSegmentSize)
      lifetime = maximumSegmentLifetime
      self.userTimeout = userTimeout
    }

    /// RCV.WND, **octets**, 0 … 65 535: what was set, or what the profile has.
    public var window: Int {
      get { offeredWindow ?? profile.window }
      set { offeredWindow = newValue }
    }

    /// The MSL: what was set, or what the profile has.
    public var maximumSegmentLifetime: Interval {
      get { lifetime ?? profile.maximumSegmentLifetime }
      set { lifetime = newValue }
    }
  }

  public let configuration: Configuration
  public internal(set) var tcb = TransmissionControlBlock()
  /// How many initial sequence numbers have been used.
  package var connectionsNumbered = 0

  public init(_ configuration: Configuration = Configuration()) {
    self.configuration = configuration
  }

  public var state: State { tcb.state }
  var traits: Traits { configuration.profile.traits }

  /// Takes one event.
  ///
  /// - Parameters:
  ///   - event: what happens.
  ///   - now: when; not before any earlier event's instant.
  /// - Returns: what it did. An event that means nothing in this state comes back as ignored, dropped or rejected.
  /// - Note: Source: RFC 9293 §3.10.
  public mutating func handle(_ event: Event, at now: Instant) -> Transition {
    var transition = Transition(from: tcb.state, at: now)
    let timersBefore = tcb.timers
    switch event {
    case .call(let call): take(call, &transition)
    case .arrival(let segment): segmentArrives(segment, &transition)
    case .timeout(let timer): timeout(timer, &transition)
    }
    skipTimeWait(&transition)
    setTimers(&transition)
    reportTimers(since: timersBefore, &transition)
    transition.to = tcb.state
    return transition
  }

  /// The host loses its memory: whatever connection there was is gone, and nobody is told.
  public mutating func crash() {
    tcb = TransmissionControlBlock()
  }

  /// SEGMENT ARRIVES.
  ///
  /// - Note: Source: RFC 9293 §3.10.7.
  private mutating func segmentArrives(_ segment: Segment, _ transition: inout Transition) {
    switch (traits.procedures, tcb.state) {
    case (.linux, _): segmentArrivesAtLinux(segment, &transition)
    case (.rfc9293, .closed): segmentArrivesInClosed(segment, &transition)
    case (.rfc9293, .listen): segmentArrivesInListen(segment, &transition)
    case (.rfc9293, .synSent): segmentArrivesInSynSent(segment, &transition)
    case (.rfc9293, .synReceived), (.rfc9293, .established), (.rfc9293, .finWait1), (.rfc9293, .finWait2),
      (.rfc9293, .closeWait), (.rfc9293, .closing), (.rfc9293, .lastAck), (.rfc9293, .timeWait):
      segmentArrivesOtherwise(segment, &transition)
    }
  }

  /// Where a profile has no TIME-WAIT: whatever led there has answered already, and the TCB is deleted.
  private mutating func skipTimeWait(_ transition: inout Transition) {
    guard tcb.state == .timeWait else { return }
    if !traits.keepsTimeWait {
      transition.rules.append(.whatIfNoTimeWait)
      deleteTCB()
    } else if traits.passiveCloserWaits, transition.from != .lastAck, transition.from != .timeWait {
      deleteTCB()
    }
  }
}

// MARK: - What several sections of §3.10 do

extension Endpoint {
  /// Draws the next initial sequence number and begins the send side with it (ISS, SND.UNA, SND.NXT).
  mutating func chooseInitialSendSequenceNumber() {
    let numbers = configuration.initialSequenceNumbers
    let (round, place) = connectionsNumbered.quotientAndRemainder(dividingBy: numbers.count)
    beginSending(at: numbers[place] + traits.numbersPerRound * round)
    connectionsNumbered += 1
  }

  mutating func beginSending(at iss: SequenceNumber) {
    tcb.send.iss = iss
    tcb.send.una = iss
    tcb.send.nxt = iss
    tcb.receive.wnd = configuration.window
  }

  /// Hands a segment over for sending; one with an ACK tells the peer of all that has come.
  mutating func put(_ segment: Segment, isRetransmission: Bool = false, _ transition: inout Transition) {
    var segment = segment
    if traits.synAckAcknowledgesISN, segment.has([.syn, .ack]) { segment.ack = segment.ack - 1 }
    if segment.has(.ack) {
      tcb.linux.acknowledged = tcb.receive.nxt
      tcb.timers.delayedAck = nil
    }
    transition.effects.append(.transmit(segment, isRetransmission: isRetransmission))
  }

  /// Sends a segment that begins at SND.NXT; one that takes up numbers goes on the retransmission queue.
  mutating func transmit(_ control: ControlBits, text: Int = 0, _ transition: inout Transition) {
    let segment = Segment(
      seq: tcb.send.nxt, ack: control.contains(.ack) ? tcb.receive.nxt : 0, control: control,
      window: tcb.receive.wnd, text: text)
    var length = segment.length
    if control.contains(.fin) {
      if traits.finTakesNoNumber { length -= 1 }
      tcb.send.fin = segment.seq + length - 1
    }
    tcb.send.nxt = segment.seq + length
    if length > 0 { tcb.retransmission.append(segment, at: transition.at) }
    put(segment, &transition)
  }

  /// Sends `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>`.
  mutating func acknowledge(_ transition: inout Transition) {
    transmit(.ack, &transition)
    if traits.ackTakesNumber { tcb.send.nxt += 1 }
  }

  /// Sends the front of the retransmission queue again, with the acknowledgment of this moment.
  mutating func retransmitFront(_ transition: inout Transition) {
    guard !tcb.retransmission.isEmpty else { return }
    retransmit(at: 0, &transition)
  }

  /// Sends an entry of the retransmission queue again.
  mutating func retransmit(at place: Int, _ transition: inout Transition) {
    if traits.hasCongestionWindow { prepareRetransmission(at: place) }
    let entry = tcb.retransmission.entries[place]
    let control = tcb.state == .synSent ? entry.control : entry.control.union(.ack)
    let segment = Segment(
      seq: entry.seq, ack: control.contains(.ack) ? tcb.receive.nxt : 0, control: control,
      window: tcb.receive.wnd, text: entry.text)
    put(segment, isRetransmission: true, &transition)
  }

  /// Answers a segment that belongs to no connection with a reset that its sender will accept.
  ///
  /// - Note: Source: RFC 9293 §3.5.2, group 1.
  mutating func reset(_ segment: Segment, _ transition: inout Transition) {
    let reset =
      segment.has(.ack)
      ? Segment(seq: segment.ack, control: .rst)
      : Segment(seq: 0, ack: segment.end, control: [.rst, .ack])
    transition.effects.append(.transmit(reset, isRetransmission: false))
  }

  /// Sends what the peer's window has room for, and the FIN once all text before it is sent.
  ///
  /// - Note: Source: RFC 9293 §3.10.2 and §3.10.4: the FIN waits until all preceding SENDs have been segmentized.
  mutating func segmentize(_ transition: inout Transition) {
    while tcb.send.unsent > 0, tcb.send.usableWindow > 0, congestionAllowsSegment {
      let text = min(tcb.send.unsent, tcb.send.usableWindow, configuration.maximumSegmentSize)
      tcb.send.unsent -= text
      let bearsFin = traits.finRidesOnText && tcb.send.closeRequested && tcb.send.unsent == 0
      transmit(bearsFin ? [.fin, .ack] : .ack, text: text, &transition)
    }
    guard tcb.send.closeRequested, tcb.send.unsent == 0, !tcb.finIsSent, congestionAllowsSegment else { return }
    transmit([.fin, .ack], &transition)
    if tcb.state == .closeWait { tcb.state = .lastAck }
  }

  /// Enters ESTABLISHED, or passes through it where a CLOSE has been waiting.
  mutating func establish(_ transition: inout Transition) {
    tcb.state = .established
    if traits.hasCongestionWindow { beginTransferAtLinux(&transition) }
    if tcb.retransmission.handshakeIsComplete() { transition.rules.append(.threeSecondTimeoutAfterSyn) }
    if tcb.send.closeRequested {
      transition.rules.append(.queuedCloseGoesOn)
      tcb.state = .finWait1
    }
  }

  /// Deletes the TCB and enters CLOSED; where a listener stands beside it, that is seen again.
  mutating func deleteTCB() {
    let isListening = tcb.linux.isListening
    tcb = isListening ? TransmissionControlBlock(state: .listen, openedPassively: true) : TransmissionControlBlock()
    tcb.linux.isListening = isListening
  }

  /// Has all outstanding SENDs and RECEIVEs come back with a signal.
  mutating func failOutstandingCalls(_ signal: Signal, _ transition: inout Transition) {
    if tcb.send.unsent > 0 { transition.effects.append(.fail(.send, signal)) }
    for _ in 0..<tcb.receive.outstandingReceives { transition.effects.append(.fail(.receive, signal)) }
    tcb.send.unsent = 0
    tcb.receive.outstandingReceives = 0
  }

  /// Ends the connection for a reason of which the user is told.
  mutating func abandon(_ signal: Signal, _ transition: inout Transition) {
    failOutstandingCalls(signal, &transition)
    transition.effects.append(.signal(signal))
    deleteTCB()
  }

  /// Hands to waiting RECEIVEs what there is to read.
  mutating func deliver(_ transition: inout Transition) {
    guard tcb.receive.readable > 0, tcb.receive.outstandingReceives > 0 else { return }
    transition.effects.append(.deliver(octets: tcb.receive.readable))
    tcb.receive.readable = 0
    tcb.receive.outstandingReceives -= 1
  }
}
