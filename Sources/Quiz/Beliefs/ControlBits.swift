import Simulation
import TCP

/// What is believed of control bits, and of who has to answer.
extension Belief {
  static let controlBits: [Belief] = [
    synWithoutAck, ackInsteadOfSynAck, synAgainInThird, serverRepeatsSynAck, nothingIsSent, unacceptableIsIgnored,
    everySegmentIsAcknowledged, finWithoutAck,
  ]

  private static let synWithoutAck = Belief(
    "syn-without-ack",
    segment: { right, solution in
      solution.answersASyn(with: right) ? right.with { $0.control.remove(.ack) } : nil
    })

  private static let ackInsteadOfSynAck = Belief(
    "ack-instead-of-syn-ack",
    segment: { right, solution in
      solution.answersASyn(with: right) ? right.with { $0.control.remove(.syn) } : nil
    })

  private static let synAgainInThird = Belief(
    "syn-again-in-third",
    segment: { right, solution in
      guard right.control == .ack, right.text == 0, solution.trigger?.has(.syn) == true else { return nil }
      return right.with { $0.control.insert(.syn) }
    })

  private static let serverRepeatsSynAck = Belief("server-repeats-syn-ack") { solution in
    let record = solution.record
    guard solution.unansweredPureAck?.ack == record.send.iss + 1, record.openedPassively, record.state == .established
    else { return nil }
    return .segment(sent: Segment(seq: record.send.iss, ack: record.receive.nxt, control: [.syn, .ack]))
  }

  private static let nothingIsSent = Belief("nothing-is-sent") { solution in
    guard case .segment = solution.key, solution.answersAnArrival, let segment = solution.segment,
      solution.arrival(acknowledgedBy: segment) != nil
    else { return nil }
    return .nothing
  }

  private static let unacceptableIsIgnored = Belief("unacceptable-is-ignored") { solution in
    guard case .segment = solution.key, solution.answersADroppedArrival else { return nil }
    return .nothing
  }

  private static let everySegmentIsAcknowledged = Belief("every-segment-is-acknowledged") { solution in
    guard solution.unansweredPureAck != nil else { return nil }
    return .segment(
      sent: Segment(seq: solution.record.send.nxt, ack: solution.record.receive.nxt, control: .ack))
  }

  private static let finWithoutAck = Belief(
    "fin-without-ack",
    segment: { right, _ in
      right.has([.fin, .ack]) ? right.with { $0.control.remove(.ack) } : nil
    })
}

extension Solution {
  /// Whether a segment is the SYN,ACK of an end that was called.
  fileprivate func answersASyn(with segment: Segment) -> Bool {
    segment.has([.syn, .ack]) && record.openedPassively && trigger?.control == .syn
  }
}
