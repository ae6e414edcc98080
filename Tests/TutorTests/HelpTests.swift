import Bilingual
import Screen
import Testing

@testable import Tutor

@Suite struct `Help and key maps` {
  @Test func `No page has one key for two things`() {
    #expect(HomePage.keys.duplicates == [])
    #expect(LessonPage.keys.duplicates == [])
    #expect(QuizPage.keys.duplicates == [])
  }

  @Test func `Every key is called something in both languages`() {
    func check<Action>(_ keys: KeyMap<Action>) {
      for binding in keys.bindings {
        #expect(!binding.keys.isEmpty && !binding.label.zh.isEmpty && !binding.label.en.isEmpty)
        #expect(binding.label.zh != binding.label.en)
      }
    }
    check(HomePage.keys)
    check(LessonPage.keys)
    check(QuizPage.keys)
  }

  @Test func `Everything can be done without letters, which an input method may take`() {
    func isLetter(_ key: Key) -> Bool { if case .character(let character) = key { character.isLetter } else { false } }
    func without<Action>(_ keys: KeyMap<Action>) -> [String] {
      keys.bindings.filter { $0.keys.allSatisfy(isLetter) }.map(\.label.en)
    }
    #expect(without(QuizPage.keys) == [])
    // Shortcuts for what is no step of the course.
    #expect(Set(without(HomePage.keys)) == ["中文", "mouse on or off"])
    #expect(Set(without(LessonPage.keys)) == ["play", "segment", "中文", "mouse on or off"])
  }

  @Test(arguments: Language.allCases, [Size.usual, .large, .least])
  func `Help names every key of its page, and gives the page back`(language: Language, size: Size) throws {
    func check<Action>(_ begin: Learner, _ keys: KeyMap<Action>) throws {
      var learner = begin
      let before = learner.lines
      try learner.press(.character("?"))
      #expect(learner.sees(language == .zh ? "本页的键" : "Keys of this page"))
      var seen = learner.screen
      for _ in 0..<40 {
        try learner.press(.down)
        seen += "\n" + learner.screen
      }
      for row in keys.rows(in: language) {
        #expect(seen.contains(row.keys) && seen.contains(row.label), "\(row.keys) \(row.label)")
      }
      #expect(seen.squeezed.contains(language == .zh ? "任意键返回" : "Anykeygoesback"))
      try learner.press(.escape)
      #expect(learner.lines == before && learner.effects == [])
    }
    try check(Learner.atHome(language, size), HomePage.keys)
    try check(Learner.inChapter(language, size), LessonPage.keys)
    try check(Learner.inQuiz(language, size), QuizPage.keys)
  }

  @Test(arguments: [Key.character("q"), .enter, .right, .character("?"), .character("x"), .character("3")])
  func `Any other key closes it, and does nothing else`(key: Key) throws {
    var learner = try Learner.inChapter(.en)
    let before = learner.lines
    try learner.press(.character("?"), key)
    #expect(learner.lines == before && learner.effects == [])
  }

  @Test func `Scrolling it has an end`() throws {
    var learner = try Learner.inChapter(.zh, .least)
    try learner.press(.character("?"))
    let top = learner.lines
    #expect(learner.sees("↓ 下面还有"))
    var rows = 0
    while learner.sees("↓ 下面还有") {
      try learner.press(.down)
      rows += 1
      try #require(rows < 50)
    }
    try learner.press(.down, .down, .down, .down)
    for _ in 0..<rows { try learner.press(.up) }
    #expect(learner.lines == top)
  }

  @Test func `A click does nothing to the page below it`() throws {
    var learner = try Learner.atHome(.en)
    try learner.press(.character("?"))
    try learner.take(.input(.click(Point(x: 10, y: 6))))
    #expect(learner.effects == [] && learner.sees("Keys of this page"))
  }
}
