import Bilingual

/// Builds the tree of a text in YAML, with everything that is wrong in it.
struct YAMLTree {
  /// Nil where the text has no value, or something is wrong.
  private(set) var root: YAMLNode?
  private(set) var problems: [YAMLProblem] = []

  /// How deep values may stand in each other.
  static let depthLimit = 16

  private let events: YAMLEvents
  private let firstLine: Int

  /// - Parameters:
  ///   - text: its lines end with a line feed and nothing else.
  ///   - firstLine: the number of its first line in the file.
  init(_ text: String, firstLine: Int) {
    events = YAMLEvents(text)
    self.firstLine = firstLine
    var root: YAMLNode?
    do throws(YAMLProblem) {
      root = try document()
    } catch {
      problems.append(error)
    }
    if problems.isEmpty { self.root = root }
  }

  private mutating func document() throws(YAMLProblem) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd: return root
      case .boundary: continue
      case .documentStart where root == nil: continue
      case .documentStart:
        throw YAMLProblem(
          event, Localized(zh: "这里只能有一份 YAML 文档", en: "there is room for one YAML document only"),
          Localized(zh: "删去这一行 ---", en: "take this line --- out"))
      case .scalar, .sequenceStart, .mappingStart, .end, .alias:
        root = try node(event, depth: 0)
      }
    }
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLProblem) -> YAMLNode {
    guard depth < Self.depthLimit else { throw .nesting(event, limit: Self.depthLimit) }
    if let extra = event.extra { problems.append(.extra(extra, event)) }
    let content: YAMLNode.Content
    switch event.kind {
    case .scalar(let text, let style):
      content = .scalar(text, style)
      if style == .doubleQuoted { reportEscapes(in: text, event) }
    case .sequenceStart: content = .sequence(try items(depth: depth + 1))
    case .mappingStart: content = .mapping(try entries(depth: depth + 1))
    case .alias, .documentStart, .end, .streamEnd, .boundary:
      problems.append(.alias(event))
      content = .scalar("", .plain)
    }
    return YAMLNode(content: content, place: place(of: event))
  }

  private mutating func items(depth: Int) throws(YAMLProblem) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .end = event.kind { return items }
      items.append(try node(event, depth: depth))
    }
  }

  private mutating func entries(depth: Int) throws(YAMLProblem) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var names: Set<String> = []
    while true {
      let event = try events.next()
      if case .end = event.kind { return entries }
      let key = try node(event, depth: depth)
      let value = try node(try events.next(), depth: depth)
      guard let name = key.text else {
        problems.append(YAMLProblem(event, Localized(zh: "键应是一个词", en: "a key is one word")))
        continue
      }
      if !names.insert(name).inserted {
        problems.append(
          YAMLProblem(event, Localized(zh: "键“\(name)”重复", en: "the key “\(name)” comes twice")))
      }
      entries.append(YAMLNode.Entry(name: name, place: key.place, value: value))
    }
  }

  /// An escape may stand for what is not allowed in the text itself.
  private mutating func reportEscapes(in text: String, _ event: YAMLEvent) {
    guard let scalar = text.unicodeScalars.first(where: { $0.isControl && $0 != "\n" }) else { return }
    problems.append(
      YAMLProblem(
        event,
        Localized(
          zh: "这段文字里有控制字符 \(scalar.name)", en: "this text has a control character in it, \(scalar.name)"),
        Localized(zh: "删去它", en: "remove it")))
  }

  // MARK: Places

  private func place(of event: YAMLEvent) -> YAMLNode.Place {
    place(event.start, event.end, isCollection: event.isStart)
  }

  func place(of problem: YAMLProblem) -> YAMLNode.Place { place(problem.start, problem.end, isCollection: false) }

  private func place(_ start: YAMLEvent.Mark, _ end: YAMLEvent.Mark, isCollection: Bool) -> YAMLNode.Place {
    let length = isCollection ? 1 : end.line == start.line ? end.column - start.column : Int.max
    return YAMLNode.Place(line: firstLine + start.line, column: start.column + 1, length: length)
  }
}

extension YAMLEvent {
  /// Whether it ends where the value only begins.
  fileprivate var isStart: Bool {
    switch kind {
    case .sequenceStart, .mappingStart: true
    case .scalar, .alias, .documentStart, .end, .streamEnd, .boundary: false
    }
  }
}
