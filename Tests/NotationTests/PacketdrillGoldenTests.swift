import Bilingual
import Notation
import Simulation
import Testing

private let socket = """
  +0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
  """

private let listen = """
  // CLOSED → LISTEN
  \(socket)
  +0 setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0
  +0 bind(3, ..., ...) = 0
  +0 listen(3, 1) = 0

  // LISTEN → SYN-RECEIVED
  +0.05 < S 0:0(0) win 65535 <mss 1460>
  +0 > S. 0:0(0) ack 1 <mss 1460>

  // SYN-RECEIVED → ESTABLISHED
  +0.1 < . 1:1(0) ack 1 win 65535
  +0 accept(3, ..., ...) = 4
  """

private let connect = """
  // CLOSED → SYN-SENT
  \(socket)
  +0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0
  +0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
  +0 > S 0:0(0) <mss 1460>

  // SYN-SENT → ESTABLISHED
  +0.1 < S. 0:0(0) ack 1 win 65535 <mss 1460>
  +0 > . 1:1(0) ack 1
  +0 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0
  +0 fcntl(3, F_SETFL, O_RDWR) = 0
  """

/// A script without its heading of four comments.
private func body(_ source: String, _ host: Host) throws -> String {
  let network = try RunToExport("golden", source).played()
  return Packetdrill.script(of: network, host: host).dropFirst(5).joined(separator: "\n")
}

@Suite struct `packetdrill scripts, word for word` {
  @Test func `The heading`() throws {
    let heading = Packetdrill.script(of: try RunToExport.data.played(), host: .b).prefix(5)
    #expect(
      Array(heading) == [
        "// The TCP of server, profile rfc9293.",
        "// Sequence numbers are relative: each side's SYN has 0.",
        "// It sends no PSH, and no option but a SYN's MSS; Linux does the latter with net.ipv4.tcp_sack,",
        "// net.ipv4.tcp_timestamps and net.ipv4.tcp_window_scaling at 0.",
        "--mtu=1040",
      ])
  }

  @Test func `Figure 6, the active side`() throws {
    #expect(
      try body(RunToExport.figure6.source, .a) == """
        \(connect)

        +0.05 write(3, ..., 10) = 10
        +0 > . 1:11(10) ack 1

        +0.1 < . 1:1(0) ack 11 win 65535
        """)
  }

  @Test func `Figure 6, the passive side`() throws {
    #expect(
      try body(RunToExport.figure6.source, .b) == """
        \(listen)

        +0.05 < . 1:11(10) ack 1 win 65535
        +0 > . 1:1(0) ack 11
        """)
  }

  @Test func `Figure 12, who closes first`() throws {
    #expect(
      try body(RunToExport.figure12.source, .a) == """
        \(connect)

        // ESTABLISHED → FIN-WAIT-1
        +0.05 shutdown(3, SHUT_WR) = 0
        +0 > F. 1:1(0) ack 1

        // FIN-WAIT-1 → FIN-WAIT-2
        +0.1 < . 1:1(0) ack 2 win 65535

        // FIN-WAIT-2 → TIME-WAIT
        +0.05 < F. 1:1(0) ack 2 win 65535
        +0 > . 2:2(0) ack 2
        // the user is told: connection closing

        // TIME-WAIT → CLOSED, timeout: 2msl
        """)
  }

  @Test func `Figure 12, who closes second`() throws {
    #expect(
      try body(RunToExport.figure12.source, .b) == """
        \(listen)

        // ESTABLISHED → CLOSE-WAIT
        +0.05 < F. 1:1(0) ack 1 win 65535
        +0 > . 1:1(0) ack 2
        // the user is told: connection closing

        // CLOSE-WAIT → LAST-ACK
        +0.05 shutdown(4, SHUT_WR) = 0
        +0 > F. 1:1(0) ack 2

        // LAST-ACK → CLOSED
        +0.1 < . 2:2(0) ack 2 win 65535
        """)
  }

  @Test func `A RECEIVE that waits is a read that blocks`() throws {
    let source = "server listen\nclient connect\nsettle\nserver receive\nclient send 5\nsettle\nclient abort\nsettle"
    #expect(
      try body(source, .b) == """
        \(listen)

        +0...0.05 read(4, ..., 65535) = 5

        +0.05 < . 1:6(5) ack 1 win 65535
        +0 > . 1:1(0) ack 6

        // ESTABLISHED → CLOSED
        +0.1 < R 6:6(0) win 0
        // the user is told: connection reset
        """)
    #expect(
      try body(source, .a).hasSuffix(
        """
        // ESTABLISHED → CLOSED
        +0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0
        +0 close(3) = 0
        +0 > R 6:6(0)
        """))
  }

  @Test func `What a crash leads to is a comment`() throws {
    #expect(
      try body(RunToExport.figure10.source, .a).hasSuffix(
        """
        // ESTABLISHED → CLOSED, crash
        // Not to be tested: packetdrill has no way to make a host forget; the script goes on with the next OPEN.

        // +0.1 < . 1:11(10) ack 1 win 65535  // no connection: RST
        // +0 > R 1:1(0)
        """))
  }

  @Test func `A host without anything to test`() throws {
    #expect(
      try body("client status", .a) == """
        // STATUS: error: connection does not exist

        // Nothing that packetdrill could test happens at this host.
        +0 `true`
        """)
  }
}
