import Bilingual
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `Help and key maps` {
  /// What is wrong with the key map of each page and moment, by its name.
  private func each(_ problem: (any KeyList) -> [String]) -> [String: [String]] {
    let maps: [(String, any KeyList)] = [
      ("home", HomePage.keys), ("asking", LessonPage.askingKeys), ("telling", LessonPage.tellingKeys),
      ("choosing", QuizPage.choosingKeys), ("typing", QuizPage.typingKeys), ("marked", QuizPage.tellingKeys),
      ("score", QuizPage.scoreKeys),
    ]
    return Dictionary(uniqueKeysWithValues: maps.map { ($0, problem($1)) }).filter { !$1.isEmpty }
  }

  @Test func `No page has one key for two things`() {
    #expect(each { $0.duplicates.map { $0.name(in: .en) } } == [:])
  }

  @Test func `Every key is called something in both languages`() {
    #expect(each { $0.labels.filter { $0.zh.isEmpty || $0.en.isEmpty || $0.zh == $0.en }.map(\.en) } == [:])
    #expect(each { $0.keys.contains { $0.isEmpty } ? ["an action without a key"] : [] } == [:])
  }

  @Test func `Each page is left, and its keys are shown, by the same keys everywhere`() {
    #expect(
      each { map in [.escape, .character("?")].filter { !map.keys.joined().contains($0) }.map { $0.name(in: .en) } }
        == [:])
  }

  @Test func `Every step can be done without letters, which an input method may take`() {
    func isLetter(_ key: Key) -> Bool { if case .character(let character) = key { character.isLetter } else { false } }
    let letters = each { map in zip(map.keys, map.labels).filter { $0.0.allSatisfy(isLetter) }.map(\.1.en) }
    // Only what is no step of the course.
    #expect(Set(letters.values.joined()).isSubset(of: ["play", "segment", "mouse on or off", "中文"]), "\(letters)")
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
    try check(Learner.inChapter(language, size), LessonPage.tellingKeys)
    var asked = try Learner.inChapter(language, size)
    try asked.goTo(beat: 2, isTold: false)
    try check(asked, LessonPage.askingKeys)
    try check(Learner.inQuiz(language, size), QuizPage.choosingKeys)
    try check(Learner.inQuiz(language, size, questions: [callQuestions()[2]]), QuizPage.typingKeys)
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

/// A key map, whatever its actions are.
private protocol KeyList {
  var duplicates: [Key] { get }
  var labels: [Localized] { get }
  var keys: [[Key]] { get }
}

extension KeyMap: KeyList {
  fileprivate var labels: [Localized] { bindings.map(\.label) }
  fileprivate var keys: [[Key]] { bindings.map(\.keys) }
}
