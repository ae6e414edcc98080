import Testing

/// tshark, where it is installed.
enum TShark {
  static let path = Tool.path("tshark")

  static var isInstalled: Bool { path != nil }

  /// The fields that tell of faults.
  static let faults = ["_ws.malformed", "_ws.short", "_ws.expert.severity"]

  /// Whether those fields say that something is malformed, cut short, or an error to an expert.
  static func isFaulty(_ values: some Collection<String>) -> Bool {
    let error = "8388608"
    return values.dropLast().contains { !$0.isEmpty }
      || values.suffix(1).contains { $0.split(separator: ",").contains { $0 == error } }
  }

  /// One line a packet.
  static func lines(_ options: [String], of file: [UInt8]) throws -> [String] {
    try Tool.lines(of: file, try #require(path)) { ["-n", "-r", $0] + options }
  }

  /// One line a packet, the fields with tabs between them.
  static func fields(_ fields: [String], of file: [UInt8], where filter: String? = nil) throws -> [String] {
    try lines(
      [
        "-T", "fields", "-o", "tcp.relative_sequence_numbers:false", "-o", "tcp.check_checksum:TRUE", "-o",
        "ip.check_checksum:TRUE",
      ] + fields.flatMap { ["-e", $0] } + (filter.map { ["-Y", $0] } ?? []), of: file)
  }
}
