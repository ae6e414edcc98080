import Bilingual
import Course
import Foundation
import Quiz

/// The words of wrong answers, without which a choice would have no options.
private let catalogue = try! MisconceptionCatalogue(
  reading: String(contentsOfFile: contentDirectory + "/Quizzes/misconceptions.yaml", encoding: .utf8),
  file: "misconceptions.yaml")

extension ChapterCheck {
  static func check(_ chapter: Chapter) -> [Diagnostic] { check(chapter, misconceptions: catalogue) }

  /// Proves a course with the questions that stand beside it.
  static func check(_ library: ChapterLibrary) throws -> [Diagnostic] {
    let quizzes = library.directory + "/Quizzes"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: quizzes)) ?? []
    let items = try files.filter { $0.hasSuffix(".yaml") && $0 != "misconceptions.yaml" }.flatMap { name in
      try ItemReader.read(String(contentsOfFile: "\(quizzes)/\(name)", encoding: .utf8), file: name)
    }
    return check(library.readAll(), items: items, misconceptions: catalogue)
  }
}
