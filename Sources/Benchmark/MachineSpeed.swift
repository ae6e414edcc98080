import TCP

/// How many events one endpoint's machine takes in a second, on one core.
struct MachineSpeed {
  /// The lives of connections that are played, each of seventeen events.
  let lives: Int

  struct Result {
    let eventsPerSecond: Double
    /// The time of one event, as a multiple of the time of a STATUS call, which does nothing.
    let ratioToStatus: Double
  }

  func measure() -> Result {
    let clock = ContinuousClock()
    var events = 0
    let lived = clock.measure { for _ in 0..<lives { events += Self.life() } }
    var idle = Endpoint()
    var transitions = 0
    let asked = clock.measure {
      for _ in 0..<events { transitions += idle.handle(.call(.status), at: .start).rules.count }
    }
    precondition(transitions == events, "a STATUS call fires one rule")
    return Result(
      eventsPerSecond: Double(events) / (lived / .seconds(1)), ratioToStatus: lived / asked)
  }

  /// Opens, carries data both ways, and closes; the segments go from hand to hand.
  ///
  /// - Returns: how many events that were.
  private static func life() -> Int {
    var client = Endpoint(.init(initialSequenceNumbers: [SequenceNumber(UInt32.max - 2)]))
    var server = Endpoint(.init(initialSequenceNumbers: [300]))
    var events = 0
    func settle(_ first: Transition, at server: inout Endpoint, _ client: inout Endpoint) {
      var toServer = first.segments
      var toClient: [Segment] = []
      while !toServer.isEmpty || !toClient.isEmpty {
        for segment in toServer {
          toClient += server.handle(.arrival(segment), at: .start).segments
          events += 1
        }
        toServer = []
        for segment in toClient {
          toServer += client.handle(.arrival(segment), at: .start).segments
          events += 1
        }
        toClient = []
      }
    }
    _ = server.handle(.call(.openPassive), at: .start)
    settle(client.handle(.call(.openActive()), at: .start), at: &server, &client)
    settle(client.handle(.call(.send(octets: 10)), at: .start), at: &server, &client)
    settle(server.handle(.call(.send(octets: 10)), at: .start), at: &client, &server)
    settle(client.handle(.call(.close), at: .start), at: &server, &client)
    settle(server.handle(.call(.close), at: .start), at: &client, &server)
    _ = client.handle(.timeout(.timeWait), at: .start + .minutes(4))
    precondition(client.state == .closed && server.state == .closed, "both ends have closed")
    return events + 7
  }
}
