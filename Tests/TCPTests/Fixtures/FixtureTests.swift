import Testing

@testable import TCP

@Suite struct `The fixtures` {
  @Test(arguments: Situation.allCases, [Profile.rfc9293, .rfc793])
  func `are where they say, with the numbers counted by hand`(situation: Situation, profile: Profile) {
    let endpoint = Endpoint(situation, profile: profile)
    #expect(endpoint.state == situation.state)
    #expect(endpoint.tcb.send.nxt == situation.sendNext)
    #expect(endpoint.tcb.send.una == situation.sendUnacknowledged)
    #expect(endpoint.tcb.receive.nxt == situation.receiveNext)
  }

  @Test(arguments: Situation.allCases)
  func `know whether the FIN is sent, whatever the state is called`(situation: Situation) {
    let endpoint = Endpoint(situation)
    let sent: Set<Situation> = [
      .finWait1, .finWait1FromSynReceived, .finWait2, .closing, .lastAck, .timeWaitFromFinWait2,
      .timeWaitFromClosing, .timeWaitFromFinWait1,
    ]
    let acknowledged: Set<Situation> = [
      .finWait2, .timeWaitFromFinWait2, .timeWaitFromClosing, .timeWaitFromFinWait1,
    ]
    #expect(endpoint.tcb.finIsSent == sent.contains(situation))
    #expect(endpoint.tcb.finIsAcknowledged == acknowledged.contains(situation))
  }

  @Test func `pass through every state`() {
    #expect(Set(Situation.allCases.map(\.state)) == Set(State.allCases))
  }

  @Test(arguments: Situation.allCases)
  func `have the timers run that their state calls for, and no other`(situation: Situation) {
    let endpoint = Endpoint(situation)
    let waitsForAck = situation.sendUnacknowledged != situation.sendNext
    #expect((endpoint.due(.retransmission) != nil) == waitsForAck)
    #expect((endpoint.due(.user) != nil) == waitsForAck)
    #expect((endpoint.due(.timeWait) != nil) == (situation.state == .timeWait))
  }
}
