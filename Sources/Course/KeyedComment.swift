import Bilingual
import Manuscript

/// A comment of keys and values: `<!-- beat: server-waits; covers: S3 A4 -->`.
///
/// Keys end with a colon, values with a semicolon. A reader of the page does not see it.
struct KeyedComment {
  struct Field {
    let key: Reference
    /// The words of the value, with their places.
    let words: [Reference]

    /// The value, with one blank between its words.
    var text: String { words.map(\.id).joined(separator: " ") }
  }

  /// In the order in which they are written; no key comes twice.
  let fields: [Field]
  /// Where it begins.
  let location: SourceLocation

  subscript(key: String) -> Field? { fields.first { $0.key.id == key } }

  /// The first key of a comment, by which its kind is told.
  static func firstKey(_ literal: String) -> String {
    let words = literal.dropFirst(4).drop { $0.isWhitespace }
    return String(words.prefix { $0 != ":" && $0 != "\n" })
  }

  /// Reads a comment from the file's lines, so that places are the file's.
  ///
  /// - Parameters:
  ///   - line: the number of the line in which it begins.
  ///   - column: where in that line `<!--` stands.
  /// - Returns: nil, and reported, where something is wrong with it.
  static func read(line: Int, column: Int, known: [String], _ log: inout DiagnosticLog) -> KeyedComment? {
    let earlier = log.diagnostics.count
    let location = log.source.location(line: line, column: column, length: Int.max >> 1)
    var fields: [Field] = []
    for part in parts(of: words(line: line, column: column, of: log.source)) {
      guard let field = field(part, known: known, &log) else { continue }
      if let other = fields.first(where: { $0.key.id == field.key.id }) {
        log.report(
          at: field.key.location,
          Localized(zh: "\(other.key.id) 写了两次", en: "\(other.key.id) comes twice"))
      } else {
        fields.append(field)
      }
    }
    return log.diagnostics.count == earlier ? KeyedComment(fields: fields, location: location) : nil
  }

  /// A key and its value.
  private static func field(_ part: [Reference], known: [String], _ log: inout DiagnosticLog) -> Field? {
    let first = part[0]
    guard let colon = first.id.firstIndex(of: ":") else {
      log.report(
        at: first.location, Localized(zh: "这里应是“键: 值”", en: "a key, a colon and a value belong here"),
        Localized(zh: "各项以分号隔开", en: "with a semicolon before the next key"))
      return nil
    }
    let name = String(first.id[..<colon])
    let key = Reference(
      id: name, location: SourceLocation(line: first.location.line, column: first.location.column, length: name.count))
    guard known.contains(name) else {
      log.report(
        at: key.location, Localized(zh: "不认识键“\(name)”", en: "the key “\(name)” is unknown"),
        Suggestion.hint(for: name, among: known))
      return nil
    }
    var words = Array(part.dropFirst())
    let rest = first.id[first.id.index(after: colon)...]
    if !rest.isEmpty {
      let place = SourceLocation(
        line: first.location.line, column: first.location.column + name.count + 1, length: rest.count)
      words.insert(Reference(id: String(rest), location: place), at: 0)
    }
    guard !words.isEmpty else {
      log.report(at: key.location, Localized(zh: "\(name) 后面没有值", en: "\(name) has no value"))
      return nil
    }
    return Field(key: key, words: words)
  }

  /// What stands between semicolons.
  private static func parts(of words: [Reference]) -> [[Reference]] {
    var parts: [[Reference]] = [[]]
    for word in words {
      if word.id == ";" { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// The words up to `-->`; a semicolon is a word of its own.
  private static func words(line: Int, column: Int, of source: SourceText) -> [Reference] {
    var words: [Reference] = []
    var number = line
    var start = column + 3
    while source.lineNumbers.contains(number) {
      let characters = Array(source.line(number))
      var index = start
      while index < characters.count {
        if characters[index...].starts(with: "-->") { return words }
        let isSemicolon = characters[index] == ";"
        let end =
          isSemicolon
          ? index + 1
          : characters[index...].indices.first {
            characters[$0].isWhitespace || characters[$0] == ";" || characters[$0...].starts(with: "-->")
          } ?? characters.count
        if end > index {
          words.append(
            Reference(
              id: String(characters[index..<end]),
              location: SourceLocation(line: number, column: index + 1, length: end - index)))
        }
        index = max(end, index + 1)
        if end < characters.count, characters[end...].starts(with: "-->") { return words }
        if end < characters.count, characters[end] == ";" { index = end }
      }
      number += 1
      start = 0
    }
    return words
  }
}
