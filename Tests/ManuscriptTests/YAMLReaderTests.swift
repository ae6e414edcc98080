import Bilingual
import Manuscript
import Support
import Testing

/// What is read, and what is wrong, when the value of `k` in line 2 is this.
private func reading<Value>(
  _ value: String, _ read: (inout YAMLReader, YAMLNode?) -> Value?
) -> (value: Value?, findings: [Finding]) {
  var reader = YAMLReader("甲: x\nk: \(value)\n", file: "test.yaml")
  let document = reader.document()
  let value = read(&reader, document?["k"])
  return (value, reader.diagnostics.map(Finding.measured))
}

@Suite struct `Values of a type` {
  @Test func `A text`() {
    let found = reading("中 文") { reader, node in reader.text(node) }
    #expect(found.value == "中 文" && found.findings == [])
  }

  @Test(arguments: [("[a]", 4, 1), ("{a: b}", 4, 1), ("'  '", 4, 4), ("\"\"", 4, 2), ("", 3, 1), ("|", 4, 1)])
  func `No text`(value: String, column: Int, length: Int) {
    let found = reading(value) { reader, node in reader.text(node) }
    #expect(found.value == nil)
    #expect(found.findings == [Finding(2, column, length, "a text belongs here")])
  }

  @Test(arguments: [("[a, 乙]", ["a", "乙"]), ("[]", []), ("\n- a\n- 乙", ["a", "乙"])])
  func `A list of texts`(value: String, texts: [String]) {
    let found = reading(value) { reader, node in reader.texts(node) }
    #expect(found.value == texts && found.findings == [])
  }

  @Test func `No list, and items that are no texts`() {
    let plain = reading("a, b") { reader, node in reader.texts(node) }
    #expect(plain.value == nil)
    #expect(plain.findings == [Finding(2, 4, 4, "a list belongs here, as in [a, b]")])
    let mixed = reading("[甲, [b], {c: d}]") { reader, node in reader.texts(node) }
    #expect(mixed.value == ["甲"])
    #expect(mixed.findings == [Finding(2, 8, 1, "a text belongs here"), Finding(2, 13, 1, "a text belongs here")])
  }

  @Test(arguments: ["0", "8", "1.5", "1e0", "x", "[1]", "0x1", "９", "99999999999999999999", "''"])
  func `No whole number in the range`(value: String) {
    let found = reading(value) { reader, node in reader.integer(node, in: 1...7) }
    #expect(found.value == nil)
    #expect(found.findings.map(\.message) == ["a whole number from 1 to 7 belongs here"])
    #expect(found.findings.first?.line == 2 && found.findings.first?.column == 4)
  }

  @Test(arguments: [("1", 1), ("7", 7), ("'3'", 3), ("007", 7)]) func `A whole number`(value: String, number: Int) {
    let found = reading(value) { reader, node in reader.integer(node, in: 1...7) }
    #expect(found.value == number && found.findings == [])
  }

  @Test(arguments: [
    ("{zh: 甲, en: a}", []),
    ("{zh: 甲, fr: a}", [Finding(2, 4, 1, "the key “en” is missing"), Finding(2, 12, 2, "the key “fr” is unknown")]),
    ("甲", [Finding(2, 4, 1, "keys and values belong here")]),
    ("{zh: 甲, en: []}", [Finding(2, 16, 1, "a text belongs here")]),
  ])
  func `A text in both languages`(value: String, findings: [Finding]) {
    let found = reading(value) { reader, node in reader.localized(node) }
    #expect(found.value == (findings.isEmpty ? Localized(zh: "甲", en: "a") : nil))
    #expect(found.findings == findings)
  }

  @Test func `What is not there is not wrong`() {
    var reader = YAMLReader("", file: "test.yaml")
    let isNothing =
      reader.text(nil) == nil && reader.texts(nil) == nil && reader.list(nil) == nil
      && reader.integer(nil, in: 0...1) == nil && reader.localized(nil) == nil
    #expect(isNothing)
    #expect(reader.diagnostics == [])
  }
}

@Suite struct `Keys of a mapping` {
  private let known = ["id", "title", "order"]

  @Test func `Unknown ones and missing ones are told, with what may have been meant`() throws {
    var reader = YAMLReader("- {id: a, titel: b}\n- {id: c, title: d, xyz: e}\n", file: "test.yaml")
    let document = reader.document()
    let items = try #require(document?.items)
    for item in items {
      let read = reader.fields(item, known: known, required: ["id", "title"])
      let fields = try #require(read)
      #expect(fields["titel"] == nil && fields["id"] != nil)
      #expect(!fields.entries.contains { $0.name == "xyz" })
    }
    #expect(
      reader.diagnostics.map(Finding.measured) == [
        Finding(1, 3, 1, "the key “title” is missing"), Finding(1, 11, 5, "the key “titel” is unknown"),
        Finding(2, 21, 3, "the key “xyz” is unknown"),
      ])
    #expect(reader.diagnostics[1].hint?.en == "did you mean title? one of: id, title, order")
    #expect(reader.diagnostics[1].hint?.zh == "是不是 title？可用的有：id、title、order")
    #expect(reader.diagnostics[2].hint?.en == "one of: id, title, order")
  }

  @Test func `Keys are missed where the caller says, even where there is nothing`() {
    let log = DiagnosticLog(file: "a.md", source: SourceText("---\n# none\n---\n"))
    var reader = YAMLReader(log)
    let document = reader.document(lines: 2..<3)
    let fields = reader.fields(
      document, known: known, required: ["id"], at: SourceLocation(line: 1, column: 1, length: 3))
    #expect(fields?.entries == [])
    #expect(reader.diagnostics.map(Finding.measured) == [Finding(1, 1, 3, "the key “id” is missing")])
    #expect(reader.diagnostics.first?.sourceLine == "---")
  }

  @Test func `Several that are missing are told at once`() {
    let found = reading("{id: a}") { reader, node in
      reader.fields(node, known: known, required: known)
    }
    #expect(found.findings == [Finding(2, 4, 1, "these keys are missing: title, order")])
  }

  @Test func `A list has no keys`() {
    let found = reading("[a]") { reader, node in reader.fields(node, known: [], required: []) }
    #expect(found.value == nil && found.findings == [Finding(2, 4, 1, "keys and values belong here")])
  }
}
