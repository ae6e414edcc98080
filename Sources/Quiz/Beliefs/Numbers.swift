import Simulation
import TCP

/// What is believed of sequence and acknowledgment numbers.
extension Belief {
  static let numbers: [Belief] = [
    ackNotPlusOne, ackCountsOneMore, ackConsumesANumber, pureAckIsCounted, seqAckSwapped, seqRestartsAtISN,
    sameNumberBothWays,
  ]

  private static let ackNotPlusOne = Belief(
    "ack-not-plus-one",
    segment: { right, solution in
      solution.arrival(acknowledgedBy: right).map { trigger in right.with { $0.ack = trigger.seq } }
    })

  private static let ackCountsOneMore = Belief(
    "ack-counts-one-more",
    segment: { right, solution in
      guard solution.arrival(acknowledgedBy: right) != nil,
        solution.record(of: solution.host.peer).send.nxt == right.ack
      else { return nil }
      return right.with { $0.ack += 1 }
    })

  private static let ackConsumesANumber = Belief(
    "ack-consumes-a-number",
    segment: { right, solution in
      solution.sentPureAck(before: right) ? right.with { $0.seq += 1 } : nil
    })

  private static let pureAckIsCounted = Belief("pure-ack-is-counted") { solution in
    guard let trigger = solution.unansweredPureAck else { return nil }
    return .segment(sent: Segment(seq: solution.record.send.nxt, ack: trigger.seq + 1, control: .ack))
  }

  private static let seqAckSwapped = Belief(
    "seq-ack-swapped",
    segment: { right, _ in
      guard right.has(.ack) else { return nil }
      return right.with { ($0.seq, $0.ack) = (right.ack, right.seq) }
    })

  private static let seqRestartsAtISN = Belief(
    "seq-restarts-at-isn",
    segment: { right, solution in
      guard right.has(.ack), !right.has(.syn), !right.has(.rst) else { return nil }
      return right.with { $0.seq = solution.record.send.iss }
    })

  private static let sameNumberBothWays = Belief(
    "same-number-both-ways",
    segment: { right, _ in
      right.has(.ack) ? right.with { $0.ack = right.seq + 1 } : nil
    })
}

extension Segment {
  /// A copy with something changed.
  func with(_ change: (inout Segment) -> Void) -> Segment {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Solution {
  /// The arrival whose numbers a segment acknowledges; nil where it is another that it acknowledges, or none.
  func arrival(acknowledgedBy segment: Segment) -> Segment? {
    guard segment.has(.ack), let trigger, trigger.length > 0, trigger.end == segment.ack else { return nil }
    return trigger
  }

  /// The ACK in order, without text, that has arrived last and is not answered; nil where something is sent.
  var unansweredPureAck: Segment? {
    guard key == .nothing, decisive != nil, let trigger, trigger.control == .ack, trigger.length == 0,
      trigger.seq == record.receive.nxt
    else { return nil }
    return trigger
  }

  /// Whether the host has sent an ACK that carries nothing, before this segment and with its number.
  fileprivate func sentPureAck(before segment: Segment) -> Bool {
    after.transcript[..<(decisive ?? after.transcript.count)].contains { occurrence in
      guard occurrence.host == host, case .send(let sent, _, _) = occurrence.kind else { return false }
      return sent.control == .ack && sent.length == 0 && sent.seq == segment.seq
    }
  }
}
