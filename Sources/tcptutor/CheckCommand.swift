import ArgumentParser
import Bilingual
import Course
import Manuscript
import Quiz
import Scenario
import Tutor

struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: localized("证明各章、题目和场景都正确。", "Prove chapters, questions and scenarios."))
  }

  @Argument(
    help: .init(
      localized(
        "章（.md）、题目（.yaml）或场景，或它们所在的目录；不写则检查全部内容。",
        "Chapters (.md), items (.yaml), scenarios, or directories of them; all content if none.")))
  var paths: [String] = []

  @Flag(
    help: .init(
      localized("没有讲到、没有问到的也算错误。", "What is not covered, or not asked for, is an error too.")))
  var complete = false

  @Option(
    help: .init(
      localized("每道题换多少次数字。", "With how many draws of numbers each question is asked."), valueName: "n"))
  var seeds = QuizCheck.askings

  @Flag(
    help: .init(
      localized(
        "印出每个问题、每个答案、背后的误解和要显示的话。",
        "Print every question, every answer, the belief behind it and what is shown.")))
  var explain = false

  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard (1...1_000_000).contains(seeds) else {
      throw ValidationError(localized("--seeds 应在 1 到 1000000 之间。", "--seeds is from 1 to 1000000."))
    }
  }

  func run() throws {
    try options.withCourse { library, language in
      if explain {
        let pool = library.pool
        let explanations = Explanations(
          chapters: library.chapters.readAll().chapters, items: pool.items, misconceptions: pool.misconceptions,
          seeds: seeds == QuizCheck.askings ? 1 : seeds, language: language)
        return try Output.standard.write(lines: explanations.lines)
      }
      var proof = Proof(library: library, askings: seeds)
      if paths.isEmpty {
        proof.checkEverything()
      } else {
        for path in paths { proof.check(path, language) }
      }
      if complete { proof.demandCompleteness() }
      for diagnostic in proof.diagnostics { complain(diagnostic.text(in: language)) }
      for failure in proof.failures { complain("tcptutor: " + failure[language]) }
      let remarks = ReplacementList(all: proof.replacements).lines.map { $0[language] }
      let count = proof.diagnostics.count + proof.failures.count + library.problems.count
      guard count == 0 else {
        try Output.standard.write(lines: remarks)
        complain(Localized(zh: "有 \(count) 处问题。", en: "\(count.counted("problem")).")[language])
        let isIncomplete = proof.status == .claimFailed && !library.problems.isEmpty
        throw ExitCode((isIncomplete ? .noInput : proof.status).rawValue)
      }
      let table = proof.gaps.map { GapTable(gaps: $0, language: language, columns: options.columns()).lines } ?? []
      try Output.standard.write(lines: [proof.summary[language]] + remarks + table)
    }
  }
}

/// What has been proved so far, and what could not be.
private struct Proof {
  private let library: ContentLibrary
  private(set) var diagnostics: [Diagnostic] = []
  /// What of the content that was looked at stands in the place of another layer's.
  private(set) var replacements: [Replacement] = []
  /// What kept something from being looked at.
  private(set) var failures: [Localized] = []
  private(set) var status: ExitStatus = .claimFailed
  /// What the content does not cover; nil where only parts of it were looked at.
  private(set) var gaps: CourseGaps?
  private var chapters = 0
  private var beats = 0
  private var items = 0
  private var scripts = 0

  /// How often each item is asked.
  private let askings: Int

  init(library: ContentLibrary, askings: Int) {
    self.library = library
    self.askings = askings
  }

  var summary: Localized {
    Localized(
      zh: "全部成立：\(chapters) 个章文件、\(beats) 节、\(items) 道题、\(scripts) 个场景。",
      en: "All holds: \(chapters.counted("chapter file")), \(beats.counted("beat")), \(items.counted("question")), "
        + "\(scripts.counted("scenario")).")
  }

  /// Takes what is not covered for errors.
  mutating func demandCompleteness() { diagnostics += gaps?.diagnostics ?? [] }

  mutating func checkEverything() { check(library) { _ in true } }

  /// Checks what stands in files that are meant, against all of a library.
  private mutating func check(_ library: ContentLibrary, where isMeant: (_ file: String) -> Bool) {
    let course = library.chapters.readAll()
    let pool = library.pool
    let problems = pool.problems.filter { isMeant($0.file) }
    if !problems.isEmpty || course.problems.contains(where: { isMeant($0.file) }) { status = .unreadable }
    diagnostics += problems
    diagnostics += ChapterCheck.check(course, items: pool.items, misconceptions: pool.misconceptions, where: isMeant)
    for chapter in course.chapters where isMeant(chapter.file) {
      count(chapter)
      diagnostics += LessonCheck.check(chapter)
    }
    gaps = CourseGaps(of: course, pool, where: isMeant)
    // A question of another layer names the mistakes in the words of this one.
    let hasNewWords = pool.misconceptions.all.contains { isMeant($0.file) }
    check(
      pool.items.filter { isMeant($0.file) || hasNewWords }, pool.misconceptions, pool.archetypes,
      chapters: course.chapters.map(\.id))
    if let file = pool.misconceptions.all.first?.file, isMeant(file) {
      for id in pool.misconceptions.untold {
        report(Localized(zh: "误解“\(id)”没有文字", en: "the misconception “\(id)” has no words"), in: file)
      }
    }
    replacements += (course.replacements + pool.replacements).filter { isMeant($0.file) }
  }

