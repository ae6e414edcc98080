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
