import Bilingual
import Scenario
import Simulation
import TCP

extension Expectation {
  static func state(of host: Host, _ state: State) -> Expectation { .states([HostState(host: host, state: state)]) }

  /// That a segment was sent, with those of its numbers that are shown and apply.
  static func sent(_ host: Host, _ segment: Segment, showing fields: [Field]) -> Expectation {
    .sent(
      host, segment.control, seq: fields.contains(.seq) ? segment.seq : nil,
      ack: fields.contains(.ack) && segment.has(.ack) ? segment.ack : nil,
      length: fields.contains(.length) ? segment.text : nil)
  }

  /// Whether this follows from another that holds.
  fileprivate func follows(from other: Expectation) -> Bool {
    switch (self, other) {
    case (.states(let wanted), .states(let claimed)): wanted.allSatisfy(claimed.contains)
    case (
      .sent(let host, let control, let seq, let ack, let length),
      .sent(let claimedHost, let claimedControl, let claimedSeq, let claimedAck, let claimedLength)
    ):
      host == claimedHost && control == claimedControl && (seq == nil || seq == claimedSeq)
        && (ack == nil || ack == claimedAck) && (length == nil || length == claimedLength)
    case (.sentNothing, .sentNothing), (.signal, .signal), (.inFlight, .inFlight): self == other
    default: false
    }
  }
}

extension [Statement] {
  /// The first of these claims that no `expect` line among the statements makes; nil where they make all.
  ///
  /// A state counts where nothing is played behind the line, for it may change.
  func unclaimed(of claims: [Expectation]) -> Expectation? {
    var atEnd: [Expectation] = []
    var all: [Expectation] = []
    for statement in self {
      guard case .expect(let expectation) = statement.action else {
        atEnd = []
        continue
      }
      atEnd.append(expectation)
      all.append(expectation)
    }
    return claims.first { claim in
      let made = if case .states = claim { atEnd } else { all }
      return !made.contains { claim.follows(from: $0) }
    }
  }
}
