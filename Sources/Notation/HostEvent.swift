import Figures
import Simulation
import TCP

/// One thing that happened to a host, with all that its TCP did about it.
struct HostEvent {
  enum Cause {
    case call(Call, Outcome)
    /// `number` is nil for an injected segment.
    case arrival(Segment, number: Int?)
    case timeout(Timer)
    case crash
  }

  struct Sent {
    let segment: Segment
    let number: Int
    let isRetransmission: Bool
  }

  /// What a waiting RECEIVE came back with.
  enum Received {
    case octets(Int)
    case signal(Signal)
  }

  let time: Instant
  let cause: Cause
  /// What was done about an arrival that brought the host no further.
  let reception: Reception?
  let before: State
  /// The variables of the host's connection after it.
  let record: ConnectionRecord
  fileprivate(set) var sent: [Sent] = []
  /// In the order of the RECEIVEs, the oldest first.
  fileprivate(set) var received: [Received] = []
  /// What the user is told without having asked.
  fileprivate(set) var signals: [Signal] = []

  var after: State { record.state }

  /// `CLOSED → SYN-SENT`; nil where the state stays.
  var transition: String? { before == after ? nil : "\(before) → \(after)" }

  var isCallOrCrash: Bool {
    switch cause {
    case .call, .crash: true
    case .arrival, .timeout: false
    }
  }

  /// Whether a connection begins with it, which chooses a new ISS.
  var beginsConnection: Bool {
    switch (before, after) {
    case (.closed, .synSent), (.closed, .synReceived), (.listen, .synSent), (.listen, .synReceived),
      (.timeWait, .synSent), (.timeWait, .synReceived):
      true
    default: false
    }
  }
}

extension HostEvent {
  /// What happened to a host, in order; what somebody did on the wire is not among it.
  static func all(in transcript: Transcript, at host: Host) -> [HostEvent] {
    var events: [HostEvent] = []
    var before = State.closed
    var index = 0
    while index < transcript.count {
      let first = transcript[index]
      let all = transcript[index...].prefix { $0.event == first.event }
      index = all.endIndex
      guard first.host == host else { continue }
      if let cause = Cause(first.kind) {
        events.append(HostEvent(time: first.time, cause: cause, before: before, all))
      }
      before = all.last!.record.state
    }
    return events
  }

  private init(time: Instant, cause: Cause, before: State, _ occurrences: ArraySlice<Occurrence>) {
    self.time = time
    self.cause = cause
    self.before = before
    reception = Reception(occurrences)
    record = occurrences.last!.record
    for occurrence in occurrences { take(occurrence.kind) }
  }

  /// Takes up what the event brought about.
  private mutating func take(_ kind: Occurrence.Kind) {
    switch kind {
    case .send(let segment, let number, let isRetransmission):
      sent.append(Sent(segment: segment, number: number, isRetransmission: isRetransmission))
    case .deliver(let octets): received.append(.octets(octets))
    case .signal(let signal, .receive): received.append(.signal(signal))
    case .signal(let signal, nil): signals.append(signal)
    case .signal(_, .send), .call, .arrive, .timeout, .crash, .state, .lost, .duplicated, .held, .released, .injected,
      .expect:
      break
    }
  }
}

extension HostEvent.Cause {
  /// Nil for what happens on the wire, and for what is only claimed.
  fileprivate init?(_ kind: Occurrence.Kind) {
    switch kind {
    case .call(let call, let outcome): self = .call(call, outcome)
    case .arrive(let segment, let number, _): self = .arrival(segment, number: number)
    case .timeout(let timer): self = .timeout(timer)
    case .crash: self = .crash
    case .send, .state, .lost, .duplicated, .held, .released, .injected, .signal, .deliver, .expect: return nil
    }
  }
}

/// What befell segments on their way.
struct Fates {
  private var words: [Int: [String]] = [:]

  init(in transcript: Transcript) {
    for occurrence in transcript {
      guard let number = occurrence.segmentNumber, let word = Self.word(for: occurrence.kind) else { continue }
      words[number, default: []].append(word)
    }
  }

  /// `lost`, `duplicated`, `held` and `released`, in the order in which they befell the segment of that number.
  subscript(number: Int) -> [String] { words[number] ?? [] }

  private static func word(for kind: Occurrence.Kind) -> String? {
    switch kind {
    case .lost: "lost"
    case .duplicated: "duplicated"
    case .held: "held"
    case .released: "released"
    case .call, .send, .arrive, .state, .injected, .timeout, .signal, .deliver, .crash, .expect: nil
    }
  }
}
