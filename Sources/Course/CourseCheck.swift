import Bilingual
import Manuscript

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

  /// Proves a whole course: that every chapter can be read, each alone, each in both languages, and all together.
  ///
  /// - Returns: what is wrong, file by file; empty where nothing is.
  public static func check(_ library: ChapterLibrary) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var chapters: [Language: [Chapter]] = [:]
    var names: [Language: [String]] = [:]
    for language in Language.allCases {
      do throws(Diagnostics) {
        names[language] = try library.fileNames(language)
      } catch {
        found += error.all
      }
      for name in names[language] ?? [] {
        do throws(Diagnostics) {
          let chapter = try library.read(fileName: name, language)
          found += check(chapter)
          chapters[language, default: []].append(chapter)
        } catch {
          found += error.all
        }
      }
      found += check(together: chapters[language] ?? [])
    }
    for zh in chapters[.zh] ?? [] {
      guard let en = chapters[.en]?.first(where: { $0.id == zh.id }) else { continue }
      found += check(zh: zh, en: en)
    }
    for language in Language.allCases {
      let other: Language = language == .zh ? .en : .zh
      guard let own = names[language], let others = names[other] else { continue }
      for name in own where !others.contains(name) {
        found.append(
          Diagnostic(
            file: library.path(ofFile: name, language), location: SourceLocation(line: 1),
            message: Localized(
              zh: "缺少另一种语言的这一章", en: "the chapter is missing in the other language"),
            hint: Localized(
              zh: "它应在 \(library.path(ofFile: name, other))", en: "it belongs at \(library.path(ofFile: name, other))"))
        )
      }
    }
    return found
  }
}
