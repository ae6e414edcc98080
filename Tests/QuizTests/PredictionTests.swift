import Bilingual
import Scenario
import Simulation
import Support
import TCP
import Testing

@testable import Quiz

/// What is wrong with a block whose first line is the file's line 40.
private func found(_ block: String) -> [Finding] {
  findings { () throws(Diagnostics) in try Prediction(reading: block, file: "chapter.md", firstLine: 40) }
}

/// Asks a block after these lines, of a beat with those.
private func question(_ block: String, after lines: String, playing beat: String, seed: UInt64 = 1) throws -> Question {
  let before = Run(playing: try ScriptParser.parse(lines, file: "chapter.md"))
  let statements = try ScriptParser.parse(beat, file: "chapter.md").statements
  return try Prediction(reading: block, file: "chapter.md", firstLine: 40).question(
    before: before, playing: statements, misconceptions: fixtureCatalogue(), seed: seed)
}

@Suite struct `Reading a prediction` {
  @Test(arguments: [
    ("ask: { kind: state, host: client }", []),
    ("stem: Why?", [Finding(40, 1, "the key “ask” is missing")]),
    ("ask: { kind: riddle }", [Finding(40, 14, "there is no kind “riddle”")]),
    ("ask: { kind: state }", [Finding(40, 6, "the key “host” is missing")]),
    ("ask: { kind: state, host: client }\nform: essay", [Finding(41, 7, "there is no form “essay”")]),
    ("ask: { kind: state, host: client }\nstem: \"\"", [Finding(41, 7, "a text belongs here")]),
    ("ask: { kind: state, host: client }\nhint: x", [Finding(41, 1, "the key “hint” is unknown")]),
    ("ask: client", [Finding(40, 6, "ask needs a kind")]), ("- ask", [Finding(40, 1, "keys and values belong here")]),
    ("", [Finding(40, 1, "this predict block is empty")]),
    ("# Later.", [Finding(40, 1, "this predict block is empty")]),
  ])
  func `What is wrong is found where it stands in the chapter`(block: String, expected: [Finding]) {
    #expect(found(block) == expected)
  }

  @Test func `Broken YAML is found in the chapter's lines`() {
    let all = found("ask: { kind: state, host: client }\nstem: [\n")
    #expect(all.count == 1 && all[0].line >= 41 && all[0].message.hasPrefix("YAML syntax: "), "\(all)")
  }
}

@Suite struct `Asking a prediction` {
  private let opened = "server listen\nclient connect"

  @Test func `The key comes from the beat that is about to be played`() throws {
    let state = try question("ask: { kind: state, host: server }", after: opened, playing: "step")
    #expect(state.key == .state(.synReceived))
    let segment = try question("ask: { kind: next-segment, host: server }", after: opened, playing: "step")
    #expect(segment.key.text(in: .en) == "SYN,ACK seq=300 ack=101")
    let fields = try question("ask: { kind: field, segment: 3, of: [seq, ack] }", after: opened, playing: "step 2")
    #expect(fields.key.text(in: .en) == "seq=101  ack=301")
  }

  @Test func `Where a host sends nothing, nothing is the answer and an acknowledgment of the ACK is wrong`() throws {
    let asked = try question("ask: { kind: next-segment, host: server }", after: opened + "\nstep 2", playing: "step")
    #expect(asked.key == .nothing)
    #expect(asked.key.text(in: .zh) == "什么也不发" && asked.key.text(in: .en) == "nothing")
    let wrong = Set(asked.options.filter { $0 != .nothing }.compactMap { asked.mistake(behind: $0)?.id })
    #expect(wrong == ["pure-ack-is-counted", "every-segment-is-acknowledged", "server-repeats-syn-ack"])
  }

  @Test func `The beat is played just as far as the answer shows`() throws {
    let asked = try question("ask: { kind: next-segment, host: server }", after: opened, playing: "step\nstep\nstep")
    #expect(asked.run.network.inFlight.map(\.number) == [2])
    let wrong = try #require(asked.options.first { $0 != asked.key && $0 != .nothing })
    #expect(asked.consequence(of: wrong) != nil)
  }

  @Test func `It is a choice unless it says otherwise, and its stem is the chapter's`() throws {
    let choice = try question("ask: { kind: state, host: client }\nstem: 它在哪里？", after: opened, playing: "step 2")
    #expect(choice.form == .choice && choice.stem().zh == "它在哪里？" && choice.stem().en == "它在哪里？")
    #expect(choice.situation() == [])
    let typed = try question("ask: { kind: state, host: client }\nform: typed", after: opened, playing: "step 2")
    #expect(typed.form == .typed && typed.options == [])
    #expect(
      typed.stem().en
        == "The client's SYN arrives at the server. The server's SYN,ACK arrives at the client. What state is the client "
        + "in then?")
  }

  @Test func `The same seed orders the options alike`() throws {
    let block = "ask: { kind: next-segment, host: server }"
    let orders = try (0..<12).map { try question(block, after: opened, playing: "step", seed: $0).options }
    #expect(orders[5] == (try question(block, after: opened, playing: "step", seed: 5).options))
    #expect(Set(orders).count > 1)
  }

  @Test func `A beat that has no answer is told at the block`() {
    let all = findings { () throws(Diagnostics) in
      try Prediction(reading: "ask: { kind: field, segment: 9, of: [seq] }", file: "chapter.md", firstLine: 40)
        .question(
          before: Run(), playing: ScriptParser.parse("server listen", file: "").statements,
          misconceptions: MisconceptionCatalogue(),
          seed: 1)
    }
    #expect(all == [Finding(40, 1, "predict: the run sends 0 segments and so has no segment 9")])
  }

  @Test func `A beat that plays nothing, or nothing that is heard, does not trap`() throws {
    #expect(try question("ask: { kind: next-segment, host: server }", after: "", playing: "").key == .nothing)
    let silent = try question("ask: { kind: next-segment, host: server }", after: "", playing: "wait 1s")
    #expect(silent.key == .nothing && silent.rules.isEmpty && silent.consequence(of: .state(.closed)) == nil)
    let state = try question("ask: { kind: state, host: server }", after: "", playing: "wait 1s")
    #expect(state.key == .state(.closed))
  }
}
