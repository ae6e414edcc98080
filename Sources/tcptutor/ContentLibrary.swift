import Bilingual
import Course
import Manuscript
import Quiz
import Tutor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The chapters and questions of one content directory.
struct ContentLibrary {
  /// Holds `Lessons` and `Quizzes`.
  let directory: String
  let chapters: ChapterLibrary

  /// Takes the directory that the option names, else `TCPTUTOR_CONTENT`, else what came with the program.
  ///
  /// - Throws: `Failure` where there is none.
  init(option: String?) throws {
    if let named = option ?? environment("TCPTUTOR_CONTENT") {
      directory = named
      guard isDirectory(named + "/Lessons") else {
        throw Failure(
          .noInput,
          Localized(zh: "目录“\(named)”里没有 Lessons。", en: "The directory “\(named)” has no Lessons in it."))
      }
    } else {
      guard let found = Self.installed else {
        throw Failure(
          .noInput,
          Localized(
            zh: "找不到随程序安装的章和题目；请用 --content 指明目录。",
            en: "The chapters that belong to the program are not there; name their directory with --content."))
      }
      directory = found
    }
    chapters = ChapterLibrary(directory: directory)
  }

  /// The resources beside the executable.
  private static var installed: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return ["tcptutor_Content.resources", "tcptutor_Content.bundle", "../share/tcptutor"]
      .map { "\(folder)/\($0)" }
      .first { isDirectory($0 + "/Lessons") }
  }

}

// MARK: - Chapters

extension ContentLibrary {
  /// The chapters in their order, with their titles in both languages, and what is wrong with those that can't be listed.
  ///
  /// A chapter that exists in one language only has that title in both.
  ///
  /// - Throws: `Diagnostics`, or `Failure` where there are no chapters.
  func chapterTitles() throws -> (titles: [ChapterTitle], problems: [Diagnostic]) {
    let (zh, en) = (try chapters.list(.zh), try chapters.list(.en))
    let problems = zh.problems + en.problems
    let matters = zh.chapters.map(\.frontMatter)
    let others = en.chapters.map(\.frontMatter)
    let all = matters + others.filter { other in !matters.contains { $0.id == other.id } }
    guard !all.isEmpty else {
      if !problems.isEmpty { throw Diagnostics(problems) }
      throw Self.noChapters(directory)
    }
    let titles = all.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map { matter in
      let english = others.first { $0.id == matter.id }?.title ?? matter.title
      return ChapterTitle(id: matter.id, section: matter.section, title: Localized(zh: matter.title, en: english))
    }
    return (titles, problems)
  }

  static func noChapters(_ directory: String) -> Failure {
    Failure(
      .noInput, Localized(zh: "“\(directory)”里一章也没有。", en: "there are no chapters in “\(directory)”."))
  }

  /// Reads a chapter: in this language, or where it exists only in another, in that.
  ///
  /// - Throws: `Failure` where there is no such chapter, `Diagnostics` where it can't be read.
  func chapter(_ id: String, _ language: Language) throws -> Chapter {
    let languages = [language] + Language.allCases.filter { $0 != language }
    guard let found = languages.first(where: { chapters.holds(id, $0) }) else {
      let known = try chapterTitles().titles.map(\.id)
      let unknown = UnknownChapter(id: id, known: known)
      throw Failure(.noInput, unknown.message, hint: unknown.hint)
    }
    return try chapters.load(id, found)
  }
}

// MARK: - Questions

extension Paper {
  /// What is to be told of it: where there are fewer questions than were wanted, and what is wrong with others.
  func problems(in pool: Pool) -> [Localized] { (shortage.map { [$0] } ?? []) + pool.problems.map(\.sentence) }
}

extension ContentLibrary {
  /// Reads all that can be asked.
  var pool: Pool { Pool(directory: directory) }

  /// Draws up a quiz.
  ///
  /// - Parameters:
  ///   - chapter: nil for all chapters.
  ///   - exam: nil for all exams.
  ///   - seed: the same seed draws the same questions; nil for fresh ones.
  /// - Throws: `Diagnostics`, or `Failure` where there are no questions.
  func paper(from pool: Pool, chapter: String?, exam: Exam? = nil, count: Int, seed: UInt64?) throws -> Paper {
    let items = pool.items(chapter: chapter, exam: exam)
    guard !items.isEmpty else {
      if !pool.problems.isEmpty { throw Diagnostics(pool.problems) }
      throw Failure(
        .noInput, Localized(zh: "没有符合条件的题目。", en: "There are no questions of that kind."))
    }
    return try Paper(
      of: items, count: count, seed: seed ?? UInt64.random(in: 0...UInt64.max), misconceptions: pool.misconceptions)
  }
}
