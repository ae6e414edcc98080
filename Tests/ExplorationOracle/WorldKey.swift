import Exploration
import Simulation
import TCP

/// A world as far as its future depends on it, packed: worlds with the same key can do the same from there on.
///
/// Left out, because nothing in it but time reads them: deadlines, round-trip times, back-off, transmission counts.
/// SND.WL1 and SND.WL2 are left out because every window is the same. The retransmission queue is left out because
/// with one SEND, which fits into one segment, it is what lies between SND.UNA and SND.NXT: a SYN at ISS, the text,
/// and a FIN before SND.NXT. For the same reason all that can come out of order is a FIN. The octets that wait to be read
/// are left out because no user reads.
package struct WorldKey: Hashable, Sendable {
  private let words: [UInt64]

  package init(_ world: World) {
    var words: [UInt64] = []
    words.reserveCapacity(15 + 2 * (world.towards.a.count + world.towards.b.count))
    words.append(UInt64(world.faults))
    for host in Host.allCases {
      Self.pack(world.endpoints[host].tcb, into: &words)
      words[words.count - 1] |=
        UInt64(world.made[host]) << 21 | UInt64(world.endpoints[host].connectionsNumbered) << 24
    }
    for host in Host.allCases {
      Self.pack(world.towards[host], into: &words)
      Self.pack(world.late[host], into: &words)
    }
    self.words = words
  }

  private static func pack(_ segments: [Segment], into words: inout [UInt64]) {
    words.append(UInt64(segments.count))
    for segment in segments {
      words.append(UInt64(segment.seq.value) << 32 | UInt64(segment.ack.value))
      words.append(UInt64(segment.control.rawValue) << 48 | UInt64(segment.window) << 24 | UInt64(segment.text))
    }
  }

  /// Three words, whose last has its bits 21 to 31 free.
  private static func pack(_ tcb: TransmissionControlBlock, into words: inout [UInt64]) {
    let send = tcb.send
    let receive = tcb.receive
    var flags = UInt64(tcb.state.rawValue) | UInt64(send.unsent) << 4
    func set(_ bit: UInt64, _ isSet: Bool) {
      if isSet { flags |= 1 << bit }
    }
    set(10, tcb.openedPassively)
    set(11, send.fin != nil)
    set(12, send.closeRequested)
    set(13, receive.fin != nil)
    set(14, send.wnd > 0)
    set(15, send.maximumWindow > 0)
    set(16, tcb.timers[.retransmission] != nil)
    set(17, tcb.timers[.timeWait] != nil)
    set(18, tcb.timers[.user] != nil)
    set(20, tcb.outOfOrder.contains { $0.has(.fin) })
    words.append(UInt64(send.una.value) << 32 | UInt64(send.nxt.value))
    words.append(UInt64(send.iss.value) << 32 | UInt64(receive.irs.value))
    words.append(UInt64(receive.nxt.value) << 32 | flags)
  }

  package func hash(into hasher: inout Hasher) {
    words.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
