import Bilingual
import Quiz

/// What a course does not cover yet: statements, words, objectives, archetypes, and predictions that chapters lack.
public struct CourseGaps: Sendable {
  /// One kind of what is to be covered.
  public struct Row: Sendable {
    public let name: Localized
    /// How many there are in all.
    public let total: Int
    /// Those that nothing covers, in their order.
    public let missing: [Missing]
  }

  /// Something that nothing covers, and where it is asked for.
  public struct Missing: Sendable {
    /// Its id.
    public let id: String
    public let diagnostic: Diagnostic
  }

  /// In a fixed order; kinds of which there is nothing are left out.
  public let rows: [Row]

  /// What is missing, as errors.
  public var diagnostics: [Diagnostic] { rows.flatMap { $0.missing.map(\.diagnostic) } }

  /// - Parameters:
  ///   - course: every chapter, read once.
  ///   - pool: every question.
  ///   - isMeant: whether what a file asks for counts.
  public init(of course: ChapterLibrary.Reading, _ pool: Pool, where isMeant: (_ file: String) -> Bool = { _ in true })
  {
    let chapters = course.chapters.filter { chapter in
      // The languages have the same objectives, so that one is looked at.
      isMeant(chapter.file)
        && (chapter.language == .zh || !course.chapters.contains { $0.language == .zh && $0.id == chapter.id })
    }
    let statements = (course.coverage?.all ?? []).filter { isMeant($0.file) }
    let rows =
      Self.rows(of: statements, in: course.chapters)
      + [Self.row(of: (course.glossary?.all ?? []).filter { isMeant($0.file) }, in: course.chapters)]
      + [Self.objectivesMet(in: chapters), Self.objectivesAsked(of: chapters, pool.items)]
      + [Self.predictions(of: chapters)]
      + [Self.row(of: pool.archetypes.all.filter { isMeant($0.file) }, in: pool.items)]
    self.rows = rows.filter { $0.total > 0 }
  }

  // MARK: Kinds

  private static func rows(of statements: [Coverage.Statement], in chapters: [Chapter]) -> [Row] {
    let covered = Set(chapters.flatMap(\.beats).flatMap(\.allCovered).map(\.id))
    return Coverage.List.allCases.map { list in
      let all = statements.filter { $0.id.first == list.initial }
      let missing = all.filter { !covered.contains($0.id) }.map { statement in
        let text = statement.sides[0]
        return Missing(
          statement.id, file: statement.file, line: statement.line,
          Localized(
            zh: "没有哪一节讲 \(statement.id)：\(text.zh)", en: "no beat covers \(statement.id): \(text.en)"))
      }
      return Row(name: list.name, total: all.count, missing: missing)
    }
  }

  /// A word is used where it stands in the prose of both languages.
  private static func row(of words: [Glossary.Entry], in chapters: [Chapter]) -> Row {
    let texts = Language.allCases.map { language in
      let prose = chapters.filter { $0.language == language }.flatMap(\.beats).flatMap(\.prose)
      return (language, prose.plainText.lowercased())
    }
    let missing = words.filter { word in
      !texts.allSatisfy { language, text in word.stands(in: text, language) }
    }
    return Row(
      name: Localized(zh: "术语", en: "terms of the glossary"), total: words.count,
      missing: missing.map { word in
        Missing(
          word.id, file: word.file, line: word.line,
          Localized(
            zh: "正文里没有用到术语“\(word.term.zh)”", en: "the term “\(word.term.en)” is used in no chapter"))
      })
  }

  private static func objectivesMet(in chapters: [Chapter]) -> Row {
    objectives(of: chapters, Localized(zh: "目标：有一节讲到", en: "objectives that a beat meets")) { chapter, id in
      chapter.beats.contains { beat in beat.meets.contains { $0.id == id } }
        ? nil : Localized(zh: "没有哪一节讲到目标 \(id)", en: "no beat meets the objective \(id)")
    }
  }

  /// A question asks for what the beat meets to which it sends the learner back.
  private static func objectivesAsked(of chapters: [Chapter], _ items: [Item]) -> Row {
    objectives(of: chapters, Localized(zh: "目标：有题目问到", en: "objectives that a question asks for")) { chapter, id in
      let asked = items.filter { $0.chapter == chapter.id }.compactMap { $0.beat?.id }
      return chapter.beats.contains { beat in asked.contains(beat.id) && beat.meets.contains { $0.id == id } }
        ? nil : Localized(zh: "没有题目问到目标 \(id)", en: "no question asks for the objective \(id)")
    }
  }

  private static func objectives(
    of chapters: [Chapter], _ name: Localized, problem: (Chapter, String) -> Localized?
  ) -> Row {
    let missing = chapters.flatMap { chapter in
      chapter.objectives.compactMap { objective in
        problem(chapter, objective.id).map {
          Missing(
            "\(chapter.id)/\(objective.id)", file: chapter.file, line: objective.location.line,
            column: objective.location.column, $0)
        }
      }
    }
    return Row(name: name, total: chapters.reduce(0) { $0 + $1.objectives.count }, missing: missing)
  }

  private static func row(of archetypes: [Archetype], in items: [Item]) -> Row {
    let asked = Set(items.compactMap(\.archetype))
    let missing = archetypes.filter { !asked.contains($0.id) }
    return Row(
      name: Localized(zh: "题型", en: "archetypes of questions"), total: archetypes.count,
      missing: missing.map { archetype in
        Missing(
          "\(archetype.id)", file: archetype.file, line: archetype.line,
          Localized(
            zh: "没有第 \(archetype.id) 种题型的题目：\(archetype.name.zh)",
            en: "no question is of archetype \(archetype.id): \(archetype.name.en)"))
      })
  }
}

extension CourseGaps.Missing {
  init(_ id: String, file: String, line: Int, column: Int = 1, _ message: Localized) {
    self.id = id
    diagnostic = Diagnostic(file: file, location: SourceLocation(line: line, column: column), message: message)
  }
}

extension Coverage.List {
  fileprivate var name: Localized {
    switch self {
    case .statements: Localized(zh: "教材的陈述", en: "statements of the textbook")
    case .departures: Localized(zh: "教材与 RFC 的不同", en: "departures from the RFC")
    case .practice: Localized(zh: "RFC 与实现的不同", en: "RFC against practice")
    }
  }
}

extension Glossary.Entry {
  /// Whether a text, in small letters, has its term or another spelling of it.
  fileprivate func stands(in text: String, _ language: Language) -> Bool {
    ([term[language]] + spellings).contains { Self.stands($0.lowercased(), in: text) }
  }

  /// Latin letters have to be a word; between Chinese characters no border is to be seen.
  private static func stands(_ word: String, in text: String) -> Bool {
    guard word.allSatisfy(\.isASCII) else { return word.count > 1 && text.contains(word) }
    return text.ranges(of: word).contains { range in
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let behind = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return ![before, behind].contains { $0.isASCII && $0.isLetter }
    }
  }
}
