import Bilingual
import Course
import Quiz
import Support
import Testing
import Tutor

/// The chapter that learners go through.
func callChapter(_ language: Language) throws -> Chapter {
  try ChapterLibrary(directory: Fixture.directory).load(Fixture.call, language)
}

/// The same as home lists it.
let callTitle = ChapterTitle(id: Fixture.call, section: "9.9", title: Localized(zh: "一次短连接", en: "A short call"))

/// The pool that is there for the tests.
let fixturePool = Pool(directory: Fixture.directory)

/// The items with these ids as questions, each in its usual form, with the same numbers each time.
func fixtureQuestions(_ ids: [String]) throws -> [Question] {
  try ids.map { id in
    let item = try #require(fixturePool.items.first { $0.id == id }, "the fixture has no item \(id)")
    return try item.question(seed: 11, misconceptions: fixturePool.misconceptions)
  }
}

/// The questions that the chapter names: three are a choice, the third and the fifth are typed.
func callQuestions() throws -> [Question] { try fixtureQuestions(callChapter(.en).beats.flatMap { $0.quiz.map(\.id) }) }
