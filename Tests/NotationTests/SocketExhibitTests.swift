import Notation
import Simulation
import TCP
import Testing

/// A moment of a run: the first at which a host is in a state.
private struct Moment: CustomTestStringConvertible {
  let host: Host
  let state: State

  static let all: [Moment] =
    [.synSent, .established, .finWait1, .finWait2, .closing, .timeWait].map { Moment(host: .a, state: $0) }
    + [.listen, .synReceived, .established, .closeWait, .lastAck].map { Moment(host: .b, state: $0) }

  var testDescription: String { "\(host) \(state)" }

  /// The lines behind the head; nil where the exhibit can't be had.
  func lines(_ exhibit: Exhibit) throws -> [String]? {
    let run = state == .closing ? RunToExport.figure13 : .figure12
    let network = try run.played()
    let place = try #require(
      network.transcript.firstIndex {
        if case .state(_, state) = $0.kind { $0.host == host } else { false }
      })
    let head = try #require(exhibit.lines(of: network, at: host, after: 0))
    guard let lines = exhibit.lines(of: network, at: host, after: place + 1) else { return nil }
    #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) && $0.last != " " })
    return lines.count > head.count ? Array(lines[head.count...]) : []
  }
}

@Suite struct `Exhibits of sockets` {
  @Test func `Each exhibit is found by its name`() {
    #expect(
      Exhibit.all.map(\.name) == ["netstat", "netstat-windows", "ss", "display-tcp", "tcpdump", "wireshark", "hex"])
    for exhibit in Exhibit.all { #expect(Exhibit(named: exhibit.name)?.name == exhibit.name) }
    #expect(Exhibit(named: "lsof") == nil)
  }

  private func golden(_ name: String) throws -> [String] {
    let exhibit = try #require(Exhibit(named: name))
    return try Moment.all.flatMap { try $0.lines(exhibit) ?? ["?"] }
  }

