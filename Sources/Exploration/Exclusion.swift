import TCP

/// Pairs of states that can't arise, and why.
///
/// It holds both ways round, where each end opens one connection, no host crashes and nobody aborts: what one end
/// knows, the other has done.
public struct Exclusion: Hashable, Sendable {
  /// What one end is in.
  public let states: [State]
  /// What the other can't be in then.
  public let peers: [State]
  /// Why.
  public let reason: String

  /// Whether the pair is among them.
  public func excludes(_ pair: StatePair) -> Bool {
    states.contains(pair.a) && peers.contains(pair.b) || states.contains(pair.b) && peers.contains(pair.a)
  }

  /// The reason why a pair can't arise; nil where it may.
  public static func reason(for pair: StatePair) -> String? {
    all.first { $0.excludes(pair) }?.reason
  }

  /// All of them; what an earlier one excludes, a later one need not.
  public static let all: [Exclusion] = [
    Exclusion(
      states: [.listen], peers: [.listen],
      reason: "One end has to open actively, and what opens actively does not listen afterwards."),
    Exclusion(
      states: [.synReceived, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait],
      peers: [.listen],
      reason: """
        The end has the peer's SYN, so the peer has left LISTEN; only a reset could take it back, and only an end \
        without a connection sends one.
        """),
    Exclusion(
      states: [.established, .finWait2, .closeWait, .closing, .lastAck, .timeWait], peers: [.synSent],
      reason: """
        The end's SYN is acknowledged, and a peer acknowledges it on leaving SYN-SENT. FIN-WAIT-1 is another matter: \
        a CLOSE leads there from SYN-RECEIVED.
        """),
    Exclusion(
      states: [.finWait2, .timeWait], peers: [.synReceived, .established, .finWait1, .finWait2],
      reason: "The end's FIN is acknowledged, so the peer has taken it, and in these states it has not."),
    Exclusion(
      states: [.closeWait, .closing, .lastAck, .timeWait], peers: [.synReceived, .established, .closeWait],
      reason: "The end has the peer's FIN, and in these states the peer has not sent one."),
    Exclusion(
      states: [.lastAck], peers: [.closing, .lastAck],
      reason: """
        LAST-ACK sends its FIN after the peer's has come, and acknowledges that with it. So the peer's FIN does not \
        wait for its acknowledgment once this one is taken, and it can't itself have been the later of the two.
        """),
    Exclusion(
      states: [.established, .finWait2, .closeWait], peers: [.closed],
      reason: """
        The end's FIN is not sent, or the peer's has not come, so the peer is not done in order. Nor is it reset: \
        resets come from an end without a connection, and a late one of before this connection has numbers that do \
        not fit.
        """),
  ]
}
