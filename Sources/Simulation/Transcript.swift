import TCP

/// All that happened in a run, in order.
public typealias Transcript = [Occurrence]

/// One thing that happened, to one host.
public struct Occurrence: Hashable, Sendable {
  public let time: Instant
  /// Who does it, or to whom it happens: the sender of what is sent, lost, duplicated, held or released; the receiver
  /// of what arrives or is injected.
  public let host: Host
  /// Which event of the run brought it about, counted from **1**: a call, an arrival, a timeout, a crash, or somebody's
  /// hand on the wire. All that one event brought about stands together, the event itself first.
  public let event: Int32
  public let kind: Kind
  /// The clauses that fired; empty where no machine was asked.
  public let rules: RuleList
  /// The variables of the host's connection after it.
  public let record: ConnectionRecord

  public enum Kind: Hashable, Sendable {
    case call(Call, Outcome)
    /// `number` counts segments in order of sending, from 1.
    case send(Segment, number: Int, isRetransmission: Bool)
    /// `number` is nil for an injected segment.
    case arrive(Segment, number: Int?, Outcome)
    case state(from: State, to: State)
    case lost(Segment, number: Int)
    case duplicated(Segment, number: Int)
    case held(Segment, number: Int)
    case released(Segment, number: Int)
    case injected(Segment)
    case timeout(Timer)
    /// `call` is the outstanding call that came back with it, if any.
    case signal(Signal, call: OutstandingCall?)
    case deliver(octets: Int)
    case crash
    case expect(text: String, holds: Bool)
  }
}

extension Occurrence {
  /// The number of the segment that this is about; nil for an injected one and where it is about none.
  public var segmentNumber: Int? {
    switch kind {
    case .send(_, let number, _), .lost(_, let number), .duplicated(_, let number), .held(_, let number),
      .released(_, let number):
      number
    case .arrive(_, let number, _): number
    case .call, .state, .injected, .timeout, .signal, .deliver, .crash, .expect: nil
    }
  }
}
