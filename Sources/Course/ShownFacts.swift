import Simulation
import TCP

/// What a run has shown so far.
struct ShownFacts {
  private var numbers: Set<UInt32> = []
  /// What was sent or injected.
  private var segments: Set<Segment> = []
  private var states: Set<State> = [.closed]
  /// How much of the transcript has been looked at.
  private var position = 0

  init(_ settings: Network.Settings) {
    for host in Host.allCases {
      numbers.formUnion(settings.endpoints[host].initialSequenceNumbers.map(\.value))
    }
  }

  /// Takes in what has happened since the last time.
  mutating func look(at transcript: Transcript) {
    for occurrence in transcript[position...] {
      switch occurrence.kind {
      case .send(let segment, _, _), .injected(let segment):
        segments.insert(segment)
        numbers.insert(segment.seq.value)
        numbers.insert(UInt32(segment.text))
        if segment.has(.ack) { numbers.insert(segment.ack.value) }
      case .state(let from, let to):
        states.formUnion([from, to])
      case .call, .arrive, .lost, .duplicated, .held, .released, .timeout, .signal, .deliver, .crash, .expect:
        break
      }
    }
    position = transcript.count
  }

  /// Whether a number was a sequence number of the run, or was acknowledged in it.
  func isSequenceNumber(_ number: UInt32) -> Bool {
    segments.contains { $0.seq.value == number || $0.has(.ack) && $0.ack.value == number }
  }

  func show(_ claim: ProseToken.Claim) -> Bool {
    switch claim {
    case .number(let number): numbers.contains(number)
    case .state(let state): states.contains(state)
    case .bits, .seq, .ack, .length: segments.contains { Self.bears($0, claim) }
    case .impossible: false
    }
  }

  /// Whether one segment is what is described: all of this, and exactly these bits.
  func showSegment(with claims: [ProseToken.Claim]) -> Bool {
    segments.contains { segment in
      claims.allSatisfy { claim in
        if case .bits(let bits) = claim { segment.control == bits } else { Self.bears(segment, claim) }
      }
    }
  }

  /// A single bit may stand among others; several are all that the segment has.
  private static func bears(_ segment: Segment, _ claim: ProseToken.Claim) -> Bool {
    switch claim {
    case .bits(let bits): bits.names.count == 1 ? segment.has(bits) : segment.control == bits
    case .seq(let seq): segment.seq == seq
    case .ack(let ack): segment.has(.ack) && segment.ack == ack
    case .length(let length): segment.text == length
    case .number, .state, .impossible: false
    }
  }
}
