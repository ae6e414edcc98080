import Bilingual
import Support
import Testing

@testable import Quiz

private func found(_ source: String) -> [Finding] {
  findings { () throws(Diagnostics) in try MisconceptionCatalogue(reading: source, file: "misconceptions.yaml") }
}

private func entry(_ id: String) -> String {
  "- id: \(id)\n  statement: { zh: 甲, en: a }\n  truth: { zh: 乙, en: b }\n  source: RFC 9293 §3.4\n"
}

private let complete = Belief.all.map { entry($0.id) }.joined()

@Suite struct `The catalogue of misconceptions` {
  @Test func `The one that ships has a text in both languages for every belief`() {
    let catalogue = shippedPool.misconceptions
    #expect(catalogue.untold == [])
    for misconception in catalogue.all {
      #expect(misconception.statement.zh != misconception.statement.en, "\(misconception.id)")
      #expect(misconception.truth.zh != misconception.truth.en, "\(misconception.id)")
      #expect(misconception.source.hasPrefix("RFC "), "\(misconception.id)")
      for text in [misconception.statement, misconception.truth].flatMap({ [$0.zh, $0.en] }) {
        #expect(!text.contains("\n") && !text.contains("  ") && !text.contains("\\"), "\(misconception.id): \(text)")
      }
    }
  }

  @Test func `A misconception is found by its id`() {
    #expect(fixtureCatalogue()["ack-not-plus-one"]?.id == "ack-not-plus-one")
    #expect(fixtureCatalogue()["no-such"] == nil)
  }

  @Test func `A complete one is read`() {
    #expect(found(complete) == [])
  }

  @Test func `A misconception whose answer no machine computes has words all the same`() {
    #expect(found(complete + entry("acks-are-blue")) == [])
  }

  @Test func `A belief without its text is missed`() throws {
    let rest = Belief.all.dropFirst().map { entry($0.id) }.joined()
    let catalogue = try MisconceptionCatalogue(reading: rest, file: "misconceptions.yaml")
    #expect(catalogue.untold == ["ack-not-plus-one"])
  }

  @Test(arguments: ["", "# Nothing yet.\n", "[]"])
  func `In an empty file every belief is missed`(source: String) throws {
    let catalogue = try MisconceptionCatalogue(reading: source, file: "misconceptions.yaml")
    #expect(catalogue.untold.count == Belief.all.count)
  }

  @Test func `A file that is no list is wrong`() {
    #expect(found("{ a: b }") == [Finding(1, 1, "a file of misconceptions is a list")])
  }

  @Test func `An id that comes twice`() {
    #expect(
      found(complete + entry("nothing-is-sent"))
        == [Finding(4 * Belief.all.count + 1, 3, "duplicate id “nothing-is-sent”")])
  }

  @Test func `A missing text, a missing language, an unknown key`() {
    let short = "- id: nothing-is-sent\n  statement: { zh: 甲 }\n  truth: { zh: 乙, en: b, fr: c }\n"
    #expect(
      found(short) == [
        Finding(1, 3, "the key “source” is missing"), Finding(2, 14, "the key “en” is missing"),
        Finding(3, 26, "the key “fr” is unknown"),
      ])
  }
}
