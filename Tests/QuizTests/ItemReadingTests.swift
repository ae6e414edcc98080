import Bilingual
import Support
import Testing

@testable import Quiz

/// An item that is sound; the tests change one line of it.
private let soundItem = """
  - id: sound
    revision: 1
    chapter: handshake
    exams: [ccna]
    archetype: 2
    let: { i: 0..4294967295 }
    scenario: |
      client isn $i
      server listen
      client connect
      settle
    ask: { kind: field, segment: 3, of: [seq, ack] }
    form: choice
    stem: { zh: 多少？, en: How much? }
    sources: ["RFC 9293 §3.5"]
  """

private func found(_ source: String) -> [Finding] {
  findings { () throws(Diagnostics) in try ItemReader.read(source, file: "items.yaml") }
}

/// What is wrong with the sound item when one line of it is another.
private func found(replacing old: String, with new: String) -> [Finding] {
  #expect(soundItem.contains(old), "“\(old)” is not in the item")
  return found(soundItem.replacing(old, with: new))
}

@Suite struct `Reading items` {
  @Test func `An initial sequence number has two to four digits, and now and then is near the wrap-around`() throws {
    let source = soundItem.replacing("i: 0..4294967295", with: "i: isn")
    let item = try #require(ItemReader.read(source, file: "items.yaml").first)
    #expect(item.variables == [.init(initial: "i")])
    var generator = SplitMix64(seed: 1)
    let drawn = (0..<1_000).map { _ in item.variables[0].drawn(using: &generator) }
    #expect(drawn.allSatisfy { (10...9999).contains($0) || $0 >= UInt32.max - 99 })
    #expect((60...140).contains(drawn.count { $0 >= UInt32.max - 99 }))
  }

  @Test func `A sound item is read as it is written`() throws {
    let item = try #require(ItemReader.read(soundItem, file: "items.yaml").first)
    #expect(item.id == "sound" && item.revision == 1 && item.chapter == "handshake")
    #expect(item.exams == [.ccna] && item.archetype == 2 && item.forms == [.choice])
    #expect(item.variables == [.init("i", in: 0...4_294_967_295)])
    #expect(item.stem?.source == Localized(zh: "多少？", en: "How much?"))
    #expect(item.sources == ["RFC 9293 §3.5"])
    #expect(item.file == "items.yaml" && item.line == 1)
  }

  @Test func `Types are what is asked for and not what YAML guesses`() throws {
    let odd = soundItem.replacing("id: sound", with: "id: no").replacing("[\"RFC 9293 §3.5\"]", with: "[1e3, ~, yes]")
    let item = try #require(ItemReader.read(odd, file: "items.yaml").first)
    #expect(item.id == "no" && item.sources == ["1e3", "~", "yes"])
  }

  @Test func `An empty file has no items, and a file that is no list is wrong`() {
    #expect(found("") == [])
    #expect(found("# Nothing yet.\n") == [])
    #expect(found("id: sound\n") == [Finding(1, 1, "a file of items is a list")])
  }

  @Test func `All that is wrong is told at once, in the order of the file`() {
    let source = soundItem.replacing("revision: 1", with: "revision: x").replacing("form: choice", with: "form: essay")
    #expect(
      found(source) == [
        Finding(2, 13, "a whole number from 1 to 1000000 belongs here"), Finding(13, 9, "there is no form “essay”"),
      ])
  }
}

