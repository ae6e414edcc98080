import Bilingual
import Simulation
import Support
import Testing

@testable import Quiz

@Suite struct `Kinds of question` {
  @Test func `Each has a name of its own, a form, and a place among the kinds`() {
    let names = AskKinds.all.map { $0.keyword }
    #expect(Set(names).count == names.count)
    for type in AskKinds.all { #expect(!type.forms.isEmpty) }
  }

  // MARK: states

  @Test func `Both states are those of one moment`() throws {
    let halfClosed = opened + "\nclient close\nsettle"
    let question = try asked("{ kind: states }", scenario: halfClosed)
    #expect(question.keyText == "FIN-WAIT-2, CLOSE-WAIT")
    #expect(
      Set(question.optionTexts) == [
        "FIN-WAIT-2, CLOSE-WAIT", "FIN-WAIT-1, CLOSE-WAIT", "FIN-WAIT-1, ESTABLISHED", "ESTABLISHED, ESTABLISHED",
      ])
    #expect(try question.read("fin_wait2，closewait") == question.key)
    #expect(throws: Answer.Unreadable.self) { try question.read("CLOSE-WAIT") }
    let first = try asked("{ kind: states, at: 1 }", scenario: halfClosed)
    #expect(first.keyText == "SYN-SENT, SYN-RECEIVED")
  }

  @Test func `A belief about a state is one about the pair`() throws {
    let question = try asked(
      "{ kind: states }", scenario: "server listen\nclient connect\nstep", catalogue: fixtureCatalogue())
    #expect(question.keyText == "SYN-SENT, SYN-RECEIVED")
    let tooEarly = Answer.pair(Pair(.established, .synReceived))
    #expect(question.mistake(behind: tooEarly)?.id == "established-too-early")
  }

  // MARK: next-segment

  @Test func `What a host sends next may be what its timer makes it send`() throws {
    let lost = "server listen\nlose next client ACK\nclient connect\nstep 2"
    let question = try asked("{ kind: next-segment, host: server }", scenario: lost)
    #expect(question.keyText == "SYN,ACK seq=300 ack=101")
    let rest = try asked("{ kind: next-segment, host: server }", scenario: opened)
    #expect(rest.key == .nothing)
  }

  // MARK: reply

  @Test func `A reply is what the very arrival makes the host send`() throws {
    let syn = try asked("{ kind: reply, host: server }", scenario: "server listen\nclient connect")
    #expect(syn.keyText == "SYN,ACK seq=300 ack=101")
    #expect(syn.stem().en == "The server is in LISTEN and receives SYN seq=100. What does it reply?")
    let closed = try asked("{ kind: reply, host: server }", scenario: "client connect")
    #expect(closed.keyText == "RST,ACK seq=0 ack=101")
    let ack = try asked("{ kind: reply, host: server }", scenario: "server listen\nclient connect\nstep 2")
    #expect(ack.key == .nothing)
  }

  @Test func `The acknowledgment number of a segment without ACK is no question`() {
    let all = findings { () throws(Diagnostics) in
      try asked("{ kind: field, segment: 1, of: [seq, ack] }", scenario: opened)
    }
    #expect(all.map(\.message).joined().contains("segment 1 does not have ACK set"))
  }

