/// What arrives in its turn, and what does not: tcp_queue_rcv, tcp_data_queue_ofo, tcp_ofo_queue.
extension Endpoint {
  /// Takes a segment that reaches beyond RCV.NXT and begins no later, and what it makes whole.
  ///
  /// - Returns: whether the segment's own FIN was taken; the ACK of a FIN that was kept from before never waits.
  mutating func takeInOrder(_ segment: Segment, _ transition: inout Transition) -> Bool {
    let piece = EarlyText(seq: segment.seq, text: segment.text, fin: segment.has(.fin))
    let readableBefore = tcb.receive.readable
    takeNext(piece)
    while tcb.receive.fin == nil, let next = tcb.receive.early.first, next.seq <= tcb.receive.nxt {
      tcb.receive.early.removeFirst()
      if next.end > tcb.receive.nxt {
        takeNext(next)
      } else if next.fin {
        transition.rules.append(.linuxKeptFinIsLost)
      }
    }
    if tcb.receive.readable > readableBefore {
      transition.rules.append(.textIsTaken)
      deliver(&transition)
    }
    _ = eighthCheckFin(&transition)
    return piece.fin
  }

  /// RCV.NXT moves past the octets; a FIN's own number is left to the step that takes FINs.
  private mutating func takeNext(_ piece: EarlyText) {
    let octets = max(0, (piece.seq + piece.text) - tcb.receive.nxt)
    tcb.receive.nxt += octets
    tcb.receive.readable += octets
    if piece.fin { tcb.receive.fin = tcb.receive.nxt }
  }

  /// Keeps a segment that came before its turn, without what is there already and in place of what it covers.
  mutating func keepOutOfOrder(_ segment: Segment) {
    let piece = EarlyText(seq: segment.seq, text: segment.text, fin: segment.has(.fin))
    guard !tcb.receive.early.contains(where: { $0.seq <= piece.seq && piece.end <= $0.end }) else { return }
    tcb.receive.early.removeAll { piece.seq <= $0.seq && $0.end <= piece.end }
    let place = tcb.receive.early.firstIndex { piece.seq < $0.seq } ?? tcb.receive.early.endIndex
    tcb.receive.early.insert(piece, at: place)
  }
}

extension EarlyText {
  /// The number that the piece is followed by.
  fileprivate var end: SequenceNumber { seq + text + (fin ? 1 : 0) }
}
