import Bilingual
import Course
import Quiz
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `A lesson` {
  @Test(arguments: Language.allCases, [Size.usual, .large])
  func `Is gone through from beginning to end with right predictions`(language: Language, size: Size) throws {
    let chapter = try callChapter(language)
    var learner = try Learner.inChapter(language, size)
    #expect(learner.beat == 0 && learner.titleLine.contains("  rfc9293  ") && !learner.tutor.isAnimating)
    for index in 1...lastBeat {
      try learner.goOn()
      #expect(learner.beat == index)
      let heading = try #require(chapter.beats[index].title)
      if let right = predictions[index] {
        #expect(!learner.sees(" \(heading)\n"))
        let isTyped = learner.isTyping
        #expect(isTyped != (learner.digit(of: right[language]) != nil))
        try learner.answer(right[language])
        #expect(learner.sees(language == .zh ? "正确。" : "Right."))
        #expect(learner.sees("✓") != isTyped && !learner.sees("✗"))
        try learner.goOn()
      }
      #expect(learner.beat == index)
      #expect(learner.textArea.contains { $0.trimmed == heading }, "beat \(index + 1):\n\(learner.screen)")
      #expect(learner.effects == [] && !learner.tutor.isAnimating)
    }
    try learner.press(.right)
    #expect(learner.effects == [.loadQuiz(chapter: Fixture.call)])
  }

  @Test(arguments: Language.allCases, [Size.usual, .large])
  func `Is gone through from beginning to end with wrong predictions`(language: Language, size: Size) throws {
    var learner = try Learner.inChapter(language, size)
    for index in 1...lastBeat {
      try learner.goOn()
      guard let right = predictions[index] else { continue }
      let isTyped = learner.isTyping
      try learner.answerWrongly(beat: index)
      #expect(learner.sees(language == .zh ? "不对。" : "Not so."))
      if isTyped {
        #expect(learner.sees(right[language]))
      } else {
        #expect(learner.textArea.contains { $0.contains("✗") })
        #expect(learner.textArea.contains { $0.trimmed.hasSuffix(right[language]) && $0.contains("✓") })
      }
      try learner.goOn()
      // Only where a segment was asked for, and one is sent, there is something to play out.
      #expect(learner.seesConsequence == (index == 3), "beat \(index + 1)")
      if learner.seesConsequence { try learner.goOn() }
      #expect(learner.beat == index)
    }
    try learner.press(.right)
    #expect(learner.effects == [.loadQuiz(chapter: Fixture.call)])
  }

  @Test func `Shows what has become of both ends after every beat`() throws {
    let states = [
      ("CLOSED", "CLOSED"), ("CLOSED", "LISTEN"), ("SYN-SENT", "LISTEN"), ("SYN-SENT", "SYN-RECEIVED"),
      ("ESTABLISHED", "SYN-RECEIVED"), ("ESTABLISHED", "ESTABLISHED"), ("ESTABLISHED", "ESTABLISHED"),
      ("FIN-WAIT-2", "CLOSE-WAIT"),
      ("TIME-WAIT", "CLOSED"), ("TIME-WAIT", "CLOSED"), ("TIME-WAIT", "CLOSED"),
    ]
    try #require(states.count == lastBeat + 1)
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
    try learner.answer("SYN,ACK seq=900 ack=702")
    #expect(learner.sees("夹具甲确认号多加了一。"))
    try learner.press(.right)
    #expect(learner.tutor.isAnimating)
    try learner.watch()
    #expect(learner.sees("RST seq=702") && learner.sees("假如这样发"))
    try learner.goOn()
    #expect(!learner.sees("RST") && learner.sees("SYN,ACK seq=900 ack=701") && learner.sees("服务器回应"))
  }

  @Test func `A question waits until it is answered, and is answered once`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    let asked = learner.textArea
    for key in [Key.right, .character(" "), .character("9"), .character("0"), .character("x")] {
      try learner.press(key)
      #expect(learner.effects == [] && learner.beat == 2 && learner.digit(of: "SYN-SENT") != nil)
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
      let digit = try #require(learner.digit(of: "SYN,ACK seq=900 ack=701"))
      let y = try #require(learner.lines.firstIndex { $0.contains("\(digit)  SYN,ACK seq=900 ack=701") })
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
    #expect(fromHome.effects == [] && fromHome.sees("▶ 1   9.9"))
  }
}