@Suite struct `What is wrong with an item` {
  @Test func `An unknown key`() {
    #expect(
      found(replacing: "  chapter: ", with: "  chaptre: ").contains(Finding(3, 3, "the key “chaptre” is unknown")))
    #expect(
      found(replacing: "zh: 多少？, en", with: "zh: 多少？, fr: Combien, en") == [Finding(14, 20, "the key “fr” is unknown")])
  }

  @Test(arguments: ["id", "revision", "chapter", "exams", "form", "ask", "sources"])
  func `A missing key`(key: String) {
    let lines = soundItem.split(separator: "\n").map { $0.dropFirst(2) }
    let rest = lines.filter { !$0.hasPrefix(key + ":") }
    let source = "- " + rest.joined(separator: "\n  ")
    #expect(found(source) == [Finding(1, 3, "the key “\(key)” is missing")])
  }

  @Test func `A key that comes twice`() {
    #expect(found(replacing: "  form: choice", with: "  form: choice\n  form: typed").map(\.line) == [14])
  }

  @Test(arguments: [
    ("form: choice", "form: essay", Finding(13, 9, "there is no form “essay”")),
    ("kind: field", "kind: riddle", Finding(12, 16, "there is no kind “riddle”")),
    ("kind: field, ", "", Finding(12, 8, "ask needs a kind")),
    ("of: [seq, ack]", "of: [seq, window]", Finding(12, 39, "of names a field that is unknown")),
    ("of: [seq, ack]", "of: []", Finding(12, 39, "of names a field that is unknown")),
    ("of: [seq, ack]", "of: seq", Finding(12, 39, "a list belongs here, as in [a, b]")),
    ("segment: 3", "segment: 0", Finding(12, 32, "a whole number from 1 to 10000 belongs here")),
    ("segment: 3", "host: server", Finding(12, 23, "the key “host” is unknown")),
    ("revision: 1", "revision: 0", Finding(2, 13, "a whole number from 1 to 1000000 belongs here")),
    ("archetype: 2", "archetype: 77", Finding(5, 14, "a whole number from 1 to 76 belongs here")),
    ("[ccna]", "[ccnp]", Finding(4, 11, "there is no exam “ccnp”")),
    ("exams: [ccna]", "exams: ccna", Finding(4, 10, "a list belongs here, as in [a, b]")),
    ("id: sound", "id: \"\"", Finding(1, 7, "a text belongs here")),
    ("id: sound", "id: [a]", Finding(1, 7, "a text belongs here")),
    ("stem: { zh: 多少？, en: How much? }", "stem: How much?", Finding(14, 9, "keys and values belong here")),
    (", en: How much?", "", Finding(14, 9, "the key “en” is missing")),
  ])
  func `A wrong value is found where it stands`(old: String, new: String, finding: Finding) {
    #expect(found(replacing: old, with: new).contains(finding), "\(found(replacing: old, with: new))")
  }

  @Test(arguments: [
    ("5..1", 13), ("0..4294967296", 13), ("-1..5", 13), ("0...5", 13), ("0", 13), ("a..b", 13), ("[0, 5]", 13),
    ("0..5..9", 13), ("\"\"", 13),
  ])
  func `A bad range is found where it stands`(range: String, column: Int) {
    #expect(
      found(replacing: "0..4294967295", with: range).first
        == Finding(6, column, "a variable's range is least..greatest, or isn"))
  }

  @Test func `A let that is no mapping`() {
    #expect(
      found(replacing: "{ i: 0..4294967295 }", with: "0..5").first == Finding(6, 8, "let is { name: least..greatest }"))
  }

  @Test(arguments: [("$i", "$k", "k"), ("$i", "$", ""), ("$i", "$ii", "ii"), ("$i", "$I", "I")])
  func `A variable that let does not have`(old: String, new: String, name: String) {
    #expect(
      found(replacing: "isn \(old)", with: "isn \(new)").map(\.message)
        == ["the scenario uses $\(name), but let does not define it"])
  }

  @Test func `A longer variable is not taken for a shorter one`() throws {
    let source = soundItem.replacing("{ i: 0..4294967295 }", with: "{ i: 7..7, in: 9..9 }")
      .replacing("isn $i", with: "isn $in $i")
    let item = try #require(ItemReader.read(source, file: "items.yaml").first)
    var generator = SplitMix64(seed: 1)
    let question = try item.question(
      with: [7, 9], misconceptions: MisconceptionCatalogue(), using: &generator)
    #expect(question.run.network.settings.endpoints.a.initialSequenceNumbers == [9, 7])
  }

  @Test func `An id that comes twice`() {
    #expect(found(soundItem + "\n" + soundItem) == [Finding(16, 3, "duplicate id “sound”")])
  }

  @Test(arguments: [
    ("form: choice", "form: \"choice", 15), ("exams: [ccna]", "exams: [ccna", 5),
    ("  form: choice", "\tform: choice", 13),
    ("  form: choice", " form: choice", 13), ("form: choice", "form: *choice", 13),
    ("form: choice", "form: %choice", 13),
  ])
  func `Broken YAML`(old: String, new: String, line: Int) {
    let all = found(replacing: old, with: new)
    #expect(all.count == 1 && all.first?.message.hasPrefix("YAML syntax: ") == true, "\(all)")
    // The parser tells where it could not go on, which is never before the mistake.
    #expect((all.first?.line ?? 0) >= min(line, 13) && (all.first?.column ?? 0) >= 1, "\(all)")
  }

  @Test func `A file of nothing but broken characters does not trap`() {
    for source in [
      "\u{0}", "\u{7}", "- \u{0}", "%", "@", "&a *b", "- - - -", "? :", "{", "]", "---\n---\n", "- !!int x",
    ] {
      for finding in found(source) { #expect(finding.line >= 1 && finding.column >= 1) }
    }
  }
}
