import Bilingual

/// Reads values out of YAML by the type that is asked for; what is wrong goes to a log.
public struct YAMLReader {
  public private(set) var log: DiagnosticLog

  /// Reads parts of a file of which something else has been read already.
  public init(_ log: DiagnosticLog) { self.log = log }

  /// Reads a file of its own, or a part of one that was taken out of it.
  ///
  /// - Parameter firstLine: the number in the file of the source's first line.
  public init(_ source: String, file: String, firstLine: Int = 1) {
    log = DiagnosticLog(file: file, source: SourceText(source, firstLine: firstLine))
    log.reportControlCharacters()
  }

  /// What is wrong so far, in the order of the file.
  public var diagnostics: [Diagnostic] { log.sorted }

  /// The value of some lines of the file, or of all.
  ///
  /// - Returns: nil where there is none, or something was reported.
  public mutating func document(lines: Range<Int>? = nil) -> YAMLNode? {
    let lines = lines ?? log.source.lineNumbers
    let tree = YAMLTree(log.source.joinedPlainly(lines), firstLine: lines.lowerBound)
    for problem in tree.problems {
      // What is missing at the end is missed on the line behind.
      let place = location(of: tree.place(of: problem), lastLine: lines.upperBound)
      log.report(at: place, problem.message, problem.hint)
    }
    return tree.root
  }

  // MARK: Places

  public func location(of node: YAMLNode) -> SourceLocation { location(of: node.place) }

  public func location(of place: YAMLNode.Place) -> SourceLocation { location(of: place, lastLine: Int.max) }

  private func location(of place: YAMLNode.Place, lastLine: Int) -> SourceLocation {
    let source = log.source
    let line = min(place.line, lastLine)
    let column = source.column(line: line, scalarColumn: place.column)
    let end = place.length < Int.max ? source.column(line: line, scalarColumn: place.column + place.length) : Int.max
    return source.location(line: line, column: column, length: end - column)
  }

  /// - Parameter node: nil for the beginning of the text.
  public mutating func report(_ node: YAMLNode?, _ message: Localized, _ hint: Localized? = nil) {
    log.report(at: node.map(location) ?? SourceLocation(line: log.source.firstLine), message, hint)
  }

  public mutating func report(at location: SourceLocation, _ message: Localized, _ hint: Localized? = nil) {
    log.report(at: location, message, hint)
  }

  // MARK: Values

  /// The values of a mapping; a key that is not known, or is missing, is reported.
  ///
  /// - Parameters:
  ///   - node: nil for a mapping with nothing in it.
  ///   - place: where keys are missed; nil for the mapping's own place.
  /// - Returns: nil, and reported, where the node is no mapping.
  public mutating func fields(
    _ node: YAMLNode?, known: [String], required: [String], at place: SourceLocation? = nil
  ) -> YAMLFields? {
    guard let entries = node.map(\.entries) ?? [] else {
      if let node { report(node, Localized(zh: "这里应是“键: 值”的形式", en: "keys and values belong here")) }
      return nil
    }
    for entry in entries where !known.contains(entry.name) {
      log.report(
        at: location(of: entry.place),
        Localized(zh: "不认识键“\(entry.name)”", en: "the key “\(entry.name)” is unknown"),
        Suggestion.hint(for: entry.name, among: known))
    }
    let fields = YAMLFields(entries: entries.filter { known.contains($0.name) })
    let missing = required.filter { fields[$0] == nil }
    if !missing.isEmpty {
      log.report(
        at: place ?? node.map(location) ?? SourceLocation(line: log.source.firstLine),
        missing.count == 1
          ? Localized(zh: "缺少键“\(missing[0])”", en: "the key “\(missing[0])” is missing")
          : Localized(
            zh: "缺少这些键：\(missing.joined(separator: "、"))",
            en: "these keys are missing: \(missing.joined(separator: ", "))"))
    }
    return fields
  }

  /// A text with something in it; nil, and reported, where the node is none. Nil for no node.
  public mutating func text(_ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.text, text.contains(where: { !$0.isWhitespace }) else {
      report(node, Localized(zh: "这里应是一段文字", en: "a text belongs here"))
      return nil
    }
    return text
  }

  /// The items of a list; nil, and reported, where the node is none. Nil for no node.
  public mutating func list(_ node: YAMLNode?) -> [YAMLNode]? {
    guard let node else { return nil }
    guard let items = node.items else {
      report(
        node, Localized(zh: "这里应是列表，如 [a, b]", en: "a list belongs here, as in [a, b]"),
        Localized(zh: "也可以每项一行，以 - 开头", en: "or one item to a line, each behind a -"))
      return nil
    }
    return items
  }

  /// A list of texts, without the items that are none, which are reported. Nil for no node.
  public mutating func texts(_ node: YAMLNode?) -> [String]? {
    guard let items = list(node) else { return nil }
    return items.compactMap { text($0) }
  }

  /// A whole number; nil, and reported, where the node is none in this range. Nil for no node.
  public mutating func integer(_ node: YAMLNode?, in range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    guard let number = node.text.flatMap({ Int($0) }), range.contains(number) else {
      report(
        node,
        Localized(
          zh: "这里应是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound) belongs here"))
      return nil
    }
    return number
  }

  /// `{ zh: …, en: … }`, both there. Nil for no node.
  public mutating func localized(_ node: YAMLNode?) -> Localized? {
    guard let node, let fields = fields(node, known: ["zh", "en"], required: ["zh", "en"]) else { return nil }
    guard let zh = text(fields["zh"]), let en = text(fields["en"]) else { return nil }
    return Localized(zh: zh, en: en)
  }
}

/// The keys and values of a mapping, in the order in which they are written.
public struct YAMLFields: Sendable {
  public let entries: [YAMLNode.Entry]

  public subscript(name: String) -> YAMLNode? { entries.first { $0.name == name }?.value }
}
