import Bilingual
import Scenario
import Support
import Testing

@testable import Quiz

/// An item whose hosts' numbers are i and j, and n anything else.
private func source(_ ask: String, proof: String?, scenario: String = opened, then: String = "") -> String {
  func block(_ key: String, _ text: String) -> String {
    text.isEmpty ? "" : "  \(key): |\n" + text.split(separator: "\n").map { "    \($0)\n" }.joined()
  }
  return "- id: x\n  ask: \(ask)\n" + (proof.map { "  proof: \($0)\n" } ?? "")
    + "  let: { i: 0..4294967295, j: 0..4294967295, n: 1..99 }\n  revision: 1\n  chapter: c\n  exams: []\n  sources: []\n  explain: { zh: 因为, en: because }\n"
    + block("scenario", "client isn $i\nserver isn $j\n" + scenario) + block("then", then)
    + "  form: \(form(of: ask))\n"
}

private func form(of ask: String) -> String {
  AskKinds.all.first { ask.contains("kind: \($0.keyword)") }?.forms[0].rawValue ?? "choice"
}

private let segment = "{ kind: next-segment, host: server }"
private let synOnItsWay = "server listen\nclient connect"
private let close = "client close\nsettle\nserver close\nsettle"

/// A question of each kind, with a proof that is right and one that is not.
private let proofs: [(ask: String, scenario: String, then: String, right: String, wrong: String)] = [
  ("{ kind: state, host: server }", synOnItsWay + "\nstep", "", "SYN_RCVD", "LISTEN"),
  ("{ kind: field, segment: 3, of: [seq, ack] }", opened, "", "{ seq: i+1, ack: j+1 }", "{ seq: i+1, ack: j }"),
  ("{ kind: field, segment: 2, of: [flags] }", opened, "", "{ flags: [ACK, SYN] }", "{ flags: SYN }"),
  (
    "{ kind: field, segment: 4, of: [length, ack] }", opened + "\nclient send $n", "", "{ length: n, ack: j+1 }",
    "{ length: n+1, ack: j+1 }"
  ),
  (segment, synOnItsWay, "", "{ flags: [SYN, ACK], seq: j, ack: i+1 }", "{ flags: [SYN, ACK], seq: j, ack: i }"),
  (segment, opened, "", "nothing", "{ flags: ACK, seq: j+1, ack: i+2 }"),
  (
    "{ kind: reply, host: server }", opened + "\nclient send $n", "", "{ flags: ACK, seq: j+1, ack: i+n+1 }",
    "{ flags: ACK, seq: j+1, ack: i+n }"
  ),
  (
    "{ kind: next-segment, host: client }", opened, "client send $n", "{ flags: ACK, seq: i+1, ack: j+1, len: n }",
    "{ flags: ACK, seq: i+1, ack: j+1 }"
  ),
  ("{ kind: states }", opened, "client close\nsettle", "[FIN-WAIT-2, CLOSE-WAIT]", "[CLOSE-WAIT, FIN-WAIT-2]"),
  (
    "{ kind: path, host: server }", opened, close, "[ESTABLISHED, CLOSE-WAIT, LAST-ACK, CLOSED]",
    "[CLOSE-WAIT, LAST-ACK, CLOSED]"
  ),
  (
    "{ kind: order, of: segments }", opened, close,
    "[client FIN+ACK, server ACK ack=i+2, server FIN+ACK seq=j+1, client ACK]",
    "[client FIN+ACK, server FIN+ACK, server ACK, client ACK]"
  ),
  (
    "{ kind: order, of: segments }", opened, close, "[client FIN+ACK, server ACK, server FIN+ACK, client ACK]",
    "[client FIN+ACK, server ACK, server FIN+ACK, client ACK ack=j+1]"
  ),
  (
    "{ kind: order, of: calls }", opened, "client send $n\n" + close, "[client SEND n, client close, server CLOSE]",
    "[client SEND n+1, client CLOSE, server CLOSE]"
  ),
  (
    "{ kind: outcome }", opened, "client abort\nsettle", "{ server: connection reset, client: nothing }",
    "{ client: nothing, server: nothing }"
  ),
  (
    "{ kind: outcome, host: server }", opened, close, "{ server: connection closing }", "{ client: connection closing }"
  ),
  ("{ kind: count, of: octets }", opened, "client send $n\nserver send 5\nsettle", "n+5", "n+6"),
  ("{ kind: count, of: rtts }", "server listen", "client connect\nsettle", "1.5", "2"),
  ("{ kind: who, ends: TIME-WAIT }", opened, close, "client", "both"),
  ("{ kind: timer, host: client }", opened + "\n" + close, "", "time-wait", "retransmission"),
  (
    "{ kind: timer, host: client, asks: when }", opened + "\n" + close, "", "{ timer: 2MSL, at: 239.95 }",
    "{ timer: user, at: 239.95 }"
  ),
  ("{ kind: rule, host: server }", opened, "client close\nstep", "fin-close-wait", "fin-closing"),
  (
    "{ kind: may, of: state, host: client, calls: { client: [close] } }", opened, "", "[FIN-WAIT-2, FIN-WAIT-1]",
    "[FIN-WAIT-1]"
  ),
  (
    "{ kind: may, of: states, calls: { client: [close] } }", opened, "",
    "[[FIN-WAIT-1, CLOSE-WAIT], [FIN-WAIT-1, ESTABLISHED], [ESTABLISHED, ESTABLISHED], [FIN-WAIT-2, CLOSE-WAIT]]",
    "[[FIN-WAIT-2, CLOSE-WAIT]]"
  ),
  ("{ kind: may, of: segment, host: client, calls: { client: [close] } }", opened, "", "[FIN+ACK]", "[FIN+ACK, SYN]"),
]

