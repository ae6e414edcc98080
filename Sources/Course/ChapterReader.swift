import Bilingual
import Manuscript
import Quiz
import Scenario
import TCP

public struct ChapterReader {
  var prose: ProseReader
  var scripts: ScriptParser
  var beats: [Beat] = []
  var runs: [ChapterRun] = []

  /// Reads a chapter.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - file: the file's name, for messages.
  ///   - language: that of the folder in which it stands.
  /// - Throws: `Diagnostics` with everything that is wrong in it, in the order of the file.
  public static func read(source: String, file: String, language: Language) throws(Diagnostics) -> Chapter {
    let (chapter, problems) = readSound(source: source, file: file, language: language)
    guard let chapter, problems.isEmpty else { throw Diagnostics(problems) }
    return chapter
  }

  /// Reads a chapter as far as it is sound, so that what is wrong above its text hides nothing of what is wrong in it.
  ///
  /// - Returns: the chapter, nil where its text can't be read, with a stand-in for front matter that can't be; and everything
  ///   that is wrong, in the order of the file.
  public static func readSound(
    source: String, file: String, language: Language
  ) -> (chapter: Chapter?, problems: [Diagnostic]) {
    let source = SourceText(source)
    var log = DiagnosticLog(file: file, source: source)
    log.reportControlCharacters()
    let top = FrontMatterReader.read(&log)
    var reader = ChapterReader(log)
    if let line = top.bodyLine { reader.readBody(from: line) }
    reader.prose.log.add(reader.scripts.diagnostics)
    let problems = reader.prose.log.sorted
    guard problems.count == log.diagnostics.count, !reader.beats.isEmpty else { return (nil, problems) }
    let chapter = Chapter(
      file: file, language: language, frontMatter: top.frontMatter ?? .standIn, runs: reader.runs, beats: reader.beats,
      source: source)
    return (chapter, problems)
  }

  private init(_ log: DiagnosticLog) {
    prose = ProseReader(log: log)
    scripts = ScriptParser(file: log.file)
  }

  var source: SourceText { prose.log.source }

  // MARK: Beats

  private mutating func readBody(from line: Int) {
    beats = [Beat(line: line, heading: nil)]
    runs = [ChapterRun(number: 1, settings: scripts.settings, beats: 0..<0)]
    Markdown.read(source.joined(line..<(source.lines.count + 1)), firstLine: line) { root in
      for node in root.children { readTop(node) }
    }
    if beats[0].isEmpty, beats[0].nameLocation == nil { beats.removeFirst() }
    placeRuns()
    checkNames()
    checkSearches()
    if beats.isEmpty, prose.log.diagnostics.isEmpty {
      prose.log.report(
        at: SourceLocation(line: max(1, source.lines.count)),
        Localized(zh: "文件头之后没有正文", en: "there is no text below the front matter"))
    }
  }

  private mutating func readTop(_ node: MarkdownNode) {
    switch node.kind {
    case .heading where node.headingLevel == 2:
      let heading = prose.leaf(node)
      if heading.isEmpty { prose.report(node, Localized(zh: "这一节没有标题", en: "this beat has no title")) }
      beats.append(Beat(line: node.line, heading: heading))
    case .codeBlock:
      guard isClosed(node) else { return }
      if let kind = BlockKind(rawValue: node.fenceWord) { readBlock(kind, node) } else { readProse(node) }
    case .htmlBlock:
      readComment(node)
    case .document, .heading, .list, .item, .paragraph, .text, .code, .strong, .link, .image, .strikethrough, .table,
      .blockQuote, .thematicBreak, .softBreak, .lineBreak, .htmlInline, .emphasis, .tableHeader, .tableRow, .tableCell,
      nil:
      readProse(node)
    }
  }

  private mutating func readProse(_ node: MarkdownNode) {
    if let block = prose.block(node) { beats[beats.count - 1].prose.append(block) }
  }

  private mutating func readComment(_ node: MarkdownNode) {
    let html = node.literal
    let key = html.hasPrefix("<!--") && html.contains("-->") ? KeyedComment.firstKey(html) : ""
    if BeatComment.begins(with: key) {
      BeatComment.read(node, into: &beats[beats.count - 1], &prose.log)
    } else if key == ToldComment.key {
      if let told = ToldComment.read(node, in: beats[beats.count - 1], &prose.log) {
        beats[beats.count - 1].told.append(told)
      }
    } else if let exceptions = ExceptionComment.read(node, &prose.log) {
      beats[beats.count - 1].exceptions += exceptions
    }
  }

  /// Proves that every beat has a name of its own.
  private mutating func checkNames() {
    for (index, beat) in beats.enumerated() {
      let place = beat.nameLocation ?? source.location(ofLine: beat.line)
      if beat.heading != nil, !beat.isNamed {
        prose.log.report(at: place, Localized(zh: "这一节没有名字", en: "this beat has no name"), BeatComment.hint)
      } else if !beat.id.isEmpty, let other = beats[..<index].first(where: { $0.id == beat.id }) {
        prose.log.report(
          at: place,
          Localized(
            zh: "第 \(other.line) 行的一节已经叫 \(beat.id)", en: "the beat at line \(other.line) is called \(beat.id) already")
        )
      }
    }
  }

