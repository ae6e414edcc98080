import TCP
import Testing

/// RFC 9293 §3.10.7.4, fifth: what the ACK field says, in every state that has a window. SEG.SEQ is RCV.NXT.
@Suite struct `§3.10.7.4 The ACK field` {
  /// Where SEG.ACK lies: one before the range of RFC 5961 §5 (UNA − MAX.SND.WND), its first number, before SND.UNA, at
  /// SND.UNA, at SND.NXT, beyond it, and farthest beyond.
  static func fields(_ situation: Situation) -> [SequenceNumber] {
    let (una, nxt) = (situation.sendUnacknowledged, situation.sendNext)
    return [una - Number.peerWindow - 1, una - Number.peerWindow, una - 1, una, nxt, nxt + 1, nxt + 2_147_483_647]
  }

  /// The situation; then without text, with ten octets, and as FIN: seven verdicts each, in the order of `fields`.
  static let table: [(Situation, ack: String, text: String, fin: String)] = [
    //                                 old  first −1   UNA  NXT  +1   far    old first −1   UNA  NXT  +1  far
    (
      .synReceivedPassively, "         rst  rst   rst  rst  ES   rst  rst", "rst rst  rst  rst  ESt  rst rst",
      "rst rst rst rst CWf rst rst"
    ),
    (
      .synReceivedActively, "          rst  rst   rst  rst  ES   rst  rst", "rst rst  rst  rst  ESt  rst rst",
      "rst rst rst rst CWf rst rst"
    ),
    (
      .established, "                  ack  ign   ign  ign  ign  ack  ack", "ack text text text text ack ack",
      "ack CWf CWf CWf CWf ack ack"
    ),
    (
      .establishedUnacknowledged, "    ack  ign   ign  ign  ok   ack  ack", "ack text text text text ack ack",
      "ack CWf CWf CWf CWf ack ack"
    ),
    (
      .finWait1, "                     ack  ign   ign  ign  F2   ack  ack", "ack text text text F2t  ack ack",
      "ack CGf CGf CGf TWf ack ack"
    ),
    (
      .finWait2, "                     ack  ign   ign  ign  ign  ack  ack", "ack text text text text ack ack",
      "ack TWf TWf TWf TWf ack ack"
    ),
    (
      .closeWait, "                    ack  ign   ign  ign  ign  ack  ack", "ack ign  ign  ign  ign  ack ack",
      "ack ign ign ign ign ack ack"
    ),
    (
      .closing, "                      ack  ign   ign  ign  TW   ack  ack", "ack ign  ign  ign  TW   ack ack",
      "ack ign ign ign TW ack ack"
    ),
    (
      .lastAck, "                      ack  ign   ign  ign  CL   ack  ack", "ack ign  ign  ign  CL   ack ack",
      "ack ign ign ign CL ack ack"
    ),
    (
      .timeWaitFromFinWait2, "         ack  ign   ign  ign  ign  ack  ack", "ack again again again again ack ack",
      "ack RE RE RE RE ack ack"
    ),
  ]

  @Test(arguments: table.indices, [0, 1, 2])
  func `Every ACK field in every state`(row: Int, what: Int) {
    let (situation, ack, text, fin) = Self.table[row]
    let words = [ack, text, fin][what].split(separator: " ").map(String.init)
    for (field, word) in zip(Self.fields(situation), words) {
      play(situation, field, word, what, .rfc9293)
      // Without RFC 5961 an ACK can't be too old.
      if word != "ack" || field > situation.sendNext { play(situation, field, word, what, .rfc793) }
    }
    if words[0] == "ack" { play(situation, Self.fields(situation)[0], words[1], what, .rfc793) }
  }

  private func play(_ situation: Situation, _ field: SequenceNumber, _ word: String, _ what: Int, _ profile: Profile) {
    let segment = Segment(
      seq: situation.receiveNext, ack: field, control: what == 2 ? [.fin, .ack] : .ack, window: Number.peerWindow,
      text: what == 1 ? 10 : 0)
    var endpoint = Endpoint(situation, profile: profile)
    let (nxt, rcv) = (situation.sendNext, situation.receiveNext)
    let comment: Comment = "\(segment) in \(situation), \(profile)"
    switch word {
    case "rst": endpoint.arrives(segment, .dropped, to: situation.state, sends: [.rst(field)], comment)
    case "ok": endpoint.arrives(segment, .accepted, to: situation.state, comment)
    default:
      let verdict = Verdict(rawValue: word)!
      endpoint.arrives(
        segment, verdict.outcome, to: verdict.next ?? situation.state,
        sends: verdict.answer(to: segment, sendNext: nxt, receiveNext: rcv), told: verdict.signals, comment)
    }
    guard endpoint.state.isSynchronized else { return }
    let una = situation.sendUnacknowledged
    #expect(endpoint.tcb.send.una == (field > una && field <= nxt ? field : una), comment)
  }

  @Test func `A part of what is outstanding can be acknowledged`() {
    var endpoint = Endpoint(.establishedUnacknowledged)
    endpoint.arrives(.ack(Number.receive, Number.send + 40), to: .established)
    #expect(endpoint.tcb.send.una == Number.send + 40)
    let transition = endpoint.take(
      .timeout(.retransmission), at: .later + 60.0, to: .established,
      sends: [.ack(Number.send + 40, Number.receive, text: 60)], "what is acknowledged is not sent again")
    #expect(transition.segments.count == 1)
  }

  @Test func `CLOSE in SYN-RECEIVED: ISS+1 acknowledges the SYN alone, ISS+2 the FIN as well`() {
    var endpoint = Endpoint(.finWait1FromSynReceived)
    endpoint.arrives(.ack(Number.receive, Number.iss + 1), to: .finWait1)
    endpoint.arrives(.ack(Number.receive, Number.iss + 2), to: .finWait2)
  }

  @Test func `MAX.SND.WND is the largest window ever offered, not the last`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.ack(Number.receive, Number.send, window: 10), .ignored, to: .established)
    endpoint.arrives(.ack(Number.receive, Number.send - 500, window: 10), .ignored, to: .established)
    endpoint.arrives(
      .ack(Number.receive, Number.send - 501, window: 10), .dropped, to: .established,
      sends: [.ack(Number.send, Number.receive)])
  }

  @Test func `MAX.SND.WND counts the window that the SYN offered`() {
    // RFC 5961 §5.2: the largest window ever received from the peer. The SYN offered 500, so UNA − 1 is in the range.
    var endpoint = Endpoint(.finWait1FromSynReceived)
    endpoint.arrives(.ack(Number.receive, Number.iss - 1), .ignored, to: .finWait1)
  }
}
