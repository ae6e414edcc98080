import Simulation
import TCP

/// A run as a capture file: what one endpoint saw of it.
///
/// The two endpoints' captures differ, and that is the lesson: a lost segment is in its sender's alone, a duplicate is
/// there once where it was sent and twice where it arrived. Host a is 192.0.2.1, port 49152; host b is 192.0.2.2, port
/// 80. What a segment did there is its packet comment.
///
/// - Note: Source: draft-ietf-opsawg-pcapng; IPv4 identification is the segment's number, 0 for an injected one.
public enum Pcapng {
  /// The instant at which every run begins, **nanoseconds since 1970**: the day of RFC 9293, 2022-08-18.
  static let start: UInt64 = 1_660_780_800_000_000_000

  /// Writes what a host sent, when it sent it, and what arrived at it, when it arrived.
  ///
  /// - Returns: **the file's bytes**; a file without packets where the host sent and got nothing.
  public static func file(of network: Network, host: Host) -> [UInt8] {
    let settings = network.settings
    var writer = ByteWriter()
    writer.addSectionHeader()
    writer.addInterface(name: settings.names[host])
    for packet in packets(of: network, at: host) {
      let datagram = Datagram(
        from: packet.from, segment: packet.segment, identification: UInt16(truncatingIfNeeded: packet.number ?? 0),
        maximumSegmentSize: settings.endpoints[packet.from].maximumSegmentSize)
      let comment = packet.notes.isEmpty ? nil : "\(settings.names[host]): \(packet.notes.joined(separator: "; "))"
      writer.addPacket(
        datagram.bytes, at: start + UInt64(packet.time.nanoseconds),
        direction: packet.from == host ? .outbound : .inbound, comment: comment)
    }
    return writer.bytes
  }

  private struct Packet {
    let time: Instant
    let from: Host
    let segment: Segment
    let number: Int?
    let notes: [String]
  }

  private static func packets(of network: Network, at host: Host) -> [Packet] {
    let fates = Fates(in: network.transcript)
    return HostEvent.all(in: network.transcript, at: host).flatMap { event -> [Packet] in
      var packets: [Packet] = []
      // What the event did is told of once: by what arrived, or else by the first of what was sent.
      var notes = notes(on: event)
      if case .arrival(let segment, let number) = event.cause {
        packets.append(Packet(time: event.time, from: host.peer, segment: segment, number: number, notes: notes))
        notes = []
      }
      for sent in event.sent {
        if sent.isRetransmission { notes.append("retransmission") }
        packets.append(
          Packet(
            time: event.time, from: host, segment: sent.segment, number: sent.number,
            notes: notes + fates[sent.number]))
        notes = []
      }
      return packets
    }
  }

  private static func notes(on event: HostEvent) -> [String] {
    var notes: [String] = []
    if let transition = event.transition { notes.append(transition) }
    switch event.cause {
    case .call(let call, _): notes.append(call.keyword)
    case .timeout(let timer): notes.append("timeout: \(timer)")
    case .crash: notes.append("crash")
    case .arrival(_, let number):
      if number == nil { notes.append("injected") }
      if let reception = event.reception { notes.append(reception.words.en) }
    }
    notes += event.signals.map(\.rawValue)
    notes += event.received.map { received in
      switch received {
      case .octets(let octets): "receive: \(octets)"
      case .signal(let signal): "receive: \(signal)"
      }
    }
    return notes
  }
}

extension Format {
  public static let pcapng = Format(
    "pcapng", isPerHost: true,
    write: { network, host, _ in
      Pcapng.file(of: network, host: host)
    })
}
