import TCP
import Testing

/// How it was timed: `LinuxTests/Recordings/README.md`.
@Suite struct `Reading at Linux` {
  /// A connection in CLOSE-WAIT whose ACK of the FIN waits 40 ms for something to ride on.
  private func closeWait(readable: Bool) -> Endpoint {
    var endpoint = Endpoint(.established, profile: .linux)
    let (nxt, rcv) = (Number.send, Number.receive)
    endpoint.arrives(.ack(rcv, nxt, text: 5), to: .established, sends: [.ack(nxt, rcv + 5)])
    if !readable { endpoint.calls(.receive, to: .established) }
    endpoint.arrives(.finAck(rcv + 5, nxt), to: .closeWait, told: [.connectionClosing])
    return endpoint
  }

  @Test(arguments: [true, false])
  func `brings out no ACK that waits`(readable: Bool) throws {
    var endpoint = closeWait(readable: readable)
    let due = try #require(endpoint.due(.delayedAck))
    #expect(due == .later + 0.04)
    endpoint.calls(.receive, readable ? .accepted : .rejected(.connectionClosing), to: .closeWait)
    #expect(endpoint.due(.delayedAck) == due)
    endpoint.take(
      .timeout(.delayedAck), at: due, to: .closeWait, sends: [.ack(Number.send, Number.receive + 6)])
  }

  @Test func `when there is nothing more changes nothing`() {
    var endpoint = closeWait(readable: false)
    let before = endpoint
    endpoint.calls(.receive, .rejected(.connectionClosing), to: .closeWait)
    #expect(endpoint == before)
  }
}
