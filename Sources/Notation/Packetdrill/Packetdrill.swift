import Simulation
import TCP

/// A run as a packetdrill script, which would put the TCP of one host to the same test.
///
/// The script is the host's side of the run: its user's calls as system calls, what arrives at it (`<`), what it then
/// sends (`>`). Times are relative to the line before; sequence numbers count from each side's SYN, which has 0, and
/// where the host never had a connection they are the run's own. A CLOSE is `shutdown(fd, SHUT_WR)`, since RFC CLOSE
/// goes on receiving; an ABORT is a close that does not linger.
///
/// What packetdrill has no words for is told in a comment, and so are all lines that hang on it, up to the next OPEN:
/// a crash, a CLOSE or ABORT of a passive connection that `accept` has not returned yet, a second connection of the
/// same listening socket.
///
/// - Note: Source: packetdrill's `parser.y`, `lexer.l` and `run_packet.c`.
public enum Packetdrill {
  /// Writes the script that tests a host.
  ///
  /// - Returns: **the lines**, without their ends; comments and at least one event, as packetdrill asks.
  public static func script(of network: Network, host: Host) -> [String] {
    var writer = PacketdrillWriter(network, host)
    for event in writer.events { writer.write(event) }
    return heading(of: network.settings, host) + writer.finished()
  }

  private static func heading(of settings: Network.Settings, _ host: Host) -> [String] {
    let size = settings.endpoints[host].maximumSegmentSize
    var lines = [
      "// The TCP of \(settings.names[host].onOneLine), profile \(settings.profile).",
      "// Sequence numbers are relative: each side's SYN has 0.",
      "// It sends no PSH, and no option but a SYN's MSS; Linux does the latter with net.ipv4.tcp_sack,",
      "// net.ipv4.tcp_timestamps and net.ipv4.tcp_window_scaling at 0.",
    ]
    // A kernel makes its MSS of the interface's MTU; 1500 octets are packetdrill's default.
    if size != 1460, (68...65535).contains(size + 40) { lines.append("--mtu=\(size + 40)") }
    return lines
  }
}

extension String {
  /// The text with spaces for what would end a comment.
  var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}

extension Format {
  public static let packetdrill = Format("packetdrill", isPerHost: true) { network, host, _ in
    Packetdrill.script(of: network, host: host)
  }
}
