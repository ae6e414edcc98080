/// What arrives in its turn, and what does not: tcp_queue_rcv, tcp_data_queue_ofo, tcp_ofo_queue.
extension Endpoint {
  /// Takes a segment that reaches beyond RCV.NXT and begins no later, and what it makes whole.
  ///
  /// - Returns: whether the segment's own FIN was taken; the ACK of a FIN that was kept from before never waits.
  mutating func takeInOrder(_ segment: Segment, _ transition: inout Transition) -> Bool {
    let piece = ReassemblyQueue.Piece(segment)
    let readableBefore = tcb.receive.readable
    takeNext(piece)
    while tcb.receive.fin == nil, let next = tcb.reassembly.takeFirst(beginningBy: tcb.receive.nxt) {
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
  private mutating func takeNext(_ piece: ReassemblyQueue.Piece) {
    let octets = max(0, piece.textEnd - tcb.receive.nxt)
    tcb.receive.nxt += octets
    tcb.receive.readable += octets
    if piece.fin { tcb.receive.fin = tcb.receive.nxt }
  }

  /// Keeps a segment that came out of order, without what is there already and in place of what it covers.
  mutating func keepOutOfOrder(_ segment: Segment) { tcb.reassembly.keepUncovered(.init(segment)) }
}

extension ReassemblyQueue.Piece {
  fileprivate init(_ segment: Segment) {
    self.init(seq: segment.seq, text: segment.text, fin: segment.has(.fin))
  }
}
