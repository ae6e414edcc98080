import Bilingual
import Manuscript
import Quiz

/// Reads the front matter: the YAML between the two lines `---` at the top of a chapter.
enum FrontMatterReader {
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
        Localized(zh: "一章以两行 --- 之间的文件头开头", en: "a chapter begins with front matter between two lines ---"))
      return Result()
    }
    guard isFence(lines[0].utf8) else {
      log.report(
        at: log.source.location(ofLine: 1), Localized(zh: "缺少文件头", en: "the front matter is missing"),
        Localized(zh: "第一行应是 ---", en: "the first line should be ---"))
      return Result(bodyLine: 1)
    }
    guard let end = lines.dropFirst().firstIndex(where: { isFence($0.utf8) }) else {
      log.report(
        at: SourceLocation(line: 1, length: 3), Localized(zh: "文件头没有结束", en: "the front matter does not end"),
        Localized(zh: "在它后面另起一行写 ---", en: "put a line --- behind it"))
      return Result()
    }
    return Result(frontMatter: readKeys(lines: 2..<end + 1, &log), bodyLine: end + 2)
  }

  /// Whether a line, in UTF-8, is one of the two.
  static func isFence(_ line: some Sequence<UInt8>) -> Bool {
    var count = 0
    for byte in line {
      if count < 3 {
        guard byte == UInt8(ascii: "-") else { return false }
        count += 1
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        return false
      }
    }
    return count == 3
  }

  private static func readKeys(lines: Range<Int>, _ log: inout DiagnosticLog) -> FrontMatter? {
    let earlier = log.diagnostics.count
    var yaml = YAMLReader(log)
    let frontMatter = readKeys(lines: lines, &yaml)
    log = yaml.log
    return log.diagnostics.count == earlier ? frontMatter : nil
  }

  private static func readKeys(lines: Range<Int>, _ yaml: inout YAMLReader) -> FrontMatter? {
    let earlier = yaml.log.diagnostics.count
    let document = yaml.document(lines: lines)
    guard yaml.log.diagnostics.count == earlier else { return nil }
    let keys = FrontMatter.Key.allCases.map(\.rawValue)
    let fence = SourceLocation(line: lines.lowerBound - 1, length: 3)
    guard let fields = yaml.fields(document, known: keys, required: keys, at: fence) else { return nil }
    func value(_ key: FrontMatter.Key) -> YAMLNode? { fields[key.rawValue] }
    let (id, section, title) = (yaml.text(value(.id)), yaml.text(value(.section)), yaml.text(value(.title)))
    let order = yaml.integer(value(.order), in: 1...1000)
    let (objectives, sources) = (self.objectives(value(.objectives), &yaml), yaml.texts(value(.sources)))
    let exams = yaml.exams(value(.exams))
    guard let id, let section, let title, let order, let objectives, let exams, let sources else { return nil }
    var places: [FrontMatter.Key: SourceLocation] = [:]
    for entry in fields.entries {
      if let key = FrontMatter.Key(rawValue: entry.name) { places[key] = yaml.location(of: entry.place) }
    }
    return FrontMatter(
      id: id, section: section, title: title, order: order, objectives: objectives, exams: exams, sources: sources,
      places: places)
  }

  /// `{ numbers: Write down…, states: … }`. Nil for no node.
  private static func objectives(_ node: YAMLNode?, _ yaml: inout YAMLReader) -> [FrontMatter.Objective]? {
    guard let node else { return nil }
    guard let entries = node.entries else {
      yaml.report(
        node, Localized(zh: "每个目标要有名字和文字", en: "objectives have a name and a text each"),
        Localized(
          zh: "写成 objectives: { 名字: 文字 }，名字两种语言相同",
          en: "as in objectives: { name: text }, names alike in both languages"))
      return nil
    }
    return entries.compactMap { entry in
      let place = yaml.location(of: entry.place)
      guard Identifier.isSound(entry.name) else {
        yaml.report(at: place, Identifier.message(entry.name), Identifier.hint)
        return nil
      }
      return yaml.text(entry.value).map { FrontMatter.Objective(id: entry.name, text: $0, location: place) }
    }
  }
}
