/// What can happen to a connection: a user call, the arrival of a segment, or a timeout.
///
/// - Note: Source: RFC 9293 §3.10.
public enum Event: Hashable, Sendable {
  case call(Call)
  case arrival(Segment)
  case timeout(Timer)
}

/// A call that the user of a TCP endpoint makes.
///
/// - Note: Source: RFC 9293 §3.9.1.
public enum Call: Hashable, Sendable {
  /// OPEN, passive: wait for a peer.
  case openPassive
  /// OPEN, active: seek a peer; `remoteSpecified` is whether the call names one.
  case openActive(remoteSpecified: Bool = true)
  /// SEND of so many octets, **1 …**; on a listening endpoint `remoteSpecified` says whether the call names a peer.
  case send(octets: Int, remoteSpecified: Bool = true)
  /// RECEIVE of whatever has come.
  case receive
  /// CLOSE: no more to send; receiving goes on.
  case close
  /// ABORT: the connection ends at once.
  case abort
  /// STATUS: nothing changes.
  case status

  /// One of each kind; a SEND is of one octet, and every peer is named.
  public static let kinds: [Call] = [.openPassive, .openActive(), .send(octets: 1), .receive, .close, .abort, .status]

  /// What scripts and transcripts call it, `connect`; after the calls of sockets where the RFC has OPEN.
  public var keyword: String {
    switch self {
    case .openPassive: "listen"
    case .openActive: "connect"
    case .send: "send"
    case .receive: "receive"
    case .close: "close"
    case .abort: "abort"
    case .status: "status"
    }
  }

  /// What drawings and sentences call it, as a call, so that `listen()` is not taken for the state: `connect()`,
  /// `send(5)`.
  public var displayName: String {
    guard case .send(let octets, _) = self else { return "\(keyword)()" }
    return "\(keyword)(\(octets))"
  }
}

/// The timers of one connection.
///
/// - Note: Source: RFC 9293 §3.10.8.
public enum Timer: UInt8, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  case retransmission, timeWait, user
  /// Runs at Linux only: an ACK waits for something to ride on.
  case delayedAck

  public var description: String {
    switch self {
    case .retransmission: "retransmission"
    case .timeWait: "2msl"
    case .user: "user"
    case .delayedAck: "delayed-ack"
    }
  }
}
