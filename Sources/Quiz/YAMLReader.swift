import Bilingual
import Scenario
import Yams

/// Something wrong with a value, not yet at its place.
struct LineProblem: Error {
  let message: Localized
  var hint: Localized?
}

/// Reads YAML as plain strings at their places, and collects what is wrong.
///
/// Types are decided by who asks for them, not by YAML's guessing: an id of `no` or `1e3` stays what was written.
struct YAMLReader {
  let file: String
  /// The number of the source's first line in the file.
  let firstLine: Int
  private let lines: [Substring]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: String, file: String, firstLine: Int = 1) {
    self.file = file
    self.firstLine = firstLine
    lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// The document; nil where it is empty, or can't be read (which is then among the diagnostics).
  mutating func document() -> Node? {
    do {
      return try Yams.compose(yaml: lines.joined(separator: "\n"), .basic)
    } catch let error as YamlError {
      report(error)
    } catch {
      report(line: 1, column: 1, Localized(zh: "读不懂这段 YAML：\(error)", en: "this YAML can't be read: \(error)"))
    }
    return nil
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(
        line: mark.line, column: mark.column,
        Localized(zh: "YAML 语法错误：\(problem)", en: "YAML syntax: \(problem)"))
    default:
      report(line: 1, column: 1, Localized(zh: "YAML 语法错误：\(error)", en: "YAML syntax: \(error)"))
    }
  }

  mutating func report(_ node: Node, _ message: Localized, hint: Localized? = nil) {
    let length = node.scalar.map { $0.string.prefix { !$0.isNewline }.count } ?? 1
    report(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, length: length, message, hint: hint)
  }

  private mutating func report(
    line: Int, column: Int, length: Int = 1, _ message: Localized, hint: Localized? = nil
  ) {
    let source = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    diagnostics.append(
      Diagnostic(
        file: file, location: SourceLocation(line: firstLine + line - 1, column: column, length: length),
        sourceLine: source, message: message, hint: hint))
  }

  mutating func add(_ more: [Diagnostic]) { diagnostics += more }

  // MARK: Values

  /// The values of a mapping by key; a key that is not known, or comes twice, is reported.
  mutating func fields(_ node: Node, known: [String], required: [String]) -> Fields? {
    guard let mapping = node.mapping else {
      report(node, Localized(zh: "这里应是“键: 值”的形式", en: "keys and values belong here"))
      return nil
    }
    var fields = Fields(values: [])
    for (key, value) in mapping {
      guard let name = key.string, known.contains(name) else {
        report(
          key, Localized(zh: "不认识键“\(key.string ?? "?")”", en: "the key “\(key.string ?? "?")” is unknown"),
          hint: Localized(zh: "可用的键：\(known.joined(separator: "、"))", en: "known keys: \(known.joined(separator: ", "))"))
        continue
      }
      fields.values.append((name, value))
    }
    for name in required where fields[name] == nil {
      report(node, Localized(zh: "缺少键“\(name)”", en: "the key “\(name)” is missing"))
    }
    return fields
  }

  mutating func string(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let text = node.string, !text.isEmpty else {
      report(node, Localized(zh: "这里应是一段文字", en: "a text belongs here"))
      return nil
    }
    return text
  }

  mutating func integer(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    guard let number = node.string.flatMap({ Int($0) }), range.contains(number) else {
      report(
        node,
        Localized(
          zh: "这里应是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound) belongs here"))
      return nil
    }
    return number
  }

  mutating func strings(_ node: Node?) -> [String]? {
    guard let node else { return nil }
    guard let sequence = node.sequence else {
      report(node, Localized(zh: "这里应是列表，如 [a, b]", en: "a list belongs here, as in [a, b]"))
      return nil
    }
    return sequence.compactMap { string($0) }
  }

  /// `{ zh: …, en: … }`, both there.
  mutating func localized(_ node: Node?) -> Localized? {
    guard let node, let fields = fields(node, known: ["zh", "en"], required: ["zh", "en"]) else { return nil }
    guard let zh = string(fields["zh"]), let en = string(fields["en"]) else { return nil }
    return Localized(zh: zh, en: en)
  }

  /// A mapping's values, in the order in which they are written.
  struct Fields {
    var values: [(name: String, node: Node)]

    subscript(name: String) -> Node? { values.first { $0.name == name }?.node }
  }
}