  mutating func check(_ path: String, _ language: Language) {
    if isDirectory(path) {
      checkDirectory(path, language)
    } else if path.hasSuffix(".md") {
      let library = library(around: path)
      attempt { proof in
        let (chapter, problems) = ChapterReader.readSound(
          source: try readText(path), file: path, language: chapterLanguage(path) ?? language)
        if !problems.isEmpty { proof.status = .unreadable }
        proof.diagnostics += problems
        guard let chapter else { return }
        proof.count(chapter)
        proof.diagnostics += ChapterCheck.check(
          chapter, misconceptions: library.pool.misconceptions, beside: library.chapters.facts(chapter.language))
        proof.diagnostics += LessonCheck.check(chapter)
      }
      replacements += library.chapters.replacements.filter { isSame($0.file, path) }
    } else if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      checkItems(path, library(around: path))
    } else {
      attempt { proof in
        let script = try ScriptParser.parse(try readText(path, orPipe: true), file: path)
        let run = Run(playing: script)
        proof.diagnostics += run.failures + (run.stop.map { [$0] } ?? []) + run.unmetFaults(of: script.statements)
        proof.scripts += 1
      }
    }
  }

  /// All content, with the directory over it in whose `Lessons` or `Quizzes` a file stands.
  private func library(around path: String) -> ContentLibrary {
    let folders = pathFromRoot(path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let depth =
      folders.last == "Quizzes" ? 1 : folders.count > 1 && folders[folders.count - 2] == "Lessons" ? 2 : 0
    guard depth > 0 else { return library }
    let directory = folders.dropLast(depth).joined(separator: "/")
    return library.laying(directory.isEmpty ? "." : directory).library
  }

  /// Checks what stands in a content directory against all content, and of any other what stands in it and below.
  private mutating func checkDirectory(_ path: String, _ language: Language) {
    let folders = ["Lessons", "Quizzes"]
    if folders.contains(where: { exists("\(path)/\($0)") }) {
      let (library, layer) = library.laying(path)
      check(library) { file in folders.contains { file.hasPrefix("\(layer)/\($0)") } }
      return
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    do throws(TextFileError) {
      for name in try TextFile.names(inDirectory: path) {
        // A link could lead back to where it stands.
        let isFolder = isDirectory(folder + name, followingLink: false)
        if isFolder || Self.isContent(name) { check(folder + name, language) }
      }
    } catch {
      status = .noInput
      failures.append(Localized(zh: "“\(path)”：\(error.message.zh)。", en: "“\(path)”: \(error.message.en)."))
    }
  }

  /// Whether a file in a directory is looked at by itself: what is about all content is proved with all of it.
  private static func isContent(_ name: String) -> Bool {
    let isAboutAll = [Pool.archetypesName, "glossary.yaml", "coverage.yaml"].contains(name)
    return !isAboutAll && [".md", ".yaml", ".yml", ".txt"].contains(where: name.hasSuffix)
  }

  private mutating func checkItems(_ path: String, _ library: ContentLibrary) {
    if path.hasSuffix(Pool.catalogueName) {
      attempt { _ in _ = try MisconceptionCatalogue(reading: try readText(path), file: path) }
      return
    }
    let pool = library.pool
    attempt { proof in
      let items = try ItemReader.read(try readText(path), file: path)
      let chapters = library.chapters.readAll().chapters
      proof.check(items, pool.misconceptions, pool.archetypes, chapters: chapters.map(\.id))
      proof.diagnostics += ChapterCheck.check(items, of: chapters)
    }
    replacements += pool.replacements.filter { isSame($0.file, path) }
  }

  private mutating func check(
    _ items: [Item], _ catalogue: MisconceptionCatalogue, _ archetypes: ArchetypeCatalogue, chapters: [String]
  ) {
    self.items += items.count
    diagnostics += QuizCheck.check(
      items, misconceptions: catalogue, archetypes: archetypes, chapters: chapters, askings: askings)
  }

  private mutating func count(_ chapter: Chapter) {
    chapters += 1
    beats += chapter.beats.count
  }

  private mutating func attempt(_ work: (inout Proof) throws -> Void) {
    do {
      try work(&self)
    } catch let error as Diagnostics {
      status = .unreadable
      diagnostics += error.all.filter { !diagnostics.contains($0) }
    } catch let failure as Failure {
      status = failure.status
      failures.append(failure.message)
    } catch {
      status = .unreadable
      failures.append(Localized(zh: "出错：\(error)", en: "It failed: \(error)"))
    }
  }

  private mutating func report(_ message: Localized, in file: String) {
    diagnostics.append(Diagnostic(file: file, location: SourceLocation(line: 1), message: message))
  }
}
