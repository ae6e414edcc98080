/// What somebody wrongly believes, made so: no event leads here, and the machine goes on from it.
extension Endpoint {
  /// Has a transition's first segment be another one, or none, and the connection's variables agree with that.
  ///
  /// - Returns: false where the transition sent nothing.
  package mutating func replaceFirstSegment(of transition: inout Transition, by segment: Segment?) -> Bool {
    let place = transition.effects.firstIndex { if case .transmit = $0 { true } else { false } }
    guard let place, case .transmit(let original, let isRetransmission) = transition.effects[place] else {
      return false
    }
    if var segment {
      segment.window = tcb.receive.wnd
      transition.effects[place] = .transmit(segment, isRetransmission: isRetransmission)
    } else {
      transition.effects.remove(at: place)
    }
    // Without a connection there are no variables, and what does not go out again is still to be acknowledged.
    guard tcb.state != .closed, tcb.state != .listen, segment != nil || !isRetransmission else { return true }
    // A reset counts for nothing, and is sent in the place of something that counts.
    agree(with: segment.flatMap { $0.has(.rst) ? nil : $0 }, inPlaceOf: original, at: transition.at)
    setTimers(&transition)
    return true
  }

  /// Has a transition send a segment besides what it sends, and the connection's variables agree with that.
  package mutating func add(_ segment: Segment, to transition: inout Transition) {
    var segment = segment
    segment.window = tcb.receive.wnd
    let isNew = segment.length > 0 && segment.end > tcb.send.nxt
    transition.effects.append(.transmit(segment, isRetransmission: segment.length > 0 && !isNew))
    guard tcb.state != .closed, tcb.state != .listen, !segment.has(.rst) else { return }
    if isNew {
      tcb.send.nxt = segment.end
      tcb.retransmission.append(segment, at: transition.at)
    }
    if segment.has(.ack) {
      tcb.receive.nxt = segment.ack
      tcb.linux.acknowledged = segment.ack
    }
    setTimers(&transition)
  }

  private mutating func agree(with segment: Segment?, inPlaceOf original: Segment, at now: Instant) {
    if tcb.send.nxt == original.end { tcb.send.nxt = segment?.end ?? original.seq }
    tcb.retransmission.replace(original, by: segment, at: now)
    tcb.send.una = tcb.retransmission.front?.seq ?? tcb.send.nxt
    if let segment, segment.has(.syn) { tcb.send.iss = segment.seq }
    if let segment, segment.has(.fin) {
      tcb.send.fin = segment.seq + segment.text
      tcb.send.closeRequested = true
    } else if original.has(.fin) {
      // Whoever sends no FIN now believes that none is due.
      tcb.send.fin = nil
      tcb.send.closeRequested = false
    }
    if let segment, segment.has(.ack) {
      tcb.receive.nxt = segment.ack
      tcb.linux.acknowledged = segment.ack
      if tcb.receive.fin != nil { tcb.receive.fin = segment.ack - 1 }
    }
  }

  /// Has a transition lead to another state than it did.
  ///
  /// - Parameter before: the connection before the transition: where that ended it, it goes on from there.
  /// - Returns: false where the transition changed no state.
  package mutating func replaceState(
    after transition: inout Transition, by state: State, before: TransmissionControlBlock
  ) -> Bool {
    guard transition.from != transition.to else { return false }
    switch state {
    case .closed: tcb = TransmissionControlBlock()
    case .listen: tcb = TransmissionControlBlock(state: .listen, openedPassively: true)
    case .synSent, .synReceived, .established, .finWait1, .finWait2:
      resume(before)
    case .closeWait, .closing, .lastAck, .timeWait:
      resume(before)
      // The peer's FIN counts as taken, so none is kept.
      tcb.reassembly.removeAll()
    }
    tcb.state = state
    acknowledge(whatIsAcknowledgedIn: state, at: transition.at)
    transition.to = state
    setTimers(&transition)
    return true
  }

  /// Whoever is in a state takes for acknowledged what has to be by then: the SYN, or the FIN too.
  private mutating func acknowledge(whatIsAcknowledgedIn state: State, at now: Instant) {
    let end: SequenceNumber
    switch state {
    case .closed, .listen, .synSent, .synReceived: return
    case .established, .finWait1, .closeWait, .closing, .lastAck: end = tcb.send.iss + 1
    case .finWait2, .timeWait: end = tcb.send.nxt
    }
    guard tcb.send.una < end else { return }
    tcb.send.una = end
    tcb.retransmission.acknowledge(upTo: end, at: now, traits.timers)
  }

  private mutating func resume(_ before: TransmissionControlBlock) {
    if tcb.state == .closed || tcb.state == .listen { tcb = before }
  }
}
