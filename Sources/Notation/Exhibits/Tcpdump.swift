import Simulation
import TCP

extension Exhibit {
  /// `tcpdump -n`: a line a segment; the run begins at midnight.
  ///
  /// Numbers are relative to those of the last SYN,ACK, or of the first segment that has an ACK; the SYNs themselves
  /// and segments without an ACK have theirs as they are.
  ///
  /// - Note: Source: tcpdump 4.99.3, run, and its print-tcp.c.
  static let tcpdump = Exhibit("tcpdump") { network, host, count in
    var starts: Pair<SequenceNumber>?
    return CapturedSegment.all(in: network, at: host, after: count).map { captured in
      let segment = captured.segment
      var (seq, ack) = (segment.seq, segment.ack)
      if segment.has(.ack) {
        if let starts, !segment.has(.syn) {
          seq = SequenceNumber(seq.value &- starts[captured.from].value)
          ack = SequenceNumber(ack.value &- starts[captured.from.peer].value)
        } else {
          var new = Pair(seq, seq)
          new[captured.from.peer] = ack - 1
          starts = new
        }
      }
      return "\(timeOfDay(captured.time)) IP \(endpoint(captured.from)) > \(endpoint(captured.from.peer)): "
        + describe(captured.datagram, seq: seq, ack: ack)
    }
  }

  private static func describe(_ datagram: Datagram, seq: SequenceNumber, ack: SequenceNumber) -> String {
    let segment = datagram.segment
    var words = ["Flags [\(flags(segment.control))]"]
    if segment.text > 0 {
      words.append("seq \(seq):\(seq + segment.text)")
    } else if !segment.control.isDisjoint(with: [.syn, .fin, .rst]) {
      words.append("seq \(seq)")
    }
    if segment.has(.ack) { words.append("ack \(ack)") }
    words.append("win \(segment.window)")
    if segment.has(.urg) { words.append("urg 0") }
    if let size = datagram.maximumSegmentSizeOption { words.append("options [mss \(size)]") }
    // What goes to or comes from port 80 is taken for HTTP, which these letters are not.
    words.append("length \(segment.text)\(segment.text > 0 ? ": HTTP" : "")")
    return words.joined(separator: ", ")
  }

  private static func flags(_ control: ControlBits) -> String {
    let letters: [(ControlBits, String)] = [
      (.fin, "F"), (.syn, "S"), (.rst, "R"), (.psh, "P"), (.ack, "."), (.urg, "U"),
    ]
    return control.isEmpty ? "none" : letters.filter { control.contains($0.0) }.map(\.1).joined()
  }

  private static func endpoint(_ host: Host) -> String {
    "\(Datagram.addressText(of: host)).\(Datagram.port(of: host))"
  }

  private static func timeOfDay(_ time: Instant) -> String {
    let (seconds, fraction) = time.secondsAndMicroseconds
    let parts = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(parts.joined(separator: ":")).\(fraction)"
  }
}
