import TCP
import Testing

@testable import Simulation

/// What a run keeps grows with what happened, and no faster.
@Suite struct `What a run keeps` {
  /// Octets kept, as far as they grow: the transcript's, the queue's of either end, the wire's.
  private func kept(sends: Int) -> (octets: Int, occurrences: Int) {
    var network = Network.established()
    for count in 1...sends {
      network.call(.send(octets: 1), on: .a)
      while count % 100 == 0, !network.inFlight.isEmpty { network.advance() }
    }
    let queued = Host.allCases.map { network.endpoints[$0].tcb.queuedCount }.reduce(0, +)
    let octets =
      network.transcript.count * MemoryLayout<Occurrence>.stride + queued * 64
      + (network.inFlight.count + network.held.count) * MemoryLayout<SegmentInFlight>.stride
    return (octets, network.transcript.count)
  }

  @Test func `Twice the SENDs keep twice as much`() {
    let (half, whole) = (kept(sends: 4_000), kept(sends: 8_000))
    #expect(whole.occurrences > 8_000 * 4)
    #expect(Double(whole.octets) / Double(half.octets) < 2.05)
    #expect(whole.octets / whole.occurrences <= 400, "some 350 octets for each thing that happened")
  }

  /// An array in it would be copied by the next SEND, which is how memory came to grow with the square.
  @Test func `An occurrence's record holds nothing that grows`() {
    func isFixed<Value: BitwiseCopyable>(_: Value.Type) -> Bool { true }
    #expect(isFixed(ConnectionRecord.self))
    #expect(MemoryLayout<ConnectionRecord>.stride <= 256)
  }
}

@Suite struct `Events` {
  @Test func `All that one event brought about bears its number, and stands together behind it`() throws {
    var network = Network()
    network.call(.openPassive, on: .b)
    network.plan(Fault(.duplicate, host: .a, control: .syn))
    network.call(.openActive(), on: .a)
    try network.hold(number: 1)
    try network.hold(number: 1)
    try network.release()
    network.settle()
    network.note(expectation: "", of: .a, holds: true)
    network.crash(.b)
    network.inject(Segment(seq: 1, control: .rst), at: .a)
    let transcript = network.transcript
    #expect(transcript.first?.event == 1)
    for (occurrence, next) in zip(transcript, transcript.dropFirst()) {
      #expect(next.event == occurrence.event + (next.kind.isEffect(after: occurrence) ? 0 : 1), "\(next.kind)")
      if next.event == occurrence.event { #expect(next.host == occurrence.host && next.time == occurrence.time) }
    }
  }
}

extension Occurrence.Kind {
  /// Whether the machine, or a plan of the script, did it in the course of an event.
  fileprivate func isEffect(after earlier: Occurrence) -> Bool {
    switch self {
    case .send, .state, .signal, .deliver: true
    case .lost, .duplicated, .held:
      if case .send = earlier.kind { true } else { false }
    case .call, .arrive, .released, .injected, .timeout, .crash, .expect: false
    }
  }
}
