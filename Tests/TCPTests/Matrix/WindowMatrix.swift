import TCP
import Testing

/// What the peer sends in the matrices, apart from its place and its text.
enum Kind: String, CaseIterable {
  case none, syn = "SYN", synAck = "SYN,ACK", synFin = "SYN,FIN", ack = "ACK", fin = "FIN", finAck = "FIN,ACK"
  case rst = "RST", rstAck = "RST,ACK", all = "all"

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
  /// TIME-WAIT acknowledges it, and 2MSL begins anew: where the peer's FIN is old, and so dropped; where it is new.
  case re, RE
  /// The SYN,ACK again.
  case synack
  /// LISTEN, after a RST; the user is not told.
  case LI
  /// LISTEN, after a SYN that is dropped.
  case LIs
  /// ESTABLISHED: unanswered; with an early segment; with text.
  case ES, ESe, ESt
  /// FIN-WAIT-2: unanswered; with an early segment; with text.
  case F2, F2e, F2t
  /// CLOSE-WAIT, CLOSING, TIME-WAIT by the peer's FIN: an ack behind it, and `connection closing`.
  case CWf, CGf, TWf
  /// TIME-WAIT, by the acknowledgment of our FIN: unanswered.
  case TW
  /// CLOSED, and nobody is told; with `connection reset`; with `connection refused`.
  case CL, CLr, CLx
  /// CLOSED with `connection reset`, and the SYN is answered by a RST.
  case CLs

  var next: State? {
    switch self {
    case .drop, .ign, .ack, .text, .early, .again, .re, .RE, .synack: nil
    case .LI, .LIs: .listen
    case .ES, .ESe, .ESt: .established
    case .F2, .F2e, .F2t: .finWait2
    case .CWf: .closeWait
    case .CGf: .closing
    case .TWf, .TW: .timeWait
    case .CL, .CLr, .CLx, .CLs: .closed
    }
  }

  /// Nil where the segment is in part refused and in part obeyed.
  var outcome: Outcome? {
    switch self {
    case .drop, .ack, .re, .synack: .dropped
    case .ign: .ignored
    case .LIs, .CLs: nil
    case .text, .early, .again, .RE, .LI, .ES, .ESe, .ESt, .F2, .F2e, .F2t, .CWf, .CGf, .TWf, .TW: .accepted
    case .CL, .CLr, .CLx: .accepted
    }
  }

  var signals: [Signal] {
    switch self {
    case .CWf, .CGf, .TWf: [.connectionClosing]
    case .CLr, .CLs: [.connectionReset]
    case .CLx: [.connectionRefused]
    case .drop, .ign, .ack, .text, .early, .again, .re, .RE, .synack, .LI, .LIs, .ES, .ESe, .ESt, .F2, .F2e,
      .F2t, .TW, .CL:
      []
    }
  }

  /// The answer, by the numbers before the segment came.
  func answer(to segment: Segment, sendNext nxt: SequenceNumber, receiveNext rcv: SequenceNumber) -> [Segment] {
    switch self {
    case .drop, .ign, .LI, .LIs, .ES, .F2, .TW, .CL, .CLr, .CLx: []
    case .ack, .early, .again, .re, .RE, .ESe, .F2e: [.ack(nxt, rcv)]
    case .text, .ESt, .F2t, .CWf, .CGf, .TWf: [.ack(nxt, rcv + segment.length)]
    case .synack: [.synAck(nxt - 1, rcv)]
    case .CLs: segment.has(.ack) ? [.rst(segment.ack)] : [.rstAck(0, segment.seq + segment.length)]
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
        let begins = verdict == .re || verdict == .RE || situation.state != .timeWait
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
