import Bilingual
import Course
import Support
import Testing

@Suite struct `Front matter` {
  private func findings(_ old: String, _ new: String) -> [Finding] {
    CourseTests.findings(in: frontMatter.replacing(first: old, with: new) + "Text.\n")
  }

  @Test func `Every key is read as text, and typed here`() throws {
    let source =
      frontMatter.replacing(first: "title: A test", with: "title: \"yes: 1e3\"")
      .replacing(first: "{ test: to test }", with: "\n  a: yes\n  b-2: 0x10\n  c: ~") + "Text.\n"
    let chapter = try ChapterReader.read(source: source, file: "test.md", language: .zh)
    #expect(chapter.id == "test")
    #expect(chapter.section == "10.3.6")
    #expect(chapter.title == "yes: 1e3")
    #expect(chapter.order == 1)
    #expect(chapter.objectives.map(\.id) == ["a", "b-2", "c"])
    #expect(chapter.objectives.map(\.text) == ["yes", "0x10", "~"])
    #expect(chapter.exams == [.ccna])
    #expect(chapter.sources == ["RFC 9293"])
    #expect(chapter.language == .zh)
  }

  @Test(arguments: ["", "\n", " \r\n\t\n", "\u{FEFF}"]) func `An empty file`(source: String) {
    #expect(CourseTests.findings(in: source) == [Finding(1, 1, "the file is empty")])
  }

  @Test func `None at all`() {
    #expect(CourseTests.findings(in: "  Text.\n") == [Finding(1, 3, "the front matter is missing")])
  }

  @Test func `It does not end`() {
    #expect(
      CourseTests.findings(in: "---\nid: test\n\nText.\n") == [Finding(1, 1, "the front matter does not end")])
  }

  @Test func `It has nothing in it`() {
    #expect(
      CourseTests.findings(in: "---\n---\nText.\n") == [
        Finding(1, 1, "these keys are missing: id, section, title, order, objectives, exams, sources")
      ])
  }

  @Test func `No text below it`() {
    #expect(CourseTests.findings(in: frontMatter) == [Finding(10, 1, "there is no text below the front matter")])
  }

  @Test func `A key is missing`() {
    #expect(findings("order: 1\n", "") == [Finding(1, 1, "the key “order” is missing")])
  }

  @Test func `A key is not known`() throws {
    let source = frontMatter.replacing(first: "title:", with: "titel:") + "Text.\n"
    #expect(
      CourseTests.findings(in: source) == [
        Finding(1, 1, "the key “title” is missing"), Finding(4, 1, "the key “titel” is unknown"),
      ])
    do throws(Diagnostics) {
      _ = try ChapterReader.read(source: source, file: "test.md", language: .en)
    } catch {
      let hint = try #require(error.all[1].hint)
      #expect(hint.en == "did you mean title? one of: id, section, title, order, objectives, exams, sources")
      #expect(error.all[1].sourceLine == "titel: A test")
    }
  }

  @Test(arguments: [
    ("order: 1", "order: first", 5, 8, "a whole number from 1 to 1000 belongs here"),
    ("order: 1", "order: 0", 5, 8, "a whole number from 1 to 1000 belongs here"),
    ("order: 1", "order: 1.5", 5, 8, "a whole number from 1 to 1000 belongs here"),
    ("order: 1", "order: [1]", 5, 8, "a whole number from 1 to 1000 belongs here"),
    ("title: A test", "title:", 4, 7, "a text belongs here"),
    ("title: A test", "title: '  '", 4, 8, "a text belongs here"),
    ("title: A test", "title: {a: b}", 4, 8, "a text belongs here"),
    ("{ test: to test }", "[to test]", 6, 13, "objectives have a name and a text each"),
    ("{ test: to test }", "to test", 6, 13, "objectives have a name and a text each"),
    ("{ test: to test }", "{ test: [a] }", 6, 21, "a text belongs here"),
    ("{ test: to test }", "{ Test: a }", 6, 15, "“Test” can't be a name"),
    ("{ test: to test }", "{ test: a, test: b }", 6, 24, "the key “test” comes twice"),
    (
      "{ test: to test }", "{ a\(String(repeating: "b", count: 40)): a }", 6, 15, "a name has 40 characters at most"
    ),
    ("[ccna]", "[ccna, 软考, ccnp]", 7, 15, "there is no exam “软考”"),
    ("title: A test", "title: A: test", 4, 9, "YAML syntax: mapping values are not allowed in this context"),
    ("title: A test", "title: 甲：\t“: 乙”", 4, 12, "YAML syntax: mapping values are not allowed in this context"),
    ("title: A test", "id: twice", 4, 1, "the key “id” comes twice"),
    ("title: A test", "? [a, b]\n: c", 4, 3, "a key is one word"),
    ("title: A test", "title: *nowhere", 4, 8, "YAML syntax: no alias (*) can be used here"),
  ])
  func `A value is wrong`(old: String, new: String, line: Int, column: Int, message: String) {
    #expect(findings(old, new).first == Finding(line, column, message))
  }

  @Test func `It is no mapping`() {
    #expect(
      CourseTests.findings(in: "---\njust text\n---\nText.\n") == [
        Finding(2, 1, "keys and values belong here")
      ])
  }

  @Test(arguments: ["objectives", "exams", "sources"]) func `A list is empty`(key: String) {
    let lines = frontMatter.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let number = lines.firstIndex { $0.hasPrefix(key) }!
    let found = findings(lines[number], "\(key): \(key == "objectives" ? "{}" : "[]")")
    #expect(found == [Finding(number + 1, 1, "\(key) is empty")])
  }

  @Test func `The file is called otherwise`() {
    #expect(
      CourseTests.findings(in: frontMatter + "Text.\n", file: "a/b.md") == [
        Finding(2, 1, "the id is test, and the file is called b.md")
      ])
    #expect(CourseTests.findings(in: frontMatter + "Text.\n", file: "a/test.md") == [])
    #expect(CourseTests.findings(in: frontMatter + "Text.\n", file: "-") == [])
  }

  @Test func `It is nested without end`() {
    let found = findings("title: A test", "title: " + String(repeating: "[", count: 100_000))
    #expect(found == [Finding(4, 23, "this is nested more than 16 deep")])
  }
}
