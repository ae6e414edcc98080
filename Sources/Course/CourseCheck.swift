import Bilingual
import Manuscript
import Quiz

/// Proves what no chapter shows alone.
extension ChapterCheck {
  /// Proves that chapters of a language agree: no id and no place in the order is given twice.
  ///
  /// - Parameter chapters: of any languages; only those of one language are held against each other.
  /// - Returns: what is wrong, at the later of the two in the order given.
  public static func check(together chapters: [Chapter]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, chapter) in chapters.enumerated() {
      let earlier = chapters[..<index].filter { $0.language == chapter.language }
      var log = DiagnosticLog(file: chapter.file, source: chapter.source)
      if let other = earlier.first(where: { $0.id == chapter.id }) {
        log.report(
          at: chapter.frontMatter.places[.id] ?? SourceLocation(line: 1),
          Localized(zh: "\(other.file) 也用 id \(chapter.id)", en: "\(other.file) has the id \(chapter.id) too"))
      }
      if let other = earlier.first(where: { $0.order == chapter.order }) {
        log.report(
          at: chapter.frontMatter.places[.order] ?? SourceLocation(line: 1),
          Localized(zh: "\(other.file) 也用次序 \(chapter.order)", en: "\(other.file) has the order \(chapter.order) too"))
      }
      found += log.sorted
    }
    return found
  }

  /// Proves a whole course: every chapter alone, each in both languages, all together, and the questions they name.
  ///
  /// - Parameters:
  ///   - course: every chapter, read once.
  ///   - items: the pool.
  ///   - isMeant: whether what stands in a file is to be proved; what two files say is, if one of them is meant.
  /// - Returns: what is wrong, file by file, with what kept chapters from being read; empty where nothing is.
  public static func check(
    _ course: ChapterLibrary.Reading, items: [Item], misconceptions: MisconceptionCatalogue,
    where isMeant: (_ file: String) -> Bool = { _ in true }
  ) -> [Diagnostic] {
    var found = course.problems.filter { isMeant($0.file) }
    let meant = course.chapters.filter { isMeant($0.file) }
    var answers = SearchAnswers()
    for chapter in meant {
      found += check(
        chapter, misconceptions: misconceptions, beside: course.facts(chapter.language), &answers)
    }
    found += check(together: course.chapters).filter { isMeant($0.file) }
    let en = course.chapters.filter { $0.language == .en }
    for zh in course.chapters where zh.language == .zh {
      guard let same = en.first(where: { $0.id == zh.id }), isMeant(zh.file) || isMeant(same.file) else { continue }
      found += check(zh: zh, en: same)
    }
    let ids = Set(meant.map(\.id))
    return found + checkFiles(of: course).filter { isMeant($0.file) } + check(meant, name: items)
      + check(items.filter { isMeant($0.file) || ids.contains($0.chapter) }, of: course.chapters)
  }

  /// Proves that each chapter's file is there in both languages.
  private static func checkFiles(of course: ChapterLibrary.Reading) -> [Diagnostic] {
    Language.allCases.flatMap { language -> [Diagnostic] in
      let other: Language = language == .zh ? .en : .zh
      guard let own = course.files[language], let others = course.files[other] else { return [] }
      return own.filter { file in !others.contains { $0.name == file.name } }.map { file in
        let missing = file.path(other)
        return Diagnostic(
          file: file.path, location: SourceLocation(line: 1),
          message: Localized(zh: "缺少另一种语言的这一章", en: "the chapter is missing in the other language"),
          hint: Localized(zh: "它应在 \(missing)", en: "it belongs at \(missing)"))
      }
    }
  }
}
