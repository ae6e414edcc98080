import Foundation
import Testing

/// All the recordings, and which of them show something else than TCP.
struct Library: Sendable {
  struct File: Sendable, CustomTestStringConvertible {
    var name: String
    var recordings: [Recording]

    var testDescription: String { name }
  }

  /// Recordings that differ for a reason that is not TCP's.
  private struct Exception: Decodable {
    var reason: String
    var names: [String]
  }

  var files: [File] = []
  /// The reason by the recording's name.
  var exceptions: [String: String] = [:]

  var recordings: [Recording] { files.flatMap(\.recordings) }

  init() throws {
    let folder = try #require(Bundle.module.url(forResource: "Recordings", withExtension: nil))
    let decoder = JSONDecoder()
    let all = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for url in all.sorted(by: { $0.path < $1.path }) where url.pathExtension == "json" {
      let data = try Data(contentsOf: url)
      if url.lastPathComponent == "exceptions.json" {
        for exception in try decoder.decode([Exception].self, from: data) {
          for name in exception.names { exceptions[name] = exception.reason }
        }
      } else {
        files.append(File(name: url.lastPathComponent, recordings: try decoder.decode([Recording].self, from: data)))
      }
    }
  }
}
