import Bilingual
import Course
import Foundation
import Testing

@Suite struct `The chapters that ship` {
  private static func source(_ language: Language) throws -> String {
    try String(
      contentsOfFile: "\(contentDirectory)/Lessons/\(language.rawValue)/three-way-handshake.md", encoding: .utf8)
  }

  /// Changes one thing in a chapter and expects it to be found, and nothing else.
  ///
  /// - Parameter token: the part of the new text at whose first character the finding is to stand.
  private static func expect(
    _ language: Language, _ old: String, _ new: String, at token: String, _ message: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let changed = try source(language).replacing(first: old, with: new)
    let before = changed.components(separatedBy: new)[0] + new.components(separatedBy: token)[0]
    let lines = before.components(separatedBy: "\n")
    let found = CourseTests.findings(in: changed, file: "three-way-handshake.md")
    #expect(found == [Finding(lines.count, lines.last!.count + 1, message)], sourceLocation: sourceLocation)
  }

  @Test(arguments: Language.allCases)
  func `The three-way handshake passes`(language: Language) throws {
    let chapter = try library.load("three-way-handshake", language)
    #expect(ChapterCheck.check(chapter).map(Finding.init) == [])
    #expect(chapter.language == language)
    #expect(chapter.section == "10.3.6")
    #expect(chapter.order == 2)
    #expect(chapter.exams == [.ccna, .h3cne, .networkEngineer])
    #expect(chapter.beats[0].title == nil)
    #expect(chapter.beats.dropFirst().allSatisfy { $0.title != nil })
    #expect(chapter.beats.allSatisfy { !$0.prose.isEmpty && !$0.notes.isEmpty })
    #expect(chapter.beats.contains { $0.prediction != nil })
    #expect(chapter.beats.last?.quiz.first?.id == "hs-second-segment")
    #expect(chapter.beats.contains { $0.exceptions.map(\.token) == ["90", "91", "RST"] })
  }

  @Test func `Both languages tell the same run`() throws {
    let zh = try library.load("three-way-handshake", .zh)
    let en = try library.load("three-way-handshake", .en)
    #expect(ChapterCheck.check(zh: zh, en: en).map(Finding.init) == [])
  }

  @Test func `No Chinese paragraph has a space that a line break left`() throws {
    for block in try library.load("three-way-handshake", .zh).beats.flatMap(\.prose) {
      guard case .paragraph(let inlines) = block else { continue }
      #expect(!inlines.plainText.contains("，") || !inlines.plainText.contains("， "))
      #expect(!inlines.plainText.contains("。 "))
    }
  }

  // MARK: One thing changed

  @Test func `A number that the run does not show is found where it stands`() throws {
    let message = "by the end of this beat the run has not shown 103"
    try Self.expect(.en, "now waits for `101`, and", "now waits for `103`, and", at: "103", message)
    try Self.expect(.zh, "服务器接着等的是 `101`", "服务器接着等的是 `103`", at: "103", message)
    try Self.expect(.zh, "第三个报文段是 `seq=101`，带 `5` 字节", "第三个报文段是 `seq=101`，带 `103` 字节", at: "103", message)
  }

  @Test func `A state that no end has been in is found where it stands`() throws {
    try Self.expect(
      .en, "It enters\n`ESTABLISHED` and", "It enters\n`CLOSE-WAIT` and", at: "CLOSE-WAIT",
      "by the end of this beat neither end has been in CLOSE-WAIT")
  }

  @Test func `Another spelling of a state is found where it stands`() throws {
    try Self.expect(
      .zh, "`SYN-RECEIVED` 的服务器", "`SYN_RCVD` 的服务器", at: "SYN_RCVD", "“SYN_RCVD” should be written SYN-RECEIVED")
  }

  @Test func `Bits that were not sent are found where they stand`() throws {
    try Self.expect(
      .en, "sends a `SYN` and", "sends a `FIN` and", at: "FIN", "by the end of this beat no FIN has been sent")
    try Self.expect(
      .zh, "合在一个 `SYN,ACK` 里", "合在一个 `FIN,ACK` 里", at: "FIN,ACK",
      "by the end of this beat no FIN,ACK has been sent")
  }

  @Test func `A field that no segment had is found where it stands`() throws {
    try Self.expect(
      .en, "seq=i is `seq=100` here", "seq=i is `seq=99` here", at: "seq=99",
      "by the end of this beat no segment with seq=99 has been sent")
  }

  @Test func `An expectation that does not hold is found where it stands`() throws {
    let old = "expect sent server SYN,ACK seq=300 ack=101"
    for language in Language.allCases {
      try Self.expect(
        language, old, "expect sent server SYN,ACK seq=300 ack=102", at: "expect",
        "server has sent SYN,ACK seq=300 ack=101")
    }
  }

  @Test func `A number is not shown before its beat`() throws {
    try Self.expect(
      .en, "this run\ni is `100`", "this run\ni is `101`", at: "101",
      "by the end of this beat the run has not shown 101")
  }

  @Test func `A line of the run changed in one language is found there`() throws {
    let zh = try library.load("three-way-handshake", .zh)
    let changed = try Self.source(.en).replacing(first: "client send 5", with: "client send 6")
    let en = try ChapterReader.read(source: changed, file: "three-way-handshake.md", language: .en)
    let found = ChapterCheck.check(zh: zh, en: en).map(Finding.init)
    let line = changed.components(separatedBy: "client send 6")[0].components(separatedBy: "\n").count
    #expect(found.map(\.line) == [line])
    #expect(found.first?.message.hasSuffix("“client send 6” here") == true)
  }
}
