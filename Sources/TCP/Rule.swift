/// The clauses that govern opening and closing a connection, in the order of RFC 9293 §3.10.
///
/// A transition bears those that fired; narration, explanations, answer keys and coverage read from that.
public enum Rule: UInt8, CaseIterable, Hashable, Sendable {
  // §3.10.1 OPEN
  case openPassive
  case openActive
  case openActiveFromListen
  case openWithoutRemote
  case openOnExistingConnection
  // §3.10.2 SEND
  case sendWithoutConnection
  case sendOpensListener
  case sendWaitsForEstablished
  case sendText
  case sendAfterClose
  // §3.10.3 RECEIVE
  case receiveWithoutConnection
  case receiveWaits
  case receiveText
  case receiveLastText
  case receiveAfterLastText
  case receiveAfterClose
  // §3.10.4 CLOSE
  case closeWithoutConnection
  case closeInListen
  case closeInSynSent
  case closeInSynReceived
  case closeWaitsForEstablished
  case queuedCloseGoesOn
  case closeSendsFin
  case finWaitsForText
  case closeInCloseWait
  case closeAgain
  // §3.10.5 ABORT, §3.10.6 STATUS
  case abortWithoutConnection
  case abortBeforeSynchronization
  case abortSendsReset
  case abortAfterBothFins
  case statusWithoutConnection
  case status
  // §3.10.7.1 SEGMENT ARRIVES in CLOSED
  case closedDropsReset
  case closedResets
  case closedResetsAck
  // §3.10.7.2 SEGMENT ARRIVES in LISTEN
  case listenIgnoresReset
  case listenResetsAck
  case listenAnswersSyn
  case textOfSynIsKept
  case listenDropsOther
  // §3.10.7.3 SEGMENT ARRIVES in SYN-SENT
  case synSentResetsWrongAck
  case synSentDropsResetOfWrongAck
  case synSentIsReset
  case synSentDropsResetWithoutAck
  case synSentIsAcknowledged
  case synSentMeetsSyn
  case synSentDropsOther
  // §3.10.7.4 SEGMENT ARRIVES otherwise, first: sequence number
  case repeatedSynGetsSynAck
  case synAckOfSimultaneousOpen
  case sequenceIsAcceptable
  case segmentIsTrimmed
  case unacceptableIsAcknowledged
  case unacceptableResetIsDropped
  case repeatedFinRestartsTimeWait
  // second: RST
  case resetIsExact
  case resetIsInWindow
  case resetInWindowIsChallenged
  case resetReturnsToListen
  case resetRefuses
  case resetEndsConnection
  case resetAfterBothFins
  // fourth: SYN
  case synReturnsToListen
  case synIsChallenged
  case synInWindowResets
  // fifth: ACK
  case segmentWithoutAckIsDropped
  case synReceivedIsAcknowledged
  case synReceivedResetsWrongAck
  case threeSecondTimeoutAfterSyn
  case ackOfUnsentIsAnswered
  case ackTooOldIsChallenged
  case ackIsNew
  case ackIsDuplicate
  case finIsAcknowledged
  case closingIsAcknowledged
  case lastAckIsAcknowledged
  case timeWaitAcknowledges
  // seventh: text
  case textIsTaken
  case outOfOrderTextIsKept
  case textAfterFinIsIgnored
  // eighth: FIN
  case secondFinIsIgnored
  case finMakesCloseWait
  case finMakesClosing
  case finMakesTimeWait
  // §3.10.8 timeouts
  case userTimeout
  case retransmission
  case retransmissionBacksOff
  case retransmissionGivesUp
  case timeWaitEnds
  // What Linux does otherwise
  case linuxListenerStays
  case linuxListenerDropsSynFin
  case linuxTextOfSynIsDropped
  case linuxSynGoesOutAgain
  case linuxSynSentIsRefused
  case linuxRequestIsDropped
  case linuxRequestMeetsSyn
  case linuxSynAckIsAnswered
  case linuxOldAckEstablishes
  case linuxSequenceTest
  case linuxResetAtFin
  case linuxFinAckIsDelayed
  case linuxDelayedAckGoesOut
  case linuxTextAfterFinResets
  case linuxResetKillsTimeWait
  case linuxTimeWaitTakesSyn
  case linuxTimeWaitAnswers
  case linuxSynTimeoutStays
  case linuxKeptFinIsLost
  case linuxCautiousStart
  case linuxFastRetransmit
  case linuxLostFollows
  case linuxSendWouldBlock
  case linuxCloseAgain
  case linuxAbortSendsResetAck
  case linuxTimeWaitOutlivesAbort
  // What no TCP does, for the sake of asking "what if"
  case whatIfTwoWay
  case whatIfNoTimeWait
  case whatIfTimeWaitIgnoresReset
}

extension Rule: CustomStringConvertible {
  /// The name that transcripts and questions use; stable.
  public var description: String { provision.identifier }

  /// The rule of that name; nil where there is none.
  public init?(identifier: some StringProtocol) {
    guard let rule = Self.allCases.first(where: { $0.provision.identifier == identifier }) else { return nil }
    self = rule
  }
}
