import Bilingual
import Screen
import Testing

@testable import Tutor

@Suite struct `Going back` {
  @Test func `From a told beat it is to the one before, as it was told`() throws {
    let questions = try fixturePredictions(.en)
    var learner = try Learner.inChapter(.en)
    var seen: [[String]] = [learner.lines]
    for index in 1..<9 {
      try learner.goOn()
      if let question = questions[index] {
        try learner.answer(question)
        try learner.goOn()
      }
      seen.append(learner.lines)
    }
    for index in (0..<8).reversed() {
      try learner.press(.left)
      // But for the marks of those that were reached.
      #expect(learner.lines.dropFirst() == seen[index].dropFirst(), "beat \(index + 1)")
      #expect(!learner.isMoving && learner.effects == [])
    }
    try learner.press(.left)
    #expect(learner.sees("this is the first step") && learner.lines.dropFirst() == seen[0].dropFirst())
  }

  @Test(arguments: [Key.left, .character("b"), .backspace])
  func `From a question it is to the beat before, and forward again the question`(key: Key) throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 3)
    let told = learner.lines
    try learner.goOn()
    let asked = learner.lines
    try learner.press(.down, key)
    #expect(learner.lines.dropFirst() == told.dropFirst())
    try learner.goOn()
    #expect(learner.lines == asked)
  }

  @Test func `Escape closes the header box, and only then the chapter`() throws {
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 3)
    let told = learner.lines
    try learner.press(.character("i"))
    #expect(learner.sees("源端口") && learner.lines != told)
    try learner.press(.escape)
    #expect(learner.lines == told)
  }

  @Test func `What was answered stays answered, and is asked again by its key`() throws {
    let question = try #require(fixturePredictions(.zh)[4])
    var learner = try Learner.inChapter(.zh)
    try learner.goTo(beat: 4, isTold: false)
    let asked = learner.lines
    try learner.answer(question, rightly: false)
    try learner.press(.left)
    try learner.goOn()
    #expect(learner.titleLine.contains("✗   ●●●●●○○○○ 5/9") && !learner.reads(question.stem().zh))
    try learner.press(.character("r"))
    #expect(learner.lines == asked)
  }

  @Test func `While a beat is being played it plays it again, and where that has just begun it goes back`() throws {
    var learner = try Learner.moving()
    let begun = learner.lines
    try learner.watch(seconds: 0.6)
    #expect(learner.lines != begun)
    try learner.press(.left)
    #expect(learner.isMoving && learner.titleLine.contains(" 3/9 ") && learner.lines.dropLast() == begun.dropLast())
    try learner.press(.left)
    #expect(!learner.isMoving && learner.titleLine.contains(" 2/9 "))
  }
}

@Suite struct `Time in a lesson` {
  @Test func `A beat is played frame by frame, and comes to where a key would have taken it`() throws {
    var learner = try Learner.moving()
    #expect(learner.isMoving)
    var frames: Set<[String]> = [learner.lines]
    while learner.isMoving {
      try learner.watch(seconds: 0.034)
      frames.insert(learner.lines)
    }
    #expect(frames.count > 4, "it moves little by little")
    var quick = try Learner.moving()
    try quick.press(.right)
    #expect(quick.lines == learner.lines)
  }

  @Test func `A resize in the middle leaves the playing where it was`() throws {
    for (from, to) in [(Size.usual, Size.large), (.large, .usual), (.usual, .least)] {
      var learner = try Learner.moving(from)
      try learner.watch(seconds: 0.3)
      try learner.resize(to.columns, to.rows)
      #expect(learner.isMoving && learner.titleLine.contains(" 3/9 "))
      try learner.watch()
      var calm = try Learner.moving(to)
      try calm.press(.right)
      #expect(learner.lines == calm.lines)
    }
  }

  @Test func `Too small a screen in the middle changes nothing but the screen`() throws {
    var learner = try Learner.moving()
    try learner.watch(seconds: 0.3)
    let before = learner.lines
    try learner.resize(20, 5)
    try learner.press(.right, .left, .enter)
    try learner.resize(80, 24)
    #expect(learner.lines == before && learner.isMoving)
  }

