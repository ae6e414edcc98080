import Bilingual
import Course
import Exploration
import Manuscript
import Notation
import Scenario
import Tutor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the user named to be read.
enum NamedSource {
  case standardInput
  case file(String)
  /// By its id.
  case chapter(String)

  /// `-` is standard input; what is there as a file, or is written like one, is a file; anything else is a chapter.
  init(_ name: String) {
    if name == "-" {
      self = .standardInput
    } else if name.contains("/") || name.contains(".") || (exists(name) && !isDirectory(name)) {
      self = .file(name)
    } else {
      self = .chapter(name)
    }
  }

  /// That of a file; nil for anything else.
  var path: String? { if case .file(let path) = self { path } else { nil } }

  /// What is run, and where in a chapter it stands.
  struct NamedRun {
    var script: Script
    /// Nil where there is one run only.
    let name: FormatOptions.RunName?
    /// The ids of its beats; empty where it is no chapter's.
    let beats: [String]
  }

  /// The runs in it: a scenario's one, or those of a chapter, in order.
  ///
  /// - Parameter library: where chapters are; asked for only if one is named.
  /// - Throws: `Failure` where there is none, `Diagnostics` with everything that is wrong in it.
  func runs(_ language: Language, library: () throws -> ContentLibrary) throws -> [NamedRun] {
    switch self {
    case .standardInput: return [try Self.scenario(readText("-"), file: "-")]
    case .file(let path) where !path.hasSuffix(".md"):
      return [try Self.scenario(readText(path, orPipe: true), file: path)]
    case .file, .chapter: return Self.runs(of: try toldChapter(language, library))
    }
  }

  /// The searches in it: that of a search's file, or those of a chapter with the ids of their beats, in order.
  ///
  /// - Throws: `Failure` where there is none, `Diagnostics` with everything that is wrong in it.
  func searches(
    _ language: Language, library: () throws -> ContentLibrary
  ) throws -> [(beat: String?, search: QuestionFile)] {
    switch self {
    case .standardInput: return [(nil, try QuestionFile(readText("-"), file: "-"))]
    case .file(let path) where !path.hasSuffix(".md"):
      return [(nil, try QuestionFile(readText(path, orPipe: true), file: path))]
    case .file, .chapter:
      let chapter = try toldChapter(language, library)
      let searches = chapter.beats.compactMap { beat in beat.search.map { (beat: beat.id as String?, search: $0.file) }
      }
      guard !searches.isEmpty else {
        throw Failure(
          .noInput,
          Localized(zh: "“\(chapter.id)”一章里没有 explore 块", en: "the chapter “\(chapter.id)” has no explore block"),
          hint: Localized(zh: "请写一个搜索文件", en: "name a search's file"))
      }
      return searches
    }
  }

  /// The chapter in it; what is to be told of it is told.
  private func toldChapter(_ language: Language, _ library: () throws -> ContentLibrary) throws -> Chapter {
    if let path { return try readChapter(path, language) }
    let (chapter, problems) = try chapter(language, try library())
    let note = chapter.language == language ? [] : [chapter.languageNote]
    for problem in problems + note { complain(problem[language]) }
    return chapter
  }

  /// The one of them in which a beat stands; all where none is named.
  ///
  /// - Throws: `Failure` where there is no such beat.
  func runs(
    withBeat beat: String?, _ language: Language, library: () throws -> ContentLibrary
  ) throws -> [NamedRun] {
    let all = try runs(language, library: library)
    guard let beat else { return all }
    let beats = all.flatMap(\.beats)
    guard !beats.isEmpty else {
      throw Failure(
        .usage,
        Localized(zh: "场景没有节：--beat 只用于章。", en: "A scenario has no beats: --beat is for chapters."))
    }
    guard let run = all.first(where: { $0.beats.contains(beat) }) else {
      throw Failure(
        .noInput, Localized(zh: "没有名为“\(beat)”的一节", en: "There is no beat “\(beat)”"),
        hint: Suggestion.hint(for: beat, among: beats))
    }
    return [run]
  }

