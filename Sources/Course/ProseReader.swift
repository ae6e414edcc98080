import Bilingual
import Manuscript

/// Turns Markdown into prose.
struct ProseReader {
  var log: DiagnosticLog
  /// The code spans of the paragraph, heading or table row that is being read.
  var spans = CodeSpans()
  /// What text has ended with, for joining lines.
  var lastCharacter: Character?
  /// Whether comments stand in the cells that are being read; what they say is read elsewhere.
  var readsRowComments = false
  /// Where what was read last stands.
  var lastLine = 1

  /// Quotes in lists in quotes …: more than that is a mistake, and would need a larger stack.
  static let depthLimit = 16

  /// - Returns: nil where there is nothing to show, or something was reported.
  mutating func block(_ node: MarkdownNode, depth: Int = 0) -> ProseBlock? {
    guard depth < Self.depthLimit else {
      reportDepth(node)
      return nil
    }
    switch node.kind {
    case .paragraph:
      return .paragraph(leaf(node, depth))
    case .heading:
      guard node.headingLevel >= 3 else {
        report(
          node,
          Localized(zh: "这里不能有 \(node.headingLevel) 级标题", en: "no heading of level \(node.headingLevel) belongs here"),
          node.headingLevel == 1
            ? Localized(
              zh: "章名写在文件头的 title；小节用 ##", en: "the chapter's name is title in the front matter; a beat starts with ##")
            : Localized(
              zh: "## 开始新的一节，只能顶格写；更小的标题用 ###", en: "## starts a beat, at the left margin only; use ### for less"))
        return nil
      }
      return .heading(level: node.headingLevel, leaf(node, depth))
    case .list:
      let items = node.children.map { blocks($0, depth: depth + 1) }
      return node.isNumberedList ? .numberedList(start: node.listStart, items) : .bulletedList(items)
    case .blockQuote:
      return isBox(node) ? box(node, depth: depth + 1) : .quote(blocks(node, depth: depth + 1))
    case .codeBlock:
      return codeBlock(node)
    case .table:
      return table(node, depth)
    case .thematicBreak:
      return .thematicBreak
    case .htmlBlock:
      report(
        node, Localized(zh: "正文里不能有 HTML", en: "HTML has no place in a chapter"), ExceptionComment.hint)
      return nil
    case .document, .item, .text, .code, .strong, .link, .image, .strikethrough, .softBreak, .lineBreak, .htmlInline,
      .emphasis, .tableHeader, .tableRow, .tableCell, nil:
      report(node, Localized(zh: "不认识这种写法", en: "this kind of block is not known"))
      return nil
    }
  }

  /// Reads the blocks within one.
  mutating func blocks(_ node: MarkdownNode, depth: Int = 0) -> [ProseBlock] {
    var blocks: [ProseBlock] = []
    for child in node.children {
      if let block = block(child, depth: depth) { blocks.append(block) }
    }
    return blocks
  }

  /// Reads the text of a heading or paragraph.
  mutating func leaf(_ node: MarkdownNode, _ depth: Int = 0) -> [Inline] {
    spans = CodeSpans(in: node.line...max(node.line, node.endLine), of: log.source)
    return inlines(node, depth)
  }

  private mutating func codeBlock(_ node: MarkdownNode) -> ProseBlock? {
    let word = node.fenceWord
    if word.isEmpty || word == "text" {
      var text = node.literal
      if text.hasSuffix("\n") { text.removeLast() }
      return .codeBlock(text)
    }
    guard BlockKind(rawValue: word) == nil else {
      report(
        node,
        Localized(zh: "\(word) 块不能放在列表、引用或 notes 里", en: "a \(word) block can't stand in a list, a quote or notes"),
        Localized(zh: "移到外面，顶格写", en: "move it out, to the left margin"))
      return nil
    }
    report(
      node, Localized(zh: "不认识名为“\(word)”的代码块", en: "no kind of block is called “\(word)”"),
      Suggestion.hint(for: word, among: BlockKind.allCases.map(\.rawValue) + ["text"]))
    return nil
  }

  private mutating func table(_ node: MarkdownNode, _ depth: Int) -> ProseBlock {
    var header: [[Inline]] = []
    var rows: [[[Inline]]] = []
    for row in node.children {
      spans = CodeSpans(in: row.line...max(row.line, row.endLine), of: log.source, isTableRow: true)
      let cells = row.children.map { inlines($0, depth) }
      if row.kind == .tableHeader { header = cells } else { rows.append(cells) }
    }
    return .table(header: header, rows: rows)
  }

  // MARK: Reporting

  func location(of node: MarkdownNode) -> SourceLocation {
    guard node.line > 0 else { return SourceLocation(line: lastLine) }
    let column = log.source.column(line: node.line, byteColumn: node.byteColumn)
    return log.source.location(line: node.line, column: column, length: Int.max >> 1)
  }

  mutating func report(_ node: MarkdownNode, _ message: Localized, _ hint: Localized? = nil) {
    log.report(at: location(of: node), message, hint)
  }

  mutating func reportDepth(_ node: MarkdownNode) {
    report(
      node, Localized(zh: "嵌套超过 \(Self.depthLimit) 层", en: "this is nested more than \(Self.depthLimit) deep"))
  }
}
