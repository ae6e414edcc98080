/// The variables of one connection, a record of fixed size: what a card shows, and what every occurrence keeps.
///
/// That of no connection is a fresh one, in CLOSED.
///
/// - Note: Source: RFC 9293 §3.3.1.
public struct ConnectionRecord: Hashable, Sendable, BitwiseCopyable {
  public internal(set) var state: State = .closed
  /// Whether the connection came out of LISTEN (MUST-11).
  public internal(set) var openedPassively = false
  public internal(set) var send = SendSequence()
  public internal(set) var receive = ReceiveSequence()
  public internal(set) var timers = TimerTable()

  public init() {}

  /// Whether this endpoint's FIN is on its way or has arrived. It is not read off the state:
  /// FIN-WAIT-1 begins with the CLOSE, and the FIN may wait behind text.
  public var finIsSent: Bool { send.fin != nil }

  /// Whether the peer has acknowledged this endpoint's FIN.
  public var finIsAcknowledged: Bool {
    guard let fin = send.fin else { return false }
    return send.una > fin
  }
}

/// The send side's variables, under the RFC's names.
public struct SendSequence: Hashable, Sendable, BitwiseCopyable {
  /// SND.UNA, the oldest number not yet acknowledged.
  public internal(set) var una: SequenceNumber = 0
  /// SND.NXT, the next number to be sent.
  public internal(set) var nxt: SequenceNumber = 0
  /// SND.WND, **octets**.
  public internal(set) var wnd = 0
  /// SND.WL1, SEG.SEQ of the last window update.
  public internal(set) var wl1: SequenceNumber = 0
  /// SND.WL2, SEG.ACK of the last window update.
  public internal(set) var wl2: SequenceNumber = 0
  /// ISS.
  public internal(set) var iss: SequenceNumber = 0
  /// MAX.SND.WND of RFC 5961 §5: the largest window that the peer has offered, **octets**.
  public internal(set) var maximumWindow = 0
  /// The number of the FIN, once it is sent.
  public internal(set) var fin: SequenceNumber?
  /// The octets of SENDs that no segment has carried yet.
  public internal(set) var unsent = 0
  /// Whether a CLOSE waits for, or has got, its FIN.
  public internal(set) var closeRequested = false

  /// The octets that the peer's window still has room for.
  var usableWindow: Int { max(0, (una + wnd) - nxt) }
}

/// The receive side's variables, under the RFC's names.
public struct ReceiveSequence: Hashable, Sendable, BitwiseCopyable {
  /// RCV.NXT, the next number expected.
  public internal(set) var nxt: SequenceNumber = 0
  /// RCV.WND, **octets**; it stays as configured.
  public internal(set) var wnd = 0
  /// IRS.
  public internal(set) var irs: SequenceNumber = 0
  /// The number of the peer's FIN, once it has been taken in its turn.
  public internal(set) var fin: SequenceNumber?
  /// Octets in order that no RECEIVE has asked for yet.
  public internal(set) var readable = 0
  /// RECEIVEs that wait for octets.
  public internal(set) var outstandingReceives = 0
}

/// One timer table for all: its minimum is what the endpoint waits for.
public struct TimerTable: Hashable, Sendable, BitwiseCopyable {
  var retransmission: Instant?
  var timeWait: Instant?
  var user: Instant?
  var delayedAck: Instant?

  /// When the timer is due; nil while it does not run.
  public internal(set) subscript(timer: Timer) -> Instant? {
    get {
      switch timer {
      case .retransmission: retransmission
      case .timeWait: timeWait
      case .user: user
      case .delayedAck: delayedAck
      }
    }
    set {
      switch timer {
      case .retransmission: retransmission = newValue
      case .timeWait: timeWait = newValue
      case .user: user = newValue
      case .delayedAck: delayedAck = newValue
      }
    }
  }

  /// The timer that is due first; nil while none runs.
  public var next: (timer: Timer, due: Instant)? {
    var first: (timer: Timer, due: Instant)?
    for timer in Timer.allCases {
      guard let due = self[timer] else { continue }
      if first == nil || due < first!.due { first = (timer, due) }
    }
    return first
  }
}
