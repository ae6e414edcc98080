import Foundation
import Testing

/// A program that reads captures.
enum Tool {
  /// Where it is; nil where it is not installed.
  static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What it prints of a capture, in UTF-8 and UTC.
  static func lines(of file: [UInt8], _ path: String, _ arguments: (String) -> [String]) throws -> [String] {
    let capture = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pcapng")
    try Data(file).write(to: capture)
    defer { try? FileManager.default.removeItem(at: capture) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments(capture.path)
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8", "TZ": "UTC"]) { $1 }
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

/// tcpdump, where it is installed.
enum Tcpdump {
  static let path = Tool.path("tcpdump")

  static var isInstalled: Bool { path != nil }

  /// One line a packet.
  static func lines(of file: [UInt8]) throws -> [String] {
    // It gives up root for a user that may not be there.
    try Tool.lines(of: file, try #require(path)) { ["-n", "-Z", NSUserName(), "-r", $0] }
  }
}
