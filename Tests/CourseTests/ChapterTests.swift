import Bilingual
import Course
import Foundation
import Support
import Testing

@Suite struct `The chapters that ship` {
  @Test(arguments: Language.allCases)
  func `Every beat of every chapter has prose, and every beat but the opening a title`(language: Language) throws {
    let chapters = shippedLibrary.readAll().chapters.filter { $0.language == language }
    #expect(!chapters.isEmpty)
    for chapter in chapters {
      #expect(chapter.beats.dropFirst().allSatisfy { $0.title != nil }, "\(chapter.id)")
      #expect(chapter.beats.allSatisfy { !$0.prose.isEmpty }, "\(chapter.id)")
    }
  }

  @Test func `No Chinese paragraph has a space that a line break left`() {
    for chapter in shippedLibrary.readAll().chapters where chapter.language == .zh {
      for block in chapter.beats.flatMap(\.prose) {
        guard case .paragraph(let inlines) = block else { continue }
        #expect(!inlines.plainText.contains("， ") && !inlines.plainText.contains("。 "), "\(chapter.id)")
      }
    }
  }
}

/// A sound chapter with one thing changed.
@Suite struct `A chapter with one thing wrong` {
  private static func source(_ language: Language) throws -> String {
    try Fixture.text("Lessons/\(language.rawValue)/fixture.md")
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
    let found = CourseTests.findings(in: changed, file: "fixture.md")
    #expect(found == [Finding(lines.count, lines.last!.count + 1, message)], sourceLocation: sourceLocation)
  }

  @Test func `A number that the run does not show is found where it stands`() throws {
    let message = "by the end of this beat the run has not shown 103"
    try Self.expect(.en, "waits for `5`", "waits for `103`", at: "103", message)
    try Self.expect(.zh, "客户端接着等 `5`", "客户端接着等 `103`", at: "103", message)
  }

  @Test func `A state that no end has been in is found where it stands`() throws {
    try Self.expect(
      .en, "The client is in `FIN-WAIT-1`", "The client is in `CLOSING`", at: "CLOSING",
      "by the end of this beat neither end has been in CLOSING")
  }

  @Test func `Another spelling of a state is found where it stands`() throws {
    try Self.expect(
      .zh, "服务器处于 `CLOSE-WAIT`", "服务器处于 `CLOSE_WAIT`", at: "CLOSE_WAIT",
      "“CLOSE_WAIT” should be written CLOSE-WAIT")
  }

  @Test func `Bits that were not sent are found where they stand`() throws {
    try Self.expect(
      .en, "The `FIN,ACK` never", "The `RST,ACK` never", at: "RST,ACK",
      "by the end of this beat no RST,ACK has been sent")
    try Self.expect(
      .zh, "`FIN,ACK` 没有到", "`RST,ACK` 没有到", at: "RST,ACK", "by the end of this beat no RST,ACK has been sent")
  }

  @Test func `A field that no segment had is found where it stands`() throws {
    try Self.expect(
      .en, "with `ack=9`", "with `ack=99`", at: "ack=99",
      "by the end of this beat no segment with ack=99 has been sent")
  }

  @Test func `An expectation that does not hold is found where it stands`() throws {
    for language in Language.allCases {
      try Self.expect(
        language, "expect sent client ACK seq=8 ack=5", "expect sent client ACK seq=8 ack=6", at: "expect",
        "client has sent ACK seq=8 ack=5")
    }
  }

  @Test func `A beat that changes a state has to say where both ends are`() throws {
    let message = "the beat changes a state, and does not say at its end in which states both ends are"
    let old = "expect sent server nothing\nexpect client CLOSED, server LISTEN"
    try Self.expect(
      .en, old, "expect server LISTEN\nexpect sent server nothing", at: "expect sent server nothing", message)
    let found = CourseTests.findings(
      in: try Self.source(.zh).replacing(first: old, with: "expect sent server nothing"), file: "fixture.md")
    #expect(found.map(\.message) == [message])
  }

  @Test func `A number is not shown before its beat`() throws {
    try Self.expect(
      .en, "begins\nat `7`", "begins\nat `8`", at: "8", "by the end of this beat the run has not shown 8")
  }

  @Test func `A line of the run changed in one language is found there`() throws {
    let changed = try Self.source(.en).replacing(first: "server send 5", with: "server send 6")
    let en = try ChapterReader.read(source: changed, file: "fixture.md", language: .en)
    let found = ChapterCheck.check(zh: try fixtureChapter(.zh), en: en).map(Finding.init)
    let line = changed.components(separatedBy: "server send 6")[0].components(separatedBy: "\n").count
    #expect(found.map(\.line) == [line])
    #expect(found.first?.message.hasSuffix("“server send 6” here") == true)
  }
}
