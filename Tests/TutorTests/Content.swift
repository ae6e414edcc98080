import Bilingual
import Course
import Quiz
import Scenario
import Support
import Testing
import Tutor

@testable import tcptutor

/// The tests' own content, or what ships.
func library(_ directory: String = Fixture.directory) -> ContentLibrary { ContentLibrary(layers: [directory]) }

func fixtureChapter(_ language: Language) throws -> Chapter {
  try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.chapter, language).chapter
}

/// The pool that is there for the tests.
let fixturePool = Pool(layers: [Fixture.directory])

/// The items with these ids as questions, each in its usual form, with the same numbers each time.
func fixtureQuestions(_ ids: String...) throws -> [Question] {
  try ids.map { id in
    let item = try #require(fixturePool.items.first { $0.id == id })
    return try item.question(seed: 11, misconceptions: fixturePool.misconceptions)
  }
}

/// One question of each form, and one of which a segment is asked.
func questionsOfEachForm() throws -> [Question] {
  let questions = try fixtureQuestions("fx-second-segment", "fx-may", "fx-first-data", "fx-order", "fx-blanks")
  #expect(Set(questions.map(\.form)) == Set(Question.Form.allCases))
  return questions
}

/// The fixture's chapter as home lists it.
let fixtureTitle = ChapterTitle(
  id: Fixture.chapter, section: "10.3.7", title: Localized(zh: "有丢失的释放", en: "A release with a loss"))

/// What a chapter asks before its beats, by the beat's index.
func predictions(of chapter: Chapter, _ misconceptions: MisconceptionCatalogue) throws -> [Int: Question] {
  var questions: [Int: Question] = [:]
  var problems: [any Error] = []
  chapter.walk { place, _, before, _ in
    do {
      questions[place] = try chapter.question(before: place, of: before, misconceptions: misconceptions)
    } catch {
      problems.append(error)
    }
  }
  try #require(problems.isEmpty, "\(problems)")
  return questions
}

/// What the fixture asks, in a language.
func fixturePredictions(_ language: Language) throws -> [Int: Question] {
  try predictions(of: fixtureChapter(language), fixturePool.misconceptions)
}
