import Bilingual
import Quiz
import Screen
import Support
import Testing

@testable import Tutor

@Suite struct `Help and key maps` {
  /// A learner at each page and moment, by its name.
  private func moments(_ language: Language = .en, _ size: Size = .usual) throws -> [(name: String, learner: Learner)] {
    var moments = try [
      ("home", Learner.atHome(language, size)), ("telling", Learner.inChapter(language, size)),
    ]
    for (place, question) in try fixturePredictions(language) {
      var asked = try Learner.inChapter(language, size)
      try asked.goTo(beat: place, isTold: false)
      moments.append(("asking, \(question.form)", asked))
    }
    for question in try questionsOfEachForm() {
      var quiz = try Learner.inQuiz(language, size, questions: [question])
      moments.append(("quiz, \(question.form)", quiz))
      try quiz.answer(question)
      moments.append(("marked", quiz))
      try quiz.press(.right)
      moments.append(("score", quiz))
    }
    var finding = try Learner.atHome(language, size)
    try finding.press(.character("/"))
    return moments + [("finding", finding)]
  }

  @Test func `No page has one key for two things`() throws {
    for (name, learner) in try moments() {
      #expect(learner.tutor.top.ownDuplicates == [] && learner.tutor.allKeys.duplicates == [], "\(name)")
    }
  }

  @Test func `Every key is called something in both languages`() throws {
    for (name, learner) in try moments() {
      for line in learner.tutor.allKeys {
        for text in [line.label, line.refusal].compactMap({ $0 }) {
          #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en, "\(name): \(text.en)")
        }
      }
    }
  }

  @Test func `Each page is left, and its keys are shown, by the same keys everywhere`() throws {
    for (name, learner) in try moments() {
      let keys = learner.tutor.allKeys.flatMap(\.keys)
      #expect(keys.contains(.escape) && keys.contains(.character("?")), "\(name)")
    }
  }

  @Test func `Every step can be done without letters, which an input method may take`() throws {
    func isLetter(_ key: Key) -> Bool { if case .character(let character) = key { character.isLetter } else { false } }
    var lettersOnly: Set<String> = []
    for (_, learner) in try moments() {
      for line in learner.tutor.allKeys where !line.keys.isEmpty && line.keys.allSatisfy(isLetter) {
        lettersOnly.insert(line.label.en)
      }
    }
    // Only what is no step of the course, or is to be had in another way.
    #expect(
      lettersOnly.isSubset(of: [
        "play", "pause", "segment", "again", "another round", "take it back", "quit", "beats",
        "the wrong ones, new numbers", "wrong ones again",
      ]),
      "\(lettersOnly)")
  }

  @Test(arguments: Language.allCases, [Size.least, .huge])
  func `Help names every key of its page, and gives the page back`(language: Language, size: Size) throws {
    for (name, begin) in try moments(language, size) {
      var learner = begin
      let before = learner.lines
      try learner.press(.character("?"))
      #expect(learner.sees(language == .zh ? "本页按键" : "Keys of this page"), "\(name)")
      var seen = learner.screen
      for _ in 0..<40 where learner.hasMoreBelow {
        try learner.press(.down)
        seen += "\n" + learner.screen
      }
      for line in begin.tutor.allKeys where !line.keys.isEmpty {
        #expect(seen.contains(line.label[language]), "\(name): \(line.label[language])")
      }
      #expect(seen.squeezed.contains(language == .zh ? "任意键返回" : "Anykeygoesback"))
      try learner.press(.escape)
      #expect(learner.lines == before && learner.effects == [], "\(name)")
    }
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
    #expect(learner.hasMoreBelow)
    var rows = 0
    while learner.hasMoreBelow {
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
    try learner.click(x: 10, y: 6)
    #expect(learner.effects == [] && learner.sees("Keys of this page"))
  }

  @Test func `A key that means nothing says where the keys are, and takes no hint away`() throws {
    for (name, begin) in try moments() where begin.tutor.allKeys.allSatisfy({ !$0.keys.contains(.delete) }) {
      var learner = begin
      try learner.press(.delete)
      #expect(learner.titleLine.contains("? lists the keys") && learner.keyLine == begin.keyLine, "\(name)")
      #expect(learner.effects == [], "\(name)")
    }
  }
}

extension Page {
  /// Keys that its map, or what it types, has twice; the one may have what the other has.
  fileprivate var ownDuplicates: [Key] { keys.lines.duplicates + typed.duplicates }
}
