import Bilingual
import Manuscript

/// The chapters in a content directory: `Lessons/zh/*.md`, `Lessons/en/*.md`.
///
/// Nothing is kept: every call reads what it needs.
public struct ChapterLibrary: Sendable {
  /// The content directory.
  public let directory: String

  public init(directory: String) { self.directory = directory }

  /// The chapters of a language, and what is wrong with those that can't be listed.
  public struct Listing: Sendable {
    /// In their order.
    public let chapters: [Entry]
    /// In the order of the files' names; empty where nothing is wrong.
    public let problems: [Diagnostic]
  }

  /// A chapter's file and front matter.
  public struct Entry: Hashable, Sendable {
    public let file: String
    public let language: Language
    public let frontMatter: FrontMatter
  }

  /// Lists the chapters by their front matter; no more of them is read.
  ///
  /// - Throws: `Diagnostics` where the directory can't be read. A chapter that is wrong is among the problems.
  public func list(_ language: Language) throws(Diagnostics) -> Listing {
    var entries: [Entry] = []
    var problems: [Diagnostic] = []
    for name in try fileNames(language) {
      let path = path(ofFile: name, language)
      do throws(TextFileError) {
        let text = try TextFile.readHead(path, until: Self.hasFrontMatter)
        var log = DiagnosticLog(file: path, source: SourceText(text))
        if let frontMatter = FrontMatterReader.read(&log).frontMatter {
          entries.append(Entry(file: path, language: language, frontMatter: frontMatter))
        }
        problems += log.sorted
      } catch {
        problems += error.diagnostics(path).all
      }
    }
    let sorted = entries.sorted { ($0.frontMatter.order, $0.file) < ($1.frontMatter.order, $1.file) }
    return Listing(chapters: sorted, problems: problems)
  }

  /// Whether there is a chapter of that name.
  public func holds(_ id: String, _ language: Language) -> Bool {
    ((try? fileNames(language)) ?? []).contains(id + ".md")
  }

  /// Loads a chapter.
  ///
  /// - Parameter id: its file's name without `.md`.
  /// - Throws: `Diagnostics` where there is none, or with everything that is wrong in it.
  public func load(_ id: String, _ language: Language) throws(Diagnostics) -> Chapter {
    let names = try fileNames(language)
    guard names.contains(id + ".md") else {
      let unknown = UnknownChapter(id: id, known: names.map { String($0.dropLast(3)) })
      throw Diagnostics([
        Diagnostic(
          file: folder(language), location: SourceLocation(line: 1), message: unknown.message, hint: unknown.hint)
      ])
    }
    return try read(fileName: id + ".md", language)
  }

  /// Every chapter of a library, each read once.
  public struct Reading: Sendable {
    let library: ChapterLibrary
    /// The Chinese ones first; in the order of the files' names.
    public let chapters: [Chapter]
    /// What is wrong with the chapters and directories that can't be read.
    public let problems: [Diagnostic]
    /// What a learner can look up, and what the course has to cover; nil where their file can't be read.
    public let glossary: Glossary?
    public let coverage: Coverage?
    /// The files' names; nil where the directory can't be read.
    let files: [Language: [String]]
  }

  /// Reads every chapter in every language.
  public func readAll() -> Reading {
    var chapters: [Chapter] = []
    var problems: [Diagnostic] = []
    var files: [Language: [String]] = [:]
    for language in Language.allCases {
      do throws(Diagnostics) {
        files[language] = try fileNames(language)
      } catch {
        problems += error.all
      }
      for name in files[language] ?? [] {
        do throws(Diagnostics) {
          chapters.append(try read(fileName: name, language))
        } catch {
          problems += error.all
        }
      }
    }
    let glossary = readBeside("glossary.yaml", Glossary.readSound, &problems)
    let coverage = readBeside("coverage.yaml", Coverage.readSound, &problems)
    return Reading(
      library: self, chapters: chapters, problems: problems, glossary: glossary, coverage: coverage, files: files)
  }

  /// What the course has to cover; nil where the file is not there or can't be read.
  public func coverage() -> Coverage? {
    var problems: [Diagnostic] = []
    return readBeside("coverage.yaml", Coverage.readSound, &problems)
  }

  /// Reads a file that stands beside the languages' folders; a course may lack it.
  private func readBeside<Value>(
    _ name: String, _ read: (String, String) -> (Value, problems: [Diagnostic]), _ problems: inout [Diagnostic]
  ) -> Value? {
    let folder = (directory.isEmpty ? "." : directory) + "/Lessons"
    let path = "\(folder)/\(name)"
    do throws(TextFileError) {
      guard try TextFile.names(inDirectory: folder).contains(name) else { return nil }
      let (value, wrong) = read(try TextFile.read(path), path)
      problems += wrong
      return value
    } catch {
      problems += error.diagnostics(path).all
      return nil
    }
  }

  // MARK: Files

  func folder(_ language: Language) -> String {
    (directory.isEmpty ? "." : directory) + "/Lessons/" + language.rawValue
  }

  func path(ofFile name: String, _ language: Language) -> String { folder(language) + "/" + name }

  /// The chapters' file names, sorted.
  func fileNames(_ language: Language) throws(Diagnostics) -> [String] {
    do throws(TextFileError) {
      return try TextFile.names(inDirectory: folder(language)).filter { $0.hasSuffix(".md") }
    } catch {
      throw error.diagnostics(folder(language))
    }
  }

  func read(fileName: String, _ language: Language) throws(Diagnostics) -> Chapter {
    try ChapterReader.read(file: path(ofFile: fileName, language), language: language)
  }

  /// Whether the octets hold a second line `---`, line break included.
  private static func hasFrontMatter(_ bytes: [UInt8]) -> Bool {
    var fences = 0
    var start = 0
    for position in bytes.indices where bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r") {
      if FrontMatterReader.isFence(bytes[start..<position]) { fences += 1 }
      if fences == 2 { return true }
      start = position + 1
    }
    return false
  }
}

extension ChapterReader {
  /// Reads a chapter from a file.
  ///
  /// - Throws: `Diagnostics` where the file can't be read, or with everything that is wrong in it.
  public static func read(file: String, language: Language) throws(Diagnostics) -> Chapter {
    let source: String
    do throws(TextFileError) {
      source = try TextFile.read(file)
    } catch {
      throw error.diagnostics(file)
    }
    return try read(source: source, file: file, language: language)
  }
}