  @Test func `netstat on Linux`() throws {
    #expect(
      try golden("netstat") == [
        "tcp        0      1 192.0.2.1:49152         192.0.2.2:80            SYN_SENT",
        "tcp        0      0 192.0.2.1:49152         192.0.2.2:80            ESTABLISHED",
        "tcp        0      1 192.0.2.1:49152         192.0.2.2:80            FIN_WAIT1",
        "tcp        0      0 192.0.2.1:49152         192.0.2.2:80            FIN_WAIT2",
        "tcp        0      1 192.0.2.1:49152         192.0.2.2:80            CLOSING",
        "tcp        0      0 192.0.2.1:49152         192.0.2.2:80            TIME_WAIT",
        "tcp        0    128 0.0.0.0:80              0.0.0.0:*               LISTEN",
        "tcp        0      0 192.0.2.2:80            192.0.2.1:49152         SYN_RECV",
        "tcp        0      0 192.0.2.2:80            192.0.2.1:49152         ESTABLISHED",
        "tcp        0      0 192.0.2.2:80            192.0.2.1:49152         CLOSE_WAIT",
        "tcp        0      1 192.0.2.2:80            192.0.2.1:49152         LAST_ACK",
      ])
  }

  @Test func `netstat on Windows, which nobody has seen in CLOSING`() throws {
    #expect(
      try golden("netstat-windows") == [
        "  TCP    192.0.2.1:49152        192.0.2.2:80           SYN_SEND",
        "  TCP    192.0.2.1:49152        192.0.2.2:80           ESTABLISHED",
        "  TCP    192.0.2.1:49152        192.0.2.2:80           FIN_WAIT_1",
        "  TCP    192.0.2.1:49152        192.0.2.2:80           FIN_WAIT_2",
        "?",
        "  TCP    192.0.2.1:49152        192.0.2.2:80           TIME_WAIT",
        "  TCP    0.0.0.0:80             0.0.0.0:0              LISTENING",
        "  TCP    192.0.2.2:80           192.0.2.1:49152        SYN_RECEIVED",
        "  TCP    192.0.2.2:80           192.0.2.1:49152        ESTABLISHED",
        "  TCP    192.0.2.2:80           192.0.2.1:49152        CLOSE_WAIT",
        "  TCP    192.0.2.2:80           192.0.2.1:49152        LAST_ACK",
      ])
  }

  @Test func `ss, whose columns are as wide as what stands in them`() throws {
    #expect(
      try golden("ss") == [
        "SYN-SENT 0      1          192.0.2.1:49152    192.0.2.2:80",
        "ESTAB 0      0          192.0.2.1:49152    192.0.2.2:80",
        "FIN-WAIT-1 0      1          192.0.2.1:49152    192.0.2.2:80",
        "FIN-WAIT-2 0      0          192.0.2.1:49152    192.0.2.2:80",
        "CLOSING 0      1          192.0.2.1:49152    192.0.2.2:80",
        "TIME-WAIT 0      0          192.0.2.1:49152    192.0.2.2:80",
        "LISTEN 0      128          0.0.0.0:80        0.0.0.0:*",
        "SYN-RECV 0      0          192.0.2.2:80      192.0.2.1:49152",
        "ESTAB 0      0          192.0.2.2:80      192.0.2.1:49152",
        "CLOSE-WAIT 0      0          192.0.2.2:80      192.0.2.1:49152",
        "LAST-ACK 0      1          192.0.2.2:80      192.0.2.1:49152",
      ])
  }

  @Test func `display tcp of Comware`() throws {
    #expect(
      try golden("display-tcp") == [
        " 192.0.2.1:49152       192.0.2.2:80          SYN_SENT    0x0000000000000001",
        " 192.0.2.1:49152       192.0.2.2:80          ESTABLISHED 0x0000000000000001",
        " 192.0.2.1:49152       192.0.2.2:80          FIN_WAIT_1  0x0000000000000001",
        " 192.0.2.1:49152       192.0.2.2:80          FIN_WAIT_2  0x0000000000000001",
        " 192.0.2.1:49152       192.0.2.2:80          CLOSING     0x0000000000000001",
        " 192.0.2.1:49152       192.0.2.2:80          TIME_WAIT   0x0000000000000001",
        " 0.0.0.0:80            0.0.0.0:0             LISTEN      0x0000000000000001",
        " 192.0.2.2:80          192.0.2.1:49152       SYN_RCVD    0x0000000000000001",
        " 192.0.2.2:80          192.0.2.1:49152       ESTABLISHED 0x0000000000000001",
        " 192.0.2.2:80          192.0.2.1:49152       CLOSE_WAIT  0x0000000000000001",
        " 192.0.2.2:80          192.0.2.1:49152       LAST_ACK    0x0000000000000001",
      ])
  }

  @Test func `In CLOSED there is the head alone`() throws {
    let network = try RunToExport.figure12.played()
    func head(_ name: String) throws -> [String] {
      let exhibit = try #require(Exhibit(named: name))
      #expect(network.state(of: .a) == .closed && network.state(of: .b) == .closed)
      #expect(exhibit.lines(of: network, at: .a, after: 0) == exhibit.lines(of: network, at: .a))
      return try #require(exhibit.lines(of: network, at: .b))
    }
    #expect(
      try head("netstat") == [
        "Active Internet connections (servers and established)",
        "Proto Recv-Q Send-Q Local Address           Foreign Address         State",
      ])
    #expect(
      try head("netstat-windows") == [
        "Active Connections", "", "  Proto  Local Address          Foreign Address        State",
      ])
    #expect(try head("ss") == ["State Recv-Q Send-Q Local Address:Port Peer Address:Port"])
    #expect(try head("display-tcp") == [" Local Addr:port       Foreign Addr:port     State       PCB"])
  }

  @Test func `ss's head stands over its columns`() throws {
    let exhibit = try #require(Exhibit(named: "ss"))
    let network = try RunToExport("SYN lost", "lose next client SYN\nclient connect").played()
    #expect(
      exhibit.lines(of: network, at: .a) == [
        "State    Recv-Q Send-Q Local Address:Port  Peer Address:Port",
        "SYN-SENT 0      1          192.0.2.1:49152    192.0.2.2:80",
      ])
  }

  @Test func `Text that waits is counted, on its way and unread`() throws {
    let exhibit = try #require(Exhibit(named: "netstat"))
    let network = try RunToExport("text", "server listen\nclient connect\nsettle\nclient send 700\nstep").played()
    #expect(exhibit.lines(of: network, at: .a)?.last?.hasPrefix("tcp        0    700 ") == true)
    #expect(exhibit.lines(of: network, at: .b)?.last?.hasPrefix("tcp      700      0 ") == true)
  }
}
