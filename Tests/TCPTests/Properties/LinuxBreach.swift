@testable import TCP

/// What Linux breaks of the invariants; that it does so is recorded from its kernel (`LinuxTests`).
enum LinuxBreach: CaseIterable {
  /// A connection ends, and what shows is the listener that stood beside it.
  case listenerShows
  /// A SYN beyond RCV.NXT begins a new connection out of TIME-WAIT.
  case timeWaitTakesSyn
  /// CLOSE in CLOSE-WAIT enters LAST-ACK at once, though the FIN waits behind text.
  case lastAckBeforeFin
  /// A second FIN behind old text is taken for a new octet, and RCV.NXT moves past the first.
  case secondFinBehindOldText
  /// In SYN-SENT a RST with a wrong ACK is followed by the SYN again.
  case synAfterReset
  /// An ACK lets what was lost go out again before the text behind the peer's FIN, on the same segment, resets.
  case retransmissionBeforeReset

  /// The name of what was broken; nil where it has none.
  init?(_ violation: String, by event: Event, _ transition: Transition, before: Endpoint, after: Endpoint) {
    let isArrivalOfFin = if case .arrival(let segment) = event { segment.has(.fin) && segment.text > 0 } else { false }
    let match = Self.allCases.first { breach in
      switch breach {
      case .listenerShows:
        violation == "\(before.state) → LISTEN is no transition" && before.tcb.linux.isListening
      case .timeWaitTakesSyn:
        transition.rules.contains(.linuxTimeWaitTakesSyn)
          && ["TIME-WAIT → SYN-RECEIVED is no transition", "the FIN got another number"].contains(violation)
      case .lastAckBeforeFin:
        violation == "LAST-ACK without our FIN" && after.tcb.send.closeRequested
      case .secondFinBehindOldText:
        violation == "RCV.NXT moved past the peer's FIN" && isArrivalOfFin
          && after.tcb.receive.nxt == before.tcb.receive.nxt + 1
      case .synAfterReset:
        violation == "a RST was answered" && transition.rules.contains(.linuxSynGoesOutAgain)
          && transition.segments.map(\.control) == [.syn]
      case .retransmissionBeforeReset:
        violation.hasSuffix("lies beyond SND.NXT") && transition.rules.contains(.linuxTextAfterFinResets)
      }
    }
    guard let match else { return nil }
    self = match
  }
}
