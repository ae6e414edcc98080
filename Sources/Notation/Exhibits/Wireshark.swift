import Simulation
import TCP

extension Exhibit {
  /// Wireshark's list of packets: number, seconds since the first, source, destination, protocol, octets, summary.
  ///
  /// Numbers are relative to each side's first. What its analysis puts in brackets before a summary is left out: that
  /// is what a learner is asked. Its arrow is written `->`.
  ///
  /// - Note: Source: tshark 4.0.17, run, and Wireshark's packet-tcp.c.
  static let wireshark = Exhibit("wireshark") { network, host, count in
    let packets = CapturedSegment.all(in: network, at: host, after: count)
    var starts = Pair<SequenceNumber?>(nil, nil)
    return packets.enumerated().map { index, captured in
      let (segment, from) = (captured.segment, captured.from)
      if let start = starts[from], segment.has(.syn), start != segment.seq {
        // A connection is opened anew: by a SYN for both sides, by a SYN,ACK for its sender.
        starts[from] = nil
        if !segment.has(.ack) { starts[from.peer] = nil }
      }
      let start = starts[from] ?? (segment.has(.syn) ? segment.seq : segment.seq - 1)
      starts[from] = start
      let peerStart = starts[from.peer] ?? segment.ack - 1
      if segment.has(.ack) { starts[from.peer] = peerStart }
      let time = Instant(nanoseconds: captured.time.nanoseconds - packets[0].time.nanoseconds).secondsAndMicroseconds
      return [
        String(index + 1).rightAligned(5), "\(time.seconds).\(time.fraction)".rightAligned(10),
        Datagram.addressText(of: from).rightAligned(12), "->", Datagram.addressText(of: from.peer).padded(12), "TCP",
        String(captured.datagram.length),
        summary(
          captured.datagram, seq: segment.seq.value &- start.value, ack: segment.ack.value &- peerStart.value),
      ].joined(separator: " ")
    }
  }

  private static func summary(_ datagram: Datagram, seq: UInt32, ack: UInt32) -> String {
    let segment = datagram.segment
    var text = "\(Datagram.port(of: datagram.from)) -> \(Datagram.port(of: datagram.from.peer)) "
    text += "[\(flags(segment.control))] Seq=\(seq)"
    if segment.has(.ack) { text += " Ack=\(ack)" }
    text += " Win=\(segment.window)"
    if segment.has(.urg) { text += " Urg=0" }
    text += " Len=\(segment.text)"
    if let size = datagram.maximumSegmentSizeOption { text += " MSS=\(size)" }
    return text
  }

  private static func flags(_ control: ControlBits) -> String {
    let names: [(ControlBits, String)] = [
      (.fin, "FIN"), (.syn, "SYN"), (.rst, "RST"), (.psh, "PSH"), (.ack, "ACK"), (.urg, "URG"),
    ]
    return control.isEmpty ? "<None>" : names.filter { control.contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
