import Bilingual
import Support
import Testing

@testable import Course

@Suite struct `Glossary and coverage` {
  @Test func `Those that ship are sound and complete in number`() throws {
    let course = shippedLibrary.readAll()
    #expect(course.problems.map(Finding.init) == [])
    let ids = try #require(course.coverage).all.map(\.id)
    #expect(ids.filter { $0.hasPrefix("A") }.count == 21 && ids.filter { $0.hasPrefix("L") }.count == 20)
    #expect(try #require(course.glossary).all.contains { $0.id == "segment" })
  }

  @Test func `What is wrong in them is told`() {
    let (glossary, wrong) = Glossary.readSound(
      "- { term: a, zh: 甲, en: a, gloss: { zh: 一, en: x } }\n- { term: a, zh: 乙, en: b, gloss: { zh: 一, en: x } }\n- { term: c, zh: 丙 }\n",
      file: "glossary.yaml")
    #expect(glossary.map(\.id) == ["a"])
    #expect(wrong.map(\.message.en) == ["the term “a” comes twice", "these keys are missing: en, gloss"])
    let (coverage, faults) = Coverage.readSound(
      "statements: [{ id: A1, zh: 甲, en: a, source: x }]\ndepartures: [{ id: A1, book: { zh: 甲, en: a }, source: x }]\n",
      file: "coverage.yaml")
    #expect(coverage.isEmpty)
    #expect(
      faults.map(\.message.en) == [
        "the key “practice” is missing", "an id here is S with a number", "the key “rfc” is missing",
      ])
  }
}
