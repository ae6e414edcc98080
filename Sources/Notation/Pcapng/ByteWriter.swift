/// Bytes being written.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a number, its lowest byte first, as the blocks of the file have it.
  mutating func add<Number: FixedWidthInteger>(little number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Adds a number, its highest byte first, as headers have it.
  mutating func add<Number: FixedWidthInteger>(big number: Number) {
    add(little: number.byteSwapped)
  }

  mutating func add(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Adds zeros up to a multiple of four bytes.
  mutating func pad() {
    while bytes.count % 4 != 0 { bytes.append(0) }
  }
}

/// The one's complement of the one's complement sum of all 16-bit words, an odd byte being followed by a zero.
///
/// - Note: Source: RFC 1071 §1.
func internetChecksum(_ bytes: [UInt8]) -> UInt16 {
  var sum: UInt64 = 0
  for index in stride(from: 0, to: bytes.count, by: 2) {
    let low = index + 1 < bytes.count ? bytes[index + 1] : 0
    sum += UInt64(bytes[index]) << 8 | UInt64(low)
  }
  while sum > 0xFFFF { sum = (sum & 0xFFFF) + (sum >> 16) }
  return ~UInt16(sum)
}
