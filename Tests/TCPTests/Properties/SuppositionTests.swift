import TCP
import Testing

/// A believer's variables may contradict everything; the machine takes whatever comes all the same.
@Suite struct `After a supposition` {
  private static let events: [Event] = {
    let (nxt, rcv) = (Number.send, Number.receive)
    var events: [Event] = [
      .call(.close), .call(.send(octets: 10)), .call(.receive), .call(.abort), .timeout(.retransmission),
      .timeout(.timeWait), .timeout(.user),
      // Text and FIN wait for the connection to be there.
      .arrival(Segment(seq: Number.irs, control: [.syn, .fin], window: Number.peerWindow, text: 3)),
    ]
    for seq in [rcv - 1, rcv, rcv + 1] {
      for ack in [nxt, nxt + 1] {
        events += [
          .arrival(.ack(seq, ack)), .arrival(.ack(seq, ack, text: 3)), .arrival(.finAck(seq, ack)),
          .arrival(.synAck(seq, ack)), .arrival(.rst(seq)), .arrival(.syn(seq)),
        ]
      }
    }
    return events
  }()

  @Test(arguments: Situation.allCases, [Profile.rfc9293, .linux])
  func `of a state, no event traps`(situation: Situation, profile: Profile) {
    for state in State.allCases {
      for first in Self.events {
        var endpoint = Endpoint(situation, profile: profile)
        let before = endpoint.tcb
        var transition = endpoint.handle(first, at: .later)
        guard endpoint.replaceState(after: &transition, by: state, before: before) else { continue }
        #expect(transition.to == state && endpoint.state == state)
        for event in Self.events {
          var endpoint = endpoint
          for again in 1...2 { _ = endpoint.handle(event, at: .later + Double(again)) }
        }
      }
    }
  }

  @Test(arguments: Situation.allCases, [Profile.rfc9293, .linux])
  func `of a segment, no event traps`(situation: Situation, profile: Profile) {
    let supposed: [Segment?] = [
      nil, .syn(7), .synAck(Number.send - 1, Number.receive - 1), .ack(Number.send + 5, Number.receive),
      .ack(Number.send, Number.receive + 2, text: 4), .finAck(Number.send, Number.receive - 1), .rst(1),
    ]
    for segment in supposed {
      for first in Self.events {
        var endpoint = Endpoint(situation, profile: profile)
        var transition = endpoint.handle(first, at: .later)
        guard endpoint.replaceFirstSegment(of: &transition, by: segment) else { continue }
        #expect(transition.segments.first?.seq == segment?.seq || segment == nil)
        for event in Self.events {
          var endpoint = endpoint
          for again in 1...2 { _ = endpoint.handle(event, at: .later + Double(again)) }
        }
      }
    }
  }
}
