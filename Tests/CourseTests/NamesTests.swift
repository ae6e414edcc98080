import Bilingual
import Quiz
import Scenario
import Support
import Testing

@testable import Course

@Suite struct `Names that last` {
  @Test func `A beat says of itself what it is called and what it does`() throws {
    let chapter = try read(
      """
      <!-- meets: test -->
      Opening.

      ## Second
      <!-- beat: the-2nd; meets:  test;
           covers: S3 A4; show: all; exams: ccna; -->
      Text.

      """)
    #expect(chapter.beats.map(\.id) == ["opening", "the-2nd"])
    #expect(chapter.beats.map { $0.meets.map(\.id) } == [["test"], ["test"]])
    let beat = chapter.beats[1]
    #expect(beat.covers.map(\.id) == ["S3", "A4"] && beat.covers.map(\.location.line) == [16, 16])
    #expect(beat.covers.map(\.location.column) == [14, 17] && beat.exams == [.ccna] && beat.showsAll)
    #expect(chapter.beats.map(\.showsAll) == [false, true])
  }

  @Test func `A question keeps the order of its options whatever stands before its beat`() throws {
    let beat = """
      ## A
      <!-- beat: a -->
      ```predict
      ask: { kind: state, host: client }
      ```
      ```tcp
      client connect
      ```

      """
    func options(of chapter: Chapter, at place: Int) throws -> [Answer] {
      let misconceptions = Pool(layers: [Fixture.directory]).misconceptions
      let run = Run(chapter.settings)
      return try #require(try chapter.question(before: place, of: run, misconceptions: misconceptions)).options
    }
    let first = try options(of: try read(beat), at: 0)
    for count in 1...6 {
      let before = (1...count).map { "## B\n<!-- beat: b\($0) -->\nText.\n" }.joined()
      #expect(try options(of: try read(before + beat), at: count) == first)
    }
  }

  @Test func `The opening may have another name, and a chapter may begin without one`() throws {
    #expect(try read("<!-- beat: start -->\nText.\n").beats.map(\.id) == ["start"])
    #expect(try read("\n## A\n<!-- beat: a -->\n").beats.map(\.id) == ["a"])
  }

  @Test(arguments: [
    ("## A\n\nText.\n", 11, 1, "this beat has no name"),
    ("## A\n<!-- meets: test -->\nText.\n", 12, 1, "this beat has no name"),
    ("## A\n<!-- beat: a -->\n## B\n<!-- beat: a -->\n", 14, 1, "the beat at line 11 is called a already"),
    ("Text.\n\n## A\n<!-- beat: opening -->\n", 14, 1, "the beat at line 11 is called opening already"),
    ("## A\n<!-- beat: a -->\n<!-- beat: b -->\n", 13, 1, "the beat has such a comment already"),
    ("## A\n<!-- beat: a; beat: b -->\n", 12, 15, "beat comes twice"),
    ("## A\n<!-- beat: -->\n", 12, 6, "beat has no value"),
    ("## A\n<!-- beat: 2nd -->\n", 12, 12, "“2nd” can't be a name"),
    ("## A\n<!-- beat: a b -->\n", 12, 12, "“a b” can't be a name"),
    ("## A\n<!-- beat: 名字 -->\n", 12, 12, "“名字” can't be a name"),
    (
      "## A\n<!-- beat: a\(String(repeating: "a", count: 40)) -->\n", 12, 12, "a name has 40 characters at most"
    ),
    ("## A\n<!-- beat: a; meet: test -->\n", 12, 15, "the key “meet” is unknown"),
    ("## A\n<!-- beat: a; S1 -->\n", 12, 15, "a key, a colon and a value belong here"),
    ("## A\n<!-- beat: a; show: some -->\n", 12, 21, "show can only be all"),
    ("## A\n<!-- beat: a; exams: ccnp -->\n", 12, 22, "there is no exam “ccnp”"),
    ("## A\n<!-- beat: a; covers: S1 S1 -->\n", 12, 26, "S1 comes twice"),
    (
      "## A\n<!-- beat: a; covers: S1 S2 S3\n S4 S5 -->\n", 13, 5,
      "4 statements are covered at most in one place, and here are 5"
    ),
    ("## A\nText.\n\n<!-- beat: a -->\n", 14, 1, "this comment belongs right below the heading"),
    ("Text.\n\n<!-- meets: test -->\n", 13, 1, "the opening's comment is the first line below the front matter"),
    ("<!-- meets: tset -->\nText.\n", 11, 13, "the chapter has no objective “tset”"),
  ])
  func `It is said where and what`(body: String, line: Int, column: Int, message: String) {
    #expect(findings(below: body) == [Finding(line, column, message)])
  }

