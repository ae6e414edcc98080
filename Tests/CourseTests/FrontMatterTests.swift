import Course
import Scenario
import Testing

@Suite struct `Front matter` {
  private func findings(_ old: String, _ new: String) -> [Finding] {
    CourseTests.findings(in: frontMatter.replacing(first: old, with: new) + "Text.\n")
  }

  @Test func `Every key is read as text, and typed here`() throws {
    let source =
      frontMatter.replacing(first: "title: A test", with: "title: \"yes: 1e3\"")
      .replacing(first: "[to test]", with: "\n  - yes\n  - 0x10\n  - ~") + "Text.\n"
    let chapter = try ChapterReader.read(source: source, file: "test.md", language: .zh)
    #expect(chapter.id == "test")
    #expect(chapter.section == "10.3.6")
    #expect(chapter.title == "yes: 1e3")
    #expect(chapter.order == 1)
    #expect(chapter.objectives == ["yes", "0x10", "~"])
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
        Finding(1, 1, "the front matter lacks id, section, title, order, objectives, exams, sources")
      ])
  }

  @Test func `No text below it`() {
    #expect(CourseTests.findings(in: frontMatter) == [Finding(10, 1, "there is no text below the front matter")])
  }

  @Test func `A key is missing`() {
    #expect(findings("order: 1\n", "") == [Finding(1, 1, "the front matter lacks order")])
  }

  @Test func `A key is not known`() throws {
    let source = frontMatter.replacing(first: "title:", with: "titel:") + "Text.\n"
    #expect(
      CourseTests.findings(in: source) == [
        Finding(1, 1, "the front matter lacks title"), Finding(4, 1, "front matter has no key “titel”"),
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
    ("order: 1", "order: first", 5, 8, "order can't be “first”"),
    ("order: 1", "order: 0", 5, 8, "order can't be “0”"),
    ("order: 1", "order: 1.5", 5, 8, "order can't be “1.5”"),
    ("order: 1", "order: [1]", 5, 8, "order should be a text"),
    ("title: A test", "title:", 4, 1, "title has nothing in it"),
    ("title: A test", "title: '  '", 4, 1, "title has nothing in it"),
    ("title: A test", "title: {a: b}", 4, 8, "title should be a text"),
    ("[to test]", "to test", 6, 13, "objectives should be a list"),
    ("[to test]", "[[to test]]", 6, 14, "every item of objectives should be a text"),
    ("[ccna]", "[ccna, 软考, ccnp]", 7, 15, "there is no exam “软考”"),
    (
      "title: A test", "title: A: test", 4, 9, "this YAML can't be read: mapping values are not allowed in this context"
    ),
    (
      "title: A test", "title: 甲：\t“: 乙”", 4, 12,
      "this YAML can't be read: mapping values are not allowed in this context"
    ),
    ("title: A test", "id: twice", 2, 1, "id is given more than once"),
    ("title: A test", "? [a, b]\n: c", 4, 3, "a key is one word"),
    ("title: A test", "title: *nowhere", 4, 8, "this YAML can't be read: found undefined alias"),
  ])
  func `A value is wrong`(old: String, new: String, line: Int, column: Int, message: String) {
    #expect(findings(old, new).first == Finding(line, column, message))
  }

  @Test func `It is no mapping`() {
    #expect(
      CourseTests.findings(in: "---\njust text\n---\nText.\n") == [
        Finding(2, 1, "lines of “key: value” belong here")
      ])
  }

  @Test(arguments: ["objectives", "exams", "sources"]) func `A list is empty`(key: String) {
    let lines = frontMatter.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let number = lines.firstIndex { $0.hasPrefix(key) }!
    let found = findings(lines[number], "\(key): []")
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
    #expect(found.count == 1)
    #expect(found.first?.line == 4)
  }
}
