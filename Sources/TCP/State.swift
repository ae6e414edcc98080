/// The states of a connection. CLOSED is fictional: it is how the absence of a TCB is called.
///
/// Figure 5 of RFC 9293; beside each arrow stands what happens, and in parentheses what is sent:
///
/// ```
///                     CLOSED ─── active OPEN (SYN) ──┐
///        passive OPEN │    ▲                         │
///                     ▼    │ CLOSE                   │
///                     LISTEN ──────── SEND (SYN) ──┐ │
///                     │ SYN (SYN,ACK)              ▼ ▼
///   SYN-RECEIVED ◀────┘                          SYN-SENT
///     │   │    ▲                                   │  │
///     │   │    └───────────── SYN (SYN,ACK) ───────┘  │ SYN,ACK (ACK)
///     │   └── ACK of SYN ──▶ ESTABLISHED ◀────────────┘
///     │                        │     │
///     │ CLOSE (FIN)      CLOSE │     │ FIN (ACK)
///     │                  (FIN) │     │
///     └──────▶ FIN-WAIT-1 ◀────┘     └────▶ CLOSE-WAIT
///     ACK of FIN │    │ FIN (ACK)             │ CLOSE (FIN)
///                ▼    └───▶ CLOSING           ▼
///         FIN-WAIT-2          │            LAST-ACK
///      FIN (ACK) │            │ ACK of FIN    │ ACK of FIN
///                └▶ TIME-WAIT ◀┘              ▼
///                       └─── 2MSL ────────▶ CLOSED
/// ```
///
/// Two of its arrows found no room: CLOSE leads from SYN-SENT to CLOSED, and a RST from SYN-RECEIVED back to LISTEN.
/// What the figure leaves out, and the text has: from FIN-WAIT-1 to TIME-WAIT, where the FIN comes with the ACK of ours
/// (its note 2); from SYN-SENT and SYN-RECEIVED to CLOSE-WAIT, and from the latter to CLOSING, where a FIN comes with
/// what completes the opening; from SYN-RECEIVED to LISTEN on a SYN in the window; to CLOSED on a reset, an ABORT, the
/// user timeout or R2, from wherever these can come; from LISTEN to SYN-SENT on an active OPEN. So ask the machine which
/// states can follow, never the figure. From CLOSE-WAIT it is the sending of the FIN, not the CLOSE, that leads to
/// LAST-ACK, and in FIN-WAIT-1 the FIN may still wait behind text: `TransmissionControlBlock.finIsSent` tells.
///
/// - Note: Source: RFC 9293 §3.3.2.
public enum State: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
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

  /// Reads a state's name in any usual spelling: RFC, RFC figures, BSD, Linux, `ss`, Cisco, SNMP what exams print, and Chinese textbooks.
  ///
  /// Case, spaces, `-` and `_` do not count. Nil for a name that is none.
  public init?(spelling: some StringProtocol) {
    let letters = spelling.uppercased().filter { !"-–—_ ".contains($0) }
    switch letters {
    case "CLOSED", "CLOSE", "UNCONN", "关闭": self = .closed
    case "LISTEN", "LISTENING", "收听", "监听", "侦听": self = .listen
    case "SYNSENT", "SYNSEND", "同步已发送": self = .synSent
    case "SYNRECEIVED", "SYNRCVD", "SYNRECV", "同步收到", "同步已收到", "同步已接收": self = .synReceived
    case "ESTABLISHED", "ESTAB", "已建立连接": self = .established
    case "FINWAIT1", "终止等待1": self = .finWait1
    case "FINWAIT2", "终止等待2": self = .finWait2
    case "CLOSEWAIT", "关闭等待": self = .closeWait
    case "CLOSING", "正在关闭": self = .closing
    case "LASTACK", "最后确认": self = .lastAck
    case "TIMEWAIT", "TIMEDWAIT", "时间等待": self = .timeWait
    default: return nil
    }
  }
}
