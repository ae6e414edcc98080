/// What one event did to one endpoint.
public struct Transition: Hashable, Sendable {
  /// When the event happened.
  public let at: Instant
  /// The state before the event.
  public let from: State
  /// The state after it. States passed through on the way are told by `rules`.
  public internal(set) var to: State
  public internal(set) var outcome: Outcome = .accepted
  /// What the endpoint asks of the world, in order.
  public internal(set) var effects: [Effect] = []
  /// The clauses that fired, in order.
  public internal(set) var rules = RuleList()

  init(from state: State, at now: Instant) {
    at = now
    from = state
    to = state
  }

  /// The segments that the event made the endpoint send, in order.
  public var segments: [Segment] {
    effects.compactMap { if case .transmit(let segment, _) = $0 { segment } else { nil } }
  }

  /// What the event told the user, in order.
  public var signals: [Signal] {
    effects.compactMap { if case .signal(let signal) = $0 { signal } else { nil } }
  }
}

/// How an event was taken.
public enum Outcome: Hashable, Sendable, CustomStringConvertible {
  /// It did what it is for.
  case accepted
  /// It is legitimate and calls for nothing: a duplicate acknowledgment, text after the peer's FIN.
  case ignored
  /// It is refused; an acknowledgment or a reset may have answered it.
  case dropped
  /// The user call is refused with the RFC's error.
  case rejected(CallError)

  public var description: String {
    switch self {
    case .accepted: "accepted"
    case .ignored: "ignored"
    case .dropped: "dropped"
    case .rejected(let error): error.description
    }
  }
}

/// What an endpoint asks of the world, as a value.
public enum Effect: Hashable, Sendable {
  /// Put a segment into the network.
  case transmit(Segment, isRetransmission: Bool)
  /// Hand so many octets to the user.
  case deliver(octets: Int)
  /// Tell the user something that no call asked for.
  case signal(Signal)
  /// An outstanding call comes back with an error.
  case fail(OutstandingCall, Signal)
  /// A timer runs, anew where it ran already, and is due at the instant.
  case start(Timer, due: Instant)
  /// A timer stops.
  case stop(Timer)
}

/// The calls that can wait inside an endpoint.
public enum OutstandingCall: String, Hashable, Sendable {
  case send, receive
}

/// What a user is told.
///
/// - Note: Source: RFC 9293 §3.10.4, §3.10.7 and §3.10.8; `timedOut` is how §3.8.3 (R2) is put into words here.
public enum Signal: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  case connectionReset = "connection reset"
  case connectionRefused = "connection refused"
  case connectionClosing = "connection closing"
  case closing = "closing"
  case userTimeout = "connection aborted due to user timeout"
  case timedOut = "connection timed out"

  public var description: String { rawValue }
}

/// The errors with which a user call is refused, in the RFC's words.
///
/// - Note: Source: RFC 9293 §3.10.1 to §3.10.6.
public enum CallError: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  case connectionAlreadyExists = "error: connection already exists"
  case connectionDoesNotExist = "error: connection does not exist"
  case connectionClosing = "error: connection closing"
  case remoteSocketUnspecified = "error: remote socket unspecified"
  /// EAGAIN of a socket that does not block; the RFC would queue the call.
  case wouldBlock = "error: operation would block"

  public var description: String { rawValue }
}
