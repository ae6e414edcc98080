import Bilingual
import Simulation
import TCP
import Testing

@testable import Quiz

/// The server's answer to a SYN is asked for: client ISN 100, server ISN 300.
private func secondSegment() throws -> Question {
  try fixtureItem("fx-second-segment").asked(100, 300, fixtureCatalogue())
}

/// What a host sends once a wrong answer is on its way in the right one's place.
private func sent(_ host: Host, after answer: String) throws -> [String] {
  let question = try secondSegment()
  let consequence = try #require(question.consequence(of: try Answer.read(answer, for: question.ask)))
  let (before, after) = (consequence.before, consequence.after)
  return after.transcript[before.transcript.count...].compactMap { occurrence in
    guard occurrence.host == host, case .send(let segment, _, _) = occurrence.kind else { return nil }
    return segment.description
  }
}

private func states(after answer: String) throws -> [State] {
  let question = try secondSegment()
  let after = try #require(question.consequence(of: try Answer.read(answer, for: question.ask))).after
  return Host.allCases.map(after.network.state(of:))
}

/// - Note: Source: RFC 9293 §3.10.7.3.
@Suite struct `What a wrong answer leads to` {
  @Test(arguments: [
    ("SYN,ACK seq=300 ack=100", "RST seq=100"), ("SYN,ACK seq=300 ack=102", "RST seq=102"),
    ("SYN,ACK seq=300 ack=301", "RST seq=301"), ("SYN,ACK seq=101 ack=300", "RST seq=300"),
    ("ACK seq=300 ack=100", "RST seq=100"),
  ])
  func `An unacceptable acknowledgment number is answered with a reset that carries it`(answer: String, reset: String)
    throws
  {
    #expect(try sent(.a, after: answer) == [reset])
    #expect(try states(after: answer)[0] == .synSent)
  }

  @Test func `A bare SYN makes it a simultaneous open`() throws {
    #expect(try sent(.a, after: "SYN seq=300").first == "SYN,ACK seq=100 ack=301")
    #expect(try states(after: "SYN seq=300")[0] != .synSent)
  }

  @Test func `An ACK without SYN leaves the client where it is`() throws {
    #expect(try sent(.a, after: "ACK seq=300 ack=101") == [])
    #expect(try states(after: "ACK seq=300 ack=101") == [.synSent, .synReceived])
  }

  @Test func `Where nothing is sent the client waits on`() throws {
    #expect(try sent(.a, after: "nothing") == [])
    #expect(try states(after: "nothing") == [.synSent, .synReceived])
  }

  @Test func `The wrong segment stands in the right one's place, and the question's own run is left alone`() throws {
    let question = try secondSegment()
    let answer = try Answer.read("SYN,ACK seq=300 ack=100", for: question.ask)
    let consequence = try #require(question.consequence(of: answer))
    let (before, after) = (consequence.before, consequence.after)
    #expect(consequence.segment == 2)
    #expect(before.network.inFlight.map(\.number) == [2])
    #expect(before.transcript.count == question.run.transcript.count)
    let decisive = try #require(question.decisive)
    guard case .send(let wrong, 2, false) = before.transcript[decisive].kind,
      case .send(let right, 2, false) = question.run.transcript[decisive].kind
    else {
      Issue.record("the answer is the second segment")
      return
    }
    #expect(wrong.description == "SYN,ACK seq=300 ack=100" && right.description == "SYN,ACK seq=300 ack=101")
    #expect(wrong.window == right.window)
    #expect(after.network.inFlight.isEmpty && after.stop == nil)
  }

  @Test func `Every distractor can be played out, whatever the numbers`() throws {
    let catalogue = fixtureCatalogue()
    for numbers in [(0, 0), (.max, .max), (.max, 0), (7, 8)] as [(UInt32, UInt32)] {
      for seed in 0..<8 as Range<UInt64> {
        let item = try fixtureItem("fx-second-segment")
        let question =
          try seed == 0
          ? item.asked(numbers.0, numbers.1, catalogue) : item.question(seed: seed, misconceptions: catalogue)
        for option in question.options where option != question.key {
          let after = try #require(question.consequence(of: option)).after
          #expect(after.stop == nil && after.network.inFlight.isEmpty)
          #expect(Host.allCases.map(after.network.state(of:)) != [.established, .established])
        }
      }
    }
  }

