import Simulation
import TCP
import Testing

@testable import Exploration

/// What laws know of the past, told at one end by hand.
@Suite struct `A ghost` {
  /// A server that has taken the SYN, number 100, of the client's second OPEN, and is ESTABLISHED.
  private func server() -> End {
    var end = End(endpoint: Endpoint(.init(initialSequenceNumbers: [300])))
    _ = end.take(.call(.openPassive), tag: 0, tracksGhosts: true)
    _ = end.take(.arrival(Segment(seq: 100, control: .syn, window: 1000)), tag: 2, tracksGhosts: true)
    _ = end.take(.arrival(text(at: 101, 0)), tag: 0, tracksGhosts: true)
    return end
  }

  private func text(at seq: SequenceNumber, _ octets: Int, fin: Bool = false) -> Segment {
    Segment(seq: seq, ack: 301, control: fin ? [.fin, .ack] : .ack, window: 1000, text: octets)
  }

  private func isOld(_ end: inout End, _ segment: Segment, of incarnation: Int) -> Bool {
    let deed = end.take(.arrival(segment), tag: incarnation, tracksGhosts: true)
    guard case .event(let isBreach) = Law.oldDataAccepted.test else { return false }
    return isBreach(deed)
  }

  @Test func `knows whose connection its end holds, while it holds one`() {
    var end = server()
    #expect(end.ghost.peer == 2 && end.ghost.incarnation == 1 && end.endpoint.state == .established)
    _ = end.take(.call(.abort), tag: 0, tracksGhosts: true)
    #expect(end.ghost.peer == nil && end.ghost.incarnation == 1)
    _ = end.take(.call(.openActive()), tag: 0, tracksGhosts: true)
    #expect(end.ghost.incarnation == 2)
  }

  @Test func `tells old data from the connection's own, in its turn`() {
    var end = server()
    #expect(!isOld(&end, text(at: 101, 5), of: 2))
    // Again, and so it moves nothing.
    #expect(!isOld(&end, text(at: 101, 5), of: 1))
    #expect(isOld(&end, text(at: 106, 5), of: 1))
    #expect(!isOld(&end, text(at: 111, 5), of: 3))
    #expect(isOld(&end, text(at: 116, 0, fin: true), of: 0))
  }

  @Test func `remembers old data that was kept, until it is taken`() {
    var end = server()
    #expect(!isOld(&end, text(at: 106, 5), of: 1))
    #expect(end.ghost.old == [Segment(seq: 106, control: [], text: 5)])
    #expect(isOld(&end, text(at: 101, 5), of: 2))
    #expect(end.ghost.old == [] && end.endpoint.tcb.receive.nxt == 111)
  }

  @Test func `forgets old data that was kept in vain`() {
    var end = server()
    #expect(!isOld(&end, text(at: 106, 5), of: 1))
    #expect(!isOld(&end, text(at: 101, 10), of: 2))
    #expect(end.ghost.old == [] && end.endpoint.tcb.receive.nxt == 111)
    #expect(!isOld(&end, text(at: 116, 5), of: 2))
    #expect(end.ghost.old == [])
  }

  @Test func `counts what its user sends, OPEN by OPEN`() {
    var end = End(endpoint: Endpoint(.init(initialSequenceNumbers: [300])))
    for call in [Call.openActive(), .send(octets: 5), .send(octets: 7), .close, .send(octets: 1), .openActive()] {
      _ = end.take(.call(call), tag: 0, tracksGhosts: true)
    }
    #expect(end.ghost.sent == [12, 0])
  }

  @Test func `knows how much had come when a connection closed in order`() {
    var end = server()
    _ = end.take(.arrival(text(at: 101, 5, fin: true)), tag: 2, tracksGhosts: true)
    _ = end.take(.call(.close), tag: 0, tracksGhosts: true)
    #expect(end.endpoint.state == .lastAck && end.ghost.closed == nil)
    let last = Segment(seq: 107, ack: 302, control: .ack, window: 1000)
    _ = end.take(.arrival(last), tag: 0, tracksGhosts: true)
    #expect(end.endpoint.state == .closed && end.ghost.closed == .init(peer: 2, received: 5))
  }

  @Test func `does not take a reset for an end in order`() {
    var end = server()
    _ = end.take(.arrival(text(at: 101, 5, fin: true)), tag: 2, tracksGhosts: true)
    _ = end.take(.arrival(Segment(seq: 107, control: .rst)), tag: 0, tracksGhosts: true)
    #expect(end.endpoint.state == .closed && end.ghost.closed == nil)
  }
}
