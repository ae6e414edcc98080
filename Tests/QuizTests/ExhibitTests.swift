import Bilingual
import Testing

@testable import Quiz

@Suite struct `Exhibits in items` {
  private func item(_ exhibit: String) throws(Diagnostics) -> Question {
    let source = """
      - id: x
        revision: 1
        chapter: c
        exams: []
        sources: []
        let: { i: 7..7 }
        scenario: |
          client isn $i
          server listen
          client connect
          step
        then: client abort
        exhibit: \(exhibit)
        ask: { kind: state, host: server }
        form: typed
      """
    return try ItemReader.read(source, file: "items.yaml")[0].question(
      seed: 1, misconceptions: MisconceptionCatalogue())
  }

  @Test func `What the program shows stands for the story, and what comes next is told`() throws {
    let question = try item("{ as: netstat, host: server }")
    #expect(question.exhibit.last?.contains("SYN_RECV") == true, "\(question.exhibit)")
    #expect(question.situation().map(\.en) == ["Then: the client calls abort()"])
  }

  @Test func `It may be that of an earlier moment`() throws {
    #expect(try item("{ as: ss, host: server, at: 0 }").exhibit.last?.contains("LISTEN") == true)
  }

  @Test(arguments: [
    ("{ as: nmap, host: server }", "there is no exhibit “nmap”"), ("{ as: ss }", "the key “host” is missing"),
    ("{ as: ss, host: bob }", "item x: there is no host “bob”"),
    ("{ as: ss, host: server, at: 9 }", "item x: the run has no arrival 9"),
  ])
  func `What is wrong in one is told`(exhibit: String, expected: String) {
    #expect(findings { () throws(Diagnostics) in try item(exhibit) }.map(\.message) == [expected])
  }
}
