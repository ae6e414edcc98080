import TCP
import Testing

/// What the peer sends in the matrices, apart from its place and its text.
enum Kind: String, CaseIterable {
  case none
  case syn = "SYN"
  case synAck = "SYN,ACK"
  case synFin = "SYN,FIN"
  case ack = "ACK"
  case fin = "FIN"
  case finAck = "FIN,ACK"
  case rst = "RST"
  case rstAck = "RST,ACK"
  case all

  var control: ControlBits {
    switch self {
    case .none: []
    case .syn: .syn
    case .synAck: [.syn, .ack]
    case .synFin: [.syn, .fin]
    case .ack: .ack
    case .fin: .fin
    case .finAck: [.fin, .ack]
    case .rst: .rst
    case .rstAck: [.rst, .ack]
    case .all: [.syn, .fin, .rst, .psh, .ack, .urg]
    }
  }
}

/// The five places of the receive window, as in FreeBSD's tcp-testsuite, state-event-engine.
enum Place: CaseIterable {
  /// All of the segment lies before RCV.NXT, and its last number is RCV.NXT − 1.
  case left
  /// SEG.SEQ is RCV.NXT.
  case edge
  case middle
  /// SEG.SEQ is the window's last number.
  case last
  /// SEG.SEQ is the first number behind the window.
  case right

  func sequenceNumber(length: Int, next: SequenceNumber) -> SequenceNumber {
    switch self {
    case .left: next - max(1, length)
    case .edge: next
    case .middle: next + Number.window / 2
    case .last: next + (Number.window - 1)
    case .right: next + Number.window
    }
  }
}

/// What a cell of the matrix says. `ack` is `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>`; where no state is named, it stays.
enum Verdict: String, CaseIterable {
  /// Dropped, unanswered.
  case drop
  /// Legitimate and without consequence: unanswered.
  case ign
  /// Dropped, and answered by an ack: out of the window, or a challenge ACK.
  case ack
  /// The text is taken: an ack behind it.
  case text
  /// Text or FIN before its turn is kept: an ack that asks for what is missing.
  case early
  /// TIME-WAIT acknowledges it.
  case again
  /// TIME-WAIT acknowledges the peer's old FIN, drops it, and 2MSL begins anew.
  case restart = "re"
  /// TIME-WAIT acknowledges a FIN that is new, and 2MSL begins anew.
  case restartByNewFin = "RE"
  /// The SYN,ACK again.
  case synack
  /// LISTEN, after a RST; the user is not told.
  case listen = "LI"
  /// LISTEN, after a SYN that is dropped.
  case listenAfterSyn = "LIs"
  /// ESTABLISHED: unanswered; with an early segment kept; with text taken.
  case established = "ES"
  case establishedWithEarly = "ESe"
  case establishedWithText = "ESt"
  /// FIN-WAIT-2: the same three.
  case finWait2 = "F2"
  case finWait2WithEarly = "F2e"
  case finWait2WithText = "F2t"
  /// CLOSE-WAIT, CLOSING, TIME-WAIT by the peer's FIN: an ack behind it, and `connection closing`.
  case closeWait = "CWf"
  case closing = "CGf"
  case timeWaitByFin = "TWf"
  /// TIME-WAIT, by the acknowledgment of our FIN: unanswered.
  case timeWait = "TW"
  /// CLOSED, and nobody is told.
  case closed = "CL"
  /// CLOSED, with `connection reset`.
  case closedByReset = "CLr"
  /// CLOSED, with `connection refused`.
  case closedByRefusal = "CLx"
  /// CLOSED, with `connection reset`, and the SYN is answered by a RST.
  case closedBySyn = "CLs"

  var next: State? {
    switch self {
    case .drop, .ign, .ack, .text, .early, .again, .restart, .restartByNewFin, .synack: nil
    case .listen, .listenAfterSyn: .listen
    case .established, .establishedWithEarly, .establishedWithText: .established
    case .finWait2, .finWait2WithEarly, .finWait2WithText: .finWait2
    case .closeWait: .closeWait
    case .closing: .closing
    case .timeWaitByFin, .timeWait: .timeWait
    case .closed, .closedByReset, .closedByRefusal, .closedBySyn: .closed
    }
  }

  /// Nil where the segment is in part refused and in part obeyed.
  var outcome: Outcome? {
    switch self {
    case .drop, .ack, .restart, .synack: .dropped
    case .ign: .ignored
    case .listenAfterSyn, .closedBySyn: nil
    case .text, .early, .again, .restartByNewFin, .listen, .established, .establishedWithEarly, .establishedWithText,
      .finWait2, .finWait2WithEarly, .finWait2WithText, .closeWait, .closing, .timeWaitByFin, .timeWait:
      .accepted
    case .closed, .closedByReset, .closedByRefusal: .accepted
    }
  }

