import Bilingual
import Course
import Quiz
import Support

/// The chapters that ship: what a test says of them holds for any.
let shippedLibrary = ChapterLibrary(layers: [contentDirectory])

/// The chapter that is there for the tests.
func fixtureChapter(_ language: Language) throws -> Chapter {
  try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.chapter, language).chapter
}

extension ChapterCheck {
  /// With the words of the fixture's misconceptions, without which a choice would have no options.
  static func check(_ chapter: Chapter) -> [Diagnostic] { check(chapter, misconceptions: fixturePool.misconceptions) }

  /// Proves a course with the questions that stand beside it.
  static func check(_ library: ChapterLibrary) throws -> [Diagnostic] {
    let pool = Pool(layers: library.layers)
    return check(library.readAll(), items: pool.items, misconceptions: pool.misconceptions)
  }
}

private let fixturePool = Pool(layers: [Fixture.directory])
