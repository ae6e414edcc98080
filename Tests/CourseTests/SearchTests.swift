import Bilingual
import Manuscript
import Support
import Testing

@testable import Course

/// An `explore` block: a search, and what it finds.
@Suite struct `A chapter's search` {
  private static let search = """
    ```explore
    profile two-way
    client isn 7
    client may connect
    server may listen
    late client SYN seq=90
    faults 1
    seek belief-without-peer
    finds
    server listen
    inject server SYN seq=90
    expect client CLOSED, server ESTABLISHED
    ```

    """
  private static let none = search.replacing(first: "profile two-way\n", with: "").replacing(
    first: "finds\nserver listen\ninject server SYN seq=90\nexpect client CLOSED, server ESTABLISHED\n",
    with: "finds none\n")

  @Test(arguments: [
    search, none, "`300`, `7`, `90`, `ESTABLISHED`\n" + search, none + "```tcp\nserver listen\n```\n",
    search.replacing(first: "finds", with: "\n  FINDS // this"),
    search.replacing(first: "server listen\n", with: "server listen // so\nexpect server LISTEN\n\n"),
    search + "## B\n<!-- beat: b -->\n`90`\n```tcp\nexpect server ESTABLISHED\n```\n",
    "```tcp\nclient isn 5\n```\n## B\n<!-- beat: b -->\n" + search
      + "## C\n<!-- beat: c -->\n`5`\n```tcp\nfresh\nserver listen\n```\n",
  ])
  func `It is sound`(body: String) { #expect(findings(below: body) == []) }

  @Test func `What it finds is a run of the chapter, with the settings of the search`() throws {
    #expect(try read(Self.search).runs.map(\.settings.profile) == [.twoWay])
    let start = "```tcp\nclient connect\n```\n## B\n<!-- beat: b -->\n"
    let chapter = try read(start + Self.search + "## C\n<!-- beat: c -->\n```tcp\nfresh\n```\n")
    #expect(chapter.runs.map(\.settings.profile) == [.rfc9293, .twoWay, .rfc9293])
    #expect(chapter.runs[1].settings.endpoints.a.initialSequenceNumbers == [7])
    #expect(chapter.script(of: chapter.runs[1]).statements.count == 3)
    #expect(try read(start + Self.none).runs.count == 1)
  }

  /// Something else in the search above, and where and what is found.
  @Test(arguments: [
    ("server listen\ninject", "inject", 20, 1, "the search finds “server listen” here"),
    ("seq=90\nexpect client", "seq=91\nexpect client", 21, 1, "the search finds “inject server SYN seq=90” here"),
    (
      "expect client CLOSED,", "settle\nexpect client CLOSED,", 22, 1,
      "the run that the search finds ends before this line"
    ),
    (
      "server listen\ninject server SYN seq=90\nexpect client CLOSED, server ESTABLISHED\n", "", 19, 1,
      "the search finds more: “server listen” comes next"
    ),
    ("finds\n", "finds\nlatency 10ms\n", 19, 1, "the search plays it with other settings than these"),
    ("CLOSED, server ESTAB", "LISTEN, server ESTAB", 22, 1, "client is CLOSED, not LISTEN"),
    ("finds\n", "finds none\n", 20, 1, "nothing stands below finds none"),
    ("finds\n", "finds something\n", 19, 1, "the line reads: finds, or finds none"),
    ("finds\n", "", 11, 1, "it is not said what the search finds"),
    ("two-way", "rfc9293", 19, 1, "the search finds nothing within its bounds"),
    ("belief-without-peer", "happiness", 18, 6, "there is no law “happiness”"),
    ("faults 1", "faults 9", 17, 8, "“9” can't be a number of faults"),
    (
      "profile two-way", "profile linux", 12, 9,
      "linux can't be searched: its ends remember times and congestion, so there is no end of states"
    ),
    ("inject server SYN", "inject nobody SYN", 21, 8, "there is no host “nobody”"),
  ])
  func `It is said where and what`(old: String, new: String, line: Int, column: Int, message: String) {
    let found = findings(below: Self.search.replacing(first: old, with: new))
    #expect(found.first == Finding(line, column, message))
  }

  @Test func `It has the chapter's hosts, and a beat of its own`() {
    let named = "```tcp\nhosts alice bob\nalice connect\n```\n## B\n<!-- beat: b -->\n"
    #expect(findings(below: named + Self.search) == [Finding(17, 1, "the search has other hosts than the chapter")])
    let message = "the beat plays what its search finds, and has no room for a tcp block"
    #expect(findings(below: "```tcp\nclient connect\n```\n" + Self.search).contains(Finding(11, 1, message)))
    #expect(findings(below: Self.search + "```tcp\nsettle\n```\n") == [Finding(24, 1, message)])
    #expect(
      findings(below: Self.search + Self.search).map(\.message) == [
        "a beat has one explore block only, and line 11 has it"
      ])
  }

  @Test func `Where it finds something against what is said, its lines are told`() throws {
    let wrong = Self.none.replacing(first: "client isn 7", with: "profile two-way\nclient isn 7")
    #expect(findings(below: wrong) == [Finding(19, 1, "the search does find something")])
    let hint = try #require(ChapterCheck.check(try read(wrong)).first?.hint)
    #expect(hint.en.contains("\n      server listen ") && hint.zh.contains("inject server SYN seq=90"))
  }

  @Test func `One that is too wide is stopped, and that is said`() throws {
    let chapter = try read(Self.none)
    var log = DiagnosticLog(file: "test.md", source: chapter.source)
    var answers = SearchAnswers()
    SearchCheck(chapter.beats[0], settings: chapter.settings)?.check(&answers, &log, limit: 100)
    #expect(log.sorted.map(Finding.init) == [Finding(18, 1, "the search is too wide: 100 states are not all of it")])
  }

  @Test func `One that both languages hold is made once`() throws {
    let search = try #require(try read(Self.none).beats[0].search)
    var answers = SearchAnswers()
    for limit in [SearchCheck.stateLimit, 0] {
      guard case .none = answers.answer(to: search, limit: limit) else { throw CancellationError() }
    }
  }

  @Test(arguments: [
    ("faults 1", "faults 2", 17, "“faults 1” at zh.md:17, “faults 2” here"),
    ("listen\ninject", "listen\nstep\ninject", 21, "“inject server SYN seq=90” at zh.md:21, “step” here"),
    ("isn 7", "isn 8", 13, "“client isn 7” at zh.md:13, “client isn 8” here"),
  ])
  func `It is the same in both languages`(old: String, new: String, line: Int, message: String) throws {
    let zh = try ChapterReader.read(source: frontMatter + Self.search, file: "zh.md", language: .zh)
    func found(_ body: String) throws -> [Finding] {
      let en = try ChapterReader.read(source: frontMatter + body, file: "en.md", language: .en)
      return ChapterCheck.check(zh: zh, en: en).map(Finding.init)
    }
    #expect(
      try found(Self.search.replacing(first: old, with: new)) == [
        Finding(line, 1, "the languages differ in the search: " + message)
      ])
    #expect(try found(Self.search.replacing(first: "server listen\n", with: "server   listen // comment\n")) == [])
    #expect(try found("Text.\n").count == 1)
  }
}
