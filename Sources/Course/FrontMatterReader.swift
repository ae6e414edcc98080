import Bilingual
import Scenario

/// Reads the front matter: the YAML between the two lines `---` at the top of a chapter.
enum FrontMatterReader {
  static let fence = "---"

  /// What is found at the top of a file.
  struct Result {
    /// Nil where something is wrong with it.
    var frontMatter: FrontMatter?
    /// The number of the first line below; nil where there is no telling.
    var bodyLine: Int?
  }

  static func read(_ log: inout DiagnosticLog) -> Result {
    let lines = log.source.lines
    guard lines.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      log.report(
        at: SourceLocation(line: 1), Localized(zh: "文件是空的", en: "the file is empty"),
        Localized(zh: "一章以两行 --- 之间的前言开头", en: "a chapter begins with front matter between two lines ---"))
      return Result()
    }
    guard isFence(lines[0]) else {
      log.report(
        at: log.source.location(ofLine: 1), Localized(zh: "缺少前言", en: "the front matter is missing"),
        Localized(zh: "第一行应是 ---", en: "the first line should be ---"))
      return Result(bodyLine: 1)
    }
    guard let end = lines.dropFirst().firstIndex(where: isFence) else {
      log.report(
        at: SourceLocation(line: 1, length: 3), Localized(zh: "前言没有结束", en: "the front matter does not end"),
        Localized(zh: "在它后面另起一行写 ---", en: "put a line --- behind it"))
      return Result()
    }
    return Result(frontMatter: readKeys(lines: 2..<end + 1, &log), bodyLine: end + 2)
  }

  static func isFence(_ line: String) -> Bool {
    line.hasPrefix(fence) && line.dropFirst(fence.count).allSatisfy { $0 == " " || $0 == "\t" }
  }

  private static func readKeys(lines: Range<Int>, _ log: inout DiagnosticLog) -> FrontMatter? {
    guard let (yaml, fields) = YAMLFields.read(lines: lines, &log) else { return nil }
    var known: [FrontMatter.Key: YAMLField] = [:]
    let keys = FrontMatter.Key.allCases
    var isSound = true
    for field in fields {
      if let key = FrontMatter.Key(rawValue: field.key) {
        known[key] = field
      } else {
        isSound = false
        log.report(
          at: field.location, Localized(zh: "前言里没有“\(field.key)”这个键", en: "front matter has no key “\(field.key)”"),
          Suggestion.hint(for: field.key, among: keys.map(\.rawValue)))
      }
    }
    let missing = keys.filter { known[$0] == nil }.map(\.rawValue)
    if !missing.isEmpty {
      log.report(
        at: SourceLocation(line: lines.lowerBound - 1, length: 3),
        Localized(
          zh: "前言缺少 \(missing.joined(separator: "、"))", en: "the front matter lacks \(missing.joined(separator: ", "))")
      )
    }
    func text(_ key: FrontMatter.Key) -> YAMLText? { known[key].flatMap { yaml.text(of: $0, &log) } }
    func texts(_ key: FrontMatter.Key) -> [YAMLText]? { known[key].flatMap { yaml.texts(of: $0, &log) } }
    let (id, section, title, order) = (text(.id), text(.section), text(.title), text(.order))
    let (objectives, exams, sources) = (texts(.objectives), texts(.exams), texts(.sources))
    let number = order.flatMap { readOrder($0, &log) }
    let tags = exams.flatMap { readExams($0, &log) }
    guard isSound, let id, let section, let title, let number, let objectives, let tags, let sources else { return nil }
    return FrontMatter(
      id: id.text, section: section.text, title: title.text, order: number, objectives: objectives.map(\.text),
      exams: tags, sources: sources.map(\.text), places: known.mapValues(\.location))
  }

  private static func readOrder(_ text: YAMLText, _ log: inout DiagnosticLog) -> Int? {
    if let number = Int(text.text), number > 0 { return number }
    log.report(
      at: text.location, Localized(zh: "order 不能是“\(text.text)”", en: "order can't be “\(text.text)”"),
      Localized(zh: "写这一章的次序：1、2、3……", en: "write the chapter's place: 1, 2, 3 …"))
    return nil
  }

  private static func readExams(_ texts: [YAMLText], _ log: inout DiagnosticLog) -> [Exam]? {
    var exams: [Exam] = []
    for text in texts {
      if let exam = Exam(rawValue: text.text) {
        exams.append(exam)
      } else {
        log.report(
          at: text.location, Localized(zh: "没有名为“\(text.text)”的考试", en: "there is no exam “\(text.text)”"),
          Suggestion.hint(for: text.text, among: Exam.allCases.map(\.rawValue)))
      }
    }
    return exams.count == texts.count ? exams : nil
  }
}