  @Test func `Statements that there are not, and exams that the chapter has not`() throws {
    let (statements, _) = Coverage.readSound(
      "statements: [{ id: S1, zh: 甲, en: a, source: x }]\ndepartures: []\npractice: []\n", file: "coverage.yaml")
    let chapter = try read("<!-- covers: S1 S2; exams: h3cne -->\nText.\n")
    let found = ChapterCheck.check(
      chapter, misconceptions: .init(), beside: CourseFacts(coverage: Coverage(all: statements)))
    #expect(
      found.map(Finding.init) == [
        Finding(11, 1, "h3cne is not among the chapter's exams"), Finding(11, 17, "there is no statement “S2”"),
      ])
    #expect(found.last?.hint?.en == "coverage.yaml has S1–S1")
  }

  @Test func `A question sends back to a beat that is there`() throws {
    let text = try Fixture.text("Quizzes/items.yaml").replacing(first: "beat: half-closed", with: "beat: half-close")
    let (items, problems) = ItemReader.readSound(text, file: "items.yaml")
    #expect(problems == [])
    let found = ChapterCheck.check(items, of: [try fixtureChapter(.zh)])
    #expect(found.map(\.message.en) == ["the chapter fixture has no beat “half-close”"])
    #expect(found.first?.hint?.en.hasPrefix("did you mean half-closed?") == true)
    #expect(found.first?.sourceLine == "  beat: half-close" && found.first?.location.column == 9)
  }
}

@Suite struct `What a course does not cover` {
  private static func gaps() -> CourseGaps {
    CourseGaps(
      of: ChapterLibrary(layers: [Fixture.directory]).readAll(), Pool(layers: [Fixture.directory]))
  }

  @Test func `It is told by kinds, each with what is missing`() {
    #expect(
      Self.gaps().rows.map { "\($0.name.en) \($0.total): \($0.missing.map(\.id).joined(separator: " "))" } == [
        "statements of the textbook 3: S3", "departures from the RFC 1: ", "RFC against practice 1: ",
        "terms of the glossary 2: half-close", "objectives that a beat meets 5: ",
        "objectives that a question asks for 5: call/own runs/borders searches/find",
        "chapters with enough predictions 4: call fixture runs searches",
      ])
  }

  @Test func `As errors each has its place`() {
    #expect(
      Self.gaps().diagnostics.map { "\($0.file.split(separator: "/").last!) \(Finding($0))" } == [
        "coverage.yaml 5:1 no beat covers S3: No beat covers it.",
        "glossary.yaml 3:1 the term “half-close” is used in no chapter",
        "call.md 6:15 no question asks for the objective own",
        "runs.md 6:15 no question asks for the objective borders",
        "searches.md 6:15 no question asks for the objective find",
      ] + Self.predictions)
  }

  private static let predictions = [
    "call.md 47:1 \(wanted); here they are 8: state, next-segment, field, next-segment, field, state, who, count",
    "fixture.md 39:1 \(wanted); here they are 6: state, field, next-segment, may, order, timer",
    "runs.md 38:1 \(wanted); here they are 1: next-segment",
    "searches.md 26:1 \(wanted); here they are 1: state",
  ]
  private static let wanted =
    "a chapter has 3 to 5 predictions of 3 kinds or more, one of them other than state, field, next-segment"

  @Test(arguments: [
    ([], false), (["state", "next", "who"], true), (["state", "who"], false), (["state", "field", "next"], false),
    (["who", "count", "who"], false), (["state", "next", "who", "who", "count"], true),
    (["state", "next", "who", "who", "count", "who"], false),
  ])
  func `Predictions are three to five, of three kinds, one of them less common`(kinds: [String], isEnough: Bool) throws
  {
    let asks = [
      "state": "state, host: client", "next": "next-segment, host: client", "who": "who, ends: CLOSED",
      "count": "count, of: segments", "field": "field, segment: 1, of: [seq]",
    ]
    let beats = kinds.enumerated().map { index, kind in
      "## B\n<!-- beat: b\(index) -->\n```predict\nask: { kind: \(asks[kind]!) }\n```\n"
    }
    let row = CourseGaps.predictions(of: [try read("Text.\n\n" + beats.joined())])
    #expect(row.total == 1 && row.missing.isEmpty == isEnough)
  }
}
