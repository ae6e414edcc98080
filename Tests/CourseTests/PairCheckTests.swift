import Bilingual
import Course
import Support
import Testing

@Suite struct `A chapter in both languages` {
  private static let body = """
    Text.
    ```tcp
    client isn 7
    client connect  // now
    step
    ```
    ```predict
    ask: { kind: state,
      host: client }
    stem: What?
    ```
    ```quiz
    items: [a, b]
    ```
    ```compare
    linux
    ```

    ## Second
    <!-- beat: second; meets: test; covers: S1 -->

    """

  private func findings(_ old: String, _ new: String) throws -> [Finding] {
    let source = frontMatter + Self.body
    let zh = try ChapterReader.read(source: source, file: "zh/test.md", language: .zh)
    let en = try ChapterReader.read(source: source.replacing(first: old, with: new), file: "en/test.md", language: .en)
    return ChapterCheck.check(zh: zh, en: en).map(Finding.init)
  }

  @Test(arguments: [
    ("Text.", "Other text.\n\n- more"), ("title: A test", "title: 测试"), ("to test", "to try"),
    ("stem: What?", "stem: 什么？"), ("  // now", ""), ("## Second", "## 第二"), ("  host", "    host"),
    ("client connect", "\n  client connect"),
  ])
  func `Prose, stems and layout may differ`(old: String, new: String) throws {
    #expect(try findings(old, new) == [])
  }

  @Test(arguments: [
    ("id: test", "id: tset", 2, 1, "the languages differ in id: “test” at zh/test.md:2, “tset” here"),
    ("10.3.6", "10.3.7", 3, 1, "the languages differ in section: “10.3.6” at zh/test.md:3, “10.3.7” here"),
    ("order: 1", "order: 2", 5, 1, "the languages differ in order: “1” at zh/test.md:5, “2” here"),
    ("[ccna]", "[h3cne]", 7, 1, "the languages differ in exams: “ccna” at zh/test.md:7, “h3cne” here"),
    ("[RFC 9293]", "[]", 8, 1, "the languages differ in sources: “RFC 9293” at zh/test.md:8, “–” here"),
    ("isn 7", "isn 8", 12, 1, "the settings at the top of the script differ from those at zh/test.md:12"),
    ("step", "settle", 15, 1, "the languages differ in the tcp line: “step” at zh/test.md:15, “settle” here"),
    ("step\n", "", 12, 1, "the languages differ in the tcp line: “step” at zh/test.md:15, “–” here"),
    (
      "kind: state", "kind: path", 18, 1,
      "the languages differ in what predict asks: see zh/test.md:18"
    ),
    (
      "stem: What?", "stem: What at {host}?", 18, 1,
      "the languages differ in the placeholders of stem or explain: see zh/test.md:18"
    ),
    ("[a, b]", "[b, a]", 22, 1, "the languages differ in the questions: “a, b” at zh/test.md:22, “b, a” here"),
    (
      "linux\n", "rfc793\n", 25, 1,
      "the languages differ in the profile to compare with: “linux” at zh/test.md:25, “rfc793” here"
    ),
    (
      "## Second\n<!-- beat: second; meets: test; covers: S1 -->\n", "### Second\n", 11, 1,
      "the languages differ in the number of beats: 2 in zh/test.md, 1 here"
    ),
    (
      "{ test: to", "{ tests: to", 6, 1, "the languages differ in objectives: “test” at zh/test.md:6, “tests” here"
    ),
    ("beat: second", "beat: other", 30, 1, "the languages differ in beat: “second” at zh/test.md:30, “other” here"),
    ("meets: test; ", "", 30, 1, "the languages differ in meets: “test” at zh/test.md:30, “–” here"),
    ("covers: S1", "covers: S1 A1", 30, 1, "the languages differ in covers: “S1” at zh/test.md:30, “S1, A1” here"),
    ("S1 -->", "S1; show: all -->", 30, 1, "the languages differ in show: “–” at zh/test.md:30, “all” here"),
    ("S1 -->", "S1; exams: ccna -->", 30, 1, "the languages differ in exams: “–” at zh/test.md:30, “ccna” here"),
  ])
  func `What must not differ`(old: String, new: String, line: Int, column: Int, message: String) throws {
    #expect(try findings(old, new) == [Finding(line, column, message)])
  }

  @Test func `No id and no order twice in a language`() throws {
    func chapter(_ id: String, _ order: Int, _ language: Language) throws -> Chapter {
      let source = frontMatter.replacing(first: "id: test", with: "id: \(id)").replacing(
        first: "order: 1", with: "order: \(order)")
      return try ChapterReader.read(source: source + "Text.\n", file: "\(id)-\(order)", language: language)
    }
    let chapters = [
      try chapter("a", 1, .zh), try chapter("a", 1, .en), try chapter("b", 2, .zh), try chapter("c", 1, .zh),
      try chapter("b", 3, .zh),
    ]
    #expect(
      ChapterCheck.check(together: chapters).map(Finding.init) == [
        Finding(5, 1, "a-1 has the order 1 too"), Finding(2, 1, "b-2 has the id b too"),
      ])
  }
}
