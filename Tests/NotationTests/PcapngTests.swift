import Notation
import Simulation
import TCP
import Testing

@Suite struct `Captures` {
  @Test func `A file is blocks whose lengths stand at both ends`() throws {
    for run in RunToExport.all {
      let network = try run.played()
      for host in Host.allCases {
        let file = Pcapng.file(of: network, host: host)
        let types = try Pcapng.blockTypes(of: file)
        #expect(types.prefix(2) == [0x0A0D_0D0A, 1])
        #expect(types.dropFirst(2).allSatisfy { $0 == 6 })
        #expect(types.count - 2 == packets(of: network, at: host).count)
      }
    }
  }

  @Test func `The same run is the same file`() throws {
    let files = try (0..<2).map { _ in Pcapng.file(of: try RunToExport.data.played(), host: .a) }
    #expect(files[0] == files[1])
  }
}

extension Pcapng {
  /// The types of a file's blocks, in order; each must bear its length at both ends.
  static func blockTypes(of file: [UInt8]) throws -> [UInt32] {
    func number(at offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(file[offset + $1]) << (8 * $1) }
    }
    var types: [UInt32] = []
    var offset = 0
    while offset < file.count {
      try #require(offset + 12 <= file.count)
      let length = Int(number(at: offset + 4))
      try #require(length % 4 == 0 && length >= 12 && offset + length <= file.count)
      #expect(number(at: offset + length - 4) == UInt32(length))
      types.append(number(at: offset))
      offset += length
    }
    return types
  }
}

