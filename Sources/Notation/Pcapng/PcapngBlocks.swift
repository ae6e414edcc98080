/// The blocks of a pcapng file, lowest byte first.
///
/// - Note: Source: draft-ietf-opsawg-pcapng §4.1 to §4.3; options §3.5, §4.2 and §4.3.
extension ByteWriter {
  /// The direction of a packet, as seen at the interface.
  enum Direction: UInt32 {
    case inbound = 1
    case outbound = 2
  }

  private enum Option {
    static let end: UInt16 = 0
    static let comment: UInt16 = 1
    static let interfaceName: UInt16 = 2
    static let packetFlags: UInt16 = 2
    static let application: UInt16 = 4
    static let timeResolution: UInt16 = 9
  }

  mutating func addSectionHeader() {
    var body = ByteWriter()
    body.add(little: 0x1A2B_3C4D as UInt32)
    body.add(little: 1 as UInt16)
    body.add(little: 0 as UInt16)
    body.add(little: -1 as Int64)  // The section's length is not told.
    body.addOption(Option.application, "tcptutor".utf8)
    body.endOptions()
    addBlock(0x0A0D_0D0A, body)
  }

  /// An interface whose packets are bare IP datagrams (LINKTYPE_RAW) and whose clock counts nanoseconds.
  mutating func addInterface(name: String) {
    var body = ByteWriter()
    body.add(little: 101 as UInt16)
    body.add(little: 0 as UInt16)
    body.add(little: 0 as UInt32)  // No limit to what is captured.
    body.addOption(Option.interfaceName, name.utf8)
    body.addOption(Option.timeResolution, [9])
    body.endOptions()
    addBlock(1, body)
  }

  /// A packet of the one interface, captured whole; `time` is nanoseconds since 1970.
  mutating func addPacket(_ bytes: [UInt8], at time: UInt64, direction: Direction, comment: String?) {
    var body = ByteWriter()
    body.add(little: 0 as UInt32)
    body.add(little: UInt32(truncatingIfNeeded: time >> 32))
    body.add(little: UInt32(truncatingIfNeeded: time))
    body.add(little: UInt32(bytes.count))
    body.add(little: UInt32(bytes.count))
    body.add(bytes)
    body.pad()
    if let comment { body.addOption(Option.comment, comment.utf8) }
    var flags = ByteWriter()
    flags.add(little: direction.rawValue)
    body.addOption(Option.packetFlags, flags.bytes)
    body.endOptions()
    addBlock(6, body)
  }

  private mutating func addBlock(_ type: UInt32, _ body: ByteWriter) {
    let length = UInt32(12 + body.bytes.count)
    add(little: type)
    add(little: length)
    add(body.bytes)
    add(little: length)
  }

  private mutating func addOption(_ code: UInt16, _ value: some Collection<UInt8>) {
    let value = value.prefix(Int(UInt16.max))
    add(little: code)
    add(little: UInt16(value.count))
    add(value)
    pad()
  }

  private mutating func endOptions() {
    add(little: Option.end)
    add(little: 0 as UInt16)
  }
}
