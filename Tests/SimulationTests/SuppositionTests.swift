import TCP
import Testing

@testable import Simulation

/// What somebody believes is played out from before it would have been otherwise.
@Suite struct `Suppositions` {
  /// The client's SYN is on its way to a listener: client ISN 99, server ISN 299.
  private func opening() -> Network {
    var network = Network(a: [99], b: [299], profile: .rfc9293)
    network.call(.openPassive, on: .b)
    network.call(.openActive(), on: .a)
    return network
  }

  private func sent(_ network: Network, by host: Host) -> [String] {
    network.transcript.compactMap { occurrence in
      guard occurrence.host == host, case .send(let segment, _, _) = occurrence.kind else { return nil }
      return segment.description
    }
  }

  private let wrong = Segment(seq: 100, ack: 299, control: [.syn, .ack])

  @Test func `The next segment is the supposed one, and no rule made it`() {
    var network = opening()
    let before = network.transcript
    network.suppose(.sends(wrong), of: .b)
    network.step()
    #expect(sent(network, by: .b) == ["SYN,ACK seq=100 ack=299"])
    #expect(Array(network.transcript.prefix(before.count)) == before, "what was before is as it was")
    for occurrence in network.transcript[before.count...] {
      if case .send = occurrence.kind { #expect(occurrence.rules.isEmpty) } else { #expect(!occurrence.rules.isEmpty) }
    }
    #expect(network.inFlight.first?.segment.window == 65535, "the window is the host's own")
  }

  @Test func `The believer's variables say what the segment says`() {
    var network = opening()
    network.suppose(.sends(wrong), of: .b)
    network.step()
    let record = network.endpoints.b.tcb.record
    #expect(record.send.iss == 100 && record.send.una == 100 && record.send.nxt == 101)
    #expect(record.receive.nxt == 299)
    #expect(network.transcript.last?.record == record)
    // It is what goes out again, too.
    try? network.lose(number: 2)
    while sent(network, by: .b).count < 2, network.advance() != nil {}
    #expect(sent(network, by: .b) == ["SYN,ACK seq=100 ack=299", "SYN,ACK seq=100 ack=299"])
  }

  @Test func `Where nothing is supposed to be sent nothing is, now or later`() {
    var network = opening()
    network.suppose(.sendsNothing, of: .b)
    network.step()
    let record = network.endpoints.b.tcb.record
    #expect(record.state == .synReceived && record.send.nxt == 299 && record.send.una == 299)
    #expect(record.timers.next == nil, "nothing waits for an acknowledgment")
    #expect(sent(network, by: .b).isEmpty && network.inFlight.isEmpty)
  }

  @Test func `A FIN that is not sent is not sent later either`() {
    var network = Network.established()
    network.suppose(.sendsNothing, of: .a)
    network.call(.close, on: .a)
    #expect(network.states == "FIN-WAIT-1 ESTABLISHED")
    network.call(.send(octets: 5), on: .b)
    network.settle()
    #expect(!sent(network, by: .a).contains { $0.hasPrefix("FIN") })
    #expect(!network.endpoints.a.tcb.finIsSent)
  }

  @Test func `An ACK in the place of a FIN is counted as one`() {
    var network = Network.established()
    let record = network.endpoints.a.tcb.record
    network.suppose(.sends(Segment(seq: record.send.nxt, ack: record.receive.nxt, control: .ack)), of: .a)
    network.call(.close, on: .a)
    #expect(network.endpoints.a.tcb.send == record.send)
    #expect(network.inFlight.map(\.segment.description) == ["ACK seq=100 ack=300"])
  }

  @Test func `A state is supposed where the state changes next`() {
    var network = opening()
    network.suppose(.isIn(.established), of: .b)
    network.call(.status, on: .b)
    #expect(network.states == "SYN-SENT LISTEN", "a call that changes no state is passed over")
    network.step()
    #expect(network.states == "SYN-SENT ESTABLISHED")
    #expect(network.transcript.last?.kind == .state(from: .listen, to: .established))
    #expect(sent(network, by: .b) == ["SYN,ACK seq=299 ack=100"])
    #expect(network.call(.send(octets: 5), on: .b) == .accepted)
    #expect(sent(network, by: .b).last == "ACK seq=300 ack=100 len=5")
  }

  @Test func `A state that stays is no change`() {
    var network = opening()
    network.suppose(.isIn(.listen), of: .b)
    let before = network.transcript.count
    network.step()
    #expect(network.states == "SYN-SENT LISTEN")
    #expect(!network.transcript[before...].contains { if case .state = $0.kind { true } else { false } })
  }

  @Test func `A connection that has ended goes on in the supposed state`() {
    var network = Network.established()
    for host in Host.allCases {
      network.call(.close, on: host)
      network.settle()
    }
    #expect(network.states == "TIME-WAIT CLOSED")
    var believed = Network.established()
    believed.call(.close, on: .a)
    believed.settle()
    believed.suppose(.isIn(.timeWait), of: .b, from: believed.transcript.last!.event + 2)
    believed.call(.close, on: .b)
    believed.settle()
    #expect(believed.states == "TIME-WAIT TIME-WAIT")
    #expect(believed.endpoints.b.tcb.timers[.timeWait] != nil, "2MSL run")
    while believed.advance() != nil {}
    #expect(believed.states == "CLOSED CLOSED")
  }

  @Test func `It may wait for an event, holds once, and is kept by a place`() {
    var network = opening()
    network.suppose(.sendsNothing, of: .b, from: 4)
    let place = network.place
    network.step()
    #expect(sent(network, by: .b) == ["SYN,ACK seq=299 ack=100"])
    try? network.lose(number: 2)
    while network.transcript.last!.event < 6, network.advance() != nil {}
    #expect(sent(network, by: .b).count == 1)
    while sent(network, by: .b).count < 2, network.advance() != nil {}
    #expect(sent(network, by: .b).count == 2, "the second time it is sent again")
    let count = place.count
    network.go(back: place)
    #expect(network.transcript.count == count && network.states == "SYN-SENT LISTEN")
    #expect(network.now == .start && network.inFlight.map(\.number) == [1])
  }
}
