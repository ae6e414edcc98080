import Bilingual
import Manuscript
import Support
import Testing

@Suite struct `A YAML text` {
  @Test(arguments: [
    ("yes", "yes"), ("1e3", "1e3"), ("0x10", "0x10"), ("~", "~"), ("null", "null"), ("'it''s'", "it's"),
    ("\"a\\tb\\u4E2D\"", "a\tb中"), ("a\n b", "a b"), ("\"a\\\n  b\"", "ab"), ("三次 握手", "三次 握手"), ("''", ""),
  ])
  func `Every scalar is text as it is written`(source: String, text: String) throws {
    #expect(try document("k: \(source)\n")["k"]?.text == text)
  }

  @Test func `Values stand in each other, in their order`() throws {
    let node = try document("b: [1, {c: d}]\na:\n  - x\n  - y: z\n")
    #expect(node.entries?.map(\.name) == ["b", "a"])
    #expect(node["b"]?.items?.count == 2)
    #expect(node["b"]?.items?[0].text == "1")
    #expect(node["b"]?.items?[1]["c"]?.text == "d")
    #expect(node["a"]?.items?[1]["y"]?.text == "z")
    #expect(node["c"] == nil && node["a"]?["x"] == nil && node.text == nil && node.items == nil)
  }

  @Test(
    arguments: [
      ("k: a", .plain), ("k: 'a'", .singleQuoted), ("k: \"a\"", .doubleQuoted), ("k: |\n  a", .literal),
      ("k: >-\n  a", .folded),
    ] as [(String, YAMLNode.Style)])
  func `A scalar knows how it is written`(source: String, style: YAMLNode.Style) throws {
    guard case .scalar(_, style) = try #require(try document(source)["k"]).content else {
      Issue.record("not \(style)")
      return
    }
    #expect(style.isBlock == source.contains("\n"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `A literal block keeps its lines, however they end`(end: String) throws {
    let source = ["s: |", "  client isn 中", "", "    server listen", "t: x", ""].joined(separator: end)
    #expect(try document(source)["s"]?.text == "client isn 中\n\n  server listen\n")
    #expect(try document(source)["t"]?.place.line == 5)
  }

  @Test(arguments: ["", "\n", "# Nothing yet.\n", "\u{FEFF}", " \r\n "]) func `Nothing at all`(source: String) {
    var reader = YAMLReader(source, file: "test.yaml")
    let document = reader.document()
    #expect(document == nil)
    #expect(reader.diagnostics.isEmpty)
  }

  @Test(arguments: ["--- \na: b\n", "a: b\n...\n", "%YAML 1.1\n---\na: b\n", "\u{FEFF}a: b", "a: b", "{a: b}"])
  func `One document, however it is marked`(source: String) throws {
    #expect(try document(source)["a"]?.text == "b")
  }

  @Test func `A part of a file has the file's lines`() throws {
    let log = DiagnosticLog(file: "a.md", source: SourceText("---\na: b\n甲: [c,\n  丁]\n---\n"))
    var reader = YAMLReader(log)
    let document = reader.document(lines: 2..<5)
    let node = try #require(document)
    #expect(node.place.line == 2)
    let item = try #require(node["甲"]?.items?.last)
    #expect(reader.location(of: item) == SourceLocation(line: 4, column: 3))
    #expect(reader.diagnostics.isEmpty)
  }

  @Test func `A part that was taken out of a file has its lines too`() {
    var reader = YAMLReader("a: b\nc: [\n", file: "a.md", firstLine: 40)
    let document = reader.document()
    #expect(document == nil)
    #expect(reader.diagnostics.map(\.location.line) == [42])
    var other = YAMLReader("a: b\nc:\td: e\n", file: "a.md", firstLine: 40)
    let none = other.document()
    #expect(none == nil)
    #expect(other.diagnostics.map(\.sourceLine) == ["c:\td: e"])
    #expect(other.diagnostics.map(\.location) == [SourceLocation(line: 41, column: 5)])
  }
}

@Suite struct `Where a YAML value stands` {
  @Test(arguments: [
    ("k: value", 1, 4, 5), ("k: 'it''s'", 1, 4, 7), ("k: \"\\u4E2D\"", 1, 4, 8), ("三次: {}\nk: 握手 # 甲", 2, 4, 2),
    ("# 甲\nk: a", 2, 4, 1), ("\r\nk: a", 2, 4, 1), ("k: a\n b", 1, 4, 1), ("k: |\n  a\n  b\n", 1, 4, 1),
    ("k: [a]", 1, 4, 1),
    ("k:\n  - a", 2, 3, 1), ("甲: {k: b}\nk: c", 2, 4, 1), ("e\u{301}: {x: \u{1F468}\u{200D}\u{1F469}}\nk: c", 2, 4, 1),
    ("\"e\u{301}\u{1F468}\u{200D}\u{1F469}\": x\nk: c", 2, 4, 1),
    ("{ \"\u{1F468}\u{200D}\u{1F469}\": x, k: c }", 1, 14, 1),
    ("k:", 1, 3, 1),
  ])
  func `In characters, whatever comes before`(source: String, line: Int, column: Int, length: Int) throws {
    var reader = YAMLReader(source, file: "test.yaml")
    let document = reader.document()
    let node = try #require(document?["k"])
    #expect(reader.location(of: node) == SourceLocation(line: line, column: column, length: length))
  }
}

