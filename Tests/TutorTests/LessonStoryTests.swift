import Bilingual
import Course
import Quiz
import Screen
import Testing

@testable import Tutor

/// What is asked before a beat of the chapter, by the beat's index, and what the rules answer.
let predictions: [Int: Localized] = [
  2: Localized(zh: "SYN-SENT", en: "SYN-SENT"),
  3: Localized(zh: "SYN,ACK seq=300 ack=101", en: "SYN,ACK seq=300 ack=101"),
  4: Localized(zh: "seq=101  ack=301", en: "seq=101  ack=301"),
  5: Localized(zh: "什么也不发", en: "nothing"),
  6: Localized(zh: "seq=101", en: "seq=101"),
]

extension Learner {
  /// Goes through the chapter to a beat, and answers rightly on the way.
  ///
  /// - Parameter isTold: whether to go on behind the beat's question, if it has one.
  mutating func goTo(beat: Int, isTold: Bool = true) throws {
    for index in 1..<max(1, beat + 1) {
      try goOn()
      guard let right = predictions[index], index < beat || isTold else { continue }
      try answer(right[tutor.context.language])
      try goOn()
    }
  }

  /// An option that is not the right answer of a beat.
  func wrongDigit(beat: Int) throws -> Character {
    let right = try #require(predictions[beat])[tutor.context.language]
    let digit = digit(of: right)
    return digit == "1" ? "2" : "1"
  }
}

@Suite struct `A lesson` {
  private func title(_ learner: Learner, _ number: Int) -> Bool {
    learner.titleLine.contains(" \(number)/9  rfc9293  ")
  }

  @Test(arguments: Language.allCases, [Size.usual, .large])
  func `Is gone through from beginning to end with right predictions`(language: Language, size: Size) throws {
    let chapter = try shippedChapter(language)
    var learner = try Learner.inChapter(language, size)
    #expect(title(learner, 1) && !learner.tutor.isAnimating)
    for index in 1..<9 {
      try learner.goOn()
      #expect(title(learner, index + 1))
      let heading = try #require(chapter.beats[index].title)
      if let right = predictions[index] {
        #expect(!learner.sees(" \(heading)\n") && learner.digit(of: right[language]) != nil)
        try learner.answer(right[language])
        #expect(learner.sees(language == .zh ? "正确。" : "Right."))
        #expect(learner.sees("✓") && !learner.sees("✗"))
        try learner.goOn()
      }
      #expect(title(learner, index + 1))
      #expect(learner.textArea.contains { $0.trimmed == heading }, "beat \(index + 1):\n\(learner.screen)")
      #expect(learner.effects == [] && !learner.tutor.isAnimating)
    }
    try learner.press(.right)
    #expect(learner.effects == [.loadQuiz(chapter: "three-way-handshake")])
  }

  @Test(arguments: Language.allCases, [Size.usual, .large])
  func `Is gone through from beginning to end with wrong predictions`(language: Language, size: Size) throws {
    var learner = try Learner.inChapter(language, size)
    for index in 1..<9 {
      try learner.goOn()
      guard let right = predictions[index] else { continue }
      try learner.press(.character(learner.wrongDigit(beat: index)))
      #expect(learner.sees(language == .zh ? "不对。" : "Not so."))
      #expect(learner.textArea.contains { $0.contains("✗") } && learner.textArea.contains { $0.contains("✓") })
      #expect(learner.textArea.contains { $0.trimmed.hasSuffix(right[language]) && $0.contains("✓") })
      try learner.goOn()
      // Only where a segment was asked for, and one is sent, there is something to play out.
      let isPlayedOut = learner.sees(language == .zh ? "假如这样发" : "Had it been sent so")
      #expect(isPlayedOut == (index == 3), "beat \(index + 1)")
      if isPlayedOut { try learner.goOn() }
      #expect(title(learner, index + 1))
    }
    try learner.press(.right)
    #expect(learner.effects == [.loadQuiz(chapter: "three-way-handshake")])
  }

