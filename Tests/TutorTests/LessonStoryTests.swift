import Bilingual
import Course
import Quiz
import Screen
import Support
import Testing

@testable import Tutor

extension Learner {
  /// Goes through the fixture to a beat, and answers rightly on the way.
  ///
  /// - Parameter isTold: whether to go on behind the beat's question, if it has one.
  mutating func goTo(beat: Int, isTold: Bool = true) throws {
    let questions = try fixturePredictions(tutor.context.language)
    for index in 1..<max(1, beat + 1) {
      try goOn()
      guard let question = questions[index], index < beat || isTold else { continue }
      try answer(question)
      try goOn()
    }
  }

  /// A beat that is being played: the client's SYN is on its way.
  static func moving(_ size: Size = .usual) throws -> Learner {
    var learner = try Learner.inChapter(.en, size)
    try learner.goTo(beat: 2, isTold: false)
    try learner.answer(try #require(fixturePredictions(.en)[2]))
    try learner.press(.right)
    return learner
  }
}

@Suite struct `A lesson` {
  private func isAt(_ learner: Learner, _ number: Int) -> Bool { learner.titleLine.contains(" \(number)/9   中/EN") }

  @Test(arguments: Language.allCases, Size.all)
  func `Is gone through from beginning to end with right predictions`(language: Language, size: Size) throws {
    let chapter = try fixtureChapter(language)
    let questions = try fixturePredictions(language)
    var learner = try Learner.inChapter(language, size)
    #expect(isAt(learner, 1) && !learner.isMoving)
    for index in 1..<9 {
      try learner.goOn()
      #expect(isAt(learner, index + 1))
      let heading = try #require(chapter.beats[index].title)
      if let question = questions[index] {
        #expect(!learner.textArea.contains { $0.trimmed == heading } && learner.reads(question.stem()[language]))
        try learner.answer(question)
        try learner.expectVerdict(rightly: true, "beat \(index + 1)")
        #expect(learner.titleLine.contains("✓"))
        try learner.goOn()
      }
      #expect(isAt(learner, index + 1))
      #expect(learner.textArea.contains { $0.trimmed == heading }, "beat \(index + 1):\n\(learner.screen)")
      #expect(learner.effects == [] && !learner.isMoving)
    }
    try learner.press(.right)
    #expect(learner.effects == [.content(.paper(PaperRequest(chapter: Fixture.chapter)))])
  }

  @Test(arguments: Language.allCases, Size.all)
  func `Is gone through from beginning to end with wrong predictions`(language: Language, size: Size) throws {
    let chapter = try fixtureChapter(language)
    let questions = try fixturePredictions(language)
    var learner = try Learner.inChapter(language, size)
    for index in 1..<9 {
      try learner.goOn()
      guard let question = questions[index] else { continue }
      try learner.answer(question, rightly: false)
      try learner.expectVerdict(rightly: false, "beat \(index + 1)\n\(learner.screen)")
      #expect(learner.titleLine.contains("✗"))
      try learner.goOn()
      // What would come of the answer is seen first, where an end can act on it.
      let heading = try #require(chapter.beats[index].title)
      if !learner.textArea.contains(where: { $0.trimmed == heading }) { try learner.goOn() }
      #expect(isAt(learner, index + 1))
    }
    try learner.press(.right)
    #expect(learner.effects == [.content(.paper(PaperRequest(chapter: Fixture.chapter)))])
  }

  @Test func `Shows what has become of both ends after every beat`() throws {
    let states = [
      ("CLOSED", "CLOSED"), ("CLOSED", "LISTEN"), ("SYN-SENT", "LISTEN"), ("ESTABLISHED", "ESTABLISHED"),
      ("FIN-WAIT-1", "ESTABLISHED"), ("FIN-WAIT-2", "CLOSE-WAIT"), ("TIME-WAIT", "CLOSED"), ("CLOSED", "CLOSED"),
      ("CLOSED", "CLOSED"),
    ]
    for (index, (client, server)) in states.enumerated() {
      var learner = try Learner.inChapter(.en)
      try learner.goTo(beat: index)
      if index == 8 { try learner.press(.character("d")) }
      #expect(learner.states == [client, server], "beat \(index + 1)")
    }
  }

  @Test func `A question waits until it is answered, says so, and is answered once`() throws {
    let question = try #require(fixturePredictions(.en)[2])
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    let keys = learner.keyLine
    for key in [Key.right, .character(" ")] {
      try learner.press(key)
      #expect(learner.titleLine.contains("answer first, then go on") && learner.keyLine == keys)
      #expect(learner.effects == [] && learner.reads(question.stem().en))
    }
    for key in [Key.character("9"), .character("0"), .character("x")] {
      try learner.press(key)
      #expect(learner.titleLine.contains("? lists the keys") && learner.keyLine == keys && learner.effects == [])
    }
    try learner.answer(question)
    #expect(!learner.titleLine.contains("lists the keys"))
    // A digit looks at an option, and is no other answer.
    try learner.press(.character("1"), .character("2"))
    #expect(learner.reads("This one") && learner.textArea.contains { $0.contains("✓ 4  SYN-SENT") })
  }

  @Test func `Enter answers nothing until something is chosen, however often it is pressed`() throws {
    var learner = try Learner.inChapter(.en)
    for _ in 0..<40 { try learner.press(.enter) }
    #expect(isAt(learner, 3) && learner.sees("choose first: 1-"))
    #expect(!learner.sees("▶") && !learner.sees("✓") && !learner.sees("✗"))
  }

