import TCP

/// The shortest way to a rule: a situation, and events of which the last fires it.
struct RuleStory {
  var rule: Rule
  var situation: Situation
  var profile: Profile
  var events: [Event]

  init(_ rule: Rule, _ situation: Situation, under profile: Profile = .rfc9293, _ events: Event...) {
    self.rule = rule
    self.situation = situation
    self.profile = profile
    self.events = events
  }
}

extension Event {
  fileprivate static let send = Event.call(.send(octets: 10))
  fileprivate static let close = Event.call(.close)
  fileprivate static let abort = Event.call(.abort)
  fileprivate static let receive = Event.call(.receive)
  fileprivate static let status = Event.call(.status)
  fileprivate static let retransmit = Event.timeout(.retransmission)
}

extension RuleStory {
  private static let nxt = Number.send
  private static let rcv = Number.receive

  /// In the order of `Rule`. A profile of its own may add stories in a file of its own.
  static let all: [RuleStory] = calls + segmentsBeforeTheWindow + segments + timeouts + whatIf

  private static let calls: [RuleStory] = [
    .init(.openPassive, .closed, .call(.openPassive)),
    .init(.openActive, .closed, .call(.openActive())),
    .init(.openActiveFromListen, .listen, .call(.openActive())),
    .init(.openWithoutRemote, .listen, .call(.openActive(remoteSpecified: false))),
    .init(.openOnExistingConnection, .established, .call(.openActive())),
    .init(.sendWithoutConnection, .closed, .send),
    .init(.sendOpensListener, .listen, .send),
    .init(.sendWaitsForEstablished, .synSent, .send),
    .init(.sendText, .established, .send),
    .init(.sendAfterClose, .finWait1, .send),
    .init(.receiveWithoutConnection, .closed, .receive),
    .init(.receiveWaits, .established, .receive),
    .init(.receiveText, .established, .arrival(.ack(rcv, nxt, text: 10)), .receive),
    .init(.receiveLastText, .established, .arrival(.finAck(rcv, nxt, text: 10)), .receive),
    .init(.receiveAfterLastText, .closeWait, .receive),
    .init(.receiveAfterClose, .lastAck, .receive),
    .init(.closeWithoutConnection, .closed, .close),
    .init(.closeInListen, .listen, .close),
    .init(.closeInSynSent, .synSent, .close),
    .init(.closeInSynReceived, .synReceivedPassively, .close),
    .init(.closeWaitsForEstablished, .synReceivedPassively, .send, .close),
    .init(.queuedCloseGoesOn, .synReceivedPassively, .send, .close, .arrival(.ack(rcv, nxt))),
    .init(.closeSendsFin, .established, .close),
    .init(.finWaitsForText, .established, .call(.send(octets: 600)), .close),
    .init(.closeInCloseWait, .closeWait, .close),
    .init(.closeAgain, .finWait1, .close),
    .init(.abortWithoutConnection, .closed, .abort),
    .init(.abortBeforeSynchronization, .synSent, .abort),
    .init(.abortSendsReset, .established, .abort),
    .init(.abortAfterBothFins, .lastAck, .abort),
    .init(.statusWithoutConnection, .closed, .status),
    .init(.status, .listen, .status),
  ]

  private static let segmentsBeforeTheWindow: [RuleStory] = [
    .init(.closedDropsReset, .closed, .arrival(.rst(1))),
    .init(.closedResets, .closed, .arrival(.syn(1))),
    .init(.closedResetsAck, .closed, .arrival(.ack(1, 2))),
    .init(.listenIgnoresReset, .listen, .arrival(.rst(1))),
    .init(.listenResetsAck, .listen, .arrival(.ack(1, 2))),
    .init(.listenAnswersSyn, .listen, .arrival(.syn(1))),
    .init(.textOfSynIsKept, .listen, .arrival(.syn(1, text: 10))),
    .init(.listenDropsOther, .listen, .arrival(.fin(1))),
    .init(.synSentResetsWrongAck, .synSent, .arrival(.ack(1, nxt + 1))),
    .init(.synSentDropsResetOfWrongAck, .synSent, .arrival(.rstAck(1, nxt + 1))),
    .init(.synSentIsReset, .synSent, .arrival(.rstAck(0, nxt))),
    .init(.synSentDropsResetWithoutAck, .synSent, .arrival(.rst(1))),
    .init(.synSentIsAcknowledged, .synSent, .arrival(.synAck(1, nxt))),
    .init(.synSentMeetsSyn, .synSent, .arrival(.syn(1))),
    .init(.synSentDropsOther, .synSent, .arrival(.ack(1, nxt))),
  ]

