import TCP
import Testing

@Suite struct `§3.10.8 Timeouts` {
  private let iss = Number.iss
  private let nxt = Number.send
  private let rcv = Number.receive

  @Test(arguments: Situation.allCases, Timer.allCases)
  func `A timer that does not run can't fire`(situation: Situation, timer: Timer) {
    var endpoint = Endpoint(situation)
    guard endpoint.due(timer) == nil else { return }
    let before = endpoint
    endpoint.take(.timeout(timer), .ignored, to: situation.state)
    #expect(endpoint == before)
  }

  @Test(arguments: Situation.allCases.filter { $0.sendUnacknowledged != $0.sendNext })
  func `The user timeout ends a connection in any state, and tells the user`(situation: Situation) {
    var endpoint = Endpoint(situation)
    let fails: [Effect] =
      [.finWait1BeforeFin, .closingBeforeFin].contains(situation) ? [.fail(.send, .userTimeout)] : []
    endpoint.take(.timeout(.user), at: .start + 400.0, to: .closed, told: [.userTimeout], fails: fails)
    #expect(endpoint.tcb == Endpoint().tcb)
    #expect(Signal.userTimeout.description == "connection aborted due to user timeout")
  }

  @Test func `Calls that wait come back with the user timeout`() {
    var endpoint = Endpoint(.synSent)
    endpoint.calls(.send(octets: 10), to: .synSent)
    endpoint.calls(.receive, to: .synSent)
    endpoint.take(
      .timeout(.user), at: .start + 400.0, to: .closed, told: [.userTimeout],
      fails: [.fail(.send, .userTimeout), .fail(.receive, .userTimeout)])
  }

  @Test func `The user timeout is five minutes unless set otherwise`() {
    #expect(Endpoint(.synSent).due(.user) == .start + 300.0)
    #expect(Endpoint(.synSent, userTimeout: .seconds(10)).due(.user) == .start + 10.0)
    var endpoint = Endpoint(.synSent, userTimeout: .seconds(10))
    let firings = endpoint.fireTimers(since: .start)
    #expect(firings.map(\.seconds) == ["1", "3", "7", "10"])
    #expect(firings.last?.told == [.userTimeout])
  }

  @Test func `Progress starts the user timeout anew, and it stops where nothing is waited for`() {
    var endpoint = Endpoint(.established)
    endpoint.calls(.send(octets: 600), to: .established, sends: [.ack(nxt, rcv, text: 500)])
    #expect(endpoint.due(.user) == .later + 300.0)
    endpoint.arrives(
      .ack(rcv, nxt + 100), at: .later + 50.0, to: .established, sends: [.ack(nxt + 500, rcv, text: 100)])
    #expect(endpoint.due(.user) == .later + 350.0)
    endpoint.arrives(.ack(rcv, nxt + 600), at: .later + 60.0, to: .established)
    #expect(endpoint.due(.user) == nil)
  }

  @Test func `Text behind a closed window is waited for, though nothing is outstanding`() {
    var endpoint = Endpoint(.established)
    endpoint.arrives(.ack(rcv, nxt, window: 0), nil, to: .established)
    endpoint.calls(.send(octets: 10), to: .established)
    #expect(endpoint.due(.retransmission) == nil)
    #expect(endpoint.due(.user) == .later + 300.0)
    endpoint.take(
      .timeout(.user), at: .later + 300.0, to: .closed, told: [.userTimeout], fails: [.fail(.send, .userTimeout)])
  }

  @Test func `Nothing is waited for in a listener or an idle connection`() {
    for situation in [Situation.closed, .listen, .established, .finWait2, .closeWait] {
      #expect(Endpoint(situation).tcb.timers.next == nil, "\(situation)")
    }
  }

  @Test(arguments: [(Interval.seconds(15), 30.0), (.seconds(30), 60), (.seconds(60), 120), (.minutes(2), 240)])
  func `TIME-WAIT lasts for twice the segment lifetime`(lifetime: Interval, seconds: Double) {
    var endpoint = Endpoint(.init(initialSequenceNumbers: [iss], window: 1000, maximumSegmentLifetime: lifetime))
    for event in Situation.timeWaitFromFinWait2.events { _ = endpoint.handle(event, at: .start) }
    #expect(endpoint.due(.timeWait) == .start + seconds)
    endpoint.take(.timeout(.timeWait), at: .start + seconds, to: .closed)
    #expect(endpoint.tcb == Endpoint().tcb)
  }

  @Test func `The segment lifetime is two minutes in both specifications`() {
    #expect(Profile.rfc9293.maximumSegmentLifetime == .minutes(2))
    #expect(Profile.rfc793.maximumSegmentLifetime == .minutes(2))
  }

  @Test func `What timers do is told as effects, once`() {
    var endpoint = Endpoint(.closed)
    let opened = endpoint.handle(.call(.openActive()), at: .start)
    #expect(
      opened.effects.suffix(2) == [
        .start(.retransmission, due: .start + 1.0), .start(.user, due: .start + 300.0),
      ])
    let waiting = endpoint.handle(.call(.receive), at: .start + 0.1)
    #expect(waiting.effects.isEmpty)
    let established = endpoint.handle(.arrival(.synAck(Number.irs, nxt)), at: .start + 0.2)
    #expect(established.effects.suffix(2) == [.stop(.retransmission), .stop(.user)])
  }

  @Test func `The timer that is due first comes first`() {
    let endpoint = Endpoint(.finWait1)
    #expect(endpoint.tcb.timers.next?.timer == .retransmission)
    #expect(Endpoint(.established).tcb.timers.next == nil)
  }
}

@Suite struct `§3.8.3 Giving up` {
  private let nxt = Number.send
  private let rcv = Number.receive

  @Test func `What was never sent again is not given up`() {
    // R1 and R2 measure how much retransmission of the same segment has occurred. The first ten octets are sent again
    // and again for 70 s, then acknowledged: the next ten have had their turn not once.
    var endpoint = Endpoint(.established)
    endpoint.calls(.send(octets: 10), to: .established, sends: [.ack(nxt, rcv, text: 10)])
    endpoint.calls(.send(octets: 10), to: .established, sends: [.ack(nxt + 10, rcv, text: 10)])
    for seconds in [1.0, 3, 7, 15, 31, 63] {
      endpoint.take(
        .timeout(.retransmission), at: .later + seconds, to: .established, sends: [.ack(nxt, rcv, text: 10)])
    }
    endpoint.arrives(.ack(rcv, nxt + 10), at: .later + 70.0, to: .established)
    #expect(endpoint.due(.retransmission) == .later + 134.0)
    endpoint.take(
      .timeout(.retransmission), at: .later + 134.0, to: .established, sends: [.ack(nxt + 10, rcv, text: 10)])
  }

  @Test func `Timeouts may come as fast as they like: an outcome, never a trap`() async {
    // The timeout doubles each time (RFC 6298 §5.5); 2^34 s does not go into an Int64 of nanoseconds.
    await #expect(processExitsWith: .success) {
      var endpoint = Endpoint(Endpoint.Configuration())
      _ = endpoint.handle(.call(.openActive()), at: .start)
      for _ in 0..<100 { _ = endpoint.handle(.timeout(.retransmission), at: .start) }
    }
  }
}
