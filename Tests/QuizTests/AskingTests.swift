import Bilingual
import Support
import Testing

@testable import Quiz

/// What is wrong when an item with this scenario and this question is asked.
private func found(scenario: String, ask: String) throws -> [Finding] {
  let lines = scenario.split(separator: "\n").map { "    \($0)\n" }.joined()
  let item = try #require(
    ItemReader.read(
      "- id: x\n  revision: 1\n  chapter: c\n  exams: []\n  scenario: |\n\(lines)  ask: \(ask)\n  form: choice\n  sources: []\n",
      file: "items.yaml"
    ).first)
  let catalogue = fixtureCatalogue()
  return findings { () throws(Diagnostics) in try item.question(seed: 1, misconceptions: catalogue) }
}

@Suite struct `Asking an item` {
  @Test func `A line of the scenario that can't be read is found where it stands in the file`() throws {
    let all = try found(scenario: "server listen\nclient conect\nsettle", ask: "{ kind: state, host: client }")
    #expect(all == [Finding(7, 12, "there is no call “conect”")])
  }

  @Test func `An expectation that does not hold is found where it stands in the file`() throws {
    let all = try found(
      scenario: "server listen\nclient connect\nexpect client ESTABLISHED\nsettle", ask: "{ kind: state, host: client }"
    )
    #expect(all == [Finding(8, 5, "client is SYN-SENT, not ESTABLISHED")])
  }

  @Test func `A run that can't go on is found where it stands in the file`() throws {
    let all = try found(scenario: "server listen\nstep", ask: "{ kind: state, host: client }")
    #expect(all == [Finding(7, 5, "nothing is in flight, so no segment can arrive")])
  }

  @Test(arguments: [
    ("{ kind: field, segment: 4, of: [seq] }", "the run sends 3 segments and so has no segment 4"),
    ("{ kind: state, host: client, at: 4 }", "the run has 3 arrivals of segments and so no arrival 4"),
  ])
  func `A run that has no answer is told`(ask: String, why: String) throws {
    // Three segments, three arrivals, and then nothing is in flight.
    let all = try found(scenario: "server listen\nclient connect\nsettle", ask: ask)
    #expect(all == [Finding(1, 1, "item x: \(why)")])
  }

  @Test func `A host that the scenario does not have is told`() throws {
    let all = try found(scenario: "server listen\nclient connect\nsettle", ask: "{ kind: state, host: alice }")
    #expect(all.map(\.message) == ["item x: there is no host “alice”"])
  }

  @Test func `Hosts bear the names that the scenario gives them`() throws {
    #expect(
      try found(scenario: "hosts alice bob\nbob listen\nalice connect", ask: "{ kind: state, host: ALICE }") == [])
  }

  @Test(arguments: [(0, "SYN-SENT"), (1, "SYN-SENT"), (2, "ESTABLISHED"), (3, "ESTABLISHED")])
  func `A state can be asked for after so many arrivals`(arrivals: Int, state: String) throws {
    let item = try #require(
      ItemReader.read(
        """
        - id: x
          revision: 1
          chapter: c
          exams: []
          scenario: |
            server listen
            client connect
            settle
          ask: { kind: state, host: client, at: \(arrivals) }
          form: typed
          sources: []
        """, file: "items.yaml"
      ).first)
    let question = try item.question(seed: 1, misconceptions: fixtureCatalogue())
    #expect(question.key.text(in: .en) == state)
  }
}

@Suite struct `Proving items` {
  private func problems(_ items: [Item], chapters: [String] = [Fixture.chapter]) throws -> [String] {
    QuizCheck.check(
      items, misconceptions: fixtureCatalogue(), chapters: chapters
    ).map(\.message.en)
  }

  @Test func `An unknown chapter, an id that another file has`() throws {
    let item = try fixtureItem("fx-first-data")
    #expect(try problems([item], chapters: []) == ["item fx-first-data: there is no chapter “fixture”"])
    #expect(try problems([item, item]) == ["item fx-first-data: another file has this id already"])
  }

  @Test func `A choice for which misconceptions give too few wrong answers`() throws {
    let items = try ItemReader.read(
      """
      - id: poor
        revision: 1
        chapter: fixture
        exams: [ccna]
        let: { i: 3..3 }
        scenario: |
          client isn $i
          server listen
        ask: { kind: state, host: client }
        proof: CLOSED
        form: choice
        explain: { zh: 因为, en: because }
        sources: []
      """, file: "items.yaml")
    #expect(
      try problems(items) == [
        "item poor: no misconception gives a wrong answer, and a choice needs two; make it form: typed (i=3)"
      ])
  }

  @Test func `A “nothing” behind a wait in which that host has sent something`() throws {
    func item(_ wait: String, _ proof: String) throws -> [Item] {
      try ItemReader.read(
        """
        - id: hasty
          revision: 1
          chapter: fixture
          exams: [ccna]
          scenario: |
            server listen
            lose next client ACK
            client connect
            step 2
        \(wait)
          ask: { kind: next-segment, host: server }
          proof: \(proof)
          form: typed
          explain: { zh: 因为, en: because }
          sources: []
        """, file: "items.yaml")
    }
    #expect(
      try problems(item("    wait 2s", "nothing"))
        == ["item hasty: the answer is nothing, but within the last wait server has sent SYN,ACK seq=300 ack=101"])
    #expect(try problems(item("", "{ flags: [SYN, ACK], seq: 300, ack: 101 }")) == [])
  }
}
