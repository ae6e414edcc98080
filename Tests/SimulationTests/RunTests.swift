import Simulation
import TCP
import Testing

@Suite struct `A run is a value` {
  /// A close with a loss, a duplicate and a delay in it.
  private func story(_ network: inout Network) {
    network.plan(Fault(.lose, host: .b, control: [.syn, .ack]))
    network.plan(Fault(.duplicate, host: .a, control: .ack))
    network.call(.openPassive, on: .b)
    network.call(.openActive(), on: .a)
    network.wait(.seconds(5))
    network.plan(Fault(.delay(.seconds(3)), host: .a, control: [.fin, .ack]))
    network.call(.send(octets: 5000), on: .a)
    network.call(.close, on: .a)
    network.call(.close, on: .b)
    network.wait(.minutes(10))
  }

  @Test func `The same story told twice is the same run`() {
    var first = Network()
    var second = Network()
    story(&first)
    story(&second)
    #expect(first.transcript == second.transcript)
    #expect(first.transcript.count > 30)
    #expect(first.states == "CLOSED CLOSED")
  }

  @Test func `Keeping the old value is undo, and a copy is what if`() throws {
    var network = Network()
    network.call(.openPassive, on: .b)
    network.call(.openActive(), on: .a)
    let before = network
    try network.lose(number: 1)
    network.plan(Fault(.lose, host: .a, control: .syn, count: 100))
    network.wait(.minutes(10))
    #expect(network.states == "CLOSED LISTEN")
    network = before
    #expect(network.transcript == before.transcript)
    network.settle()
    #expect(network.states == "ESTABLISHED ESTABLISHED")
    #expect(before.states == "SYN-SENT LISTEN", "the copy has not moved")
  }

  @Test func `Time never goes back, in the transcript either`() throws {
    var network = Network()
    story(&network)
    #expect(zip(network.transcript, network.transcript.dropFirst()).allSatisfy { $0.time <= $1.time })
    let now = network.now
    network.pass(to: .start)
    #expect(network.now == now)
  }

  @Test func `Segments are numbered in the order in which they are sent, from one`() {
    var network = Network()
    story(&network)
    let numbers = network.transcript.compactMap { occurrence -> Int? in
      if case .send(_, let number, _) = occurrence.kind { number } else { nil }
    }
    #expect(numbers == Array(1...numbers.count))
  }

  @Test func `Every arrival is of something that was sent, and not before its time`() {
    var network = Network()
    story(&network)
    var sent: [Int: Instant] = [:]
    for occurrence in network.transcript {
      switch occurrence.kind {
      case .send(_, let number, _): sent[number] = occurrence.time
      case .arrive(_, let number?, _):
        #expect(sent[number].map { $0 + network.settings.latency <= occurrence.time } == true)
      default: break
      }
    }
  }

  @Test func `A retransmission is marked as one`() {
    var network = Network()
    network.plan(Fault(.lose, host: .a, control: .syn))
    network.call(.openActive(), on: .a)
    network.advance()
    let marks = network.transcript.compactMap { occurrence -> Bool? in
      if case .send(_, _, let isRetransmission) = occurrence.kind { isRetransmission } else { nil }
    }
    #expect(marks == [false, true])
  }

  @Test func `Each occurrence bears the host's connection as it is behind it`() {
    var network = Network()
    story(&network)
    for host in Host.allCases {
      var state = State.closed
      for occurrence in network.transcript where occurrence.host == host {
        if case .state(let from, let to) = occurrence.kind {
          #expect(from == state)
          #expect(to == occurrence.record.state)
          state = to
        }
      }
      #expect(state == network.state(of: host))
    }
  }
}

