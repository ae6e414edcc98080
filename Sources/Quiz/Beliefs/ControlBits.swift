import TCP

/// What is believed of control bits, and of who has to answer.
extension Belief {
  static let controlBits: [Belief] = [
    synWithoutAck, ackInsteadOfSynAck, synAgainInThird, synAckSentAgain, nothingIsSent, everySegmentIsAcknowledged,
    finWithoutAck,
  ]

  private static let synWithoutAck = Belief(
    "syn-without-ack",
    segment: { right, _ in
      right.has([.syn, .ack]) ? right.with { $0.control.remove(.ack) } : nil
    })

  private static let ackInsteadOfSynAck = Belief(
    "ack-instead-of-syn-ack",
    segment: { right, _ in
      right.has([.syn, .ack]) ? right.with { $0.control.remove(.syn) } : nil
    })

  private static let synAgainInThird = Belief(
    "syn-again-in-third",
    segment: { right, solution in
      guard right.control == .ack, right.text == 0, solution.trigger?.has(.syn) == true else { return nil }
      return right.with { $0.control.insert(.syn) }
    })

  private static let synAckSentAgain = Belief("syn-ack-sent-again") { solution in
    let record = solution.record
    guard solution.key == .nothing, record.openedPassively, record.state == .established,
      let trigger = solution.trigger, trigger.control == .ack
    else { return nil }
    return .segment(sent: Segment(seq: record.send.iss, ack: record.receive.nxt, control: [.syn, .ack]))
  }

  private static let nothingIsSent = Belief("nothing-is-sent") { solution in
    guard case .segment = solution.key, solution.answersAnArrival else { return nil }
    return .nothing
  }

  private static let everySegmentIsAcknowledged = Belief("every-segment-is-acknowledged") { solution in
    guard solution.key == .nothing, let trigger = solution.trigger, trigger.has(.ack) else { return nil }
    return .segment(
      sent: Segment(seq: solution.record.send.nxt, ack: solution.record.receive.nxt, control: .ack))
  }

  private static let finWithoutAck = Belief(
    "fin-without-ack",
    segment: { right, _ in
      right.has([.fin, .ack]) ? right.with { $0.control.remove(.ack) } : nil
    })
}