/// What is said of an item's proof at the check's drawings, the first time that something is.
private func contradiction(_ source: String) throws -> Localized? {
  let item = try ItemReader.read(source, file: "items.yaml")[0]
  for values in QuizCheck.drawings(of: item) {
    if let found = item.contradiction(of: try item.answered(with: values)) { return found }
  }
  return nil
}

private func found(_ ask: String, proof: String, scenario: String = opened) -> [Finding] {
  findings { () throws(Diagnostics) in
    try ItemReader.read(source(ask, proof: proof, scenario: scenario), file: "items.yaml")
  }
}

@Suite struct `Proofs` {
  @Test func `There is a kind of proof for each kind of question`() {
    let kinds = Set(AskKinds.all.filter { $0.proofExample != nil }.map { $0.keyword })
    #expect(kinds == Set(AskKinds.all.map { $0.keyword }).subtracting(["concept"]))
    for kind in kinds { #expect(proofs.contains { $0.ask.contains("kind: \(kind)") }, "\(kind)") }
  }

  @Test(arguments: proofs.indices)
  func `A right one agrees with the machine whatever the numbers are, and a wrong one does not`(place: Int) throws {
    let (ask, scenario, then, right, wrong) = proofs[place]
    #expect(try contradiction(source(ask, proof: right, scenario: scenario, then: then))?.en == nil, "\(ask)")
    let found = try #require(try contradiction(source(ask, proof: wrong, scenario: scenario, then: then)), "\(ask)")
    #expect(found.zh.hasPrefix("proof ") && found.en.hasPrefix("proof gives “"), "\(found.en)")
  }

  @Test func `What the proof and the machine give is told, with the numbers`() throws {
    let wrong = source(segment, proof: "{ flags: [SYN, ACK], seq: j, ack: i+2 }", scenario: synOnItsWay)
    let found = QuizCheck.check(
      try ItemReader.read(wrong, file: "items.yaml"), misconceptions: fixtureCatalogue(), chapters: ["c"])
    #expect(
      found.map(Finding.init) == [
        Finding(
          3, 10,
          "item x: proof gives “SYN,ACK seq=0 ack=2”, the machine “SYN,ACK seq=0 ack=1” (i=0 j=0 n=1)")
      ])
    #expect(found[0].message.zh == "题目 x：proof 得出“SYN,ACK seq=0 ack=2”，状态机得出“SYN,ACK seq=0 ack=1”（i=0 j=0 n=1）")
  }

