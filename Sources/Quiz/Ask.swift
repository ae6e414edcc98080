import Simulation
import TCP

/// What is asked of a run.
public enum Ask: Hashable, Sendable {
  /// The state of a host: at the end, or after so many arrivals of the run.
  case state(Host, afterArrivals: Int?)
  /// Fields of the segment with this number, in order of sending from 1.
  case field(segment: Int, of: [Field])
  /// What a host sends next, if anything.
  case nextSegment(Host)
}

/// A field of a segment that can be asked for.
public enum Field: String, CaseIterable, Hashable, Sendable {
  case flags, seq, ack, length
}
