import Foundation
import Testing

/// tshark, where it is installed.
enum TShark {
  static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/tshark" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// The fields that tell of faults.
  static let faults = ["_ws.malformed", "_ws.short", "_ws.expert.severity"]

  /// Whether those fields say that something is malformed, cut short, or an error to an expert.
  static func isFaulty(_ values: some Collection<String>) -> Bool {
    let error = "8388608"
    return values.dropLast().contains { !$0.isEmpty }
      || values.suffix(1).contains { $0.split(separator: ",").contains { $0 == error } }
  }

  /// One line a packet, the fields with tabs between them.
  static func fields(_ fields: [String], of file: [UInt8], where filter: String? = nil) throws -> [String] {
    let capture = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pcapng")
    try Data(file).write(to: capture)
    defer { try? FileManager.default.removeItem(at: capture) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments =
      [
        "-n", "-r", capture.path, "-T", "fields", "-o", "tcp.relative_sequence_numbers:false", "-o",
        "tcp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE",
      ] + fields.flatMap { ["-e", $0] } + (filter.map { ["-Y", $0] } ?? [])
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map(String.init)
  }
}
