import Simulation
import TCP
import Testing

/// What can happen to a segment between the hosts.
@Suite struct `Faults` {
  /// A client's SYN under way to a listener.
  private func opening() -> Network {
    var network = Network()
    network.call(.openPassive, on: .b)
    network.call(.openActive(), on: .a)
    return network
  }

  private func inFlight(_ network: Network) -> [String] {
    network.inFlight.map { "#\($0.number) \($0.segment)" }
  }

  private func kinds(_ network: Network, from first: Int) -> [Occurrence.Kind] {
    network.transcript[first...].map(\.kind)
  }

  private let syn = Segment(seq: 100, control: .syn, window: 65535)
  private let synAck = Segment(seq: 300, ack: 101, control: [.syn, .ack], window: 65535)

  @Test func `A planned loss takes the next segment of exactly these bits from this host, and no other`() {
    var network = Network()
    network.plan(Fault(.lose, host: .b, control: .syn))
    network.plan(Fault(.lose, host: .b, control: [.syn, .ack]))
    network.plan(Fault(.lose, host: .a, control: [.syn, .ack]))
    network.call(.openPassive, on: .b)
    network.call(.openActive(), on: .a)
    #expect(inFlight(network) == ["#1 SYN seq=100"])
    let before = network.transcript.count
    network.step()
    #expect(network.inFlight.isEmpty)
    #expect(
      kinds(network, from: before) == [
        .arrive(syn, number: 1, .accepted), .send(synAck, number: 2, isRetransmission: false),
        .lost(synAck, number: 2), .state(from: .listen, to: .synReceived),
      ])
  }

  @Test func `A planned loss is counted off`() {
    var network = Network()
    network.plan(Fault(.lose, host: .a, control: .syn, count: 2))
    network.call(.openActive(), on: .a)
    var lost = 0
    while network.inFlight.isEmpty, lost < 5 {
      lost += 1
      network.advance()
    }
    #expect(lost == 2, "the SYN and its first retransmission are lost, the second gets through")
    #expect(inFlight(network) == ["#3 SYN seq=100"])
    #expect(network.now == .start + .seconds(3))
  }

  @Test func `Faults that are planned for the same segment take effect in order`() {
    var network = Network()
    network.plan(Fault(.lose, host: .a, control: .syn))
    network.plan(Fault(.hold, host: .a, control: .syn))
    network.call(.openActive(), on: .a)
    #expect(network.inFlight.isEmpty && network.held.isEmpty)
    network.advance()
    #expect(network.held.map(\.number) == [2])
  }

  @Test func `A segment in flight is lost by its number`() throws {
    var network = opening()
    let before = network.transcript.count
    try network.lose(number: 1)
    #expect(network.inFlight.isEmpty)
    #expect(kinds(network, from: before) == [.lost(syn, number: 1)])
    #expect(network.transcript.last?.host == .a, "its sender's")
    #expect(throws: Network.WireError.notInFlight(number: 1)) { try network.lose(number: 1) }
  }

  @Test func `A duplicate bears the number of its original and arrives right behind it`() throws {
    var network = opening()
    let before = network.transcript.count
    try network.duplicate(number: 1)
    #expect(inFlight(network) == ["#1 SYN seq=100", "#1 SYN seq=100"])
    #expect(network.inFlight[0].arrival == network.inFlight[1].arrival)
    #expect(kinds(network, from: before) == [.duplicated(syn, number: 1)])
    network.step(2)
    #expect(network.states == "SYN-SENT SYN-RECEIVED")
    #expect(inFlight(network) == ["#2 SYN,ACK seq=300 ack=101", "#3 SYN,ACK seq=300 ack=101"])
    #expect(throws: Network.WireError.notInFlight(number: 1)) { try network.duplicate(number: 1) }
  }

  @Test func `A planned duplicate sends two of the next`() {
    var network = Network()
    network.plan(Fault(.duplicate, host: .a, control: .syn))
    network.call(.openActive(), on: .a)
    #expect(inFlight(network) == ["#1 SYN seq=100", "#1 SYN seq=100"])
  }

  @Test func `What is held arrives one way after its release`() throws {
    var network = opening()
    try network.hold(number: 1)
    #expect(network.inFlight.isEmpty && network.held.map(\.number) == [1])
    network.pass(to: .start + .milliseconds(500))
    let before = network.transcript.count
    try network.release(number: 1)
    #expect(network.held.isEmpty)
    #expect(network.inFlight.map(\.arrival) == [.start + .milliseconds(550)])
    #expect(kinds(network, from: before) == [.released(syn, number: 1)])
    #expect(throws: Network.WireError.notHeld(number: 1)) { try network.release(number: 1) }
    #expect(throws: Network.WireError.nothingHeld) { try network.release() }
    #expect(throws: Network.WireError.notInFlight(number: 9)) { try network.hold(number: 9) }
  }

  @Test func `Release without a number lets all go, in the order in which they were held`() throws {
    var network = Network()
    for host in Host.allCases {
      network.plan(Fault(.hold, host: host, control: .syn))
      network.call(.openActive(), on: host)
    }
    #expect(network.held.map(\.number) == [1, 2])
    try network.release()
    #expect(inFlight(network) == ["#1 SYN seq=100", "#2 SYN seq=300"])
  }

  @Test func `A delayed segment arrives so much later, behind those that were sent after it`() throws {
    var network = Network()
    network.plan(Fault(.delay(.milliseconds(30)), host: .a, control: .syn))
    network.call(.openActive(), on: .a)
    network.call(.openActive(), on: .b)
    #expect(inFlight(network) == ["#2 SYN seq=300", "#1 SYN seq=100"])
    #expect(network.inFlight[1].arrival == .start + .milliseconds(80))
    try network.delay(number: 2, by: .milliseconds(40))
    #expect(inFlight(network) == ["#1 SYN seq=100", "#2 SYN seq=300"])
    #expect(network.inFlight[1].arrival == .start + .milliseconds(90))
    #expect(throws: Network.WireError.notInFlight(number: 5)) { try network.delay(number: 5, by: .zero) }
  }

  @Test func `Overtaking takes two, and the arrival times stay where they are`() throws {
    var network = opening()
    #expect(throws: Network.WireError.tooFewInFlight(1)) { try network.overtake() }
    network.pass(to: .start + .milliseconds(10))
    network.call(.openActive(), on: .b)  // The listener opens actively.
    #expect(inFlight(network) == ["#1 SYN seq=100", "#2 SYN seq=300"])
    let times = network.inFlight.map(\.arrival)
    try network.overtake()
    #expect(inFlight(network) == ["#2 SYN seq=300", "#1 SYN seq=100"])
    #expect(network.inFlight.map(\.arrival) == times)
    try network.lose(number: 1)
    try network.lose(number: 2)
    #expect(throws: Network.WireError.tooFewInFlight(0)) { try network.overtake() }
  }

  @Test func `A segment can be delivered at once`() throws {
    var network = opening()
    let before = network.transcript.count
    try network.deliver(number: 1)
    #expect(kinds(network, from: before).first == .arrive(syn, number: 1, .accepted))
    #expect(network.now == .start)
    #expect(network.states == "SYN-SENT SYN-RECEIVED")
    #expect(throws: Network.WireError.notInFlight(number: 1)) { try network.deliver(number: 1) }
  }

  @Test func `What is injected arrives at once and has no number`() {
    var network = Network()
    network.call(.openPassive, on: .b)
    let before = network.transcript.count
    let injected = Segment(seq: 90, control: .syn)
    network.inject(injected, at: .b)
    let kinds = kinds(network, from: before)
    #expect(kinds.prefix(2) == [.injected(injected), .arrive(injected, number: nil, .accepted)])
    #expect(network.transcript[before...].allSatisfy { $0.host == .b })
    #expect(network.now == .start)
    #expect(network.inFlight.map(\.number) == [1], "the answer is the first that was sent")
  }
}
