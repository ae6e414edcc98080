import Bilingual
import Support
import Testing

@testable import Quiz

private func found(_ source: String) -> [Finding] {
  findings { () throws(Diagnostics) in try MisconceptionCatalogue(reading: source, file: "misconceptions.yaml") }
}

private func entry(_ id: String) -> String {
  "- id: \(id)\n  assumed: { zh: 甲, en: a }\n  breaks: { zh: 乙, en: b }\n  follows: { zh: 丙, en: c }\n  source: RFC 9293 §3.4\n"
}

private let complete = Belief.all.map { entry($0.id) }.joined()

@Suite struct `The catalogue of misconceptions` {
  @Test func `The one that ships has a text in both languages for every belief`() {
    let catalogue = shippedPool.misconceptions
    #expect(catalogue.untold == [])
    for misconception in catalogue.all {
      #expect(misconception.assumed.source.zh != misconception.assumed.source.en, "\(misconception.id)")
      #expect(misconception.breaks.source.zh != misconception.breaks.source.en, "\(misconception.id)")
      #expect(misconception.source.hasPrefix("RFC "), "\(misconception.id)")
      for text in [misconception.assumed, misconception.breaks, misconception.follows].flatMap({
        [$0.source.zh, $0.source.en]
      }) {
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
        == [Finding(5 * Belief.all.count + 1, 3, "duplicate id “nothing-is-sent”")])
  }

  @Test func `A missing text, a missing language, an unknown key`() {
    let short = "- id: nothing-is-sent\n  assumed: { zh: 甲 }\n  breaks: { zh: 乙, en: b, fr: c }\n"
    #expect(
      found(short) == [
        Finding(1, 3, "these keys are missing: follows, source"), Finding(2, 12, "the key “en” is missing"),
        Finding(3, 27, "the key “fr” is unknown"),
      ])
  }
}