  @Test func `The right answer, and an answer that no end can act on, lead nowhere`() throws {
    let question = try secondSegment()
    #expect(question.consequence(of: question.key) == nil)
    let path = try asked("{ kind: path, host: client }", scenario: opened)
    for option in path.options { #expect(path.consequence(of: option) == nil) }
    let calm = try asked("{ kind: state, host: client }", scenario: "server listen", form: "typed")
    #expect(calm.consequence(of: .state(.listen)) == nil, "no event has brought the client where it is")
  }
}

@Suite struct `How it ends where somebody believes a wrong answer` {
  private func ending(_ item: String, _ answer: String) throws -> (states: [State], text: Localized) {
    let question = try fixtureItem(item).asked(100, 300, fixtureCatalogue())
    let consequence = try #require(question.consequence(of: try question.read(answer)))
    return (Host.allCases.map(consequence.after.network.state(of:)), consequence.ending())
  }

  @Test func `What a timer mends is said with the time and what is sent again`() throws {
    let (states, text) = try ending("fx-second-segment", "SYN,ACK seq=300 ack=100")
    #expect(states == [.synSent, .listen])
    #expect(
      text.en
        == "That leaves the client in SYN-SENT and the server in LISTEN, and there is no connection. After 0.85 s the "
        + "client's retransmission timer sends SYN seq=100 again, and in the end both are ESTABLISHED.")
    #expect(text.zh.hasPrefix("到此客户端处于 SYN-SENT，服务器处于 LISTEN，没有连接。0.85 秒后客户端的重传计时器到期，重发 SYN seq=100"))
  }

  @Test func `A wrong field is sent as it was answered, though the run has gone on long since`() throws {
    let question = try fixtureItem("fx-third-segment").asked(100, 300, fixtureCatalogue())
    let consequence = try #require(question.consequence(of: try question.read("101 302")))
    #expect(consequence.segment == 3)
    #expect(consequence.before.network.inFlight.map(\.segment.description) == ["ACK seq=101 ack=302"])
    #expect(consequence.before.network.endpoints.a.tcb.receive.nxt == 302, "the believer's variables say so too")
    #expect(consequence.ending().en.contains("connection reset"))
  }

  @Test func `What is sent though nothing is due is played out too`() throws {
    let question = try asked(
      "{ kind: reply, host: server }", scenario: "server listen\nclient connect\nstep 2", catalogue: fixtureCatalogue())
    #expect(question.key == .nothing)
    let harmless = try #require(question.consequence(of: try question.read("SYN,ACK 300 101")))
    #expect(
      harmless.ending().en
        == "That leaves both ends in ESTABLISHED, and there is a connection. Nothing has to be mended.")
    let endless = try #require(question.consequence(of: try question.read("ACK 301 102")))
    #expect(endless.before.network.endpoints.b.tcb.receive.nxt == 102)
    #expect(endless.ending().en.hasSuffix("without end, until one of these segments is lost."))
  }

  @Test func `Who believes in a state goes on in it, and each end sends`() throws {
    let (listening, listens) = try ending("fx-third-ack-lost", "LISTEN")
    #expect(listening == [.closed, .listen] && listens.en.contains("told “connection reset”"))
    let (closed, isClosed) = try ending("fx-third-ack-lost", "CLOSED")
    #expect(closed == [.closed, .closed] && isClosed.en.contains("there is no connection"))
    let (open, isOpen) = try ending("fx-third-ack-lost", "ESTABLISHED")
    #expect(open == [.established, .established] && isOpen.en.hasSuffix("Nothing has to be mended."))
  }

  @Test func `Numbers are in the notation that is shown`() throws {
    let question = try fixtureItem("fx-second-segment").asked(5000, 90000, fixtureCatalogue())
    let consequence = try #require(question.consequence(of: try question.read("SYN,ACK 90000 5000")))
    #expect(consequence.ending(.letters).en.contains("sends SYN seq=x again"))
  }
}