  var signals: [Signal] {
    switch self {
    case .closeWait, .closing, .timeWaitByFin: [.connectionClosing]
    case .closedByReset, .closedBySyn: [.connectionReset]
    case .closedByRefusal: [.connectionRefused]
    case .drop, .ign, .ack, .text, .early, .again, .restart, .restartByNewFin, .synack, .listen, .listenAfterSyn,
      .established, .establishedWithEarly, .establishedWithText, .finWait2, .finWait2WithEarly,
      .finWait2WithText, .timeWait, .closed:
      []
    }
  }

  /// The answer, by the numbers before the segment came.
  func answer(to segment: Segment, sendNext nxt: SequenceNumber, receiveNext rcv: SequenceNumber) -> [Segment] {
    switch self {
    case .drop, .ign, .listen, .listenAfterSyn, .established, .finWait2, .timeWait, .closed, .closedByReset,
      .closedByRefusal:
      []
    case .ack, .early, .again, .restart, .restartByNewFin, .establishedWithEarly, .finWait2WithEarly: [.ack(nxt, rcv)]
    case .text, .establishedWithText, .finWait2WithText, .closeWait, .closing, .timeWaitByFin:
      [.ack(nxt, rcv + segment.length)]
    case .synack: [.synAck(nxt - 1, rcv)]
    case .closedBySyn: segment.has(.ack) ? [.rst(segment.ack)] : [.rstAck(0, segment.seq + segment.length)]
    }
  }
}

/// One row: a situation, a kind of segment, and the ten verdicts on it.
struct MatrixRow: CustomTestStringConvertible {
  var situation: Situation
  var profile: Profile
  var kind: Kind
  /// Whether the ACK field holds SND.NXT, or else SND.UNA.
  var acknowledgesAll: Bool
  /// Five places without text, five with ten octets.
  var verdicts: [Verdict]

  var testDescription: String { "\(kind.rawValue) in \(situation), \(profile)" }

  /// Reads a table; `|` is for the eye.
  static func rows(
    _ situations: [Situation], profile: Profile = .rfc9293, acknowledgingAll: Bool = true, _ table: String
  ) -> [MatrixRow] {
    let lines = table.split(separator: "\n").map { $0.split(separator: " ").filter { $0 != "|" } }
    return situations.flatMap { situation in
      lines.map { words in
        precondition(words.count == 11, "\(words)")
        return MatrixRow(
          situation: situation, profile: profile, kind: Kind(rawValue: String(words[0]))!,
          acknowledgesAll: acknowledgingAll, verdicts: words.dropFirst().map { Verdict(rawValue: String($0))! })
      }
    }
  }

  /// Plays the row's ten segments, each to an endpoint of its own.
  func play() {
    for (index, verdict) in verdicts.enumerated() {
      let text = index < 5 ? 0 : 10
      let (nxt, rcv) = (situation.sendNext, situation.receiveNext)
      var segment = Segment(
        seq: 0, ack: acknowledgesAll ? nxt : situation.sendUnacknowledged, control: kind.control,
        window: Number.peerWindow, text: text)
      let place = Place.allCases[index % 5]
      segment.seq = place.sequenceNumber(length: segment.length, next: rcv)

      var endpoint = Endpoint(situation, profile: profile)
      let comment: Comment = "\(segment) at \(place): \(verdict)"
      let dueBefore = endpoint.due(.timeWait)
      endpoint.arrives(
        segment, verdict.outcome, to: verdict.next ?? situation.state,
        sends: verdict.answer(to: segment, sendNext: nxt, receiveNext: rcv), told: verdict.signals, fails: nil, comment)

      if endpoint.state == .timeWait {
        let begins = verdict == .restart || verdict == .restartByNewFin || situation.state != .timeWait
        let due = begins ? Instant.later + 240.0 : dueBefore
        #expect(endpoint.due(.timeWait) == due, comment)
        #expect(endpoint.due(.retransmission) == nil && endpoint.due(.user) == nil, comment)
      }
      if endpoint.state == .closed { #expect(endpoint.tcb == Endpoint().tcb, comment) }
      if [.drop, .ign, .ack, .again, .synack].contains(verdict) {
        #expect(endpoint.tcb.send.nxt == nxt && endpoint.tcb.receive.nxt == rcv, comment)
        #expect(endpoint.tcb.send.una == situation.sendUnacknowledged, comment)
      }
    }
  }
}
