/// SEGMENT ARRIVES in CLOSED: RFC 9293 §3.10.7.1.
extension Endpoint {
  mutating func segmentArrivesInClosed(_ segment: Segment, _ transition: inout Transition) {
    transition.outcome = .dropped
    if segment.has(.rst) {
      transition.rules.append(.closedDropsReset)
      return
    }
    transition.rules.append(segment.has(.ack) ? .closedResetsAck : .closedResets)
    reset(segment, &transition)
  }
}
