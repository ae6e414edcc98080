import Testing

@testable import Quiz

/// What each misconception answers to items about an opening where the client's ISN is 100 and the server's 300.
private let wrongAnswers: [(item: String, answer: String, misconception: String)] = [
  ("fx-second-segment", "SYN,ACK seq=300 ack=100", "ack-not-plus-one"),
  ("fx-second-segment", "SYN,ACK seq=300 ack=102", "ack-counts-one-more"),
  ("fx-second-segment", "SYN,ACK seq=101 ack=300", "seq-ack-swapped"),
  ("fx-second-segment", "SYN,ACK seq=300 ack=301", "same-number-both-ways"),
  ("fx-second-segment", "SYN seq=300", "syn-without-ack"),
  ("fx-second-segment", "ACK seq=300 ack=101", "ack-instead-of-syn-ack"),
  ("fx-second-segment", "nothing", "nothing-is-sent"),
  ("fx-third-segment", "seq=101 ack=300", "ack-not-plus-one"),
  ("fx-third-segment", "seq=101 ack=302", "ack-counts-one-more"),
  ("fx-third-segment", "seq=301 ack=101", "seq-ack-swapped"),
  ("fx-third-segment", "seq=100 ack=301", "seq-restarts-at-isn"),
  ("fx-third-segment", "seq=101 ack=102", "same-number-both-ways"),
  ("fx-syn-ack-lost", "ESTABLISHED", "established-too-early"),
  ("fx-syn-ack-lost", "SYN-RECEIVED", "syn-sent-syn-received-mixed-up"),
  ("fx-syn-ack-lost", "CLOSED", "handshake-loss-fails"),
  ("fx-syn-ack-lost", "LISTEN", "waiting-is-listening"),
  ("fx-third-ack-lost", "ESTABLISHED", "both-established-together"),
  ("fx-third-ack-lost", "LISTEN", "falls-back-to-listen"),
  ("fx-third-ack-lost", "SYN-SENT", "listen-becomes-syn-sent"),
  ("fx-third-ack-lost", "CLOSED", "third-ack-lost-fails"),
  ("fx-first-data", "102", "ack-consumes-a-number"),
  ("fx-first-data", "301", "seq-ack-swapped"),
  ("fx-first-data", "100", "seq-restarts-at-isn"),
]

private func openingItems() -> [Item] {
  fixtureItems().filter { item in wrongAnswers.contains { $0.item == item.id } }
}

@Suite struct `Wrong answers` {
  @Test(arguments: wrongAnswers)
  func `A wrong answer is named by the misconception that gives it`(
    item: String, answer: String, misconception: String
  ) throws {
    let question = try fixtureItem(item).asked(100, 300, fixtureCatalogue())
    let given = try Answer.read(answer, for: question.ask)
    #expect(!question.isCorrect(given))
    #expect(question.mistake(behind: given)?.id == misconception)
  }

  @Test func `No misconception answers anything else`() throws {
    for item in openingItems() {
      let question = try item.asked(100, 300, fixtureCatalogue())
      #expect(question.distractorCount == wrongAnswers.count { $0.item == item.id }, "\(item.id)")
    }
  }

  @Test func `An answer that no misconception gives has no name`() throws {
    let question = try fixtureItem("fx-third-segment").asked(100, 300, fixtureCatalogue())
    #expect(question.mistake(behind: try Answer.read("1 2", for: question.ask)) == nil)
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func `Options differ from each other and hold the key once`(seed: UInt64) throws {
    let catalogue = fixtureCatalogue()
    for item in openingItems() where item.forms[0] == .choice {
      let question = try item.question(seed: seed, misconceptions: catalogue)
      #expect(Set(question.options).count == question.options.count, "\(item.id)")
      #expect(question.options.count { $0 == question.key } == 1, "\(item.id)")
      #expect((3...4).contains(question.options.count), "\(item.id)")
      // What is shown differs too, not only the values.
      #expect(Set(question.options.map { $0.text(in: .zh) }).count == question.options.count, "\(item.id)")
      for option in question.options where option != question.key {
        #expect(question.mistake(behind: option) != nil, "\(item.id): \(option.text(in: .en))")
      }
    }
  }

  @Test(arguments: [(0, 0), (5, 6), (6, 5), (.max, .max), (.max, 0), (0, .max), (1, .max)] as [(UInt32, UInt32)])
  func `Where the numbers make misconceptions agree, options still differ`(i: UInt32, j: UInt32) throws {
    let catalogue = fixtureCatalogue()
    for item in openingItems() {
      let question = try item.asked(i, j, catalogue)
      #expect(QuizCheck.problem(in: question) == nil, "\(item.id)")
      #expect(question.mistake(behind: question.key) == nil, "\(item.id)")
    }
  }

  @Test func `The key is not always in the same place`() throws {
    let catalogue = fixtureCatalogue()
    for item in openingItems() where item.forms[0] == .choice {
      let places = try (0..<40).map { (seed: UInt64) in
        let question = try item.question(seed: seed, misconceptions: catalogue)
        return question.options.firstIndex(of: question.key)
      }
      #expect(Set(places).count >= 3, "\(item.id)")
    }
  }

  @Test func `A typed question offers no options`() throws {
    let question = try fixtureItem("fx-first-data").asked(100, 300, fixtureCatalogue())
    #expect(question.form == .typed && question.options.isEmpty)
  }

  @Test func `Single numbers are offered in their order`() throws {
    let item = try #require(
      ItemReader.read(
        """
        - id: numbers
          revision: 1
          chapter: c
          exams: []
          scenario: |
            server listen
            client connect
            settle
            client send 1
          ask: { kind: field, segment: 4, of: [seq] }
          form: choice
          sources: []
        """, file: "numbers.yaml"
      ).first)
    for seed in 0..<10 as Range<UInt64> {
      let options = try item.question(seed: seed, misconceptions: fixtureCatalogue()).options
      #expect(options.map { $0.text(in: .en) } == ["seq=100", "seq=101", "seq=102", "seq=301"])
    }
  }

  @Test func `Without a catalogue there is the key alone`() throws {
    let question = try fixtureItem("fx-third-segment").asked(100, 300, MisconceptionCatalogue())
    #expect(question.options == [question.key] && question.distractorCount == 0)
    #expect(QuizCheck.problem(in: question)?.en.contains("no misconception gives a wrong answer") == true)
  }
}
