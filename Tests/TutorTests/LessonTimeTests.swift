import Bilingual
import Screen
import Testing

@testable import Tutor

@Suite struct `Going back` {
  @Test func `From a told beat it is to the one before, as it was told`() throws {
    var learner = try Learner.inChapter(.en)
    var seen: [[String]] = [learner.lines]
    for index in 1...lastBeat {
      try learner.goOn()
      if let right = predictions[index] {
        try learner.answer(right.en)
        try learner.goOn()
      }
      seen.append(learner.lines)
    }
    for index in (0..<lastBeat).reversed() {
      try learner.press(.left)
      #expect(learner.lines == seen[index], "beat \(index + 1)")
      #expect(!learner.tutor.isAnimating && learner.effects == [])
    }
    try learner.press(.left, .left)
    #expect(learner.lines == seen[0])
  }

  @Test(arguments: [Key.left, .character("b"), .backspace])
  func `From a question it is to the beat before, and forward again it asks anew`(key: Key) throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 2)
    let told = learner.lines
    try learner.goOn()
    let asked = learner.lines
    try learner.press(.down, key)
    #expect(learner.lines == told)
    try learner.goOn()
    #expect(learner.lines == asked)
    try learner.answer("SYN,ACK seq=900 ack=701")
    try learner.press(key)
    #expect(learner.lines == told)
    try learner.goOn()
    #expect(learner.lines == asked)
  }

  @Test func `From what a wrong answer led to it is to the beat before`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 2)
    let told = learner.lines
    try learner.goOn()
    try learner.answer("SYN,ACK seq=900 ack=702")
    try learner.press(.right)
    try learner.watch(seconds: 0.5)
    try learner.press(.left)
    #expect(learner.lines == told && !learner.tutor.isAnimating)
  }

  @Test func `While a beat is being played it ends the playing first`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    try learner.answer("SYN-SENT")
    try learner.press(.right)
    #expect(learner.tutor.isAnimating)
    try learner.press(.left)
    #expect(!learner.tutor.isAnimating && learner.beat == 2 && learner.sees("SYN seq=700"))
  }
}

@Suite struct `Time in a lesson` {
  /// A beat that is being played: the client's SYN is on its way.
  private func moving(_ size: Size = .usual) throws -> Learner {
    var learner = try Learner.inChapter(.en, size)
    try learner.goTo(beat: 2, isTold: false)
    try learner.answer("SYN-SENT")
    try learner.press(.right)
    return learner
  }

  @Test func `A beat is played frame by frame, and comes to where a key would have taken it`() throws {
    var learner = try moving()
    #expect(learner.tutor.isAnimating)
    var frames: Set<[String]> = [learner.lines]
    while learner.tutor.isAnimating {
      try learner.take(.tick(33_000_000))
      frames.insert(learner.lines)
    }
    #expect(frames.count > 4, "it moves little by little")
    var quick = try moving()
    try quick.press(.right)
    #expect(quick.lines == learner.lines)
  }

  @Test func `A resize in the middle leaves the playing where it was`() throws {
    for (from, to) in [(Size.usual, Size.large), (.large, .usual), (.usual, .least)] {
      var learner = try moving(from)
      try learner.watch(seconds: 0.3)
      try learner.resize(to.columns, to.rows)
      #expect(learner.tutor.isAnimating && learner.beat == 2)
      try learner.watch()
      var calm = try moving(to)
      try calm.press(.right)
      #expect(learner.lines == calm.lines)
    }
  }

  @Test func `Too small a screen in the middle changes nothing but the screen`() throws {
    var learner = try moving()
    try learner.watch(seconds: 0.3)
    let before = learner.lines
    try learner.resize(20, 5)
    try learner.press(.right, .left, .enter)
    try learner.resize(80, 24)
    #expect(learner.lines == before && learner.tutor.isAnimating)
  }

  @Test func `Playing goes from beat to beat, and waits at a question`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.press(.character("p"))
    #expect(learner.tutor.isAnimating && learner.titleLine.contains("playing ×1"))
    try learner.watch()
    #expect(!learner.tutor.isAnimating && learner.beat == 2)
    #expect(learner.digit(of: "SYN-SENT") != nil)
    try learner.answer("SYN-SENT")
    #expect(!learner.tutor.isAnimating)
    try learner.press(.right)
    try learner.watch()
    #expect(learner.beat == 3 && learner.titleLine.contains("playing"))
  }

  @Test func `Playing stays at a beat long enough to read it`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.press(.character("p"))
    try learner.watch(seconds: 4)
    #expect(learner.beat == 1)
    try learner.press(.character("p"))
    #expect(!learner.titleLine.contains("playing"))
    try learner.watch()
    #expect(learner.beat == 1 && !learner.tutor.isAnimating)
  }

  @Test func `While playing, what a wrong answer leads to stays long enough to read it`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2)
    try learner.press(.character("p"))
    try learner.watch()
    try learner.answer("SYN,ACK seq=900 ack=702")
    try learner.press(.right)
    while learner.tutor.isAnimating && !learner.sees("RST seq=702") { try learner.take(.tick(100_000_000)) }
    #expect(learner.sees("RST seq=702"))
    try learner.watch(seconds: 4)
    #expect(learner.sees("Had it been sent so"))
  }

  @Test func `Playing stops behind the last beat`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: lastBeat - 1)
    try learner.press(.character("p"))
    try learner.watch()
    #expect(learner.beat == lastBeat && !learner.titleLine.contains("playing") && !learner.tutor.isAnimating)
  }

  @Test func `Playing is made faster and slower, within limits`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.press(.character("p"))
    let speeds = try (0..<5).map { _ in
      try learner.press(.character("+"))
      return learner.titleLine.split(separator: " ").first { $0.hasPrefix("×") }.map(String.init)
    }
    #expect(speeds == ["×2", "×4", "×8", "×8", "×8"])
    for _ in 0..<9 { try learner.press(.character("-")) }
    #expect(learner.titleLine.contains("播放中 ×0.25"))
  }

  @Test func `Nothing moves below a help page`() throws {
    var learner = try moving()
    try learner.press(.character("?"))
    #expect(!learner.tutor.isAnimating)
    try learner.press(.escape)
    #expect(learner.tutor.isAnimating)
  }
}
