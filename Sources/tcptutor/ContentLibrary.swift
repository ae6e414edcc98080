import Bilingual
import Course
import Manuscript
import Quiz
import Tutor

/// The chapters and questions of all layers of content.
struct ContentLibrary {
  /// The directories, the later over the earlier; never empty.
  let layers: [String]
  /// What is wrong with directories that were named and are not among them, a sentence each.
  let problems: [Localized]
  let chapters: ChapterLibrary

  init(layers: [String], problems: [Localized] = []) {
    self.layers = layers
    self.problems = problems
    chapters = ChapterLibrary(layers: layers)
  }

  /// The same with another directory over it; where it is among the layers already, it stays at its place.
  ///
  /// - Returns: the library, and the directory as it is called among its layers.
  func laying(_ directory: String) -> (library: Self, layer: String) {
    if let layer = layers.last(where: { isSame($0, directory) }) { return (self, layer) }
    let layer = directory.withoutTrailingSlashes
    return (Self(layers: layers + [layer], problems: problems), layer)
  }
}

// MARK: - Chapters

extension ContentLibrary {
  /// The chapters in their order, with their titles in both languages, and what is wrong with those that can't be listed.
  ///
  /// The title of a chapter that exists in one language only says so in the other.
  ///
  /// - Throws: `Diagnostics`, or `Failure` where there are no chapters.
  func chapterTitles() throws -> (titles: [ChapterTitle], problems: [Diagnostic]) {
    let (zh, en) = (chapters.list(.zh), chapters.list(.en))
    let problems = zh.problems + en.problems
    let matters = zh.chapters.map(\.frontMatter)
    let others = en.chapters.map(\.frontMatter)
    let all = matters + others.filter { other in !matters.contains { $0.id == other.id } }
    guard !all.isEmpty else {
      if !problems.isEmpty { throw Diagnostics(problems) }
      throw noChapters
    }
    let titles = all.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map { matter in
      let chinese = matters.first { $0.id == matter.id }?.title
      let english = others.first { $0.id == matter.id }?.title
      return ChapterTitle(
        id: matter.id, section: matter.section,
        title: Localized(
          zh: chinese ?? "\(matter.title)（只有英文）", en: english ?? "\(matter.title) (in Chinese only)"))
    }
    return (titles, problems)
  }

  /// How long each chapter that can be read is, by its id; where two languages differ, the longer one.
  func lengths() -> [String: ChapterLength] {
    chapters.readAll().chapters.reduce(into: [:]) { lengths, chapter in
      let length = ChapterLength(beats: chapter.beats.count, minutes: chapter.minutes)
      lengths[chapter.id] = [lengths[chapter.id], length].compactMap(\.self).max { $0.minutes < $1.minutes }
    }
  }

  private var noChapters: Failure {
    let names = layers.map { "“\($0)”" }
    return Failure(
      .noInput,
      Localized(
        zh: "\(names.joined(separator: "、"))里一章也没有。", en: "There are no chapters in \(names.joined(separator: ", "))."))
  }

  /// Reads a chapter: in this language, or where it exists only in another, in that.
  ///
  /// - Returns: the chapter, and what is wrong with one that it replaces.
  /// - Throws: `Failure` where there is no such chapter, `Diagnostics` where it can't be read.
  func chapter(_ id: String, _ language: Language) throws -> (chapter: Chapter, problems: [Localized]) {
    let languages = [language] + Language.allCases.filter { $0 != language }
    guard let found = languages.first(where: { chapters.path(of: id, $0) != nil }) else {
      let known = try chapterTitles().titles.map(\.id)
      let unknown = UnknownChapter(id: id, known: known)
      throw Failure(.noInput, unknown.message, hint: unknown.hint)
    }
    let (chapter, problems) = try chapters.load(id, found)
    return (chapter, problems.prefix(1).map(\.sentence))
  }
}

// MARK: - Questions

extension Paper {
  /// What is to be told of it: where there are fewer questions than were wanted, and what is wrong with others.
  func problems(in pool: Pool) -> [Localized] { (shortage.map { [$0] } ?? []) + pool.problems.map(\.sentence) }
}

extension ContentLibrary {
  /// Reads all that can be asked.
  var pool: Pool { Pool(layers: layers) }

  /// Draws up a quiz.
  ///
  /// - Throws: `Diagnostics`, or `Failure` where there are no questions.
  func paper(_ request: PaperRequest, from pool: Pool) throws -> Paper {
    let items = pool.items(chapter: request.chapter, exam: request.exam).filter { item in
      request.items.map { $0.contains(item.id) } ?? true
    }
    guard !items.isEmpty else {
      if !pool.problems.isEmpty { throw Diagnostics(pool.problems) }
      throw Failure(
        .noInput, Localized(zh: "没有符合条件的题目。", en: "There are no questions of that kind."))
    }
    return try Paper(
      of: items, count: request.count, seed: request.seed ?? UInt64.random(in: 0...UInt64.max),
      misconceptions: pool.misconceptions)
  }
}
