import Simulation
import TCP

/// What the sequence numbers of a script count from.
///
/// They stay when a connection has ended, for what still comes of it; before the first one they are 0, so that numbers
/// are the run's own.
struct PacketdrillNumbering {
  /// ISS.
  private(set) var local: SequenceNumber = 0
  /// IRS.
  private(set) var remote: SequenceNumber = 0
  private var hasConnection = false

  /// Begins to count anew.
  ///
  /// A connection in SYN-SENT does not know IRS yet, so it is looked up where it will; if it never gets to know it,
  /// the peer's numbers are the run's own.
  mutating func begin(at position: Int, of events: [HostEvent]) {
    hasConnection = true
    local = events[position].record.send.iss
    remote = 0
    for event in events[position...] {
      switch event.after {
      case .synSent: continue
      case .closed, .listen: return
      case .synReceived, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait:
        remote = event.record.receive.irs
        return
      }
    }
  }

  /// Counts from the SYN that a host without a connection refuses.
  mutating func meet(_ segment: Segment) {
    if !hasConnection, segment.has(.syn), !segment.has(.ack) { remote = segment.seq }
  }
}

extension PacketdrillWriter {
  mutating func writeArrival(_ segment: Segment, _ number: Int?, _ event: HostEvent) {
    if event.beginsConnection, !sockets.takeConnection() {
      silence("packetdrill follows one connection of a listening socket, and this is another")
    }
    numbering.meet(segment)
    var notes: [String] = []
    if number == nil { notes.append("injected") }
    if let reception = event.reception { notes.append(reception.words.en) }
    write(segment, from: host.peer, at: event.time, notes)
  }

  mutating func writeSent(_ sent: HostEvent.Sent, _ event: HostEvent) {
    write(
      sent.segment, from: host, at: event.time, (sent.isRetransmission ? ["retransmission"] : []) + fates[sent.number])
  }

  private mutating func write(_ segment: Segment, from sender: Host, at time: Instant, _ notes: [String]) {
    let (ownBase, peerBase) =
      sender == host ? (numbering.local, numbering.remote) : (numbering.remote, numbering.local)
    let first = (segment.seq - Int(ownBase.value)).value
    let (end, isWrapped) = first.addingReportingOverflow(UInt32(segment.text))
    var text = "\(sender == host ? ">" : "<") \(Self.flags(segment.control)) \(first):\(end)(\(segment.text))"
    if segment.has(.ack) { text += " ack \((segment.ack - Int(peerBase.value)).value)" }
    if sender != host { text += " win \(UInt16(clamping: segment.window))" }
    if segment.has(.syn) {
      text += " <mss \(UInt16(clamping: settings.endpoints[sender].maximumSegmentSize))>"
    }
    guard !isWrapped else { return comment("Not to be tested: packetdrill can't write a wrap-around: \(text)") }
    line(at: time, text, note: notes)
  }

  /// `S.`, `F.`, `-`: the dot of ACK comes last, where the grammar has it.
  private static func flags(_ control: ControlBits) -> String {
    let letters: [(bit: ControlBits, letter: String)] = [
      (.fin, "F"), (.syn, "S"), (.rst, "R"), (.psh, "P"), (.urg, "U"), (.ack, "."),
    ]
    let flags = letters.filter { control.contains($0.bit) }.map(\.letter).joined()
    return flags.isEmpty ? "-" : flags
  }
}
