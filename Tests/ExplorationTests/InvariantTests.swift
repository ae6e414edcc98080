import Simulation
import Testing

@testable import Exploration
@testable import TCP

/// The invariants find what is broken on purpose.
@Suite struct `The invariants` {
  /// A world in which everybody has opened and nobody has closed.
  private func established() throws -> World {
    let explorer = Explorer(root: .clientServer, faults: 0)
    var worlds = [explorer.model.start]
    while let world = worlds.popLast() {
      if world.states == StatePair(.established, .established) { return world }
      worlds += explorer.model.steps(from: world).map(\.world)
    }
    throw NotFound()
  }

  private struct NotFound: Error {}

  private func violation(_ breakIt: (inout TransmissionControlBlock) -> Void) throws -> String? {
    var world = try established()
    #expect(Invariants.violation(in: world) == nil)
    breakIt(&world.endpoints.a.tcb)
    return Invariants.violation(in: world)
  }

  @Test func `find each record that is broken`() throws {
    #expect(try violation { $0.send.una += 1 } == "a: SND.UNA > SND.NXT")
    #expect(try violation { $0.state = .closed } == "a: CLOSED keeps something of a record")
    #expect(try violation { $0.state = .finWait2 } == "a: not our acknowledged FIN alone in FIN-WAIT-2")
    #expect(try violation { $0.state = .timeWait } == "a: not two FINs taken in TIME-WAIT")
    #expect(try violation { $0.state = .lastAck } == "a: not two FINs in LAST-ACK")
    #expect(try violation { $0.state = .closeWait } == "a: not the peer's FIN alone in CLOSE-WAIT")
    #expect(try violation { $0.send.fin = $0.send.nxt } == "a: something follows the FIN")
    #expect(try violation { $0.send.fin = $0.send.nxt - 1 } == "a: a FIN that no CLOSE asked for, or too early")
  }

  @Test func `find each timer that runs in vain, or does not run`() throws {
    #expect(try violation { $0.timers.retransmission = .start } == "a: retransmission timer iff unacknowledged")
    #expect(try violation { $0.timers.user = .start } == "a: user timer iff the user waits")
    #expect(try violation { $0.timers.timeWait = .start } == "a: 2MSL timer iff TIME-WAIT")
    #expect(try violation { $0.timers.delayedAck = .start } == "a: a delayed ACK")
    #expect(try violation { $0.send.una = $0.send.nxt - 1 } == "a: retransmission timer iff unacknowledged")
  }

  @Test func `find an end that knows what the other has not done`() throws {
    #expect(try violation { $0.receive.nxt += 1 } == "a: RCV.NXT is beyond what the peer has sent")
    #expect(try violation { $0.receive.irs += 1 } == "a: the numbers of another connection")
    #expect(
      try violation {
        $0.send.nxt += 1
        $0.send.una += 1
      } == "a: SND.UNA is beyond what the peer has taken")
  }

  @Test func `find an event that goes back, or sends a second FIN`() throws {
    let tcb = try established().endpoints.a.tcb
    let event = Event.arrival(Segment(seq: 1, control: .rst))
    func violation(
      _ effects: [Effect] = [], _ breakIt: (inout TransmissionControlBlock) -> Void = { _ in }
    ) -> String? {
      var transition = Transition(from: .established, at: .start)
      transition.effects = effects
      var after = tcb
      breakIt(&after)
      return Invariants.violation(by: event, transition, before: tcb, after: after)
    }
    #expect(violation() == nil)
    #expect(violation { $0.send.nxt = $0.send.nxt - 1 } == "the send side went back")
    #expect(violation { $0.receive.nxt = $0.receive.nxt - 1 } == "RCV.NXT went back")
    #expect(
      violation([.signal(.connectionClosing), .signal(.connectionClosing)]) == "the user is told of the FIN twice")
    let fin = Segment(seq: tcb.send.nxt, ack: tcb.receive.nxt, control: [.fin, .ack])
    #expect(violation([.transmit(fin, isRetransmission: false)]) == "a second FIN: \(fin)")
    let syn = Segment(seq: tcb.send.nxt, control: .syn)
    #expect(violation([.transmit(syn, isRetransmission: false)]) == "a second SYN: \(syn)")
    let reset = Segment(seq: 1, control: .rst)
    #expect(violation([.transmit(reset, isRetransmission: false)]) == "a RST answers a RST")
  }
}
