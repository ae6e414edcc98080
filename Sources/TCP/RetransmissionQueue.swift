/// What was sent and is not acknowledged, oldest first, and how long to wait for it.
///
/// - Note: Source: RFC 9293 §3.4 and §3.8.1; RFC 6298.
struct RetransmissionQueue: Hashable, Sendable {
  /// A segment that takes up sequence numbers. Its ACK bit and number are those of the moment it is sent again.
  struct Entry: Hashable, Sendable {
    var seq: SequenceNumber
    var control: ControlBits
    var text: Int
    var firstSent: Instant
    /// When it came to be the one that the timer is for.
    var frontSince: Instant
    /// How often it was sent for its own sake: once, and once for each timeout.
    var transmissions = 1
    /// Whether an acknowledgment may be that of either of two sendings (Karn).
    var isAmbiguous = false
    /// Whether it is taken for lost, and has not gone out again since; noted for Linux.
    var isLost = false

    var end: SequenceNumber {
      seq + text + (control.contains(.syn) ? 1 : 0) + (control.contains(.fin) ? 1 : 0)
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var timeout: Interval = .seconds(1)
  private var smoothedRoundTrip: Interval?
  private var roundTripVariation: Interval = .zero
  /// RFC 6298 (5.7): the SYN had to be sent again.
  private(set) var synTimedOut = false

  var isEmpty: Bool { entries.isEmpty }
  var front: Entry? { entries.first }

  mutating func append(_ segment: Segment, at now: Instant) {
    entries.append(
      Entry(
        seq: segment.seq, control: segment.control.intersection([.syn, .fin]), text: segment.text, firstSent: now,
        frontSince: now))
  }

  /// Puts another segment in the place of an original, or none; whatever takes no number has no entry.
  mutating func replace(_ original: Segment, by segment: Segment?, at now: Instant) {
    let place = entries.firstIndex { $0.seq == original.seq && original.length > 0 } ?? entries.endIndex
    if place < entries.endIndex { entries.remove(at: place) }
    guard let segment, segment.length > 0 else { return }
    append(segment, at: now)
    entries.insert(entries.removeLast(), at: place)
  }

  /// Takes off what `ack` acknowledges, and learns the round-trip time from it.
  ///
  /// - Note: Source: RFC 6298 §2 and, for segments that were sent twice (Karn), §3.
  mutating func acknowledge(upTo ack: SequenceNumber, at now: Instant, _ policy: RetransmissionPolicy) {
    let whole = entries.prefix { $0.end <= ack }.count
    let sample = policy.roundTrip(of: entries[..<whole]).map { now - $0.firstSent }
    entries.removeFirst(whole)
    if whole > 0, !entries.isEmpty { entries[0].frontSince = now }
    if let first = entries.first, first.seq < ack { entries[0].trim(to: ack) }
    if let sample { learn(sample, policy) }
  }

  private mutating func learn(_ sample: Interval, _ policy: RetransmissionPolicy) {
    if let smoothed = smoothedRoundTrip {
      let difference = abs(smoothed.nanoseconds - sample.nanoseconds)
      roundTripVariation.nanoseconds = (3 * roundTripVariation.nanoseconds + difference) / 4
      smoothedRoundTrip = Interval(nanoseconds: (7 * smoothed.nanoseconds + sample.nanoseconds) / 8)
    } else {
      smoothedRoundTrip = sample
      roundTripVariation = Interval(nanoseconds: sample.nanoseconds / 2)
    }
    timeout = policy.timeout(smoothedRoundTrip: smoothedRoundTrip!, variation: roundTripVariation)
  }

  /// Notes that the front goes out again because its time was up.
  mutating func frontTimedOut() {
    entries[0].transmissions += 1
    entries[0].isAmbiguous = true
    if entries[0].control.contains(.syn) { synTimedOut = true }
  }

  /// The timeout doubles (RFC 6298 §5.5).
  mutating func backOff(_ policy: RetransmissionPolicy) {
    timeout = min(2 * timeout, policy.maximumTimeout)
  }

  /// Puts what follows an entry into the same segment, as far as it fits; a SYN stays alone.
  mutating func merge(at place: Int, upTo size: Int) {
    guard !entries[place].control.contains(.syn), entries[place].text < size else { return }
    let next = place + 1
    while next < entries.count, entries[place].text + entries[next].text <= size {
      entries[place].text += entries[next].text
      entries[place].control.formUnion(entries[next].control)
      entries.remove(at: next)
    }
  }

  /// How many entries are on their way, as far as this end can tell.
  var outstandingCount: Int { entries.count { !$0.isLost } }

  /// Takes all behind the front for lost; the front has just gone out again.
  mutating func loseAllBehindFront() {
    for place in entries.indices { entries[place].isLost = place > 0 }
  }

  mutating func loseFront() {
    if !entries.isEmpty { entries[0].isLost = true }
  }

  /// Notes that an entry went out again because it was taken for lost.
  mutating func resent(at place: Int) {
    entries[place].isLost = false
    entries[place].isAmbiguous = true
  }

  /// Notes that the front goes out again for another reason than its timer.
  mutating func frontSentAgain() {
    if !entries.isEmpty { entries[0].isAmbiguous = true }
  }

  /// RFC 6298 (5.7): after a SYN that timed out, data begins with a timeout of three seconds.
  ///
  /// - Returns: whether that rule applied.
  mutating func handshakeIsComplete() -> Bool {
    guard synTimedOut, smoothedRoundTrip == nil else { return false }
    timeout = .seconds(3)
    return true
  }
}

extension RetransmissionQueue.Entry {
  /// Cuts off what comes before `number`.
  fileprivate mutating func trim(to number: SequenceNumber) {
    if control.contains(.syn) {
      control.remove(.syn)
      seq += 1
    }
    let octets = max(0, min(text, number - seq))
    text -= octets
    seq += octets
  }
}