  @Test func `What comes behind the question is counted from there`() throws {
    let release = "client close\nsettle\nserver close\nsettle"
    let all = try asked("{ kind: count, of: segments }", scenario: opened + "\n" + release)
    #expect(all.stem().en == "How many segments are sent in all?" && all.keyText == "7")
    let then = try asked("{ kind: count, of: segments }", scenario: opened, then: release)
    #expect(then.stem().en == "How many segments are sent in all from here on?" && then.keyText == "4")
    let host = try asked("{ kind: count, of: retransmissions, host: client }", scenario: opened, then: release)
    #expect(host.stem().zh == "从现在起，客户端一共重传多少个报文段？")
    #expect(
      all.mistake(behind: .quantity(Quantity(4, .segments))) == nil, "the belief is about the release alone")
  }

  @Test func `Nothing is sent is believed only where something has arrived`() throws {
    let catalogue = fixtureCatalogue()
    let answered = try asked(
      "{ kind: next-segment, host: server }", scenario: "server listen\nclient connect", catalogue: catalogue)
    #expect(answered.mistake(behind: .nothing)?.id == "nothing-is-sent")
    let timed = try asked(
      "{ kind: next-segment, host: client }", scenario: "client connect\nlose #1", catalogue: catalogue)
    #expect(timed.keyText == "SYN seq=100" && timed.mistake(behind: .nothing) == nil)
  }

  @Test func `What arrives may be an old segment that the item names`() throws {
    let question = try asked(
      "{ kind: reply, host: server }", scenario: "server listen", then: "inject server ACK seq=7 ack=500")
    #expect(question.keyText == "RST seq=500")
    #expect(question.situation().last?.en == "Then: an old segment arrives at the server: ACK seq=7 ack=500")
  }

  @Test func `Where nothing arrives there is no reply to ask for`() {
    let all = findings { () throws(Diagnostics) in try asked("{ kind: reply, host: server }", scenario: opened) }
    #expect(all.map(\.message) == ["item x: no segment arrives at server from here on"])
  }

  // MARK: path

  @Test func `A path begins with the state of the moment`() throws {
    let close = "client close\nsettle\nserver close\nsettle\nwait 4min"
    let active = try asked("{ kind: path, host: client }", scenario: opened, then: close)
    #expect(active.keyText == "ESTABLISHED → FIN-WAIT-1 → FIN-WAIT-2 → TIME-WAIT → CLOSED")
    let passive = try asked("{ kind: path, host: server }", scenario: opened, then: close)
    #expect(passive.keyText == "ESTABLISHED → CLOSE-WAIT → LAST-ACK → CLOSED")
    let whole = try asked("{ kind: path, host: client }", scenario: opened)
    #expect(whole.keyText == "CLOSED → SYN-SENT → ESTABLISHED")
    #expect(try whole.read("closed, SYN_SENT -> ESTAB") == whole.key)
    #expect(throws: Answer.Unreadable.self) { try whole.read("closed, sent") }
  }

  // MARK: order

  @Test func `Segments are put in the order in which they are sent`() throws {
    let question = try asked("{ kind: order, of: segments }", scenario: opened)
    guard case .order(let parts) = question.key else {
      Issue.record("\(question.key)")
      return
    }
    #expect(
      parts.map { question.text(of: $0, in: .en) } == [
        "client sends SYN seq=100", "server sends SYN,ACK seq=300 ack=101",
        "client sends ACK seq=101 ack=301",
      ])
    #expect(Set(question.options) == Set(parts) && question.options != parts)
    #expect(question.isCorrect(.order(parts)) && !question.isCorrect(.order(question.options)))
  }

  @Test func `Calls are put in order, and what comes twice can't be`() throws {
    let calls = try asked("{ kind: order, of: calls }", scenario: "server listen\nclient connect\nclient send 5")
    #expect(calls.keyText == "server calls listen() → client calls connect() → client calls send(5)")
    let twice = "server listen\nclient connect\nsettle\nclient send 5\nclient send 5"
    let all = findings { () throws(Diagnostics) in try asked("{ kind: order, of: calls }", scenario: twice) }
    #expect(all.count == 1)
  }

  // MARK: outcome

  @Test func `An outcome is what the applications are told`() throws {
    let close = try asked("{ kind: outcome, host: server }", scenario: opened, then: "client close\nsettle")
    #expect(close.keyText == "“connection closing”")
    let abort = try asked("{ kind: outcome }", scenario: opened, then: "client abort\nsettle")
    #expect(abort.keyText == "the client: nothing; the server: “connection reset”")
    #expect(abort.optionTexts.count == 4)
  }

  // MARK: count

  @Test(arguments: [
    ("{ kind: count, of: segments }", "3"), ("{ kind: count, of: segments, host: client }", "2"),
    ("{ kind: count, of: segments, flags: SYN }", "2"), ("{ kind: count, of: retransmissions }", "0"),
    ("{ kind: count, of: seconds }", "0.15 s"), ("{ kind: count, of: rtts }", "1.5 RTT"),
  ])
  func `A handshake can be counted`(ask: String, expected: String) throws {
    #expect(try asked(ask, scenario: opened).keyText == expected)
  }

  @Test func `What is counted is what comes behind the question`() throws {
    let bytes = try asked(
      "{ kind: count, of: octets, host: client }", scenario: opened, then: "client send 3000\nsettle\nclient close")
    #expect(bytes.keyText == "3000")
    let lost = "lose next server SYN,ACK\nclient connect\nwait until client ESTABLISHED"
    let again = try asked("{ kind: count, of: retransmissions }", scenario: "server listen", then: lost)
    // The client's SYN again, the server's SYN,ACK in reply to that, and by its own timer at the same moment.
    #expect(again.keyText == "3")
    #expect(try again.read("３ 次") == again.key)
  }

  // MARK: who

  @Test func `Who closes first has TIME-WAIT, and both have in a simultaneous close`() throws {
    let client = try asked(
      "{ kind: who, ends: TIME-WAIT }", scenario: opened, then: "client close\nsettle\nserver close\nsettle")
    #expect(client.keyText == "the client" && client.options.count == 4)
    let server = try asked(
      "{ kind: who, enters: TIME_WAIT }", scenario: opened, then: "server close\nsettle\nclient close\nsettle")
    #expect(server.keyText == "the server")
    #expect(try server.read("Server") == server.key)
    let both = try asked("{ kind: who, ends: TIME-WAIT }", scenario: opened, then: "client close\nserver close\nsettle")
    #expect(both.keyText == "both")
    #expect(try both.read("双方") == both.key)
    let fin = try asked("{ kind: who, sends: RST }", scenario: opened, then: "client close\nsettle")
    #expect(fin.keyText == "neither")
  }

  // MARK: timer

  @Test func `A timer is the one that is due first, and when`() throws {
    let sent = "server listen\nclient connect"
    #expect(try asked("{ kind: timer, host: client }", scenario: sent).key == .timer(.retransmission))
    #expect(try asked("{ kind: timer, host: client, asks: when }", scenario: sent).keyText == "1 s")
    #expect(try asked("{ kind: timer, host: client }", scenario: opened).key == .timer(nil))
    let wait = try asked(
      "{ kind: timer, host: client }", scenario: opened + "\nclient close\nsettle\nserver close\nsettle")
    #expect(wait.key == .timer(.timeWait))
    #expect(try wait.read("2MSL") == wait.key)
  }

  // MARK: rule

  @Test func `A rule is the clause that fired last, beside others of its section`() throws {
    let question = try asked("{ kind: rule, host: server }", scenario: "server listen", then: "client connect\nstep")
    #expect(question.key == .rule(.listenAnswersSyn))
    #expect(question.options.count == 4 && Set(question.options).count == 4)
  }

  // MARK: may

  @Test func `What may happen is found by playing every order`() throws {
    let states = try asked(
      "{ kind: may, of: state, host: client, calls: { client: [close], server: [close] } }", scenario: opened)
    guard case .several(let right) = states.key else {
      Issue.record("\(states.key)")
      return
    }
    let possible: Set<Answer> = [
      .state(.finWait1), .state(.finWait2), .state(.closing), .state(.timeWait), .state(.closed), .state(.closeWait),
      .state(.lastAck),
    ]
    #expect(possible.isSuperset(of: right) && (2...3).contains(right.count))
    #expect(states.options.filter(possible.contains).count == right.count)
    // Where only the client's user closes, it never waits for its own user.
    let alone = "{ kind: may, of: state, host: client, calls: { client: [close] } }"
    for seed in 0..<20 as Range<UInt64> {
      let question = try asked(alone, scenario: opened, seed: seed)
      guard case .several(let right) = question.key else { continue }
      #expect(Set(right).isDisjoint(with: [.state(.closeWait), .state(.lastAck), .state(.closing)]))
    }
  }

  @Test func `One of what may happen can be asked for, and pairs, and segments`() throws {
    let one = try asked(
      "{ kind: may, of: states, calls: { client: [close], server: [close] } }", scenario: opened, form: "choice")
    guard case .pair(let pair) = one.key else {
      Issue.record("\(one.key)")
      return
    }
    #expect(pair.a != .listen && pair.b != .listen && one.options.count == 4)
    let segments = try asked(
      "{ kind: may, of: segment, host: server, calls: { client: [send, close] } }", scenario: opened, form: "choice")
    // Its user never closes, so all that it sends is acknowledgments.
    #expect(segments.key == .bits(.ack))
  }

  @Test func `Losses may be left open too`() throws {
    let open = "{ kind: may, of: segment, host: server, losses: 1 }"
    let question = try asked(open, scenario: "server listen\nclient connect", form: "choice")
    #expect(question.key == .bits([.syn, .ack]))
  }

  // MARK: concept

  @Test func `A concept has written options`() throws {
    let ask = """
      { kind: concept, options: [
        { id: a, zh: 甲, en: Alpha, right: true }, { id: b, zh: 乙, en: Beta }, { id: c, zh: 丙, en: Gamma } ] }
      """
    let question = try asked(ask, scenario: "server listen")
    #expect(question.key == .option("a") && Set(question.optionTexts) == ["Alpha", "Beta", "Gamma"])
    #expect(question.text(of: question.key, in: .zh) == "甲")
  }
}