@Suite struct `What is wrong with a YAML text` {
  @Test(arguments: [
    ("a: b: c", 1, 5, "YAML syntax: mapping values are not allowed in this context"),
    ("甲: “乙: 丙”", 1, 6, "YAML syntax: mapping values are not allowed in this context"),
    ("甲: 乙\r\n丙: 丁: 戊", 2, 5, "YAML syntax: mapping values are not allowed in this context"),
    ("s: |\n  甲\n  乙\n丙: 丁: 戊\n", 4, 5, "YAML syntax: mapping values are not allowed in this context"),
    ("a: [b\n", 2, 1, "YAML syntax: did not find expected ',' or ']'"),
    ("a: {b\nc: d\n", 2, 2, "YAML syntax: did not find expected ',' or '}'"),
    ("a: %b", 1, 4, "YAML syntax: found character that cannot start any token"),
    ("甲: \"b", 1, 4, "YAML syntax: found unexpected end of stream"),
    ("甲: 'b\n---\n", 1, 4, "YAML syntax: found unexpected document indicator"),
    ("a: \"\\q\"", 1, 5, "YAML syntax: found unknown escape character"),
    ("a: !!int 5", 1, 4, "YAML syntax: no tag (!) can be used here"),
    ("a: ! b", 1, 4, "YAML syntax: no tag (!) can be used here"),
    ("甲: &乙 c", 1, 5, "YAML syntax: did not find expected alphabetic or numeric character"),
    ("甲: &b c", 1, 4, "YAML syntax: no anchor (&) can be used here"),
    ("a: [&b c]", 1, 5, "YAML syntax: no anchor (&) can be used here"),
    ("a: &b [c]", 1, 4, "YAML syntax: no anchor (&) can be used here"),
    ("a: *b", 1, 4, "YAML syntax: no alias (*) can be used here"),
    ("*b : a", 1, 1, "YAML syntax: no alias (*) can be used here"),
    ("a: b\n---\nc: d\n", 2, 1, "there is room for one YAML document only"),
    ("? [a, b]\n: c", 1, 3, "a key is one word"),
    ("a: \"甲\\e[2J\"", 1, 4, "this text has a control character in it, U+001B"),
    ("a: \"\\0\"", 1, 4, "this text has a control character in it, U+0000"),
    ("甲: b\u{1B}[2J", 1, 5, "there is a control character here, U+001B"),
    ("甲: \u{FFFF}", 1, 4, "YAML syntax: control characters are not allowed"),
  ])
  func `It is found where it stands`(source: String, line: Int, column: Int, message: String) {
    let found = findings(in: source)
    #expect(found.first.map { Finding($0.line, $0.column, message) } == Finding(line, column, message))
    #expect(found.first?.message == message)
  }

  @Test func `A line end that only YAML knows does not shift lines`() {
    #expect(
      findings(in: "a: \u{2028}b\u{85}\nb: c: d\n") == [
        Finding(1, 4, 1, "there is a control character here, U+2028"),
        Finding(1, 6, 1, "there is a control character here, U+0085"),
        Finding(2, 5, 1, "YAML syntax: mapping values are not allowed in this context"),
      ])
  }

  @Test func `All that is no syntax is told at once`() {
    #expect(
      findings(in: "甲: a\nb: [&c d, *c]\n甲: {e: f, e: g}\n") == [
        Finding(2, 5, 4, "YAML syntax: no anchor (&) can be used here"),
        Finding(2, 11, 2, "YAML syntax: no alias (*) can be used here"),
        Finding(3, 1, 1, "the key “甲” comes twice"), Finding(3, 11, 1, "the key “e” comes twice"),
      ])
  }

  @Test func `Syntax is told in Chinese where authors run into it`() {
    var reader = YAMLReader("a: [b\n", file: "test.yaml")
    let document = reader.document()
    #expect(document == nil)
    #expect(reader.diagnostics.map(\.message.zh) == ["YAML 语法错误：缺少逗号或 ]"])
    #expect(reader.diagnostics.first?.hint != nil)
  }

  @Test(arguments: ["[", "{", "? ", "- ", "{a: "]) func `Endless nesting is an error`(mark: String) {
    let found = findings(in: "a: b\nc:\n  " + String(repeating: mark, count: 100_000))
    #expect(found.count == 1)
    #expect(found.first?.message == "this is nested more than 16 deep")
    #expect(found.first?.line == 3)
  }

  @Test func `A great many keys take no time that grows with their square`() throws {
    let keys = (0..<20_000).map { "k\($0): v\n" }.joined()
    #expect(try document(keys).entries?.count == 20_000)
  }

  @Test(arguments: [
    "\u{0}", "\u{7}", "- \u{0}", "%", "@", "&a *b", "- - - -", "? :", "{", "]", "---\n---\n", "- !!int x", "&", "*",
    "!",
    "|", ">", "\"", "'", ": :", "?", "- -\n-", "{{}: a}", "[a: b: c]", "%TAG ! x\n---\na", "%YAML 9.9\n---\na",
    "a\n---",
    "...", "... a", "\u{FEFF}\u{FEFF}a", "a: \u{FEFF}b", "\t- a", "a:\n\t- b", "|9\n a", "\"\\uD800\"",
    "\"\\U00110000\"",
  ])
  func `Whatever it is, it is read or refused, and every finding has a place in it`(source: String) {
    for finding in findings(in: source) { #expect(finding.line >= 1 && finding.column >= 1) }
  }
}
