/// What an endpoint keeps of one connection. That of no connection is a fresh one, in CLOSED.
///
/// - Note: Source: RFC 9293 §3.3.1.
public struct TransmissionControlBlock: Hashable, Sendable {
  /// The variables: all of it that has a fixed size.
  public internal(set) var record = ConnectionRecord()
  var retransmission = RetransmissionQueue()
  var reassembly = ReassemblyQueue()
  var linux = LinuxMemory()

  init(state: State = .closed, openedPassively: Bool = false) {
    record.state = state
    record.openedPassively = openedPassively
  }

  /// How many segments wait to be acknowledged, and how many pieces for what is missing in front of them.
  package var queuedCount: Int { retransmission.entries.count + reassembly.count }

  /// What waits to be acknowledged, oldest first: number, SYN and FIN, and text of each segment.
  package var unacknowledged: [Segment] {
    retransmission.entries.map { Segment(seq: $0.seq, control: $0.control, text: $0.text) }
  }

  /// What of the peer's has come before its turn, by number: text, perhaps with a FIN behind it.
  package var outOfOrder: [Segment] {
    reassembly.pieces.map { Segment(seq: $0.seq, control: $0.fin ? .fin : [], text: $0.text) }
  }
}

extension TransmissionControlBlock {
  public internal(set) var state: State {
    get { record.state }
    set { record.state = newValue }
  }

  public internal(set) var openedPassively: Bool {
    get { record.openedPassively }
    set { record.openedPassively = newValue }
  }

  public internal(set) var send: SendSequence {
    get { record.send }
    set { record.send = newValue }
  }

  public internal(set) var receive: ReceiveSequence {
    get { record.receive }
    set { record.receive = newValue }
  }

  public internal(set) var timers: TimerTable {
    get { record.timers }
    set { record.timers = newValue }
  }

  public var finIsSent: Bool { record.finIsSent }

  public var finIsAcknowledged: Bool { record.finIsAcknowledged }
}