@Suite struct `Reading kinds` {
  @Test(arguments: [
    ("{ kind: who }", "who asks about one thing"),
    ("{ kind: who, ends: LISTEN, sends: SYN }", "who asks about one thing"),
    ("{ kind: who, ends: WAITING }", "there is no state “WAITING”"),
    ("{ kind: count, of: apples }", "there is no unit “apples”"),
    ("{ kind: count, of: segments, flags: PING }", "flags holds TCP flags, as in \"SYN,ACK\""),
    ("{ kind: timer, host: client, asks: why }", "there is no question “why”"),
    ("{ kind: order, of: words }", "there is no thing to put in order “words”"),
    ("{ kind: may, of: state }", "it needs a host"),
    ("{ kind: may, of: state, host: client, calls: { client: [dance] } }", "a call belongs here"),
    ("{ kind: concept, options: [{ id: a, zh: 甲, en: A }] }", "there must be a right option and a wrong one"),
    ("{ kind: rule }", "the key “host” is missing"), ("{ kind: path, host: client, of: x }", "the key “of” is unknown"),
  ])
  func `What is wrong in an ask is told`(ask: String, expected: String) {
    let all = findings { () throws(Diagnostics) in try asked(ask, scenario: opened, form: "choice") }
    #expect(all.map(\.message).contains(expected), "\(all)")
  }

  @Test func `A form that a kind can't have is told with those that it can`() {
    let all = findings { () throws(Diagnostics) in
      try asked("{ kind: rule, host: client }", scenario: opened, form: "typed")
    }
    #expect(all.map(\.message) == ["a question of kind rule can't be asked as typed"])
    let unknown = findings { () throws(Diagnostics) in
      try asked("{ kind: state, host: client }", scenario: opened, form: "essay")
    }
    #expect(unknown.map(\.message) == ["there is no form “essay”"])
  }
}
