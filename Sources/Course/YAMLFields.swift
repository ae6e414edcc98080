import Bilingual
import Scenario
import Yams

/// A text in YAML, and where it stands in the file.
struct YAMLText {
  var text: String
  var location: SourceLocation
}

/// A key and its value, as they stand in the file.
struct YAMLField {
  var key: String
  /// Where the key stands.
  var location: SourceLocation
  fileprivate var value: Node
}

/// Reads the keys and values of a stretch of YAML, every scalar as text.
///
/// Only the tree is asked for, and a resolver without rules: the others compile regular expressions.
struct YAMLFields {
  private let lines: Range<Int>
  private var firstLine: Int { lines.lowerBound }

  /// - Parameter lines: the numbers of the lines of the file that are the YAML.
  /// - Returns: the fields in their order; nil where something was reported. Empty for no text at all.
  static func read(lines: Range<Int>, _ log: inout DiagnosticLog) -> (YAMLFields, [YAMLField])? {
    let reader = YAMLFields(lines: lines)
    var text = log.source.joined(lines)
    // Yams keeps a pointer into the string's storage, which a string of up to 15 octets does not have.
    if text.utf8.count < 32 { text += String(repeating: "\n", count: 32) }
    do {
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else { return (reader, []) }
      guard case .mapping(let mapping) = root else {
        log.report(
          at: reader.location(of: root, log.source),
          Localized(zh: "这里应是“键: 值”各占一行", en: "lines of “key: value” belong here"))
        return nil
      }
      var fields: [YAMLField] = []
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else {
          log.report(
            at: reader.location(of: key, log.source),
            Localized(zh: "键应是一个词", en: "a key is one word"))
          return nil
        }
        fields.append(YAMLField(key: scalar.string, location: reader.location(of: key, log.source), value: value))
      }
      return (reader, fields)
    } catch {
      reader.report(error, &log)
      return nil
    }
  }

  /// The text of a field; nil, and reported, where it is none or empty.
  func text(of field: YAMLField, _ log: inout DiagnosticLog) -> YAMLText? {
    guard case .scalar(let scalar) = field.value else {
      log.report(
        at: location(of: field.value, log.source),
        Localized(zh: "\(field.key) 应是一段文字", en: "\(field.key) should be a text"))
      return nil
    }
    return text(scalar, of: field, log.source, &log)
  }

  /// The list of texts of a field; nil, and reported, where it is none.
  func texts(of field: YAMLField, _ log: inout DiagnosticLog) -> [YAMLText]? {
    guard case .sequence(let sequence) = field.value else {
      log.report(
        at: location(of: field.value, log.source),
        Localized(zh: "\(field.key) 应是列表", en: "\(field.key) should be a list"),
        Localized(zh: "写成 [甲, 乙]，或每项一行、以 - 开头", en: "write [a, b], or one item to a line, each behind a -"))
      return nil
    }
    var texts: [YAMLText] = []
    var isSound = true
    for node in sequence {
      guard case .scalar(let scalar) = node else {
        log.report(
          at: location(of: node, log.source),
          Localized(zh: "\(field.key) 的每一项应是文字", en: "every item of \(field.key) should be a text"))
        isSound = false
        continue
      }
      guard let text = text(scalar, of: field, log.source, &log) else {
        isSound = false
        continue
      }
      texts.append(text)
    }
    return isSound ? texts : nil
  }

  private func text(
    _ scalar: Node.Scalar, of field: YAMLField, _ source: SourceText, _ log: inout DiagnosticLog
  ) -> YAMLText? {
    guard scalar.string.contains(where: { !$0.isWhitespace }) else {
      log.report(at: field.location, Localized(zh: "\(field.key) 的内容是空的", en: "\(field.key) has nothing in it"))
      return nil
    }
    return YAMLText(text: scalar.string, location: location(of: .scalar(scalar), source))
  }

  private func location(of node: Node, _ source: SourceText) -> SourceLocation {
    guard let mark = node.mark else { return SourceLocation(line: firstLine) }
    var length = 1
    if case .scalar(let scalar) = node {
      switch scalar.style {
      case .singleQuoted, .doubleQuoted: length = scalar.string.count + 2
      case .any, .plain, .literal, .folded: length = scalar.string.count
      }
    }
    return location(mark, length: length, source)
  }

  private func location(_ mark: Mark, length: Int = 1, _ source: SourceText) -> SourceLocation {
    // What is missing at the end is missed on the line behind.
    let line = min(max(firstLine, firstLine + mark.line - 1), lines.upperBound)
    let column = source.column(line: line, scalarColumn: mark.column)
    return source.location(line: line, column: column, length: length)
  }

  private func report(_ error: any Error, _ log: inout DiagnosticLog) {
    guard let error = error as? YamlError else {
      return report("\(error)", at: SourceLocation(line: firstLine), &log)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(problem, at: location(mark, log.source), &log)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted()
      log.report(
        at: location(context.mark, length: keys[0].count, log.source),
        Localized(
          zh: "\(keys.joined(separator: "、")) 写了不止一次", en: "\(keys.joined(separator: ", ")) is given more than once"))
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      report("\(error)", at: SourceLocation(line: firstLine), &log)
    }
  }

  private func report(_ problem: String, at location: SourceLocation, _ log: inout DiagnosticLog) {
    log.report(
      at: location, Localized(zh: "这段 YAML 读不懂：\(problem)", en: "this YAML can't be read: \(problem)"),
      Localized(
        zh: "含有冒号、方括号或 # 的文字要加引号", en: "put a text that has a colon, a bracket or a # into quotation marks"))
  }
}
