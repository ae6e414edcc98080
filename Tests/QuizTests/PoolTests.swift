import Foundation
import Testing

@testable import Quiz

@Suite struct `The pool` {
  private func pool(_ files: [String: String]) throws -> Pool {
    let directory = NSTemporaryDirectory() + "pool-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory + "/Quizzes", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    for (name, text) in files {
      try text.write(toFile: "\(directory)/Quizzes/\(name)", atomically: true, encoding: .utf8)
    }
    return Pool(directory: directory)
  }

  private func item(_ id: String, kind: String = "state, host: client") -> String {
    "- id: \(id)\n  revision: 1\n  chapter: c\n  exams: [ccna]\n  scenario: server listen\n"
      + "  ask: { kind: \(kind) }\n  form: typed\n  sources: []\n"
  }

  @Test func `An item that is wrong is told, and the others serve`() throws {
    let pool = try pool(["a.yaml": item("one") + item("two", kind: "riddle") + item("three"), "b.yaml": "{"])
    #expect(pool.items.map(\.id) == ["one", "three"])
    #expect(pool.problems.map { $0.location.line } == [14, 2])
    #expect(pool.problems.first?.message.en == "there is no kind “riddle”")
  }

  @Test func `A misconception that is wrong is told, and the others serve`() throws {
    let words = "  assumed: { zh: 甲, en: a }\n  breaks: { zh: 乙, en: b }\n  follows: { zh: 丙, en: c }\n"
    let pool = try pool([
      Pool.catalogueName: "- id: x\n\(words)  source: RFC\n- id: y\n\(words)- id: z\n\(words)  source: RFC\n"
    ])
    #expect(pool.misconceptions.all.map(\.id) == ["x", "z"])
    #expect(pool.problems.map(\.message.en) == ["the key “source” is missing"])
  }

  @Test func `Without its directory there is nothing, and that is told`() {
    let pool = Pool(directory: "/nowhere")
    #expect(pool.items.isEmpty && pool.problems.map(\.message.en) == ["there is no such file or directory"])
  }

  @Test func `A paper asks no item twice, and says where the pool is small`() throws {
    let pool = try pool(["a.yaml": item("one") + item("two")])
    let short = try Paper(of: pool.items, count: 5, seed: 1, misconceptions: pool.misconceptions)
    #expect(short.questions.count == 2 && short.shortage?.en == "There are 2 such questions.")
    let whole = try Paper(of: pool.items, count: 2, seed: 1, misconceptions: pool.misconceptions)
    #expect(whole.shortage == nil)
    #expect(pool.items(chapter: "d", exam: nil).isEmpty && pool.items(chapter: "c", exam: .ccna).count == 2)
  }
}

@Suite struct `The archetypes` {
  @Test func `All of them are there, each with its exams and what notices it`() {
    let pool = shippedPool
    #expect(pool.archetypes.all.map(\.id) == Array(ArchetypeCatalogue.ids))
    for archetype in pool.archetypes.all {
      #expect(archetype.machines.isEmpty == (archetype.none != nil), "\(archetype.id)")
    }
  }

  @Test func `An entry that says neither what notices it nor why nothing does is told`() {
    let (catalogue, problems) = ArchetypeCatalogue.readSound(
      "- { id: 1, name: { zh: 甲, en: a }, exams: [ccna] }\n- { id: 2, name: { zh: 乙, en: b }, exams: [ccnp] }\n",
      file: "archetypes.yaml")
    #expect(catalogue.all.isEmpty)
    #expect(
      problems.map(\.message.en) == [
        "archetype 1 has either machines or, as none, the reason why there are none",
        "archetype 2 has either machines or, as none, the reason why there are none", "there is no exam “ccnp”",
      ])
  }

  @Test func `An item can't name an exam that its archetype does not have`() throws {
    let (archetypes, _) = ArchetypeCatalogue.readSound(
      "- { id: 2, name: { zh: 甲, en: a }, exams: [h3cne], machines: [x] }", file: "archetypes.yaml")
    let items = try ItemReader.read(
      "- { id: x, revision: 1, chapter: c, exams: [ccna], archetype: 2, sources: [], scenario: server listen,"
        + " ask: { kind: state, host: client }, proof: CLOSED, explain: { zh: 因为, en: because }, form: typed }",
      file: "items.yaml")
    let found = QuizCheck.check(
      items, misconceptions: MisconceptionCatalogue(), archetypes: archetypes, chapters: ["c"])
    #expect(found.map(\.message.en) == ["item x: the exam ccna does not ask archetype 2"])
    #expect(found.first?.hint?.en == "one or more of: h3cne")
  }
}