  @Test func `Arrows choose an option and Enter gives it`() throws {
    let question = try #require(fixturePredictions(.en)[2])
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    func selected() -> Int? { learner.textArea.firstIndex { $0.contains("▶") } }
    #expect(selected() == nil)
    try learner.press(.down)
    let first = try #require(selected())
    for _ in 0..<9 { try learner.press(.down) }
    #expect(selected() == first + question.options.count - 1)
    for _ in 0..<9 { try learner.press(.up) }
    #expect(selected() == first)
    let right = try #require(question.options.firstIndex(of: question.key))
    for _ in 0..<right { try learner.press(.down) }
    try learner.press(.enter)
    try learner.expectVerdict(rightly: true)
  }

  @Test func `The options keep their places when one is given`() throws {
    let question = try #require(fixturePredictions(.en)[2])
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    func options() -> [String] {
      learner.textArea.filter { line in question.options.contains { line.hasSuffix(question.text(of: $0, in: .en)) } }
        .map { String($0.drop { !$0.isNumber }) }.filter { !$0.isEmpty }
    }
    let before = options()
    #expect(before.count == question.options.count)
    try learner.answer(question, rightly: false)
    #expect(options() == before)
  }

  @Test func `A click chooses an option, and one more gives it`() throws {
    let question = try #require(fixturePredictions(.en)[2])
    let right = try #require(question.options.firstIndex(of: question.key))
    for size in Size.all {
      var learner = try Learner.inChapter(.en, size)
      try learner.goTo(beat: 2, isTold: false)
      let y = try #require(learner.lines.firstIndex { $0.contains("\(right + 1)  SYN-SENT") })
      try learner.click(x: size.columns - 10, y: 1)
      #expect(!learner.sees("▶"))
      let x = size.columns >= 120 ? size.columns - 20 : 10
      try learner.click(x: x, y: y)
      #expect(learner.sees("▶ \(right + 1)") && !learner.sees("✓"))
      try learner.click(x: x, y: y)
      try learner.expectVerdict(rightly: true)
    }
  }

  @Test func `The same chapter asks in the same way every time`() throws {
    var first = try Learner.inChapter(.zh)
    var again = try Learner.inChapter(.zh)
    try first.goTo(beat: 4, isTold: false)
    try again.goTo(beat: 4, isTold: false)
    #expect(first.lines == again.lines)
  }

  @Test func `Escape goes home, and never out of the program; q does that`() throws {
    var learner = try Learner.inChapter(.en)
    try learner.goTo(beat: 2, isTold: false)
    try learner.press(.escape)
    #expect(learner.effects == [.content(.titles), .content(.extent)] && learner.sees("▌ Continue"))
    for _ in 0..<5 { try learner.press(.escape) }
    #expect(learner.effects == [])
    try learner.press(.enter, .right, .character("q"))
    #expect(learner.effects == [.quit])
  }
}

@Suite struct `What is wrong with content while it is open` {
  /// The fixture in a folder of its own.
  private func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for path in [
      "Lessons/zh/fixture.md", "Lessons/en/fixture.md", "Quizzes/items.yaml", "Quizzes/misconceptions.yaml",
    ] {
      try folder.write(path, Fixture.text(path))
    }
    return folder
  }

  private func learner(_ folder: TemporaryFolder) throws -> Learner {
    try Learner(
      [HomePage(chapters: [fixtureTitle])], Context(language: .en, glyphs: .unicode), directory: folder.path)
  }

  @Test func `Without misconceptions a choice is not asked, and why is told; all else goes on`() throws {
    let folder = try copy()
    try folder.write("Quizzes/misconceptions.yaml", "- id: x\n  assumed: [\n")
    var learner = try learner(folder)
    try learner.press(.enter)
    #expect(learner.reads("misconceptions.yaml:") || learner.sees("misconceptions.yaml:"), "\(learner.screen)")
    try learner.goOn()
    try learner.goOn()
    #expect(learner.titleLine.contains(" 3/9 ") && learner.reads("A question was to be asked here:"))
    #expect(learner.reads("misconceptions.yaml:3:") && !learner.sees("▶ 1"), "\(learner.screen)")
    // What is typed needs none.
    try learner.goOn()
    #expect(learner.sees("Answer:"))
  }

  @Test func `A chapter that breaks while it is open is told of with its place, and stays as it was`() throws {
    let folder = try copy()
    var learner = try learner(folder)
    try learner.press(.enter, .right)
    try folder.write(
      "Lessons/zh/fixture.md",
      try Fixture.text("Lessons/zh/fixture.md").replacing("server listen", with: "server lisen"))
    let before = learner.textArea
    try learner.press(.character("l"))
    let broken = learner.lines[1...3].joined().squeezed
    #expect(broken.contains("Lessons/zh/fixture.md:") && broken.contains(":8"), "\(learner.screen)")
    try learner.press(.down, .up)
    #expect(learner.textArea == before)
  }

  @Test func `A chapter that does something else by now begins anew, and that is said`() throws {
    let folder = try copy()
    var learner = try learner(folder)
    try learner.press(.enter, .right, .right)
    try folder.write(
      "Lessons/zh/fixture.md",
      try Fixture.text("Lessons/zh/fixture.md").replacing("server listen\n", with: "server listen\nclient status\n"))
    try learner.press(.character("l"))
    #expect(learner.titleLine.contains(" 1/9 ") || learner.sees("1/9"))
    #expect(learner.screen.squeezed.contains("从头开始"), "\(learner.screen)")
  }

  @Test func `A chapter in one language is opened in that, and it is said`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Lessons/zh/fixture.md", try Fixture.text("Lessons/zh/fixture.md"))
    try folder.write("Lessons/en/.keep", "")
    var learner = try learner(folder)
    try learner.press(.enter)
    #expect(learner.sees("fixture exists in Chinese only: --lang zh"), "\(learner.screen)")
    #expect(learner.sees("client"))
  }
}
