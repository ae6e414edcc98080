import Simulation
import TCP

/// What is believed of an end that refuses a segment with a RST.
extension Belief {
  static let resets: [Belief] = [anySynAckIsTaken, resetHasOwnNumber]

  private static let anySynAckIsTaken = Belief(
    "any-syn-ack-is-taken",
    segment: { right, solution in
      guard right.control == .rst, solution.record.state == .synSent, let trigger = solution.trigger,
        trigger.control == [.syn, .ack]
      else { return nil }
      return Segment(seq: solution.record.send.iss + 1, ack: trigger.end, control: .ack)
    })

  private static let resetHasOwnNumber = Belief(
    "reset-has-own-number",
    segment: { right, solution in
      guard right.control == .rst, solution.record.state == .synSent || solution.record.state == .synReceived,
        let trigger = solution.trigger, trigger.has(.ack), trigger.ack == right.seq
      else { return nil }
      return right.with { $0.seq = solution.record.send.nxt }
    })
}
