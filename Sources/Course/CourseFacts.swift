import Bilingual

/// What a chapter names and other files say: statements, words, other chapters. What is nil is not looked at.
public struct CourseFacts: Sendable {
  /// The statements that there are.
  public var coverage: Coverage?
  /// The words that are glossed at their first use.
  public var glossary: Glossary?
  /// The titles of the chapters of one language, by their ids.
  public var titles: [String: String]?

  public init(coverage: Coverage? = nil, glossary: Glossary? = nil, titles: [String: String]? = nil) {
    self.coverage = coverage
    self.glossary = glossary
    self.titles = titles
  }
}

extension ChapterLibrary {
  /// What stands beside a chapter of a language; of the other chapters no more than the front matter is read.
  public func facts(_ language: Language) -> CourseFacts {
    let chapters = list(language).chapters.map(\.frontMatter)
    return CourseFacts(
      coverage: coverage(), glossary: glossary(),
      titles: Dictionary(chapters.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 }))
  }
}

extension ChapterLibrary.Reading {
  /// What stands beside a chapter of a language.
  func facts(_ language: Language) -> CourseFacts {
    let chapters = chapters.filter { $0.language == language }
    return CourseFacts(
      coverage: coverage, glossary: glossary,
      titles: Dictionary(chapters.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 }))
  }
}
