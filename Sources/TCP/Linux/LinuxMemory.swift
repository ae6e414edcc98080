/// What only Linux remembers of a connection; what it has lost of a queue stands at the queue's entries.
struct LinuxMemory: Hashable, Sendable {
  /// Whether a listener stands beside the connection, or waits for one; it outlives the connection.
  var isListening = false
  var congestion = CongestionControl()
  /// How much the peer has acknowledged in all, **octets and controls**.
  var octetsAcknowledged = 0
  /// RCV.NXT as the peer was last told: the acknowledgment number sent last.
  var acknowledged: SequenceNumber = 0
  /// Whether the ACK of a FIN would wait; it does once text has come, or anything has come twice.
  var delaysAcks = false
  /// Whether something came again after the peer's FIN.
  var hasDuplicateAfterFin = false
}

extension TransmissionControlBlock {
  /// Where the window ends at Linux, whose small windows close from the left until a segment's worth has come.
  var kernelRightEdge: SequenceNumber {
    let octetsTaken = (receive.nxt - receive.irs) - 1 - (receive.fin == nil ? 0 : 1)
    return octetsTaken < 1460 ? receive.irs + 1 + receive.wnd : linux.acknowledged + receive.wnd
  }
}
