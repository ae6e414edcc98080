import Bilingual
import Manuscript

/// The chapters in content directories: `Lessons/zh/*.md`, `Lessons/en/*.md`.
///
/// Directories are layers: where two have a chapter of the same name, the later one's is read, and the earlier one's
/// where that can't be. Nothing is kept: every call reads what it needs.
public struct ChapterLibrary: Sendable {
  /// The content directories, the later over the earlier. Each may lack any of the folders.
  public let layers: [String]

  public init(layers: [String]) { self.layers = layers }

  /// The chapters of a language, and what is wrong with those that can't be listed.
  public struct Listing: Sendable {
    /// In their order.
    public let chapters: [Entry]
    /// In the order of the files; empty where nothing is wrong.
    public let problems: [Diagnostic]
  }

  /// A chapter's file and front matter.
  public struct Entry: Hashable, Sendable {
    public let file: String
    public let language: Language
    public let frontMatter: FrontMatter
  }

  /// Lists the chapters by their front matter; no more of them is read.
  public func list(_ language: Language) -> Listing {
    var (files, problems) = files(language)
    var entries: [Entry] = []
    for file in files {
      let (head, wrong) = readLatest(file) { path throws(Diagnostics) in
        let head = try Self.readHead(path)
        return (Entry(file: path, language: language, frontMatter: head.frontMatter), head.problems)
      }
      if let (entry, remarks) = head {
        entries.append(entry)
        problems += remarks
      }
      problems += wrong
    }
    let sorted = entries.sorted { ($0.frontMatter.order, $0.file) < ($1.frontMatter.order, $1.file) }
    return Listing(chapters: sorted, problems: problems)
  }

  private static func readHead(
    _ path: String
  ) throws(Diagnostics) -> (frontMatter: FrontMatter, problems: [Diagnostic]) {
    let text: String
    do throws(TextFileError) {
      text = try TextFile.readHead(path, until: hasFrontMatter)
    } catch {
      throw error.diagnostics(path)
    }
    var log = DiagnosticLog(file: path, source: SourceText(text))
    guard let frontMatter = FrontMatterReader.read(&log).frontMatter else { throw Diagnostics(log.sorted) }
    return (frontMatter, log.sorted)
  }

  /// The file of a chapter in the last layer that has it; nil where none has.
  public func path(of id: String, _ language: Language) -> String? {
    files(language).files.first { $0.name == id + ".md" }?.path
  }

  /// Loads a chapter.
  ///
  /// - Parameter id: its file's name without `.md`.
  /// - Returns: the last layer's that can be read, and what is wrong with those over it, which say that it is used.
  /// - Throws: `Diagnostics` where there is none, or with everything that is wrong in it.
  public func load(
    _ id: String, _ language: Language
  ) throws(Diagnostics) -> (chapter: Chapter, problems: [Diagnostic]) {
    let (files, problems) = files(language)
    guard let file = files.first(where: { $0.name == id + ".md" }) else {
      guard problems.isEmpty else { throw Diagnostics(problems) }
      let unknown = UnknownChapter(id: id, known: files.map { String($0.name.dropLast(3)) })
      throw Diagnostics([
        Diagnostic(
          file: Self.folder(layers.last ?? "", language), location: SourceLocation(line: 1), message: unknown.message,
          hint: unknown.hint)
      ])
    }
    let (chapter, wrong) = read(file)
    guard let chapter else { throw Diagnostics(wrong) }
    return (chapter, wrong)
  }

  /// Every chapter of a library, each read once.
  public struct Reading: Sendable {
    /// The Chinese ones first; in the order of the layers, and within one in that of the files' names.
    public let chapters: [Chapter]
    /// What is wrong with the chapters and directories that can't be read.
    public let problems: [Diagnostic]
    /// What a learner can look up, and what the course has to cover; nil where no layer says.
    public let glossary: Glossary?
    public let coverage: Coverage?
    /// What a later layer has in the place of an earlier one's.
    public let replacements: [Replacement]
    let files: [Language: [File]]
  }

  /// The chapters that a later layer has in the place of an earlier one's; nothing but names is read.
  public var replacements: [Replacement] { Language.allCases.flatMap { files($0).files.flatMap(\.replacements) } }

