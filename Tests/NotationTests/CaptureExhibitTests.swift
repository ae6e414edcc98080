import Notation
import Simulation
import TCP
import Testing

@Suite struct `Exhibits of segments` {
  private func lines(_ name: String, _ run: RunToExport, _ host: Host, after count: Int? = nil) throws -> [String] {
    let exhibit = try #require(Exhibit(named: name))
    return try #require(exhibit.lines(of: try run.played(), at: host, after: count))
  }

  @Test func `tcpdump: numbers are relative once the SYNs are past`() throws {
    #expect(
      try lines("tcpdump", .figure6, .b) == [
        "00:00:00.050000 IP 192.0.2.1.49152 > 192.0.2.2.80: Flags [S], seq 100, win 65535, options [mss 1460], length 0",
        "00:00:00.050000 IP 192.0.2.2.80 > 192.0.2.1.49152: Flags [S.], seq 300, ack 101, win 65535, options [mss 1460], length 0",
        "00:00:00.150000 IP 192.0.2.1.49152 > 192.0.2.2.80: Flags [.], ack 1, win 65535, length 0",
        "00:00:00.200000 IP 192.0.2.1.49152 > 192.0.2.2.80: Flags [.], seq 1:11, ack 1, win 65535, length 10: HTTP",
        "00:00:00.200000 IP 192.0.2.2.80 > 192.0.2.1.49152: Flags [.], ack 11, win 65535, length 0",
      ])
  }

  @Test func `Wireshark: each side counts from 0`() throws {
    #expect(
      try lines("wireshark", .figure6, .b) == [
        "    1   0.000000    192.0.2.1 -> 192.0.2.2    TCP 44 49152 -> 80 [SYN] Seq=0 Win=65535 Len=0 MSS=1460",
        "    2   0.000000    192.0.2.2 -> 192.0.2.1    TCP 44 80 -> 49152 [SYN, ACK] Seq=0 Ack=1 Win=65535 Len=0 MSS=1460",
        "    3   0.100000    192.0.2.1 -> 192.0.2.2    TCP 40 49152 -> 80 [ACK] Seq=1 Ack=1 Win=65535 Len=0",
        "    4   0.150000    192.0.2.1 -> 192.0.2.2    TCP 50 49152 -> 80 [ACK] Seq=1 Ack=1 Win=65535 Len=10",
        "    5   0.150000    192.0.2.2 -> 192.0.2.1    TCP 40 80 -> 49152 [ACK] Seq=1 Ack=11 Win=65535 Len=0",
      ])
  }

  @Test func `The header's octets are those of the last segment`() throws {
    #expect(
      try lines("hex", RunToExport("SYN", "client connect"), .a) == [
        "0000  c0 00 00 50 00 00 00 64 00 00 00 00 60 02 ff ff", "0010  53 6e 00 00 02 04 05 b4",
      ])
    #expect(try lines("hex", RunToExport("SYN", "client connect"), .b) == [])
    #expect(
      try lines("hex", .figure6, .a).first == "0000  00 50 c0 00 00 00 01 2d 00 00 00 6f 50 10 ff ff")
  }

  @Test func `What has not happened yet is not seen`() throws {
    for name in ["tcpdump", "wireshark"] {
      let all = try lines(name, .figure12, .a)
      let count = try RunToExport.figure12.played().transcript.count
      var seen: Set<Int> = []
      for moment in 0...count {
        let early = try lines(name, .figure12, .a, after: moment)
        #expect(all.starts(with: early))
        seen.insert(early.count)
      }
      #expect(seen == Set(0...all.count))
    }
  }

  @Test(.enabled(if: TShark.isInstalled, "tshark is not installed"), arguments: RunToExport.all, Host.allCases)
  func `tshark prints the same of the capture, but for what its analysis adds`(run: RunToExport, host: Host) throws {
    let network = try run.played()
    let shown = try lines("wireshark", run, host)
    let real = try TShark.lines(["-t", "r", "--disable-protocol", "http"], of: Pcapng.file(of: network, host: host))
    #expect(shown == real.map(withoutAnalysis), "\(run.name)")
  }

  /// A line of tshark's in ASCII, its time in microseconds, without remarks such as `[TCP Retransmission]`.
  private func withoutAnalysis(_ line: String) -> String {
    line.replacing("→", with: "->").replacing(#/^( *\d+) +(\d+\.\d{6})\d*/#) { match in
      "\(match.1) \(String(repeating: " ", count: max(0, 10 - match.2.count)))\(match.2)"
    }
    .replacing(#/\[TCP [^\]]*\] /#, with: "")
  }

  @Test(.enabled(if: Tcpdump.isInstalled, "tcpdump is not installed"), arguments: RunToExport.all, Host.allCases)
  func `tcpdump prints the same of the capture`(run: RunToExport, host: Host) throws {
    let network = try run.played()
    #expect(try lines("tcpdump", run, host) == Tcpdump.lines(of: Pcapng.file(of: network, host: host)), "\(run.name)")
  }

  @Test(arguments: RunToExport.all, Host.allCases)
  func `Everything is in ASCII, whatever happens`(run: RunToExport, host: Host) throws {
    let network = try run.played()
    for exhibit in Exhibit.all {
      for count in stride(from: 0, through: network.transcript.count, by: 3) {
        for line in exhibit.lines(of: network, at: host, after: count) ?? [] {
          #expect(line.allSatisfy(\.isASCII) && line.last != " ")
        }
      }
    }
  }
}
