import TCP

/// A segment on its way.
public struct SegmentInFlight: Hashable, Sendable {
  /// Its number, in order of sending, from **1**; a duplicate bears the number of its original.
  public let number: Int
  public let from: Host
  public let segment: Segment
  /// When it arrives if nothing interferes.
  public internal(set) var arrival: Instant
}

/// The network between the hosts: what is on its way, what is held back, and what is to happen to what comes.
struct Wire: Hashable, Sendable {
  /// In order of arrival; among equals, in the order in which they came onto the wire.
  private(set) var inFlight: [SegmentInFlight] = []
  /// In order of being held.
  private(set) var held: [SegmentInFlight] = []
  /// In the order in which they were asked for.
  var faults: [Fault] = []

  /// Puts a segment behind all that arrive no later.
  mutating func add(_ segment: SegmentInFlight) {
    var (low, high) = (0, inFlight.count)
    while low < high {
      let middle = (low + high) / 2
      if segment.arrival < inFlight[middle].arrival { high = middle } else { low = middle + 1 }
    }
    inFlight.insert(segment, at: low)
  }

  mutating func hold(_ segment: SegmentInFlight) { held.append(segment) }

  mutating func takeFirst() -> SegmentInFlight? {
    inFlight.isEmpty ? nil : inFlight.removeFirst()
  }

  /// Takes the first copy of that number out of flight.
  mutating func take(number: Int) -> SegmentInFlight? {
    guard let place = inFlight.firstIndex(where: { $0.number == number }) else { return nil }
    return inFlight.remove(at: place)
  }

  /// Takes what is held back: all of it, or the first copy of that number.
  mutating func takeHeld(number: Int?) -> [SegmentInFlight] {
    guard let number else {
      defer { held = [] }
      return held
    }
    guard let place = held.firstIndex(where: { $0.number == number }) else { return [] }
    return [held.remove(at: place)]
  }

  /// Has the two that would arrive next change places.
  mutating func swapFirstTwo() {
    let times = (inFlight[0].arrival, inFlight[1].arrival)
    inFlight.swapAt(0, 1)
    inFlight[0].arrival = times.0
    inFlight[1].arrival = times.1
  }

  /// The fault that is to happen to a segment with these bits from this host, counted off.
  mutating func faultFor(_ control: ControlBits, from host: Host) -> Fault.Kind? {
    guard let place = faults.firstIndex(where: { $0.host == host && $0.control == control }) else { return nil }
    let kind = faults[place].kind
    faults[place].count -= 1
    if faults[place].count == 0 { faults.remove(at: place) }
    return kind
  }
}

/// What is to happen to the next segments of a kind that a host sends.
public struct Fault: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case lose
    case duplicate
    case hold
    /// Arrives so much later than it would.
    case delay(Interval)
  }

  public let kind: Kind
  public let host: Host
  /// Exactly these bits.
  public let control: ControlBits
  /// To how many segments, **1 …**.
  public internal(set) var count: Int

  public init(_ kind: Kind, host: Host, control: ControlBits, count: Int = 1) {
    self.kind = kind
    self.host = host
    self.control = control
    self.count = count
  }
}
