import TCP

extension Network {
  /// Asks for something to happen to what a host will send.
  public mutating func plan(_ fault: Fault) { present.wire.faults.append(fault) }

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
    guard let segment = present.wire.inFlight.first(where: { $0.number == number }) else {
      throw .notInFlight(number: number)
    }
    present.wire.add(segment)
    begin(.duplicated(segment.segment, number: number), segment.from)
  }

  /// - Throws: `WireError.notInFlight`.
  public mutating func hold(number: Int) throws(WireError) {
    let segment = try takeInFlight(number)
    present.wire.hold(segment)
    begin(.held(segment.segment, number: number), segment.from)
  }

  /// - Throws: `WireError.notInFlight`.
  public mutating func delay(number: Int, by interval: Interval) throws(WireError) {
    var segment = try takeInFlight(number)
    segment.arrival = segment.arrival + interval
    present.wire.add(segment)
  }

  /// Puts what is held back into flight again: all of it, or one.
  ///
  /// - Throws: `WireError.notHeld`, `WireError.nothingHeld`.
  public mutating func release(number: Int? = nil) throws(WireError) {
    let released = present.wire.takeHeld(number: number)
    if released.isEmpty {
      if let number { throw .notHeld(number: number) }
      throw .nothingHeld
    }
    for var segment in released {
      segment.arrival = now + settings.latency
      present.wire.add(segment)
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
    guard present.wire.inFlight.count >= 2 else { throw .tooFewInFlight(present.wire.inFlight.count) }
    present.wire.swapFirstTwo()
  }

  private mutating func takeInFlight(_ number: Int) throws(WireError) -> SegmentInFlight {
    guard let segment = present.wire.take(number: number) else { throw .notInFlight(number: number) }
    return segment
  }
}