  // MARK: Blocks

  /// The lines between the fences.
  private func lines(in node: MarkdownNode) -> Range<Int> {
    node.line + 1..<node.line + 1 + node.literal.lineFeeds
  }

  /// Whether a block ends with a fence of its own; reported where not.
  private mutating func isClosed(_ node: MarkdownNode) -> Bool {
    guard let fence = node.fence else { return true }
    let lines = lines(in: node)
    // Markdown takes a fence with a word for text, so the fence that is missing was to be above it.
    if let next = lines.first(where: { begins(with: fence, line: $0) }) {
      prose.log.report(
        at: source.location(ofLine: node.line),
        Localized(zh: "第 \(next) 行又开始一个块，而这个块还没有结束", en: "this block does not end before line \(next) starts another"),
        Localized(zh: "在它的末尾另起一行写 \(fence)", en: "put a line \(fence) at its end"))
      return false
    }
    let last = source.line(lines.upperBound).filter { $0 != " " && $0 != "\t" }
    if last.hasPrefix(fence), last.allSatisfy({ $0 == fence.first }) { return true }
    prose.log.report(
      at: source.location(ofLine: node.line), Localized(zh: "这个块没有结束", en: "this block does not end"),
      Localized(zh: "在它的末尾另起一行写 \(fence)", en: "put a line \(fence) at its end"))
    return false
  }

  private func begins(with fence: String, line number: Int) -> Bool {
    let line = source.line(number).utf8
    let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
    return indentation < 4 && line.dropFirst(indentation).starts(with: fence.utf8)
  }

  /// Reads a block from the file's lines, not from what cmark made of them, so that columns are the file's.
  private mutating func readBlock(_ kind: BlockKind, _ node: MarkdownNode) {
    let beat = beats.count - 1
    let lines = lines(in: node)
    let earlier = beats[beat].blocks.first { $0.kind == kind }
    beats[beat].blocks.append(.init(kind: kind, line: node.line))
    if !kind.isRepeatable {
      if let earlier {
        prose.log.report(
          at: source.location(ofLine: node.line),
          Localized(
            zh: "一节只能有一个 \(kind.rawValue) 块，第 \(earlier.line) 行已经有了",
            en: "a beat has one \(kind.rawValue) block only, and line \(earlier.line) has it"))
        return
      }
      guard lines.contains(where: { source.line($0).contains { !$0.isWhitespace } }) else {
        prose.log.report(
          at: source.location(ofLine: node.line),
          Localized(zh: "这个 \(kind.rawValue) 块是空的", en: "this \(kind.rawValue) block is empty"))
        return
      }
    }
    switch kind {
    case .tcp:
      readScript(lines, beat, isFirst: earlier == nil)
    case .notes:
      let blocks = Markdown.read(source.joined(lines), firstLine: lines.lowerBound) { prose.blocks($0) }
      beats[beat].notes += blocks
    case .predict:
      var yaml = YAMLReader(prose.log)
      beats[beat].prediction = Prediction(lines: lines, &yaml)
      prose.log = yaml.log
    case .quiz: readQuiz(lines, beat)
    case .compare: readComparison(lines, beat)
    case .explore: readSearch(lines, beat)
    }
  }

  private mutating func readQuiz(_ lines: Range<Int>, _ beat: Int) {
    let earlier = prose.log.diagnostics.count
    var yaml = YAMLReader(prose.log)
    defer { prose.log = yaml.log }
    let document = yaml.document(lines: lines)
    guard yaml.log.diagnostics.count == earlier else { return }
    let place = source.location(ofLine: lines.lowerBound)
    guard let fields = yaml.fields(document, known: ["items"], required: ["items"], at: place),
      let items = fields["items"], let nodes = yaml.list(items)
    else { return }
    if nodes.isEmpty { yaml.report(items, Localized(zh: "items 里一道题也没有", en: "items names no question")) }
    for node in nodes {
      guard let id = yaml.text(node) else { continue }
      if beats.contains(where: { $0.quiz.contains { $0.id == id } }) {
        yaml.report(
          node, Localized(zh: "这一章已经列过 \(id)", en: "this chapter names \(id) more than once"))
      }
      beats[beat].quiz.append(Reference(id: id, location: yaml.location(of: node)))
    }
  }

  private mutating func readComparison(_ lines: Range<Int>, _ beat: Int) {
    let line = lines.first { source.line($0).contains { !$0.isWhitespace } } ?? lines.lowerBound
    let words = source.joined(lines).split { $0.isWhitespace }
    if words.count == 1, let profile = Profile(named: words[0]) {
      beats[beat].compare = profile
      return
    }
    let names = Profile.names
    prose.log.report(
      at: source.location(ofLine: line),
      Localized(zh: "compare 块里只写一个配置名", en: "a compare block holds the name of one profile"),
      Suggestion.hint(for: String(words[0]), among: names))
  }
}

extension String {
  var lineFeeds: Int { utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } }
}
