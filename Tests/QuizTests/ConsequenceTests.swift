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
  let (before, after) = try #require(question.consequence(of: try Answer.read(answer, for: question.ask)))
  return after.transcript[before.transcript.count...].compactMap { occurrence in
    guard occurrence.host == host, case .send(let segment, _, _) = occurrence.kind else { return nil }
    return segment.description
  }
}

private func states(after answer: String) throws -> [State] {
  let question = try secondSegment()
  let (_, after) = try #require(question.consequence(of: try Answer.read(answer, for: question.ask)))
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
    let (before, after) = try #require(question.consequence(of: answer))
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
          let (_, after) = try #require(question.consequence(of: option))
          #expect(after.stop == nil && after.network.inFlight.isEmpty)
          #expect(Host.allCases.map(after.network.state(of:)) != [.established, .established])
        }
      }
    }
  }

  @Test func `The right answer, and an answer that is no segment, lead nowhere`() throws {
    let question = try secondSegment()
    #expect(question.consequence(of: question.key) == nil)
    let third = try fixtureItem("fx-third-segment").asked(100, 300, fixtureCatalogue())
    for option in third.options { #expect(third.consequence(of: option) == nil) }
    let state = try fixtureItem("fx-third-ack-lost").asked(100, 300, fixtureCatalogue())
    for option in state.options { #expect(state.consequence(of: option) == nil) }
  }
}