  @Test func `One that is missing is missed`() throws {
    let items = try ItemReader.read(source(segment, proof: nil, scenario: synOnItsWay), file: "items.yaml")
    let found = QuizCheck.check(items, misconceptions: fixtureCatalogue(), chapters: ["c"])
    #expect(
      found.map(Finding.init) == [Finding(1, 1, "item x: the proof is missing: the answer by the author's own rule")])
    #expect(found[0].hint?.en == "as in proof: { flags: [SYN, ACK], seq: j, ack: i+1 }")
  }

  @Test(arguments: [
    (segment, "SYN", 10, "a proof of this kind is not written like that"),
    (segment, "{ flags: [SYN, ACK], seq: j }", 10, "with the ACK bit there is an ack"),
    (segment, "{ flags: [SYN], seq: j, ack: i }", 39, "without the ACK bit there is no ack"),
    (segment, "{ flags: [SYN], seq: j, sec: j }", 34, "the key “sec” is unknown"),
    (segment, "{ flags: [SIN], seq: j }", 19, "control bits belong here"),
    (segment, "{ flags: [], seq: j }", 19, "control bits belong here"),
    (segment, "{ flags: SYN, seq: k }", 29, "“k” has “k”, which stands for nothing"),
    (segment, "{ flags: SYN, seq: i+j }", 29, "“i+j” means nothing: sequence numbers don't add up like that"),
    (segment, "{ flags: SYN, seq: i+ }", 29, "something is missing beside a + or − in “i+”"),
    (segment, "{ flags: SYN, seq: \"\" }", 29, "the expression is empty"),
    (segment, "{ flags: SYN, seq: [i] }", 29, "a proof of this kind is not written like that"),
    (segment, "{ flags: SYN, seq: 0.5 }", 29, "“0.5” is no whole number, and so no sequence number"),
    (segment, "{ flags: SYN, seq: j, len: i }", 37, "“i” is no length of data"),
    ("{ kind: field, segment: 3, of: [seq] }", "{ seq: i+1, ack: j+1 }", 22, "the key “ack” is unknown"),
    ("{ kind: field, segment: 3, of: [seq] }", "{}", 10, "the key “seq” is missing"),
    ("{ kind: field, segment: 3, of: [seq] }", "i+1", 10, "a proof of this kind is not written like that"),
    ("{ kind: state, host: client }", "OPEN", 10, "there is no state “OPEN”"),
    ("{ kind: states }", "[CLOSED]", 10, "a proof of this kind is not written like that"),
    ("{ kind: path, host: client }", "CLOSED", 10, "a proof of this kind is not written like that"),
    ("{ kind: path, host: client }", "[CLOSED, OPEN]", 19, "there is no state “OPEN”"),
    ("{ kind: who, ends: CLOSED }", "alice", 10, "“alice” is no such answer"),
    ("{ kind: count, of: segments }", "i", 10, "“i” is no quantity"),
    ("{ kind: count, of: segments }", "n-2", 10, "“n-2” is no quantity"),
    ("{ kind: timer, host: client }", "alarm", 10, "“alarm” is no such answer"),
    ("{ kind: timer, host: client, asks: when }", "{ timer: 2MSL }", 10, "the key “at” is missing"),
    ("{ kind: outcome }", "{ alice: nothing }", 19, "there is no host “alice”"),
    ("{ kind: outcome }", "{ client: bang }", 20, "nobody is told “bang”"),
    ("{ kind: outcome }", "nothing", 10, "a proof of this kind is not written like that"),
    ("{ kind: order, of: segments }", "[client]", 11, "a proof of this kind is not written like that"),
    ("{ kind: order, of: segments }", "[alice SYN]", 11, "there is no host “alice”"),
    ("{ kind: order, of: segments }", "[client SYN seq=k]", 11, "“k” has “k”, which stands for nothing"),
    ("{ kind: order, of: calls }", "[client DANCE]", 11, "a proof of this kind is not written like that"),
    ("{ kind: rule, host: client }", "fin-close-wat", 10, "there is no rule “fin-close-wat”"),
    ("{ kind: may, of: states }", "[[CLOSED]]", 11, "a proof of this kind is not written like that"),
    ("{ kind: may, of: state, host: client }", "[]", 10, "a proof of this kind is not written like that"),
    (
      "{ kind: concept, options: [{ id: a, zh: 甲, en: A, right: true }, { id: b, zh: 乙, en: B }] }", "a", 10,
      "a concept has no proof"
    ),
  ])
  func `What is wrong with one is found where it stands`(ask: String, proof: String, column: Int, message: String) {
    #expect(found(ask, proof: proof) == [Finding(3, column, message)])
  }

  @Test(arguments: ["", "~", "x", "[]", "[x]", "[[]]", "{}", "{ x: y }", "[{}]", "-1", "i+1"])
  func `One that can't be read is never passed over in silence`(proof: String) {
    for (ask, _, _, right, _) in proofs where !right.hasPrefix(proof) || proof.isEmpty {
      let text = source(ask, proof: proof)
      let (items, problems) = ItemReader.readSound(text, file: "items.yaml")
      #expect(items.allSatisfy { $0.proof != nil } && items.isEmpty == !problems.isEmpty, "\(ask) \(proof)")
    }
  }

  @Test func `Hosts bear the names that the scenario gives them, in proofs too`() throws {
    let named = "hosts alice bob\nbob listen\nalice connect\nsettle"
    let ask = "{ kind: who, enters: SYN-SENT }"
    let text = source(ask, proof: "alice", scenario: named).replacing("client isn", with: "// client isn")
      .replacing("server isn", with: "// server isn")
    #expect(try contradiction(text) == nil)
  }

  @Test func `A variable behind a host's isn counts in its space, and in a comment nothing does`() {
    let script = OpenScript(
      text: "client ISN $i $k\n// server isn $n\nserver isn 5 $j // client isn $m\nclient send $n", line: 1,
      indentation: 0)
    #expect(script.spaces == ["i": .a, "k": .a, "j": .b])
    #expect(OpenScript(text: "hosts x y\nY isn $j", line: 1, indentation: 0).spaces == ["j": .b])
  }
}

