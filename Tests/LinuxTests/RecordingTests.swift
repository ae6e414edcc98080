import Foundation
import TCP
import Testing

/// What the `linux` profile does, held against what Linux did. How it was recorded: `Recordings/README.md`.
@Suite struct `Linux, as recorded from its kernel` {
  private static let library = try! Library()

  @Test(arguments: library.files)
  func `plays here as it did there`(file: Library.File) {
    for recording in file.recordings where Self.library.exceptions[recording.name] == nil {
      let differences = Replay(of: recording).differences
      #expect(differences.isEmpty, "\(recording.name)\n\(differences.joined(separator: "\n"))\n\(recording.script)")
    }
  }

  /// An exception that has come to match is none any more.
  @Test func `is left out only where a recording shows something else than TCP`() throws {
    let named = Dictionary(uniqueKeysWithValues: Self.library.recordings.map { ($0.name, $0) })
    for (name, reason) in Self.library.exceptions {
      let recording = try #require(named[name], "there is no recording “\(name)”, left out because \(reason)")
      #expect(!Replay(of: recording).differences.isEmpty, "“\(name)” matches, and need not be left out")
    }
  }

  @Test func `shows every rule of the document “Linux”`() {
    var shown: Set<Rule> = []
    for recording in Self.library.recordings where Self.library.exceptions[recording.name] == nil {
      shown.formUnion(Replay(of: recording).rules)
    }
    let unshown = Rule.allCases.filter { $0.provision.document == .linux && !shown.contains($0) }
    #expect(unshown.isEmpty)
  }

  /// Nothing is compared where nothing is read.
  @Test func `is more than three thousand recordings, of twenty thousand segments`() {
    let recordings = Self.library.recordings
    #expect(recordings.count > 3000)
    #expect(recordings.flatMap(\.lines).map(\.sent.count).reduce(0, +) > 20_000)
    #expect(Self.library.exceptions.count < recordings.count / 20)
  }
}

@Suite struct `A recording that does not match` {
  private func differences(_ lines: String) throws -> [String] {
    let text = #"{"name": "test", "lines": [\#(lines)]}"#
    return Replay(of: try JSONDecoder().decode(Recording.self, from: Data(text.utf8))).differences
  }

  @Test(arguments: [
    (#"["client connect", "c>S:0", "c=SYN-SENT"]"#, nil),
    (#"["client connect"], ["settle", "c>S:0 s>RA:0,1", "c=SYN-SENT c=CLOSED"]"#, nil),
    (#"["client connect", "c>S:1", "c=SYN-SENT"]"#, "client connect: recorded c>S:1; here c>S:0"),
    (#"["client connect", "", "c=SYN-SENT"]"#, "client connect: recorded ; here c>S:0"),
    (#"["client connect", "c>S:0", ""]"#, "client connect: recorded ; here c=SYN-SENT"),
    (#"["server listen", "", "s=LISTEN c=CLOSED"]"#, "server listen: recorded c=CLOSED; here "),
    (#"["step", "", ""]"#, "step: nothing is in flight, so no segment can arrive"),
  ])
  func `is told of by its line`(lines: String, difference: String?) throws {
    #expect(try differences(lines) == (difference.map { [$0] } ?? []))
  }
}
