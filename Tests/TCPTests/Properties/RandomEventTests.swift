import Testing

@testable import TCP

/// Random events in any state: an outcome each time, never a trap, and the invariants hold.
@Suite struct `Random events` {
  /// The runs: how many events each has is chosen so that all together take a few seconds in a debug build.
  static let seeds: [UInt64] = Array(1...16)
  static let eventsPerSeed = 10_000

  private func configuration(_ seed: UInt64, _ profile: Profile) -> Endpoint.Configuration {
    let windows = [1000, 65_535, 1, 0, 10]
    return Endpoint.Configuration(
      profile: profile, initialSequenceNumbers: [4_294_967_294, 4_294_967_000, 0, 2_147_483_640],
      window: windows[Int(seed) % windows.count], maximumSegmentSize: seed % 3 == 0 ? 100 : 1460)
  }

  /// With timers that fire when they are due, and with timeouts that come at any time.
  @Test(arguments: seeds, [true, false])
  func `never break an invariant`(seed: UInt64, keepsTime: Bool) {
    let profile: Profile = seed % 2 == 0 ? .rfc793 : .rfc9293
    var endpoint = Endpoint(configuration(seed, profile))
    var source = EventSource(seed: seed)
    source.keepsTime = keepsTime
    var visited: Set<State> = []
    for count in 0..<Self.eventsPerSeed {
      let event = source.next(for: endpoint)
      let before = endpoint
      let transition = endpoint.handle(event, at: source.now)
      visited.insert(endpoint.state)
      if let violation = Invariants.violations(by: event, transition, before: before, after: endpoint).first {
        Issue.record("event \(count), \(event) in \(before.state): \(violation)\n\(transition)\n\(before.tcb)")
        return
      }
    }
    // Behind a closed window no FIN ever comes, and a state that takes luck may be missed.
    #expect(visited.count >= (configuration(seed, profile).window == 0 ? 6 : 9), "\(visited)")
  }

  /// The same events under Linux, which breaks what `LinuxBreach` names and nothing else.
  @Test func `Under Linux break no invariant but the named`() {
    var seen: Set<LinuxBreach> = []
    for (seed, keepsTime) in Self.seeds.flatMap({ [($0, true), ($0, false)] }) {
      var endpoint = Endpoint(configuration(seed, .linux))
      var source = EventSource(seed: seed)
      source.keepsTime = keepsTime
      for count in 0..<Self.eventsPerSeed {
        let event = source.next(for: endpoint)
        let before = endpoint
        let transition = endpoint.handle(event, at: source.now)
        for violation in Invariants.violations(by: event, transition, before: before, after: endpoint) {
          guard let breach = LinuxBreach(violation, by: event, transition, before: before, after: endpoint) else {
            Issue.record("event \(count), \(event) in \(before.state): \(violation)\n\(transition)\n\(before.tcb)")
            return
          }
          seen.insert(breach)
        }
      }
    }
    // What is broken no longer needs no name. One of them takes luck.
    #expect(seen.union([.retransmissionBeforeReset]) == Set(LinuxBreach.allCases))
  }

  @Test(arguments: [UInt64(7), 8])
  func `With the same seed it is the same run`(seed: UInt64) {
    func run() -> ([Transition], Endpoint) {
      var endpoint = Endpoint(configuration(seed, .rfc9293))
      var source = EventSource(seed: seed)
      var transitions: [Transition] = []
      for _ in 0..<3000 {
        let event = source.next(for: endpoint)
        transitions.append(endpoint.handle(event, at: source.now))
      }
      return (transitions, endpoint)
    }
    let (first, firstEnd) = run()
    let (second, secondEnd) = run()
    #expect(first == second)
    #expect(firstEnd == secondEnd)
  }
}
