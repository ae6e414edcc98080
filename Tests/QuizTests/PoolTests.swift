import Foundation
import Manuscript
import Support
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
    return Pool(layers: [directory])
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

  @Test func `A layer without its directory has nothing, and one that is a file is told`() throws {
    let nowhere = Pool(layers: ["/nowhere"])
    #expect(nowhere.items.isEmpty && nowhere.problems.isEmpty)
    let folder = try TemporaryFolder()
    let file = try folder.write("Quizzes", "")
    let pool = Pool(layers: [folder.path])
    #expect(pool.items.isEmpty && pool.problems.map(\.message.en) == ["this is no directory"])
    #expect(pool.problems.first?.file == file)
  }

  @Test func `Of the same ids the later layer's serve, at the place of the earlier ones`() throws {
    let (below, above) = (try TemporaryFolder(), try TemporaryFolder())
    func words(_ id: String, _ text: String) -> String {
      "- { id: \(id), assumed: { zh: 甲, en: \(text) }, breaks: { zh: 乙, en: b }, follows: { zh: 丙, en: c }, source: R }\n"
    }
    let first = try below.write("Quizzes/a.yaml", item("one") + item("two") + item("three"))
    let catalogue = try below.write("Quizzes/" + Pool.catalogueName, words("x", "old") + words("y", "kept"))
    let second = try above.write("Quizzes/b.yaml", item("two", kind: "state, host: server") + item("four"))
    try above.write("Quizzes/c.yaml", item("four"))
    let later = try above.write("Quizzes/" + Pool.catalogueName, words("x", "new"))
    let pool = Pool(layers: [below.path, above.path])
    #expect(pool.problems == [])
    // What comes twice within a layer stays, for `check` to find.
    #expect(pool.items.map(\.id) == ["one", "two", "three", "four", "four"])
    #expect(pool.items[1].file == second)
    #expect(pool.misconceptions.all.map(\.file) == [later, catalogue])
    #expect(
      pool.replacements == [
        Replacement(id: "two", file: second, replaced: first), Replacement(id: "x", file: later, replaced: catalogue),
      ])
    #expect(Pool(layers: [above.path, below.path]).items.map(\.id) == ["two", "four", "four", "one", "three"])
  }

  @Test func `A paper asks no item twice, and says where the pool is small`() throws {
    let pool = try pool(["a.yaml": item("one") + item("two")])
    let short = try Paper(of: pool.items, count: nil, seed: 1, misconceptions: pool.misconceptions)
    #expect(short.questions.count == 2)
    #expect(short.shortage?.en == "There are 2 different questions of that kind, asked once each.")
    let whole = try Paper(of: pool.items, count: 2, seed: 1, misconceptions: pool.misconceptions)
    #expect(whole.shortage == nil)
    // Where a number is asked for it is kept.
    let repeating = try Paper(of: pool.items, count: 5, seed: 1, misconceptions: pool.misconceptions)
    #expect(repeating.questions.count == 5 && Set(repeating.questions.prefix(2).map(\.item)) == ["one", "two"])
    #expect(
      repeating.shortage?.en == "There are 2 different questions of that kind, asked again with other numbers.")
    #expect(try Paper(of: [], count: 5, seed: 1, misconceptions: pool.misconceptions).questions.isEmpty)
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
