import Bilingual
import Course
import Foundation
import Quiz
import Support
import Testing
import Tutor

func shippedChapter(_ language: Language) throws -> Chapter {
  try ChapterLibrary(directory: contentDirectory).load("three-way-handshake", language)
}

func shippedCatalogue() throws -> MisconceptionCatalogue {
  try MisconceptionCatalogue(reading: shippedFile("misconceptions.yaml"), file: "misconceptions.yaml")
}

/// The five questions of the chapter in the order of the file, with the same numbers each time.
func shippedQuestions() throws -> [Question] {
  let catalogue = try shippedCatalogue()
  return try ItemReader.read(shippedFile("three-way-handshake.yaml"), file: "three-way-handshake.yaml")
    .map { try $0.question(seed: 11, misconceptions: catalogue) }
}

private func shippedFile(_ name: String) throws -> String {
  try String(contentsOfFile: "\(contentDirectory)/Quizzes/\(name)", encoding: .utf8)
}

/// The chapter as home lists it.
let chapterTitle = ChapterTitle(
  id: "three-way-handshake", section: "10.3.6", title: Localized(zh: "三次握手", en: "The three-way handshake"))

// MARK: The fixture

func fixtureChapter(_ language: Language) throws -> Chapter {
  try ChapterLibrary(directory: Fixture.directory).load(Fixture.chapter, language)
}

/// The pool that is there for the tests.
let fixturePool = Pool(directory: Fixture.directory)

/// The items with these ids as questions, each in its usual form, with the same numbers each time; all where none is
/// named.
func fixtureQuestions(_ ids: String...) throws -> [Question] {
  let all = fixturePool.items
  let chosen = try ids.isEmpty ? all : ids.map { id in try #require(all.first { $0.id == id }) }
  return try chosen.map { try $0.question(seed: 11, misconceptions: fixturePool.misconceptions) }
}

/// The fixture's chapter as home lists it.
let fixtureTitle = ChapterTitle(
  id: Fixture.chapter, section: "10.3.7", title: Localized(zh: "有丢失的释放", en: "A release with a loss"))
