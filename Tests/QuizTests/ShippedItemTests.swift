import Testing

@testable import Quiz

/// One more than a number, in the sequence space.
private func next(_ number: UInt32, _ step: UInt32 = 1) -> UInt32 { number &+ step }

/// The answers that the rules give to the shipped items, for the client's ISN i and the server's j.
private let rightAnswers: [(id: String, answer: @Sendable (UInt32, UInt32) -> String)] = [
  ("hs-second-segment", { i, j in "SYN,ACK seq=\(j) ack=\(next(i))" }),
  ("hs-third-segment", { i, j in "seq=\(next(i)) ack=\(next(j))" }),
  ("hs-syn-ack-lost", { _, _ in "SYN-SENT" }),
  ("hs-third-ack-lost", { _, _ in "SYN-RECEIVED" }),
  ("hs-first-data", { i, _ in "seq=\(next(i))" }),
]

/// Numbers at which arithmetic goes wrong: both ends of the sequence space, its middle, and the same at both hosts.
private let edges: [(UInt32, UInt32)] = [
  (0, 0), (100, 300), (4_294_967_295, 4_294_967_295), (4_294_967_295, 0), (0, 4_294_967_295),
  (4_294_967_294, 4_294_967_293), (2_147_483_647, 2_147_483_648), (5, 6), (6, 5),
]

@Suite struct `The items that ship` {
  @Test func `There is a right answer for each`() throws {
    #expect(try shippedItems().map(\.id) == rightAnswers.map(\.id))
  }

  @Test(arguments: [0, 1, 2, 7, 42, 99, 2026, .max] as [UInt64])
  func `The key follows from the numbers that the learner is told`(seed: UInt64) throws {
    let catalogue = try shippedCatalogue()
    for (id, answer) in rightAnswers {
      let question = try shippedItem(id).question(seed: seed, misconceptions: catalogue)
      let (i, j) = try announcedNumbers(question)
      let expected = try Answer.read(answer(i, j), for: question.ask)
      #expect(question.key == expected, "\(id), i=\(i) j=\(j)")
      #expect(question.isCorrect(expected) && question.misconception(behind: expected) == nil)
    }
  }

  @Test(arguments: edges)
  func `The key wraps around with the sequence space`(i: UInt32, j: UInt32) throws {
    let catalogue = try shippedCatalogue()
    for (id, answer) in rightAnswers {
      let item = try shippedItem(id)
      let question = try item.asked(i, j, catalogue)
      #expect(try announcedNumbers(question) == (i, j))
      #expect(question.key == (try Answer.read(answer(i, j), for: question.ask)), "\(id)")
    }
  }

  @Test func `The sequence space ends at 4294967295 and goes on at 0`() throws {
    let third = try shippedItem("hs-third-segment").asked(4_294_967_295, 4_294_967_295, shippedCatalogue())
    #expect(third.key.text(in: .en) == "seq=0  ack=0")
    let second = try shippedItem("hs-second-segment").asked(4_294_967_295, 7, shippedCatalogue())
    #expect(second.key.text(in: .zh) == "SYN,ACK seq=7 ack=0")
    let data = try shippedItem("hs-first-data").asked(4_294_967_295, 7, shippedCatalogue())
    #expect(data.key.text(in: .en) == "seq=0")
  }

  @Test func `The same seed asks the same question, another seed another one`() throws {
    let catalogue = try shippedCatalogue()
    for item in try shippedItems() {
      let first = try item.question(seed: 17, misconceptions: catalogue)
      let again = try item.question(seed: 17, misconceptions: catalogue)
      let other = try item.question(seed: 18, misconceptions: catalogue)
      #expect(first.situation == again.situation && first.stem == again.stem && first.form == again.form)
      #expect(first.key == again.key && first.options == again.options && first.rules == again.rules)
      #expect(first.situation != other.situation, "\(item.id)")
    }
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
    let question = try shippedItem("hs-third-ack-lost").asked(100, 300, shippedCatalogue())
    #expect(
      question.situation.map(\.en) == [
        "Initial sequence numbers: client 100, server 300", "server opens passively (LISTEN)",
        "The network will lose client's next ACK", "client opens actively (CONNECT)",
        "The next 2 segments arrive, one after the other",
      ])
    #expect(question.situation.map(\.zh).last == "接下来的 2 个报文段依次到达")
    #expect(question.stem.en == "What state is server in now?")
    #expect(question.stem.zh == "此时 server 处于什么状态？")
  }

  @Test func `Every key rests on clauses`() throws {
    for item in try shippedItems() {
      let question = try item.asked(100, 300, shippedCatalogue())
      #expect(!question.rules.isEmpty, "\(item.id)")
    }
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
