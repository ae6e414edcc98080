/// The states of a connection. CLOSED is fictional: it is how the absence of a TCB is called.
///
/// - Note: Source: RFC 9293 §3.3.2.
public enum State: UInt8, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  case closed, listen, synSent, synReceived, established
  case finWait1, finWait2, closeWait, closing, lastAck, timeWait

  /// The name as RFC 9293 writes it, `SYN-RECEIVED`.
  public var description: String {
    switch self {
    case .closed: "CLOSED"
    case .listen: "LISTEN"
    case .synSent: "SYN-SENT"
    case .synReceived: "SYN-RECEIVED"
    case .established: "ESTABLISHED"
    case .finWait1: "FIN-WAIT-1"
    case .finWait2: "FIN-WAIT-2"
    case .closeWait: "CLOSE-WAIT"
    case .closing: "CLOSING"
    case .lastAck: "LAST-ACK"
    case .timeWait: "TIME-WAIT"
    }
  }

  /// Whether both ends have agreed on sequence numbers.
  ///
  /// - Note: Source: RFC 9293 §3.5.2, group 3.
  public var isSynchronized: Bool {
    switch self {
    case .closed, .listen, .synSent, .synReceived: false
    case .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait: true
    }
  }

  /// Reads a state's name in any usual spelling: RFC, RFC figures, BSD, Linux, `ss`, Cisco, SNMP and what exams print.
  ///
  /// Case, spaces, `-` and `_` do not count. Nil for a name that is none.
  public init?(spelling: some StringProtocol) {
    let letters = spelling.uppercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch letters {
    case "CLOSED", "CLOSE", "UNCONN": self = .closed
    case "LISTEN", "LISTENING": self = .listen
    case "SYNSENT", "SYNSEND": self = .synSent
    case "SYNRECEIVED", "SYNRCVD", "SYNRECV": self = .synReceived
    case "ESTABLISHED", "ESTAB": self = .established
    case "FINWAIT1": self = .finWait1
    case "FINWAIT2": self = .finWait2
    case "CLOSEWAIT": self = .closeWait
    case "CLOSING": self = .closing
    case "LASTACK": self = .lastAck
    case "TIMEWAIT": self = .timeWait
    default: return nil
    }
  }
}