  private static let segments: [RuleStory] = [
    .init(.repeatedSynGetsSynAck, .synReceivedPassively, .arrival(.syn(rcv - 1))),
    .init(.synAckOfSimultaneousOpen, .synReceivedActively, .arrival(.synAck(rcv - 1, nxt))),
    .init(.sequenceIsAcceptable, .established, .arrival(.ack(rcv, nxt))),
    .init(.segmentIsTrimmed, .established, .arrival(.ack(rcv - 5, nxt, text: 10))),
    .init(.unacceptableIsAcknowledged, .established, .arrival(.ack(rcv - 1, nxt))),
    .init(.unacceptableResetIsDropped, .established, .arrival(.rst(rcv - 1))),
    .init(.repeatedFinRestartsTimeWait, .timeWaitFromFinWait2, .arrival(.finAck(rcv, nxt + 1))),
    .init(.resetIsExact, .established, .arrival(.rst(rcv))),
    .init(.resetIsInWindow, .established, under: .rfc793, .arrival(.rst(rcv + 1))),
    .init(.resetInWindowIsChallenged, .established, .arrival(.rst(rcv + 1))),
    .init(.resetReturnsToListen, .synReceivedPassively, .arrival(.rst(rcv))),
    .init(.resetRefuses, .synReceivedActively, .arrival(.rst(rcv))),
    .init(.resetEndsConnection, .established, .arrival(.rst(rcv))),
    .init(.resetAfterBothFins, .lastAck, .arrival(.rst(rcv + 1))),
    .init(.synReturnsToListen, .synReceivedPassively, .arrival(.syn(rcv))),
    .init(.synIsChallenged, .established, .arrival(.syn(rcv))),
    .init(.synInWindowResets, .established, under: .rfc793, .arrival(.syn(rcv))),
    .init(.segmentWithoutAckIsDropped, .established, .arrival(.fin(rcv))),
    .init(.synReceivedIsAcknowledged, .synReceivedPassively, .arrival(.ack(rcv, nxt))),
    .init(.synReceivedResetsWrongAck, .synReceivedPassively, .arrival(.ack(rcv, nxt + 1))),
    .init(.threeSecondTimeoutAfterSyn, .synSent, .retransmit, .arrival(.synAck(1, nxt))),
    .init(.ackOfUnsentIsAnswered, .established, .arrival(.ack(rcv, nxt + 1))),
    .init(.ackTooOldIsChallenged, .established, .arrival(.ack(rcv, nxt - 501))),
    .init(.ackIsNew, .establishedUnacknowledged, .arrival(.ack(rcv, nxt + 100))),
    .init(.ackIsDuplicate, .established, .arrival(.ack(rcv, nxt))),
    .init(.finIsAcknowledged, .finWait1, .arrival(.ack(rcv, nxt + 1))),
    .init(.closingIsAcknowledged, .closing, .arrival(.ack(rcv + 1, nxt + 1))),
    .init(.lastAckIsAcknowledged, .lastAck, .arrival(.ack(rcv + 1, nxt + 1))),
    .init(.timeWaitAcknowledges, .timeWaitFromFinWait2, .arrival(.finAck(rcv + 1, nxt + 1))),
    .init(.textIsTaken, .established, .arrival(.ack(rcv, nxt, text: 10))),
    .init(.outOfOrderTextIsKept, .established, .arrival(.ack(rcv + 1, nxt, text: 10))),
    .init(.textAfterFinIsIgnored, .closeWait, .arrival(.ack(rcv + 1, nxt, text: 10))),
    .init(.secondFinIsIgnored, .closeWait, .arrival(.finAck(rcv + 1, nxt))),
    .init(.finMakesCloseWait, .established, .arrival(.finAck(rcv, nxt))),
    .init(.finMakesClosing, .finWait1, .arrival(.finAck(rcv, nxt))),
    .init(.finMakesTimeWait, .finWait2, .arrival(.finAck(rcv, nxt + 1))),
  ]

  private static let timeouts: [RuleStory] = [
    .init(.userTimeout, .synSent, .timeout(.user)),
    .init(.retransmission, .synSent, .retransmit),
    .init(.retransmissionBacksOff, .synSent, .retransmit),
    .init(.retransmissionGivesUp, .synSent, .retransmit),
    .init(.timeWaitEnds, .timeWaitFromFinWait2, .timeout(.timeWait)),
  ]

  private static let whatIf: [RuleStory] = [
    .init(.whatIfTwoWay, .listen, under: .twoWay, .arrival(.syn(1))),
    .init(.whatIfNoTimeWait, .closing, under: .noTimeWait, .arrival(.ack(rcv + 1, nxt + 1))),
    .init(.whatIfTimeWaitIgnoresReset, .timeWaitFromFinWait2, under: .rfc1337, .arrival(.rst(rcv + 1))),
  ]
}
