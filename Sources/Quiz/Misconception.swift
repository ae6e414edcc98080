import Bilingual
import TCP

/// A known false belief, in words. What it would answer is computed by `Belief`.
public struct Misconception: Hashable, Sendable {
  public let id: String
  public let statement: Localized
  public let truth: Localized
  /// The section that settles it, `RFC 9293 §3.4`.
  public let source: String
}

/// What each misconception would answer, for the numbers of the question at hand.
///
/// The raw value is the misconception's id in `Quizzes/misconceptions.yaml`; `check` proves that each has its text.
enum Belief: String, CaseIterable {
  case ackNotPlusOne = "ack-not-plus-one"
  case ackCountsOneMore = "ack-counts-one-more"
  case ackConsumesANumber = "ack-consumes-a-number"
  case seqAckSwapped = "seq-ack-swapped"
  case seqRestartsAtISN = "seq-restarts-at-isn"
  case sameNumberBothWays = "same-number-both-ways"
  case synWithoutAck = "syn-without-ack"
  case ackInsteadOfSynAck = "ack-instead-of-syn-ack"
  case synBitAcknowledges = "syn-bit-acknowledges"
  case synAgainInThird = "syn-again-in-third"
  case establishedTooEarly = "established-too-early"
  case bothEstablishedTogether = "both-established-together"
  case synReceivedMeansNotAcknowledged = "syn-received-means-not-acknowledged"
  case listenBecomesSynSent = "listen-becomes-syn-sent"
  case synSentSynReceivedMixedUp = "syn-sent-syn-received-mixed-up"
  case thirdAckLostFails = "third-ack-lost-fails"
  case nothingIsSent = "nothing-is-sent"

  /// Its answer; nil where it has nothing to say, or would answer rightly.
  func answer(to evidence: Evidence) -> Answer? {
    let answer: Answer? =
      switch evidence.key {
      case .state(let state): believedState(state, evidence).map(Answer.state)
      case .fields(let values):
        evidence.segment.flatMap { believedSegment($0, evidence) }.map { segment in
          .fields(values.map { Answer.FieldValue($0.field, of: segment) })
        }
      case .segment(let segment):
        self == .nothingIsSent ? .nothing : believedSegment(segment, evidence).map(Answer.segment(sent:))
      case .nothing: acknowledgmentOfAnAcknowledgment(evidence).map(Answer.segment(sent:))
      }
    return answer == evidence.key ? nil : answer
  }

  private func believedSegment(_ right: Segment, _ evidence: Evidence) -> Segment? {
    var segment = right
    switch self {
    case .ackNotPlusOne:
      guard right.has(.ack), let trigger = evidence.trigger else { return nil }
      segment.ack = trigger.seq
    case .ackCountsOneMore:
      guard right.has(.ack) else { return nil }
      segment.ack += 1
    case .ackConsumesANumber:
      guard sentPureAck(before: right, evidence) else { return nil }
      segment.seq += 1
    case .seqAckSwapped:
      guard right.has(.ack) else { return nil }
      (segment.seq, segment.ack) = (right.ack, right.seq)
    case .seqRestartsAtISN:
      segment.seq = evidence.tcb.send.iss
    case .sameNumberBothWays:
      guard right.has(.ack) else { return nil }
      segment.ack = right.seq + 1
    case .synWithoutAck, .synBitAcknowledges:
      guard right.has([.syn, .ack]) else { return nil }
      segment.control.remove(.ack)
    case .ackInsteadOfSynAck:
      guard right.has([.syn, .ack]) else { return nil }
      segment.control.remove(.syn)
    case .synAgainInThird:
      guard right.control == .ack, right.text == 0, evidence.trigger?.has(.syn) == true else { return nil }
      segment.control.insert(.syn)
    case .establishedTooEarly, .bothEstablishedTogether, .synReceivedMeansNotAcknowledged, .listenBecomesSynSent,
      .synSentSynReceivedMixedUp, .thirdAckLostFails, .nothingIsSent:
      return nil
    }
    return segment
  }

  /// Whether the host has sent an ACK that carries nothing, before this segment and with its number.
  private func sentPureAck(before segment: Segment, _ evidence: Evidence) -> Bool {
    let end = evidence.decisive ?? evidence.after.transcript.count
    return evidence.after.transcript[..<end].contains { occurrence in
      guard occurrence.host == evidence.host, case .send(let sent, _, _) = occurrence.kind else { return false }
      return sent.control == .ack && sent.length == 0 && sent.seq == segment.seq
    }
  }

  /// Where nothing is sent: the ACK of an ACK that some expect.
  private func acknowledgmentOfAnAcknowledgment(_ evidence: Evidence) -> Segment? {
    guard let trigger = evidence.trigger, trigger.has(.ack) else { return nil }
    let next = evidence.tcb.send.nxt
    switch self {
    case .ackConsumesANumber: return Segment(seq: next, ack: trigger.seq + 1, control: .ack)
    case .ackNotPlusOne: return Segment(seq: next, ack: trigger.seq, control: .ack)
    case .synAgainInThird: return Segment(seq: evidence.tcb.send.iss, ack: trigger.seq, control: [.syn, .ack])
    default: return nil
    }
  }

  private func believedState(_ right: State, _ evidence: Evidence) -> State? {
    switch (self, right) {
    case (.establishedTooEarly, .synReceived), (.establishedTooEarly, .synSent): return .established
    case (.bothEstablishedTogether, _): return evidence.after.network.state(of: evidence.host.peer)
    case (.synReceivedMeansNotAcknowledged, .synReceived): return .listen
    case (.listenBecomesSynSent, .listen), (.listenBecomesSynSent, .synReceived): return .synSent
    case (.synSentSynReceivedMixedUp, .synSent): return .synReceived
    case (.synSentSynReceivedMixedUp, .synReceived): return .synSent
    case (.thirdAckLostFails, _):
      return evidence.wasLost(.ack, from: evidence.host) || evidence.wasLost(.ack, from: evidence.host.peer)
        ? .closed : nil
    default: return nil
    }
  }
}
