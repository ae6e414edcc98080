extension Exhibit {
  /// The octets of the TCP header, options included, of what the host sent or got last: sixteen a line, each line
  /// behind the place of its first. Nothing before there is such a segment.
  static let hex = Exhibit("hex") { network, host, count in
    let header = CapturedSegment.all(in: network, at: host, after: count).last?.datagram.segmentHeader ?? []
    return stride(from: 0, to: header.count, by: 16).map { start in
      let octets = header[start...].prefix(16).map { hexadecimal(Int($0), digits: 2) }
      return "\(hexadecimal(start, digits: 4))  \(octets.joined(separator: " "))"
    }
  }

  private static func hexadecimal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
