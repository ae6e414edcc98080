import Notation
import Scenario
import Simulation
import TCP
import Testing

/// The reader of these tests itself: it must refuse what packetdrill refuses.
@Suite struct `packetdrill's grammar` {
  @Test(arguments: [
    "+0 < S 0:0(0) win 65535 <mss 1460>", "0.1 > . 1:1(0)", "+0 < S 0:0(0)", "+0 < S 0:1(0) win 5",
    "+0 < SX 0:0(0) win 5", "+0 > .F 0:0(0) ack 1", "+0 > S 0:0(0) ack 1", "+0 > S. 0:0(0)", "+0 < S 0:0(0) win 65536",
    "+-1 close(3) = 0",
    "+0 > . 4294967295:4294967296(1) ack 1", "+0 < S 0:0(0) win 5 <mss 1460,nop>", "+0 close(3)", "+0 close(3 = 0",
    "+0 read(3, ..., 1) = -1 EPIPE", "+0.2...0.1 read(3, ..., 1) = 1", "// nothing", "+0 close(3) = 0 // no end",
    "`true`", "+0 setsockopt(3, {onoff=1}, 8) = 0", "+0 %{ assert", "S 0:0(0)", "+0 close(3) = 0 (a note)",
  ])
  func `What is read and what is refused`(line: String) {
    let isRight = ["+0 < S 0:0(0) win 65535 <mss 1460>", "+0 close(3) = 0 (a note)"].contains(line)
    let script = line.hasSuffix("end") ? line : line + "\n"
    let isRead = (try? PacketdrillGrammar(script)) != nil
    #expect(isRead == isRight)
  }
}

@Suite struct `Notations of runs at random` {
  /// Calls, faults and injections in any order, at every profile.
  @Test(arguments: Profile.allCases)
  func `Every script is read, and every capture has every packet`(profile: Profile) throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = Random(state: seed)
      var settings = Network.Settings()
      settings.endpoints.a.initialSequenceNumbers = [4_294_967_290, 7]
      settings.endpoints.b.initialSequenceNumbers = [4_294_967_295]
      settings.endpoints.b.maximumSegmentSize = 3
      settings.use(profile)
      var run = Run(settings)
      for _ in 0..<60 { run.play(random.action()) }
      for host in Host.allCases {
        let lines = Packetdrill.script(of: run.network, host: host)
        let script = try PacketdrillGrammar(lines.joined(separator: "\n") + "\n")
        #expect(script.socketFaults == [], "seed \(seed): \(lines.joined(separator: "\n"))")
        let blocks = try Pcapng.blockTypes(of: Pcapng.file(of: run.network, host: host))
        #expect(blocks.count == 2 + packets(of: run.network, at: host).count)
      }
    }
  }
}

private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  }

  mutating func action() -> Action {
    let host: Host = Bool.random(using: &self) ? .a : .b
    switch Int.random(in: 0..<16, using: &self) {
    case 0, 1: return .call(host, .openPassive)
    case 2: return .call(host, .openActive())
    case 3, 4: return .call(host, .send(octets: Int.random(in: 1...20, using: &self)))
    case 5: return .call(host, .receive)
    case 6: return .call(host, .close)
    case 7: return .call(host, .status)
    case 8: return Bool.random(using: &self) ? .call(host, .abort) : .crash(host)
    case 9:
      let control = ControlBits(rawValue: UInt8.random(in: 0..<64, using: &self))
      return .inject(
        host,
        Segment(
          seq: SequenceNumber(UInt32.random(in: 0...30, using: &self) &- 15),
          ack: SequenceNumber(UInt32.random(in: 0...9, using: &self)), control: control, window: 65535,
          text: Int.random(in: 0...12, using: &self)))
    case 10: return .plan(Fault(.lose, host: host, control: Bool.random(using: &self) ? .ack : [.fin, .ack]))
    case 11: return .plan(Fault(.duplicate, host: host, control: .ack))
    case 12: return .wait(.milliseconds(Int64.random(in: 1...3000, using: &self)))
    default: return .settle
    }
  }
}
