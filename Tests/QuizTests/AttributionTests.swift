import Bilingual
import Scenario
import Simulation
import Support
import Testing

@testable import Quiz

/// What is asked of the shipped course, by the answer that is given and the belief behind it.
private let attributions: [(asked: Asked, answer: String, belief: String)] = [
  (.firstState, "ESTABLISHED", "established-too-early"), (.firstState, "LISTEN", "waiting-is-listening"),
  (.firstState, "SYN-RECEIVED", "syn-sent-syn-received-mixed-up"),
  (.nothing, "ACK seq=301 ack=101", "every-segment-is-acknowledged"),
  (.nothing, "ACK seq=301 ack=102", "pure-ack-is-counted"),
  (.nothing, "SYN,ACK seq=300 ack=101", "server-repeats-syn-ack"),
  (.refusal, "ACK seq=101 ack=301", "any-syn-ack-is-taken"), (.refusal, "RST seq=101", "reset-has-own-number"),
  (.refusal, "nothing", "unacceptable-is-ignored"), (.lostThird, "client", "pure-ack-is-retransmitted"),
  (.lostThird, "both", "both-ends-send-again"), (.lostThird, "neither", "loss-stays-unnoticed"),
  (.item("hs-second-segment"), "SYN,ACK seq=300 ack=100", "ack-not-plus-one"),
  (.item("hs-second-segment"), "SYN,ACK seq=300 ack=102", "ack-counts-one-more"),
  (.item("hs-second-segment"), "SYN,ACK seq=101 ack=300", "seq-ack-swapped"),
  (.item("hs-second-segment"), "SYN,ACK seq=300 ack=301", "same-number-both-ways"),
  (.item("hs-second-segment"), "SYN seq=300", "syn-without-ack"),
  (.item("hs-second-segment"), "ACK seq=300 ack=101", "ack-instead-of-syn-ack"),
  (.item("hs-second-segment"), "nothing", "nothing-is-sent"),
  (.item("hs-third-segment"), "seq=101 ack=300", "ack-not-plus-one"),
  (.item("hs-third-segment"), "seq=101 ack=302", "ack-counts-one-more"),
  (.item("hs-third-segment"), "seq=301 ack=101", "seq-ack-swapped"),
  (.item("hs-third-segment"), "seq=100 ack=301", "seq-restarts-at-isn"),
  (.item("hs-third-segment"), "seq=101 ack=102", "same-number-both-ways"),
  (.item("hs-syn-ack-lost"), "ESTABLISHED", "established-too-early"),
  (.item("hs-syn-ack-lost"), "SYN-RECEIVED", "syn-sent-syn-received-mixed-up"),
  (.item("hs-syn-ack-lost"), "CLOSED", "handshake-loss-fails"),
  (.item("hs-syn-ack-lost"), "LISTEN", "waiting-is-listening"),
  (.item("hs-third-ack-lost"), "ESTABLISHED", "both-established-together"),
  (.item("hs-third-ack-lost"), "LISTEN", "falls-back-to-listen"),
  (.item("hs-third-ack-lost"), "SYN-SENT", "listen-becomes-syn-sent"),
  (.item("hs-third-ack-lost"), "CLOSED", "third-ack-lost-fails"),
  (.item("hs-first-data"), "102", "ack-consumes-a-number"), (.item("hs-first-data"), "301", "seq-ack-swapped"),
  (.item("hs-first-data"), "100", "seq-restarts-at-isn"),
  (.item("hs-syn-without-ack"), "ESTABLISHED", "syn-bit-acknowledges"),
  (.item("hs-syn-without-ack"), "SYN-SENT", "only-syn-ack-counts"),
  (.item("hs-syn-without-ack"), "CLOSED", "nobody-listens"),
]

/// What is asked where the client's ISN is 100 and the server's 300.
private enum Asked {
  /// The client's state once it has called.
  case firstState
  /// What the server sends when the third segment has arrived.
  case nothing
  /// What the client sends when an old SYN has been answered.
  case refusal
  /// Who sends again when the third segment is lost.
  case lostThird
  case item(String)

  func question() throws -> Question {
    switch self {
    case .item(let id):
      let item = try #require(shippedPool.items.first { $0.id == id })
      return try item.asked(100, 300, shippedPool.misconceptions)
    case .firstState: return try predicted("{ kind: state, host: client }", "server listen", "client connect")
    case .nothing:
      return try predicted("{ kind: next-segment, host: server }", "server listen\nclient connect\nstep 2", "step")
    case .refusal:
      return try predicted(
        "{ kind: next-segment, host: client }",
        "server listen\nhold next client SYN\nclient connect\ninject server SYN seq=90",
        "step 2")
    case .lostThird:
      return try predicted(
        "{ kind: who, sends: \"SYN,ACK\" }", "",
        "server listen\nlose next client ACK\nclient connect\nstep 2\nwait 1s\nsettle")
    }
  }

  private func predicted(_ ask: String, _ lines: String, _ beat: String) throws -> Question {
    try Prediction(reading: "ask: \(ask)", file: "chapter.md", firstLine: 1).question(
      before: Run(playing: try ScriptParser.parse(lines, file: "")),
      playing: try ScriptParser.parse(beat, file: "").statements, misconceptions: shippedPool.misconceptions, seed: 1)
  }
}

/// - Note: Source: RFC 9293 §3.10.7.
@Suite struct `The belief behind a wrong answer` {
  @Test(arguments: attributions)
  fileprivate func `is the one that gives it with these numbers`(asked: Asked, answer: String, belief: String) throws {
    let question = try asked.question()
    #expect(question.mistake(behind: try question.read(answer))?.id == belief)
  }

  @Test func `is known for every wrong answer that is offered`() throws {
    for item in shippedPool.items {
      for seed in 1...20 as ClosedRange<UInt64> {
        let question = try item.question(seed: seed, misconceptions: shippedPool.misconceptions)
        for option in question.options where option != question.key {
          #expect(question.mistake(behind: option) != nil, "\(item.id): \(option)")
        }
      }
    }
  }

  @Test func `is about the end that is wrong, where both ends' states are asked for`() throws {
    let question = try asked(
      "{ kind: states }", scenario: "server listen\nlose next client ACK\nclient connect\nstep 2",
      catalogue: shippedPool.misconceptions)
    let mistake = try #require(question.mistake(behind: try question.read("ESTABLISHED, LISTEN")))
    #expect(mistake.id == "falls-back-to-listen" && mistake.breaks.en.contains("numbered 300"))
  }

  @Test func `names the numbers of its option in every notation`() throws {
    let question = try Asked.item("hs-third-segment").question()
    let mistake = question.mistake(behind: try question.read("seq=101 ack=302"), .letters)
    #expect(mistake?.assumed.en.contains("j+2") == true && mistake?.breaks.en.contains("j+1") == true)
  }

  @Test func `makes an option that reads unlike the others in every notation, at the end of the space too`() throws {
    let item = try #require(shippedPool.items.first { $0.id == "hs-second-segment" })
    for seed in 0..<40 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let question = try item.question(
        with: [4472, .max], misconceptions: shippedPool.misconceptions, using: &generator)
      #expect(QuizCheck.problem(in: question) == nil)
    }
  }
}
