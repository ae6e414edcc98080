import Testing

@testable import Quiz

/// What each misconception answers to the shipped items where the client's ISN is 100 and the server's 300.
private let wrongAnswers: [(item: String, answer: String, misconception: String)] = [
  ("hs-second-segment", "SYN,ACK seq=300 ack=100", "ack-not-plus-one"),
  ("hs-second-segment", "SYN,ACK seq=300 ack=102", "ack-counts-one-more"),
  ("hs-second-segment", "SYN,ACK seq=101 ack=300", "seq-ack-swapped"),
  ("hs-second-segment", "SYN,ACK seq=300 ack=301", "same-number-both-ways"),
  ("hs-second-segment", "SYN seq=300", "syn-without-ack"),
  ("hs-second-segment", "ACK seq=300 ack=101", "ack-instead-of-syn-ack"),
  ("hs-second-segment", "nothing", "nothing-is-sent"),
  ("hs-third-segment", "seq=101 ack=300", "ack-not-plus-one"),
  ("hs-third-segment", "seq=101 ack=302", "ack-counts-one-more"),
  ("hs-third-segment", "seq=301 ack=101", "seq-ack-swapped"),
  ("hs-third-segment", "seq=100 ack=301", "seq-restarts-at-isn"),
  ("hs-third-segment", "seq=101 ack=102", "same-number-both-ways"),
  ("hs-syn-ack-lost", "ESTABLISHED", "established-too-early"),
  ("hs-syn-ack-lost", "SYN-RECEIVED", "both-established-together"),
  ("hs-third-ack-lost", "ESTABLISHED", "established-too-early"),
  ("hs-third-ack-lost", "LISTEN", "syn-received-means-not-acknowledged"),
  ("hs-third-ack-lost", "SYN-SENT", "listen-becomes-syn-sent"),
  ("hs-third-ack-lost", "CLOSED", "third-ack-lost-fails"),
  ("hs-first-data", "102", "ack-consumes-a-number"),
  ("hs-first-data", "301", "seq-ack-swapped"),
  ("hs-first-data", "100", "seq-restarts-at-isn"),
]

@Suite struct `Wrong answers` {
  @Test(arguments: wrongAnswers)
  func `A wrong answer is named by the misconception that gives it`(
    item: String, answer: String, misconception: String
  ) throws {
    let question = try shippedItem(item).asked(100, 300, shippedCatalogue())
    let given = try Answer.read(answer, for: question.ask)
    #expect(!question.isCorrect(given))
    #expect(question.misconception(behind: given)?.id == misconception)
  }

  @Test func `No misconception answers anything else`() throws {
    for item in try shippedItems() {
      let question = try item.asked(100, 300, shippedCatalogue())
      #expect(question.distractorCount == wrongAnswers.count { $0.item == item.id }, "\(item.id)")
    }
  }

  @Test func `An answer that no misconception gives has no name`() throws {
    let question = try shippedItem("hs-third-segment").asked(100, 300, shippedCatalogue())
    #expect(question.misconception(behind: try Answer.read("1 2", for: question.ask)) == nil)
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func `Options differ from each other and hold the key once`(seed: UInt64) throws {
    let catalogue = try shippedCatalogue()
    for item in try shippedItems() where item.forms[0] == .choice {
      let question = try item.question(seed: seed, misconceptions: catalogue)
      #expect(Set(question.options).count == question.options.count, "\(item.id)")
      #expect(question.options.count { $0 == question.key } == 1, "\(item.id)")
      #expect((3...4).contains(question.options.count), "\(item.id)")
      // What is shown differs too, not only the values.
      #expect(Set(question.options.map { $0.text(in: .zh) }).count == question.options.count, "\(item.id)")
      for option in question.options where option != question.key {
        #expect(question.misconception(behind: option) != nil, "\(item.id): \(option.text(in: .en))")
      }
    }
  }

  @Test(arguments: [(0, 0), (5, 6), (6, 5), (.max, .max), (.max, 0), (0, .max), (1, .max)] as [(UInt32, UInt32)])
  func `Where the numbers make misconceptions agree, options still differ`(i: UInt32, j: UInt32) throws {
    let catalogue = try shippedCatalogue()
    for item in try shippedItems() {
      let question = try item.asked(i, j, catalogue)
      #expect(QuizCheck.problem(in: question) == nil, "\(item.id)")
      #expect(question.misconception(behind: question.key) == nil, "\(item.id)")
    }
  }

  @Test func `The key is not always in the same place`() throws {
    let catalogue = try shippedCatalogue()
    for item in try shippedItems() where item.forms[0] == .choice {
      let places = try (0..<40).map { (seed: UInt64) in
        let question = try item.question(seed: seed, misconceptions: catalogue)
        return question.options.firstIndex(of: question.key)
      }
      #expect(Set(places).count >= 3, "\(item.id)")
    }
  }

  @Test func `A typed question offers no options`() throws {
    let question = try shippedItem("hs-first-data").asked(100, 300, shippedCatalogue())
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
      let options = try item.question(seed: seed, misconceptions: shippedCatalogue()).options
      #expect(options.map { $0.text(in: .en) } == ["seq=100", "seq=101", "seq=102", "seq=301"])
    }
  }

  @Test func `Without a catalogue there is the key alone`() throws {
    let question = try shippedItem("hs-third-segment").asked(100, 300, MisconceptionCatalogue())
    #expect(question.options == [question.key] && question.distractorCount == 0)
    #expect(QuizCheck.problem(in: question)?.en.contains("0 different wrong answers") == true)
  }
}
