import TCP

/// What is believed of control bits, and of who has to answer.
extension Belief {
  static let controlBits: [Belief] = [
    synWithoutAck, ackInsteadOfSynAck, synBitAcknowledges, synAgainInThird, nothingIsSent, finWithoutAck,
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

  private static let synBitAcknowledges = Belief(
    "syn-bit-acknowledges",
    segment: { right, _ in
      right.has([.syn, .ack]) ? right.with { $0.control.remove(.ack) } : nil
    })

  private static let synAgainInThird = Belief(
    "syn-again-in-third",
    segment: { right, solution in
      guard right.control == .ack, right.text == 0, solution.trigger?.has(.syn) == true else { return nil }
      return right.with { $0.control.insert(.syn) }
    }
  ).answeringAcks { trigger, solution in
    Segment(seq: solution.record.send.iss, ack: trigger.seq, control: [.syn, .ack])
  }

  private static let nothingIsSent = Belief("nothing-is-sent") { solution in
    if case .segment = solution.key { .nothing } else { nil }
  }

  private static let finWithoutAck = Belief(
    "fin-without-ack",
    segment: { right, _ in
      right.has([.fin, .ack]) ? right.with { $0.control.remove(.ack) } : nil
    })
}