  /// Reads every chapter in every language.
  public func readAll() -> Reading {
    var chapters: [Chapter] = []
    var problems: [Diagnostic] = []
    var files: [Language: [File]] = [:]
    for language in Language.allCases {
      let found = self.files(language)
      files[language] = found.files
      problems += found.problems
      for file in found.files {
        let (chapter, wrong) = read(file)
        chapters += chapter.map { [$0] } ?? []
        problems += wrong
      }
    }
    let glossary = readBeside("glossary.yaml", Glossary.readSound, &problems)
    let coverage = readBeside("coverage.yaml", Coverage.readSound, &problems)
    return Reading(
      chapters: chapters, problems: problems, glossary: glossary.map { Glossary(all: $0.all) },
      coverage: coverage.map { Coverage(all: $0.all) },
      replacements: replacements + (glossary?.replacements ?? []) + (coverage?.replacements ?? []), files: files)
  }

  /// What the course has to cover; nil where no layer says.
  func coverage() -> Coverage? {
    var problems: [Diagnostic] = []
    return readBeside("coverage.yaml", Coverage.readSound, &problems).map { Coverage(all: $0.all) }
  }

  /// What a learner can look up; nil where no layer says.
  func glossary() -> Glossary? {
    var problems: [Diagnostic] = []
    return readBeside("glossary.yaml", Glossary.readSound, &problems).map { Glossary(all: $0.all) }
  }

  /// Reads a file that stands beside the languages' folders in some layers; nil where it stands in none.
  private func readBeside<Value>(
    _ name: String, _ read: (String, String) -> ([Value], problems: [Diagnostic]), _ problems: inout [Diagnostic]
  ) -> Layered<Value>? {
    var layered: Layered<Value>?
    for layer in layers {
      let path = "\(layer)/Lessons/\(name)"
      do throws(TextFileError) {
        let (values, wrong) = read(try TextFile.read(path), path)
        layered = layered ?? Layered()
        layered?.lay(values)
        problems += wrong
      } catch {
        if !error.isMissing { problems += error.diagnostics(path).all }
      }
    }
    return layered
  }
}

// MARK: - Files

extension ChapterLibrary {
  /// A chapter in a language, in all layers that have it.
  struct File: Hashable, Sendable {
    /// `why-three.md`.
    let name: String
    let language: Language
    /// The last first; never empty.
    fileprivate let layers: [String]

    /// That of the last layer.
    var path: String { path(language) }

    /// Where it stands in a language in the last layer, or would stand.
    func path(_ language: Language) -> String { ChapterLibrary.folder(layers[0], language) + "/" + name }

    fileprivate var paths: [String] { layers.map { ChapterLibrary.folder($0, language) + "/" + name } }

    fileprivate var replacements: [Replacement] {
      zip(paths.dropFirst(), paths).map { earlier, later in
        Replacement(id: String(name.dropLast(3)), file: later, replaced: earlier)
      }
    }
  }

  static func folder(_ layer: String, _ language: Language) -> String { "\(layer)/Lessons/\(language.rawValue)" }

  /// The chapters' files, layer by layer, each at the place of its last one, and the folders that can't be read.
  private func files(_ language: Language) -> (files: [File], problems: [Diagnostic]) {
    var files: [File] = []
    var problems: [Diagnostic] = []
    for layer in layers {
      let folder = Self.folder(layer, language)
      do throws(TextFileError) {
        for name in try TextFile.names(inDirectory: folder) where name.hasSuffix(".md") {
          let earlier = files.firstIndex { $0.name == name }.map { files.remove(at: $0).layers } ?? []
          files.append(File(name: name, language: language, layers: [layer] + earlier))
        }
      } catch {
        if !error.isMissing { problems += error.diagnostics(folder).all }
      }
    }
    return (files, problems)
  }

  private func read(_ file: File) -> (value: Chapter?, problems: [Diagnostic]) {
    readLatest(file) { path throws(Diagnostics) in try ChapterReader.read(file: path, language: file.language) }
  }

  /// Reads a file of the last layer in which it can be read.
  ///
  /// - Returns: nil where it can be read in none, and what is wrong in those that can't be read.
  private func readLatest<Value>(
    _ file: File, _ read: (String) throws(Diagnostics) -> Value
  ) -> (value: Value?, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    for (place, path) in file.paths.enumerated() {
      do throws(Diagnostics) {
        return (try read(path), problems)
      } catch {
        let earlier = place + 1 < file.paths.count ? file.paths[place + 1] : nil
        problems += earlier.map(error.used(instead:)) ?? error.all
      }
    }
    return (nil, problems)
  }
}

extension Diagnostics {
  /// What is wrong in a file, the first of it with another file that is used in its place.
  fileprivate func used(instead file: String) -> [Diagnostic] {
    var first = all[0]
    first.message = Localized(
      zh: "\(first.message.zh)；因此改用“\(file)”", en: "\(first.message.en); so “\(file)” is used instead")
    return [first] + all.dropFirst()
  }
}

extension ChapterLibrary {
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
