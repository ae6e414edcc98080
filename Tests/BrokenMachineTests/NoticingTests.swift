import Support
import TCP
import Testing

@testable import Quiz

/// What is taught and asked notices each of the broken machines that it is about.
@Suite struct `Broken machines` {
  private static let contents = [Content.shipped, .fixture]

  @Test func `There are ten, and the archetypes name no other`() {
    let names = Profile.broken.map(\.name)
    #expect(Set(names).count == 10)
    let named = Set(Content.archetypes.all.flatMap(\.machines))
    #expect(named.subtracting(names) == [])
  }

  @Test(arguments: contents) func `Each fails the questions of the archetypes that name it`(content: Content) {
    #expect(!content.items.isEmpty)
    #expect(content.items.flatMap(\.problems) == [])
  }

  @Test(arguments: contents) func `Each fails the chapters whose questions are about it`(content: Content) {
    #expect(!content.chapters.isEmpty)
    #expect(content.chapters.flatMap(\.problems) == [])
  }

  @Test func `The machine that is right fails nothing`() {
    let items = Pool(layers: [contentDirectory]).items + Pool(layers: [Fixture.directory]).items
    #expect(items.filter { $0.isFailed(by: .rfc9293) }.map(\.id) == [])
  }

  @Test func `A machine whose rule is another than its name says is found`() throws {
    let item = try #require(Pool(layers: [contentDirectory]).items.first { $0.id == "hs-second-segment" })
    let other = Profile("syn-ack-acknowledges-isn", Profile.finTakesNone.traits)
    let machines = Profile.broken.filter { $0 != other } + [other]
    #expect(
      item.witness(Content.archetypes, of: machines).problems
        == ["hs-second-segment does not notice syn-ack-acknowledges-isn"])
  }

  @Test func `A question whose proof is wrong is found`() throws {
    let text = try Fixture.text("Quizzes/items.yaml")
    let wrong = text.replacing(first: "seq: j, ack: i+1 }", with: "seq: j, ack: i }")
    let items = try ItemReader.read(wrong, file: "items.yaml")
    #expect(items.filter { $0.isFailed(by: .rfc9293) }.map(\.id) == ["fx-second-segment"])
    let pool = Pool(layers: [Fixture.directory])
    let found = QuizCheck.check(items, misconceptions: pool.misconceptions, chapters: [Fixture.chapter])
    #expect(found.map(\.message.en).count == 1 && found[0].message.en.contains("proof gives"), "\(found)")
  }

  @Test func `A machine that passes what is about it is told, and so is a question that notices none`() {
    let passed = Witness(name: "x", about: ["a", "b"], isExcused: false, noticed: ["b", "c"])
    #expect(passed.problems == ["x does not notice a"])
    #expect(Witness(name: "x", about: [], isExcused: true, noticed: []).problems == [])
    #expect(
      Witness(name: "x", about: [], isExcused: false, noticed: []).problems
        == ["x notices no machine, and its archetype does not say none"])
  }
}
