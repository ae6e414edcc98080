import TCP

/// Steele, Lea and Flood's SplitMix64: a small generator whose runs are the same everywhere.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, and without, `bound`. Slightly uneven, which does not matter here.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
}

/// Draws events for an endpoint: calls, segments with any bits and any numbers, most of them near where it hurts, and
/// timeouts.
struct EventSource {
  var random: SplitMix64
  /// Whether timeouts fire when they are due; else they may also come at any time, and when none runs.
  var keepsTime = true
  private(set) var now = Instant.start

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let calls: [Call] = [
    .send(octets: 1), .send(octets: 100), .send(octets: 2000), .send(octets: 70_000), .receive, .receive, .close,
    .close, .status, .openActive(), .openActive(remoteSpecified: false), .openPassive,
    .send(octets: 3, remoteSpecified: false),
  ]

  mutating func next(for endpoint: Endpoint) -> Event {
    let later = now + Interval(nanoseconds: Int64(random.below(200_000_000)))
    if keepsTime, let timer = endpoint.tcb.timers.next, timer.due <= later {
      now = max(now, timer.due)
      return .timeout(timer.timer)
    }
    now = later
    switch endpoint.state {
    case .closed:
      if random.chance(60) { return .call(random.chance(50) ? .openPassive : .openActive()) }
    case .listen:
      if random.chance(30) { return .arrival(Segment(seq: number(near: endpoint), control: .syn, window: window())) }
    case .synSent, .synReceived, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait:
      break
    }
    switch random.below(100) {
    case 0: return .call(.abort)
    case 1..<18: return .call(random.pick(Self.calls))
    case 18..<30: return timeout(of: endpoint)
    default: return .arrival(segment(for: endpoint))
    }
  }

  private mutating func timeout(of endpoint: Endpoint) -> Event {
    guard let timer = endpoint.tcb.timers.next, keepsTime || random.chance(50) else {
      return .timeout(random.pick(Timer.allCases))
    }
    // TIME-WAIT would otherwise be left at once each time.
    if keepsTime, timer.timer == .timeWait, random.chance(70) { return .arrival(segment(for: endpoint)) }
    now = max(now, timer.due)
    return .timeout(timer.timer)
  }

  private mutating func segment(for endpoint: Endpoint) -> Segment {
    let control: ControlBits =
      switch random.below(100) {
      case 0..<45: .ack
      case 45..<60: [.fin, .ack]
      case 60..<70: [.syn, .ack]
      case 70..<75: .syn
      case 75..<78: random.chance(50) ? .rst : [.rst, .ack]
      default: ControlBits(rawValue: UInt8(random.below(64)))
      }
    let text = random.chance(60) ? 0 : random.pick([1, 2, 10, 100, 999, 1000, 1001, 3000, 65_495])
    return Segment(
      seq: number(near: endpoint), ack: acknowledgment(near: endpoint), control: control, window: window(), text: text)
  }

  /// RCV.NXT itself, its neighbours, the ends of the window, or anything.
  private mutating func number(near endpoint: Endpoint) -> SequenceNumber {
    let receive = endpoint.tcb.receive
    switch random.below(100) {
    case 0..<50: return receive.nxt
    case 50..<60: return receive.irs + random.below(3)
    case 60..<80: return receive.nxt + (random.below(7) - 3)
    case 80..<88: return receive.nxt + receive.wnd + (random.below(5) - 2)
    case 88..<94: return receive.nxt + random.below(max(1, receive.wnd))
    default: return SequenceNumber(UInt32(truncatingIfNeeded: random.next()))
    }
  }

  private mutating func acknowledgment(near endpoint: Endpoint) -> SequenceNumber {
    let send = endpoint.tcb.send
    switch random.below(100) {
    case 0..<60: return send.nxt
    case 60..<75: return send.una + (random.below(5) - 2)
    case 75..<85: return send.una + random.below(max(1, send.nxt - send.una + 1))
    case 85..<92: return send.una - send.maximumWindow + (random.below(5) - 2)
    case 92..<96: return send.iss + random.below(3)
    default: return SequenceNumber(UInt32(truncatingIfNeeded: random.next()))
    }
  }

  private mutating func window() -> Int { random.pick([0, 1, 500, 1000, 65_535]) }
}
