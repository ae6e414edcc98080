import Simulation
import TCP

/// A segment as the bytes of an IPv4 datagram.
///
/// - Note: Source: RFC 791 §3.1, RFC 9293 §3.1 and §3.7.1; addresses of RFC 5737.
struct Datagram {
  /// Who sends it.
  let from: Host
  let segment: Segment
  /// The identification field.
  let identification: UInt16
  /// The MSS option of a SYN, **octets**.
  let maximumSegmentSize: Int

  private static func address(of host: Host) -> [UInt8] { [192, 0, 2, host == .a ? 1 : 2] }
  /// `192.0.2.1`.
  static func addressText(of host: Host) -> String { address(of: host).map(String.init).joined(separator: ".") }
  static func port(of host: Host) -> UInt16 { host == .a ? 49152 : 80 }

  private static let headers = 20 + 20
  private static let longest = 65535

  var bytes: [UInt8] {
    let segment = segmentHeader + text
    let header = internetHeader(length: segment.count, checksum: 0)
    return internetHeader(length: segment.count, checksum: internetChecksum(header)) + segment
  }

  /// How many ``bytes`` there are.
  var length: Int { Self.headers + options.count + textLength }

  private func internetHeader(length: Int, checksum: UInt16) -> [UInt8] {
    var writer = ByteWriter()
    writer.add([0x45, 0])
    writer.add(big: UInt16(20 + length))
    writer.add(big: identification)
    writer.add(big: 0x4000 as UInt16)  // Don't fragment.
    writer.add([64, 6])
    writer.add(big: checksum)
    writer.add(Self.address(of: from))
    writer.add(Self.address(of: from.peer))
    return writer.bytes
  }

  /// The TCP header with its options.
  var segmentHeader: [UInt8] {
    let text = text
    let header = segmentHeader(checksum: 0)
    var pseudo = ByteWriter()
    pseudo.add(Self.address(of: from))
    pseudo.add(Self.address(of: from.peer))
    pseudo.add([0, 6])
    pseudo.add(big: UInt16(header.count + text.count))
    return segmentHeader(checksum: internetChecksum(pseudo.bytes + header + text))
  }

  private func segmentHeader(checksum: UInt16) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(big: Self.port(of: from))
    writer.add(big: Self.port(of: from.peer))
    writer.add(big: segment.seq.value)
    writer.add(big: segment.has(.ack) ? segment.ack.value : 0)
    writer.add([UInt8((20 + options.count) / 4) << 4, segment.control.rawValue])
    writer.add(big: UInt16(clamping: segment.window))
    writer.add(big: checksum)
    writer.add(big: 0 as UInt16)
    writer.add(options)
    return writer.bytes
  }

  /// What a SYN's MSS option says, **octets**; nil where there is none, because a SYN's text leaves no room for it.
  var maximumSegmentSizeOption: UInt16? {
    guard segment.has(.syn), Self.headers + 4 + segment.text <= Self.longest else { return nil }
    return UInt16(clamping: maximumSegmentSize)
  }

  private var options: [UInt8] {
    maximumSegmentSizeOption.map { [2, 4, UInt8($0 >> 8), UInt8($0 & 0xFF)] } ?? []
  }

  private var textLength: Int { min(max(0, segment.text), Self.longest - Self.headers) }

  /// Letters; which one an octet is hangs on its sequence number, so that what is sent again is the same again.
  private var text: [UInt8] {
    let first = segment.has(.syn) ? segment.seq + 1 : segment.seq
    return (0..<textLength).map { UInt8(97 + (first + $0).value % 26) }
  }
}
