import Bilingual
import Foundation
import Support
import TCP
import Testing

@testable import Course
@testable import Quiz

/// The author's guide says what the readers read: every word that they know, and examples that hold.
@Suite struct `The author's guide` {
  private static let pages = [Language.zh: "AuthoringChinese.md", .en: "Authoring.md"]

  private static func text(_ language: Language) throws -> String {
    let path = "\(contentDirectory)/Sources/tcptutor/tcptutor.docc/\(pages[language]!)"
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// The words that have to stand in it in code font.
  private static var words: [String] {
    let chapter = FrontMatter.Key.allCases.map(\.rawValue) + BeatComment.Key.allCases.map(\.rawValue)
    let blocks = BlockKind.allCases.map(\.rawValue) + Prediction.keys
    let items = ItemReader.keys + ItemExhibit.keys + MisconceptionCatalogue.keys
    let asks = AskKinds.all.flatMap { [$0.keyword] + $0.keys.required + $0.keys.optional }
    let values =
      Question.Form.allCases.map(\.rawValue) + Exam.allCases.map(\.rawValue) + Profile.names
      + Template.HostName.allCases.map(\.rawValue)
    return chapter + blocks + items + asks + values + [ToldComment.key, "fresh", "finds", "finds none", "source"]
  }

  @Test(arguments: Language.allCases)
  func `It has every key, kind and name`(language: Language) throws {
    let spans = try Self.codeSpans(of: Self.text(language))
    let missing = Set(Self.words).subtracting(spans)
    #expect(missing.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `It shows a proof of every kind that has one`(language: Language) throws {
    let text = try Self.text(language)
    for ask in AskKinds.all {
      guard let example = ask.proofExample else { continue }
      #expect(text.contains("`proof: \(example)`"), "\(ask.keyword)")
    }
  }

  @Test(arguments: Language.allCases)
  func `Its chapter and its items hold`(language: Language) throws {
    let text = try Self.text(language)
    let chapter = try ChapterReader.read(
      source: #require(Self.block("markdown", of: text)), file: "first-steps.md", language: language)
    #expect(chapter.beats.count == 3)
    let catalogue = MisconceptionCatalogue()
    #expect(ChapterCheck.check(chapter, misconceptions: catalogue).map(\.message.en) == [])
    let items = try ItemReader.read(#require(Self.block("yaml", of: text)), file: "items.yaml")
    #expect(QuizCheck.check(items, misconceptions: catalogue, chapters: [chapter.id]).map(\.message.en) == [])
    #expect(ChapterCheck.check(items, of: [chapter]).isEmpty && items.count == 3)
  }

  @Test(arguments: Language.allCases)
  func `Its search finds what it says`(language: Language) throws {
    let text = try Self.text(language)
    let start = try #require(text.ranges(of: "```explore\n").first?.lowerBound)
    let end = try #require(text[start...].ranges(of: "\n```\n").first?.upperBound)
    #expect(findings(below: "Text.\n\n" + text[start..<end]) == [])
  }

  @Test func `Its chapters are one chapter in two languages`() throws {
    let chapters = try [Language.zh, .en].map { language in
      try ChapterReader.read(
        source: #require(Self.block("markdown", of: Self.text(language))), file: "first-steps.md", language: language)
    }
    #expect(ChapterCheck.check(zh: chapters[0], en: chapters[1]).map(\.message.en) == [])
    let items = try [Language.zh, .en].map { try Self.block("yaml", of: Self.text($0)) }
    #expect(items[0] == items[1])
  }

  /// What stands between single backticks, outside of blocks.
  private static func codeSpans(of text: String) -> Set<String> {
    var spans: Set<String> = []
    var fence: Substring?
    for line in text.split(separator: "\n") {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if line == open { fence = nil }
        continue
      }
      if ticks.count > 2 {
        fence = ticks
        continue
      }
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      for index in stride(from: 1, to: parts.count, by: 2) { spans.insert(String(parts[index])) }
    }
    return spans
  }

  /// The first block of four backticks with this word.
  private static func block(_ word: String, of text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "````\(word)"), let end = lines[start...].firstIndex(of: "````") else {
      return nil
    }
    return lines[(start + 1)..<end].map { $0 + "\n" }.joined()
  }
}