@Suite struct `Time` {
  @Test func `At one instant a segment arrives before a timer fires, and A comes before B`() {
    var network = Network()
    network.call(.openActive(), on: .a)
    network.call(.openActive(), on: .b)
    var order: [String] = []
    // Both SYNs are lost before they arrive, so both timers are due at one second.
    try? network.lose(number: 1)
    try? network.lose(number: 2)
    let before = network.transcript.count
    while network.nextEvent == .start + .seconds(1) { network.advance() }
    for occurrence in network.transcript[before...] {
      if case .timeout = occurrence.kind { order.append("\(occurrence.host)") }
    }
    #expect(order == ["a", "b"])

    var meeting = Network()
    meeting.plan(Fault(.delay(.milliseconds(950)), host: .b, control: .syn))
    meeting.call(.openActive(), on: .a)
    meeting.call(.openActive(), on: .b)
    try? meeting.lose(number: 1)
    #expect(meeting.nextEvent == .start + .seconds(1))
    #expect(meeting.advance() == true, "the SYN arrives")
    #expect(meeting.advance() == false, "then the timer fires")
  }

  @Test func `Nothing happens behind the limit, and the clock stays`() {
    var network = Network()
    network.call(.openActive(), on: .a)
    #expect(network.advance(to: .start + .milliseconds(49)) == nil)
    #expect(network.now == .start)
    #expect(network.advance(to: .start + .milliseconds(50)) == true)
    #expect(network.now == .start + .milliseconds(50))
  }

  @Test func `Where nothing is due there is no next event`() {
    var network = Network()
    #expect(network.nextEvent == nil && network.advance() == nil)
    network.call(.openPassive, on: .b)
    #expect(network.nextEvent == nil, "a listener waits for ever")
  }

  @Test func `Latency is one way and the same for both`() {
    var settings = Network.Settings()
    settings.latency = .milliseconds(7)
    var network = Network(settings)
    network.call(.openPassive, on: .b)
    network.call(.openActive(), on: .a)
    network.step(3)
    #expect(network.states == "ESTABLISHED ESTABLISHED")
    #expect(network.now == .start + .milliseconds(21))
  }

  @Test func `Two calls without time between them are simultaneous`() {
    var network = Network()
    network.call(.openActive(), on: .a)
    network.call(.openActive(), on: .b)
    network.settle()
    #expect(network.states == "ESTABLISHED ESTABLISHED")
    #expect(network.now == .start + .milliseconds(100))
  }
}

@Suite struct `Hosts` {
  @Test func `A crash forgets the connection and tells nobody`() {
    var network = Network.established()
    let before = network.transcript.count
    network.crash(.a)
    #expect(network.states == "CLOSED ESTABLISHED")
    #expect(network.inFlight.isEmpty)
    #expect(
      network.transcript[before...].map(\.kind) == [.crash, .state(from: .established, to: .closed)])
    network.crash(.a)
    #expect(network.transcript.last?.kind == .crash, "no state changes the second time")
  }

  @Test func `A call's outcome is returned and recorded`() {
    var network = Network()
    #expect(network.call(.close, on: .a) == .rejected(.connectionDoesNotExist))
    #expect(network.transcript.map(\.kind) == [.call(.close, .rejected(.connectionDoesNotExist))])
    #expect(network.call(.openPassive, on: .a) == .accepted)
  }

  @Test func `An expectation is noted in its place`() {
    var network = Network()
    network.note(expectation: "expect client CLOSED", of: .a, holds: true)
    #expect(network.transcript.map(\.kind) == [.expect(text: "expect client CLOSED", holds: true)])
  }

  @Test func `Occurrences know which segment they are about`() throws {
    var network = Network()
    network.call(.openActive(), on: .a)
    try network.duplicate(number: 1)
    try network.hold(number: 1)
    try network.release()
    try network.lose(number: 1)
    network.inject(Segment(seq: 1, control: .rst), at: .a)
    network.settle()
    let numbers = network.transcript.map(\.segmentNumber)
    // connect, #1 sent, CLOSED→SYN-SENT, duplicated, held, released, lost; injected and dropped; #1 arrives, #2 is sent
    // and arrives, A is told and is CLOSED.
    #expect(numbers == [nil, 1, nil, 1, 1, 1, 1, nil, nil, 1, 2, 2, nil, nil])
  }

  @Test func `The peer of each is the other`() {
    #expect(Host.a.peer == .b && Host.b.peer == .a)
    var pair = Pair(1, 2)
    pair[.a] = 3
    pair[.b] = 4
    #expect(pair == Pair(3, 4))
  }
}