  private static func scenario(_ source: String, file: String) throws -> NamedRun {
    NamedRun(script: try ScriptParser.parse(source, file: file), name: nil, beats: [])
  }

  private static func runs(of chapter: Chapter) -> [NamedRun] {
    chapter.runs.map { run in
      let beats = chapter.beats[run.beats].map(\.id)
      let name = FormatOptions.RunName(number: run.number, beat: beats[0])
      return NamedRun(script: chapter.script(of: run), name: chapter.runs.count > 1 ? name : nil, beats: beats)
    }
  }

  /// The chapter in it, and what is to be told of it.
  ///
  /// - Throws: `Failure` where there is none, `Diagnostics` with everything that is wrong in it.
  func chapter(
    _ language: Language, _ library: ContentLibrary
  ) throws -> (chapter: Chapter, problems: [Localized]) {
    switch self {
    case .standardInput:
      throw Failure(
        .usage,
        Localized(
          zh: "标准输入要用来回答问题；请写章的编号或文件。",
          en: "Standard input is what answers come from; name a chapter or a file."))
    case .file(let path): return (try readChapter(path, language), [])
    case .chapter(let id): return try Self.chapter(id, language, library)
    }
  }

  private static func chapter(
    _ id: String, _ language: Language, _ library: ContentLibrary
  ) throws -> (chapter: Chapter, problems: [Localized]) {
    do {
      return try library.chapter(id, language)
    } catch let failure as Failure where failure.status == .noInput {
      throw Failure(
        .noInput,
        Localized(
          zh: "没有文件“\(id)”，也\(failure.message.zh)", en: "there is no file “\(id)”, and \(failure.message.en)"))
    }
  }
}

// MARK: - Files

/// Reads a file that an author or a user named; `-` is standard input.
///
/// - Parameter orPipe: whether it may be a pipe, such as `/dev/stdin`.
/// - Throws: `Failure` where it can't be read, `Diagnostics` where it is no text.
func readText(_ path: String, orPipe: Bool = false) throws -> String {
  do throws(TextFileError) {
    return path == "-" ? try TextFile.readStandardInput() : try TextFile.read(path, orPipe: orPipe)
  } catch {
    throw whole(error, path)
  }
}

/// Reads a chapter from a file; its folder's name says its language, if it is a language's.
///
/// - Throws: `Failure` where it can't be read, `Diagnostics` with everything that is wrong in it.
func readChapter(_ path: String, _ language: Language) throws -> Chapter {
  try ChapterReader.read(source: try readText(path), file: path, language: chapterLanguage(path) ?? language)
}

/// The language of a chapter's file by its folder's name; nil where that names none.
func chapterLanguage(_ path: String) -> Language? {
  pathFromRoot(path).split(separator: "/").dropLast().last.flatMap { Language(rawValue: String($0)) }
}

/// What is wrong with a file as a whole has no place in it.
private func whole(_ error: TextFileError, _ path: String) -> any Error {
  switch error {
  case .isNoUTF8: error.diagnostics(path)
  case .isTooLong: Failure(.unreadable, ofFile: path, error.message)
  case .unreadable, .isNoFile: Failure(.noInput, ofFile: path, error.message)
  }
}

extension Failure {
  fileprivate init(_ status: ExitStatus, ofFile path: String, _ message: Localized) {
    self.init(status, Localized(zh: "“\(path)”：\(message.zh)。", en: "“\(path)”: \(message.en)."))
  }
}

func exists(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0
}

func isDirectory(_ path: String, followingLink: Bool = true) -> Bool {
  var status = stat()
  let result = followingLink ? stat(path, &status) : lstat(path, &status)
  return result == 0 && status.st_mode & S_IFMT == S_IFDIR
}