  @Test func `Space stops it anywhere, and lets it go on from there`() throws {
    var learner = try Learner.moving()
    try learner.watch(seconds: 0.4)
    #expect(learner.keyLine.contains("Space stop"))
    try learner.press(.character(" "))
    let stopped = learner.lines
    #expect(!learner.isMoving && learner.keyLine.contains("Space move on") && learner.sees("●"))
    learner.wait(seconds: 20)
    try learner.press(.character("?"), .escape)
    #expect(!learner.isMoving && learner.lines == stopped)
    try learner.press(.character(" "))
    #expect(learner.isMoving && learner.lines.dropLast() == stopped.dropLast())
    try learner.press(.character(" "), .right)
    var calm = try Learner.moving()
    try calm.press(.right)
    #expect(!learner.isMoving && learner.lines == calm.lines && learner.keyLine.contains("next"))
  }

  @Test func `Without motion a beat is there at once`() throws {
    let chapter = try fixtureChapter(.zh)
    var learner = try Learner(
      [LessonPage(chapter)], Context(language: .zh, glyphs: .unicode, usesMotion: false))
    try learner.press(.right)
    #expect(!learner.isMoving)
  }

  @Test func `Frames that never came change nothing: what moves is where the time says`() throws {
    var smooth = try Learner.moving()
    try smooth.watch(seconds: 0.5)
    var jerky = try Learner.moving()
    jerky.wait(seconds: 0.5)
    try jerky.take(.time)
    #expect(jerky.lines == smooth.lines)
  }

  @Test func `Playing goes from beat to beat, and waits at a question`() throws {
    let question = try #require(fixturePredictions(.en)[2])
    var learner = try Learner.inChapter(.en)
    try learner.press(.character("p"))
    #expect(learner.isMoving && learner.titleLine.contains("playing ×1") && learner.keyLine.contains("p pause"))
    try learner.watch()
    #expect(!learner.isMoving && learner.titleLine.contains(" 3/9 ") && learner.reads(question.stem().en))
    try learner.answer(question)
    #expect(!learner.isMoving)
    try learner.press(.right)
    try learner.watch()
    #expect(learner.titleLine.contains(" 4/9 ") && learner.titleLine.contains("playing"))
  }

  @Test func `Playing stays at a beat long enough to read it`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.press(.character("p"))
    try learner.watch(seconds: 1.9)
    #expect(learner.titleLine.contains(" 1/9 ") && learner.keyLine.contains("p pause   + faster   - slower"))
    for _ in 0..<300 where learner.titleLine.contains(" 1/9 ") { try learner.watch(seconds: 0.1) }
    for _ in 0..<300 where learner.keyLine.contains("to the end") { try learner.watch(seconds: 0.1) }
    try learner.watch(seconds: 1.8)
    #expect(learner.titleLine.contains(" 2/9 "))
    try learner.press(.character("p"))
    #expect(!learner.titleLine.contains("playing"))
    try learner.watch()
    #expect(learner.titleLine.contains(" 2/9 ") && !learner.isMoving)
  }

  @Test func `Playing stops behind the last beat`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 8)
    try learner.press(.right, .escape, .left, .character("p"))
    try learner.watch()
    #expect(learner.sees("The chapter is done"), "\(learner.screen)")
    #expect(!learner.titleLine.contains("playing") && !learner.isMoving)
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

  @Test func `Nothing moves below a help page, and it goes on where it was`() throws {
    var learner = try Learner.moving()
    try learner.watch(seconds: 0.3)
    let before = learner.lines
    try learner.press(.character("?"))
    #expect(!learner.isMoving)
    learner.wait(seconds: 20)
    try learner.press(.escape)
    #expect(learner.isMoving && learner.lines == before)
  }
}

@Suite struct `A motion` {
  private let start = Moment(nanoseconds: 1_000, wallSeconds: 0)

  private func after(_ nanoseconds: Int64) -> Moment { start.advanced(by: nanoseconds) }

  @Test func `Is a function of the time, and never goes beyond its end`() {
    let motion = Motion(lasting: 100, from: start, speed: 1)
    #expect([0, 25, 100, 1_000].map { motion.elapsed(at: after($0)) } == [0, 25, 100, 100])
    #expect(motion.elapsed(at: Moment(nanoseconds: 0, wallSeconds: 0)) == 0 && motion.end == after(100))
  }

  @Test func `Goes on from where it was halted, with another speed`() {
    var motion = Motion(lasting: 100, from: start, speed: 1)
    motion.halt(at: after(50))
    #expect(motion.elapsed(at: after(5_000)) == 50 && motion.end == nil)
    motion.go(at: after(6_000), speed: 2)
    #expect(motion.elapsed(at: after(6_010)) == 70 && motion.end == after(6_025))
  }
}
