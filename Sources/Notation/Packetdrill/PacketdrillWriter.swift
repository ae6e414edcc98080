import Simulation
import TCP

/// A packetdrill script being written, event by event.
///
/// The order of an event's lines: the call, or the segment that arrives; what its TCP sends; the calls that can return
/// now, `accept` and what waited for it before the first text. Calls are in `PacketdrillCalls.swift`, waiting RECEIVEs
/// in `PacketdrillReads.swift`, segments in `PacketdrillSegments.swift`.
struct PacketdrillWriter {
  let settings: Network.Settings
  let host: Host
  let events: [HostEvent]
  let fates: Fates
  let reads: PacketdrillReads
  /// The place of the event being written.
  private(set) var position = 0

  var sockets = PacketdrillSockets()
  var numbering = PacketdrillNumbering()
  /// SENDs that wait for the connection, **octets**.
  var waitingWrites: [Int] = []
  /// Whether a CLOSE waits for `accept`.
  var shutdownWaits = false
  /// The places of the RECEIVEs whose `read` has been written where they were called for, and blocks.
  var blockingReads: Set<Int> = []

  private var lines: [String] = []
  private var clock = PacketdrillClock()
  /// Whether lines are comments, because what they hang on can't be had.
  private var isSilent = false
  private var hasEvent = false

  init(_ network: Network, _ host: Host) {
    settings = network.settings
    self.host = host
    events = HostEvent.all(in: network.transcript, at: host)
    fates = Fates(in: network.transcript)
    reads = PacketdrillReads(events)
  }

  /// The lines; where there is no event among them, one that does nothing.
  func finished() -> [String] {
    hasEvent ? lines : lines + ["", "// Nothing that packetdrill could test happens at this host.", "+0 `true`"]
  }

  mutating func write(_ event: HostEvent) {
    lines.append("")
    writeHeading(event)
    if event.beginsConnection { numbering.begin(at: position, of: events) }
    switch event.cause {
    case .call(let call, let outcome): write(call, outcome, event)
    case .arrival(let segment, let number): writeArrival(segment, number, event)
    case .timeout: break
    case .crash: silence("packetdrill has no way to make a host forget; the script goes on with the next OPEN")
    }
    writeWhatFollows(event)
    position += 1
  }

  private mutating func writeHeading(_ event: HostEvent) {
    var words: [String] = []
    if let transition = event.transition { words.append(transition) }
    switch event.cause {
    case .timeout(let timer): words.append("timeout: \(timer)")
    case .crash: words.append("crash")
    case .call, .arrival: break
    }
    if !words.isEmpty { comment(words.joined(separator: ", ")) }
  }

  /// What the event's TCP sends, and the calls that return because of it.
  private mutating func writeWhatFollows(_ event: HostEvent) {
    var isOpenTold = !opens(event)
    for sent in event.sent {
      if !isOpenTold, sent.segment.text > 0 || sent.segment.has(.fin) {
        writeOpening(event)
        isOpenTold = true
      }
      writeSent(sent, event)
    }
    if !isOpenTold { writeOpening(event) }
    writeReads(event)
    for signal in event.signals { comment("the user is told: \(signal)") }
    if event.after == .closed {
      waitingWrites = []
      shutdownWaits = false
    }
  }

  /// Whether the event makes a connection that a user can use; a CLOSE in SYN-RECEIVED does not, though it leaves it.
  private func opens(_ event: HostEvent) -> Bool {
    switch (event.cause, event.before) {
    case (.arrival, .synSent), (.arrival, .synReceived): event.after.isSynchronized
    default: false
    }
  }
}

// MARK: - Lines

extension PacketdrillWriter {
  /// Adds an event at an instant; as a comment while the script is silent.
  ///
  /// - Parameters:
  ///   - end: when a call that blocks returns.
  ///   - note: what is said behind it.
  mutating func line(at time: Instant, until end: Instant? = nil, _ text: String, note: [String] = []) {
    let times = clock.advance(to: time, until: end, isTold: !isSilent)
    let note = note.isEmpty ? "" : "  // \(note.joined(separator: ", "))"
    lines.append("\(isSilent ? "// " : "")\(times) \(text)\(note)")
    if !isSilent { hasEvent = true }
  }

  mutating func comment(_ text: String) { lines.append("// \(text.onOneLine)") }

  /// From here on lines are comments, for a reason.
  mutating func silence(_ reason: String) {
    if !isSilent { comment("Not to be tested: \(reason).") }
    isSilent = true
  }

  /// A new socket: what went before does not matter any more.
  mutating func speak() { isSilent = false }
}

/// The time of the lines: microseconds, which is what packetdrill counts.
struct PacketdrillClock {
  private var told: Int64 = 0
  private var shown: Int64 = 0

  /// The time of a line, relative to the line before: `+0.05`, or `+0.05...0.1` of a call that blocks.
  ///
  /// - Parameter isTold: whether it is no comment; comments count from the comment before.
  mutating func advance(to time: Instant, until end: Instant?, isTold: Bool) -> String {
    let now = time.nanoseconds / 1000
    let last = isTold ? told : max(told, shown)
    shown = now
    if isTold { told = now }
    let start = "+\(Self.seconds(now - last))"
    guard let end else { return start }
    return "\(start)...\(Self.seconds(end.nanoseconds / 1000 - last))"
  }

  private static func seconds(_ microseconds: Int64) -> String {
    Interval(nanoseconds: max(0, microseconds) * 1000).seconds
  }
}
