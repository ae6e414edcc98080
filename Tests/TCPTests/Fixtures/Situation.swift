import TCP

/// An endpoint's state, and the way by which it came to be in it. All are reached by real events.
enum Situation: CaseIterable, CustomStringConvertible {
  case closed, listen, synSent
  case synReceivedPassively, synReceivedActively
  case established, establishedPassively, establishedUnacknowledged
  case finWait1, finWait1BeforeFin, finWait1FromSynReceived
  case finWait2
  case closeWait
  case closing, closingBeforeFin
  case lastAck
  case timeWaitFromFinWait2, timeWaitFromClosing, timeWaitFromFinWait1

  var description: String {
    switch self {
    case .closed, .listen, .synSent, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck:
      "\(state)"
    case .synReceivedPassively: "SYN-RECEIVED, by passive OPEN"
    case .synReceivedActively: "SYN-RECEIVED, by active OPEN"
    case .establishedPassively: "ESTABLISHED, by passive OPEN"
    case .establishedUnacknowledged: "ESTABLISHED, with 100 octets unacknowledged"
    case .finWait1BeforeFin: "FIN-WAIT-1, the FIN behind 100 unsent octets"
    case .finWait1FromSynReceived: "FIN-WAIT-1, by CLOSE in SYN-RECEIVED"
    case .closingBeforeFin: "CLOSING, our FIN behind 100 unsent octets"
    case .timeWaitFromFinWait2: "TIME-WAIT, by FIN-WAIT-2"
    case .timeWaitFromClosing: "TIME-WAIT, by CLOSING"
    case .timeWaitFromFinWait1: "TIME-WAIT, straight from FIN-WAIT-1"
    }
  }

  var state: State {
    switch self {
    case .closed: .closed
    case .listen: .listen
    case .synSent: .synSent
    case .synReceivedPassively, .synReceivedActively: .synReceived
    case .established, .establishedPassively, .establishedUnacknowledged: .established
    case .finWait1, .finWait1BeforeFin, .finWait1FromSynReceived: .finWait1
    case .finWait2: .finWait2
    case .closeWait: .closeWait
    case .closing, .closingBeforeFin: .closing
    case .lastAck: .lastAck
    case .timeWaitFromFinWait2, .timeWaitFromClosing, .timeWaitFromFinWait1: .timeWait
    }
  }

  /// What led here from CLOSED.
  var events: [Event] {
    let (iss, irs) = (Number.iss, Number.irs)
    switch self {
    case .closed: return []
    case .listen: return [.call(.openPassive)]
    case .synSent: return [.call(.openActive())]
    case .synReceivedPassively: return Self.listen.events + [.arrival(.syn(irs))]
    case .synReceivedActively: return Self.synSent.events + [.arrival(.syn(irs))]
    case .established: return Self.synSent.events + [.arrival(.synAck(irs, iss + 1))]
    case .establishedPassively: return Self.synReceivedPassively.events + [.arrival(.ack(irs + 1, iss + 1))]
    case .establishedUnacknowledged: return Self.established.events + [.call(.send(octets: 100))]
    case .finWait1: return Self.established.events + [.call(.close)]
    case .finWait1BeforeFin: return Self.established.events + [.call(.send(octets: 600)), .call(.close)]
    case .finWait1FromSynReceived: return Self.synReceivedPassively.events + [.call(.close)]
    case .finWait2: return Self.finWait1.events + [.arrival(.ack(irs + 1, iss + 2))]
    case .closeWait: return Self.established.events + [.arrival(.finAck(irs + 1, iss + 1))]
    case .closing: return Self.finWait1.events + [.arrival(.finAck(irs + 1, iss + 1))]
    case .closingBeforeFin: return Self.finWait1BeforeFin.events + [.arrival(.finAck(irs + 1, iss + 1))]
    case .lastAck: return Self.closeWait.events + [.call(.close)]
    case .timeWaitFromFinWait2: return Self.finWait2.events + [.arrival(.finAck(irs + 1, iss + 2))]
    case .timeWaitFromClosing: return Self.closing.events + [.arrival(.ack(irs + 2, iss + 2))]
    case .timeWaitFromFinWait1: return Self.finWait1.events + [.arrival(.finAck(irs + 1, iss + 2))]
    }
  }

  /// SND.NXT, counted by hand.
  var sendNext: SequenceNumber {
    switch self {
    case .closed, .listen: 0
    case .synSent, .synReceivedPassively, .synReceivedActively: Number.send
    case .established, .establishedPassively, .closeWait: Number.send
    case .establishedUnacknowledged: Number.send + 100
    case .finWait1BeforeFin, .closingBeforeFin: Number.send + 500
    case .finWait1, .finWait1FromSynReceived, .finWait2, .closing, .lastAck: Number.send + 1
    case .timeWaitFromFinWait2, .timeWaitFromClosing, .timeWaitFromFinWait1: Number.send + 1
    }
  }

  /// SND.UNA, counted by hand.
  var sendUnacknowledged: SequenceNumber {
    switch self {
    case .closed, .listen: 0
    case .synSent, .synReceivedPassively, .synReceivedActively, .finWait1FromSynReceived: Number.iss
    case .established, .establishedPassively, .establishedUnacknowledged, .closeWait: Number.send
    case .finWait1, .finWait1BeforeFin, .closing, .closingBeforeFin, .lastAck: Number.send
    case .finWait2, .timeWaitFromFinWait2, .timeWaitFromClosing, .timeWaitFromFinWait1: Number.send + 1
    }
  }

  /// RCV.NXT, counted by hand.
  var receiveNext: SequenceNumber {
    switch self {
    case .closed, .listen, .synSent: 0
    case .synReceivedPassively, .synReceivedActively, .established, .establishedPassively: Number.receive
    case .establishedUnacknowledged, .finWait1, .finWait1BeforeFin, .finWait1FromSynReceived: Number.receive
    case .finWait2: Number.receive
    case .closeWait, .closing, .closingBeforeFin, .lastAck: Number.receive + 1
    case .timeWaitFromFinWait2, .timeWaitFromClosing, .timeWaitFromFinWait1: Number.receive + 1
    }
  }

  /// The eight states of §3.10.7.4.
  static let withWindow = allCases.filter { ![.closed, .listen, .synSent].contains($0) }
}
