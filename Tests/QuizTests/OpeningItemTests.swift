import Testing

@testable import Quiz

/// One more than a number, in the sequence space.
private func next(_ number: UInt32, _ step: UInt32 = 1) -> UInt32 { number &+ step }

/// The answers that the rules give to items about an opening, for the client's ISN i and the server's j.
private let rightAnswers: [(id: String, answer: @Sendable (UInt32, UInt32) -> String)] = [
  ("fx-second-segment", { i, j in "SYN,ACK seq=\(j) ack=\(next(i))" }),
  ("fx-third-segment", { i, j in "seq=\(next(i)) ack=\(next(j))" }),
  ("fx-syn-ack-lost", { _, _ in "SYN-SENT" }),
  ("fx-third-ack-lost", { _, _ in "SYN-RECEIVED" }),
  ("fx-first-data", { i, _ in "seq=\(next(i))" }),
]

/// Numbers at which arithmetic goes wrong: both ends of the sequence space, its middle, and the same at both hosts.
private let edges: [(UInt32, UInt32)] = [
  (0, 0), (100, 300), (4_294_967_295, 4_294_967_295), (4_294_967_295, 0), (0, 4_294_967_295),
  (4_294_967_294, 4_294_967_293), (2_147_483_647, 2_147_483_648), (5, 6), (6, 5),
]

@Suite struct `Items about an opening` {
  @Test(arguments: [0, 1, 2, 7, 42, 99, 2026, .max] as [UInt64])
  func `The key follows from the numbers that the learner is told`(seed: UInt64) throws {
    let catalogue = fixtureCatalogue()
    for (id, answer) in rightAnswers {
      let question = try fixtureItem(id).question(seed: seed, misconceptions: catalogue)
      let (i, j) = try announcedNumbers(question)
      let expected = try Answer.read(answer(i, j), for: question.ask)
      #expect(question.key == expected, "\(id), i=\(i) j=\(j)")
      #expect(question.isCorrect(expected) && question.mistake(behind: expected) == nil)
    }
  }

  @Test(arguments: edges)
  func `The key wraps around with the sequence space`(i: UInt32, j: UInt32) throws {
    let catalogue = fixtureCatalogue()
    for (id, answer) in rightAnswers {
      let item = try fixtureItem(id)
      let question = try item.asked(i, j, catalogue)
      #expect(try announcedNumbers(question) == (i, j))
      #expect(question.key == (try Answer.read(answer(i, j), for: question.ask)), "\(id)")
    }
  }

  @Test func `The sequence space ends at 4294967295 and goes on at 0`() throws {
    let third = try fixtureItem("fx-third-segment").asked(4_294_967_295, 4_294_967_295, fixtureCatalogue())
    #expect(third.key.text(in: .en) == "seq=0  ack=0")
    let second = try fixtureItem("fx-second-segment").asked(4_294_967_295, 7, fixtureCatalogue())
    #expect(second.key.text(in: .zh) == "SYN,ACK seq=7 ack=0")
    let data = try fixtureItem("fx-first-data").asked(4_294_967_295, 7, fixtureCatalogue())
    #expect(data.key.text(in: .en) == "seq=0")
  }

  @Test func `The shuffling depends on the seed and on nothing else`() {
    // The reference numbers of SplitMix64 for the seed 1234567.
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      [generator.next(), generator.next(), generator.next()] == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `A situation tells what is known and not what is asked`() throws {
    let question = try fixtureItem("fx-third-ack-lost").asked(100, 300, fixtureCatalogue())
    #expect(
      question.situation().map(\.en) == [
        "Initial sequence numbers: the client 100, the server 300", "The server opens passively, by listen()",
        "The network will lose the client's next ACK", "The client opens actively, by connect()",
        "The next 2 segments arrive, one after the other",
      ])
    #expect(question.situation().map(\.zh).last == "接下来的 2 个报文段依次到达")
    #expect(question.stem().en == "What state is the server in now?")
    #expect(question.stem().zh == "此时服务器处于什么状态？")
  }
}

extension Item {
  /// Asks with these initial sequence numbers, and the greatest of everything else.
  func asked(_ i: UInt32, _ j: UInt32, _ catalogue: MisconceptionCatalogue) throws -> Question {
    var generator = SplitMix64(seed: 3)
    let values = variables.map { $0.name == "i" ? i : $0.name == "j" ? j : $0.range.upperBound }
    return try question(with: values, misconceptions: catalogue, using: &generator)
  }
}