  @Test func `Shows what has become of both ends after every beat`() throws {
    let states = [
      ("CLOSED", "CLOSED"), ("CLOSED", "LISTEN"), ("SYN-SENT", "LISTEN"), ("SYN-SENT", "SYN-RECEIVED"),
      ("ESTABLISHED", "SYN-RECEIVED"), ("ESTABLISHED", "ESTABLISHED"), ("ESTABLISHED", "ESTABLISHED"),
      ("ESTABLISHED", "ESTABLISHED"), ("ESTABLISHED", "ESTABLISHED"),
    ]
    for (index, (client, server)) in states.enumerated() {
      var learner = try Learner.inChapter(.en)
      try learner.goTo(beat: index)
      let card = learner.lines[2].split(separator: " ")
      #expect(card.first.map(String.init) == client && card.last.map(String.init) == server, "beat \(index + 1)")
    }
  }

  @Test func `A wrong answer is played out to the reset, and then the right one is told`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 3, isTold: false)
    try learner.answer("SYN,ACK seq=300 ack=102")
    #expect(learner.sees("SYN 占一个，“下一个”再加一"))
    try learner.press(.right)
    #expect(learner.tutor.isAnimating)
    try learner.watch()
    #expect(learner.sees("RST seq=102") && learner.sees("假如这样发"))
    try learner.goOn()
    #expect(!learner.sees("RST") && learner.sees("SYN,ACK seq=300 ack=101") && learner.sees("服务器应答"))
  }

  @Test func `A question waits until it is answered, and is answered once`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    let asked = learner.textArea
    for key in [Key.right, .character(" "), .character("9"), .character("0"), .character("x")] {
      try learner.press(key)
      #expect(learner.effects == [] && learner.titleLine.contains(" 3/9 ") && learner.digit(of: "SYN-SENT") != nil)
    }
    #expect(learner.textArea.prefix(asked.count).map(\.trimmed).filter { !$0.isEmpty }.count >= 5)
    try learner.answer("SYN-SENT")
    let answered = learner.lines
    try learner.press(.character("1"), .character("2"))
    #expect(learner.lines == answered)
  }

  @Test func `Arrows choose an option and Enter gives it`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    func selected() -> Int? { learner.textArea.firstIndex { $0.contains("▶") } }
    let first = try #require(selected())
    try learner.press(.up)
    #expect(selected() == first)
    try learner.press(.down, .down)
    #expect(selected() == first + 2)
    try learner.press(.down, .down, .down)
    #expect(selected() == first + 3)
    let digit = try #require(learner.digit(of: "SYN-SENT")?.wholeNumberValue)
    for _ in 0..<(4 - digit) { try learner.press(.up) }
    try learner.press(.enter)
    #expect(learner.sees("Right."))
  }

  @Test func `A click on an option gives it`() throws {
    for size in [Size.usual, .large] {
      var learner = try Learner.inChapter(.en, size)
      try learner.goTo(beat: 3, isTold: false)
      let y = try #require(learner.lines.firstIndex { $0.contains("SYN,ACK seq=300 ack=101") && $0.contains("3  ") })
      try learner.take(.input(.click(Point(x: size.columns - 10, y: 1))))
      #expect(!learner.sees("✓"))
      try learner.take(.input(.click(Point(x: size == .large ? 80 : 10, y: y))))
      #expect(learner.sees("Right."))
    }
  }

  @Test func `The same chapter asks in the same way every time`() throws {
    var first = try Learner.inChapter(.zh)
    var again = try Learner.inChapter(.zh)
    try first.goTo(beat: 3, isTold: false)
    try again.goTo(beat: 3, isTold: false)
    #expect(first.lines == again.lines)
  }

  @Test(arguments: [Key.character("q"), .escape])
  func `Is left by one key, which ends the program if it began there`(key: Key) throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 3, isTold: false)
    try learner.press(key)
    #expect(learner.effects == [.quit])
    var fromHome = try Learner.atHome(.en)
    try fromHome.press(.enter, key)
    #expect(fromHome.effects == [] && fromHome.sees("▶ 1   10.3.6"))
  }
}