@Suite struct `Proofs of predictions` {
  /// What keeps a prediction of the beat from being proved.
  private func unproved(_ block: String, _ beat: String, after lines: String = "server listen\nclient connect") throws
    -> LineProblem?
  {
    let before = Run(playing: try ScriptParser.parse(lines, file: "chapter.md"))
    let statements = try ScriptParser.parse(beat, file: "chapter.md").statements
    return try Prediction(reading: block, file: "chapter.md", firstLine: 1).unproved(
      before: before, playing: statements)
  }

  @Test(arguments: [
    ("{ kind: state, host: server }", "step", "expect server SYN-RECEIVED"),
    ("{ kind: next-segment, host: server }", "step", "expect sent server SYN,ACK seq=300 ack=101"),
    ("{ kind: reply, host: server }", "step", "expect sent server SYN,ACK seq=300 ack=101"),
    ("{ kind: field, segment: 3, of: [ack] }", "step 2", "expect sent client ACK ack=301"),
    ("{ kind: field, segment: 3, of: [flags] }", "step 2", "expect sent client ACK"),
    ("{ kind: next-segment, host: server }", "settle", "expect sent server SYN,ACK seq=300 ack=101"),
    ("{ kind: outcome, host: server }", "settle\nclient abort\nstep", "expect signal server \"connection reset\""),
  ])
  func `They are the beat's expect lines, and the line that is missing is told`(ask: String, beat: String, line: String)
    throws
  {
    let problem = try #require(try unproved("ask: \(ask)", beat), "\(ask)")
    #expect(problem.message.en == "the beat's expect lines don't prove the answer to this question")
    #expect(problem.hint?.en == "if that is right, have the tcp block say: \(line)")
    #expect(try unproved("ask: \(ask)", "\(beat)\n\(line)") == nil, "\(ask)")
  }

  @Test func `Nothing is proved by a line that says so`() throws {
    let ask = "ask: { kind: next-segment, host: server }"
    let before = "server listen\nclient connect\nstep 2"
    #expect(try unproved(ask, "step", after: before)?.hint?.en.hasSuffix("expect sent server nothing") == true)
    #expect(try unproved(ask, "step\nexpect sent server nothing", after: before) == nil)
  }

  @Test(arguments: [
    "step\nexpect client SYN-SENT", "expect server LISTEN\nstep", "step\nexpect server SYN-RECEIVED\nstep",
  ])
  func `A line about another host or moment proves nothing`(beat: String) throws {
    #expect(try unproved("ask: { kind: state, host: server }", beat) != nil)
  }

  @Test func `What no line can say has a proof of its own`() throws {
    let ask = "ask: { kind: count, of: segments }"
    #expect(
      try unproved(ask, "settle")?.message.en
        == "no expect line can prove the answer to this question: it needs a proof")
    #expect(try unproved(ask + "\nproof: 2", "settle") == nil)
    #expect(try unproved(ask + "\nproof: 3", "settle")?.message.en == "proof gives “3”, the machine “2”")
    let who = "ask: { kind: who, enters: ESTABLISHED }\nproof: "
    #expect(try unproved(who + "both", "settle") == nil)
    #expect(
      try unproved(who + "alice", "settle")?.message.en
        == "proof: “alice” is no such answer; write the client, the server, both or neither")
    let wrong = findings { () throws(Diagnostics) in
      try Prediction(reading: ask + "\nproof: n+1", file: "chapter.md", firstLine: 40)
    }
    #expect(wrong == [Finding(41, 8, "“n+1” has “n”, which stands for nothing")])
  }
}