@Suite(.enabled(if: TShark.isInstalled, "tshark is not installed")) struct `Captures as tshark reads them` {
  @Test(arguments: RunToExport.all, Host.allCases)
  func `Every packet is what the run has, and no expert finds fault with it`(run: RunToExport, host: Host) throws {
    let network = try run.played()
    let fields = [
      "frame.time_epoch", "ip.src", "tcp.srcport", "tcp.dstport", "tcp.flags", "tcp.seq", "tcp.ack", "tcp.len",
      "tcp.window_size_value", "ip.checksum.status", "tcp.checksum.status",
    ]
    let lines = try TShark.fields(fields + TShark.faults, of: Pcapng.file(of: network, host: host))
    let expected = packets(of: network, at: host)
    try #require(lines.count == expected.count)
    for (line, packet) in zip(lines, expected) {
      let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      #expect(values.prefix(fields.count).joined(separator: "\t") == packet.fields)
      #expect(!TShark.isFaulty(values.suffix(TShark.faults.count)), "\(line)")
    }
  }

  @Test func `A byte that is not right is found`() throws {
    var file = Pcapng.file(of: try RunToExport.data.played(), host: .a)
    let text = try #require(file.indices.last { file[$0...].starts(with: "abcdef".utf8) })
    file[text] ^= 1
    let packets = try TShark.fields(["tcp.checksum.status"] + TShark.faults, of: file)
    let bad = packets.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0[0] == "0" }
    #expect(bad.count == 1 && bad.allSatisfy { TShark.isFaulty($0.dropFirst()) })
  }

  @Test func `A SYN has its host's MSS, and no other segment has one`() throws {
    let file = Pcapng.file(of: try RunToExport.data.played(), host: .a)
    let sizes = try TShark.fields(["tcp.options.mss_val"], of: file)
    #expect(sizes.prefix(3) == ["1000", "1000", ""] && sizes.dropFirst(2).allSatisfy { $0.isEmpty })
  }

  @Test func `What is sent again is the same text`() throws {
    let source = "server listen\nclient connect\nsettle\nlose next client ACK\nclient send 30\nwait 2s"
    let file = Pcapng.file(of: try RunToExport("lost text", source).played(), host: .a)
    let text = try TShark.fields(["tcp.payload"], of: file, where: "tcp.len > 0")
    #expect(text.count == 2 && text[0] == text[1] && text[0].count == 60)
  }

  @Test(arguments: [
    (
      RunToExport.figure6, Host.a,
      ["client: CLOSED → SYN-SENT; connect", "client: SYN-SENT → ESTABLISHED", "", "client: send", ""]
    ),
    (
      RunToExport.figure6, Host.b,
      ["server: LISTEN → SYN-RECEIVED", "", "server: SYN-RECEIVED → ESTABLISHED", "", ""]
    ),
    (
      RunToExport.figure7, Host.a,
      [
        "client: CLOSED → SYN-SENT; connect", "client: SYN-SENT → SYN-RECEIVED", "",
        "client: SYN-RECEIVED → ESTABLISHED",
      ]
    ),
    (
      RunToExport.figure12, Host.b,
      [
        "server: LISTEN → SYN-RECEIVED", "", "server: SYN-RECEIVED → ESTABLISHED",
        "server: ESTABLISHED → CLOSE-WAIT; connection closing", "", "server: CLOSE-WAIT → LAST-ACK; close",
        "server: LAST-ACK → CLOSED",
      ]
    ),
    (
      RunToExport.figure13, Host.a,
      [
        "client: CLOSED → SYN-SENT; connect", "client: SYN-SENT → ESTABLISHED", "",
        "client: ESTABLISHED → FIN-WAIT-1; close", "client: FIN-WAIT-1 → CLOSING; connection closing", "",
        "client: CLOSING → TIME-WAIT",
      ]
    ),
    (
      RunToExport.loss, Host.a,
      [
        "client: CLOSED → SYN-SENT; connect; lost", "client: timeout: retransmission; retransmission",
        "client: SYN-SENT → ESTABLISHED", "",
      ]
    ),
  ])
  func `The comments say what happened`(run: RunToExport, host: Host, comments: [String]) throws {
    #expect(try TShark.fields(["frame.comment"], of: Pcapng.file(of: try run.played(), host: host)) == comments)
  }

  @Test func `A lost segment is in its sender's capture alone, a duplicate comes twice`() throws {
    let network = try RunToExport(
      "loss and duplicate",
      """
      server listen
      client connect
      settle
      lose next client ACK
      client send 5
      wait 2s
      duplicate next server ACK
      server send 6
      settle
      inject client RST seq=7
      settle
      """
    ).played()
    let a = try TShark.fields(["tcp.len", "ip.id", "frame.comment"], of: Pcapng.file(of: network, host: .a))
    let b = try TShark.fields(["tcp.len", "ip.id"], of: Pcapng.file(of: network, host: .b))
    #expect(
      a.filter { $0.hasPrefix("5\t") } == [
        "5\t0x0004\tclient: send; lost", "5\t0x0005\tclient: timeout: retransmission; retransmission",
      ])
    #expect(b.filter { $0.hasPrefix("5\t") } == ["5\t0x0005"])
    #expect(a.filter { $0.hasPrefix("6\t") }.count == 2)
    #expect(b.filter { $0.hasPrefix("6\t") }.count == 1)
    #expect(a.last == "0\t0x0000\tclient: injected; dropped")
  }
}

// MARK: - What is expected

/// A packet as the transcript has it.
struct CapturedPacket {
  let time: Instant
  let from: Host
  let segment: Segment

  /// Epoch, source, ports, flags, seq, ack, length, window, and both checksums good.
  var fields: String {
    let epoch = 1_660_780_800_000_000_000 + time.nanoseconds
    let fraction = String(epoch % 1_000_000_000)
    let time = "\(epoch / 1_000_000_000).\(String(repeating: "0", count: 9 - fraction.count))\(fraction)"
    let flags = String(segment.control.rawValue, radix: 16)
    return [
      time, from == .a ? "192.0.2.1" : "192.0.2.2", from == .a ? "49152" : "80", from == .a ? "80" : "49152",
      "0x" + String(repeating: "0", count: 4 - flags.count) + flags, "\(segment.seq)",
      segment.has(.ack) ? "\(segment.ack)" : "0", "\(segment.text)", "\(segment.window)", "1", "1",
    ].joined(separator: "\t")
  }
}

func packets(of network: Network, at host: Host) -> [CapturedPacket] {
  network.transcript.compactMap { occurrence in
    guard occurrence.host == host else { return nil }
    switch occurrence.kind {
    case .send(let segment, _, _): return CapturedPacket(time: occurrence.time, from: host, segment: segment)
    case .arrive(let segment, _, _): return CapturedPacket(time: occurrence.time, from: host.peer, segment: segment)
    default: return nil
    }
  }
}
