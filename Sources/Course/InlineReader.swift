import Bilingual

/// What stands within a paragraph.
extension ProseReader {
  mutating func inlines(_ parent: MarkdownNode, _ depth: Int) -> [Inline] {
    if [.paragraph, .heading, .tableCell].contains(parent.kind) {
      lastCharacter = nil
      lastLine = max(1, parent.line)
    }
    var inlines: [Inline] = []
    for node in parent.children {
      if node.line > 0 { lastLine = node.line }
      if let inline = inline(node, depth) { Self.append(inline, to: &inlines) }
    }
    return inlines
  }

  /// Text goes to the text before it: cmark cuts it wherever something might have begun.
  private static func append(_ inline: Inline, to inlines: inout [Inline]) {
    guard case .text(let text) = inline.kind, let last = inlines.last, case .text(let before) = last.kind else {
      inlines.append(inline)
      return
    }
    inlines[inlines.count - 1] = Inline(.text(before + text), line: last.line, column: last.column)
  }

  private mutating func inline(_ node: MarkdownNode, _ depth: Int) -> Inline? {
    guard depth < Self.depthLimit else {
      reportDepth(node)
      return nil
    }
    let line = node.line > 0 ? node.line : lastLine
    let column = node.line > 0 ? log.source.column(line: line, byteColumn: node.byteColumn) : nil
    switch node.kind {
    case .text:
      lastCharacter = node.literal.last ?? lastCharacter
      return Inline(.text(node.literal), line: line, column: column)
    case .softBreak:
      if LineJoining.joins(lastCharacter, node.characterBehind) { return nil }
      return Inline(.text(" "), line: line)
    case .lineBreak:
      lastCharacter = nil
      return Inline(.lineBreak, line: line)
    case .code:
      lastCharacter = node.literal.last
      let place = spans.next(node.literal)?.location
      return Inline(.code(node.literal), line: place?.line ?? line, column: place?.column ?? column)
    case .emphasis:
      return Inline(.emphasis(inlines(node, depth + 1)), line: line, column: column)
    case .strong:
      return Inline(.strong(inlines(node, depth + 1)), line: line, column: column)
    case .strikethrough:
      return Inline(.strikethrough(inlines(node, depth + 1)), line: line, column: column)
    case .link:
      // The place that cmark gives an autolink is wrong; that of its text is right.
      let text = inlines(node, depth + 1)
      return Inline(.link(url: node.url, text), line: text.first?.line ?? line, column: text.first?.column)
    case .htmlInline where readsRowComments && node.literal.hasPrefix("<!--"):
      return nil
    case .htmlInline:
      report(
        node, Localized(zh: "正文里不能有 HTML：\(node.literal)", en: "HTML has no place in a chapter: \(node.literal)"),
        node.literal.hasPrefix("<!--")
          ? ExceptionComment.hint
          : Localized(zh: "要写尖括号本身，用反引号或反斜杠", en: "for the angle bracket itself use backticks or a backslash"))
      return nil
    case .image:
      report(
        node, Localized(zh: "终端里显示不了图片", en: "a terminal can't show pictures"),
        Localized(zh: "用文字或表格代替", en: "say it in words or in a table"))
      return nil
    case .document, .list, .item, .paragraph, .heading, .table, .blockQuote, .codeBlock, .htmlBlock, .thematicBreak,
      .tableHeader, .tableRow, .tableCell, nil:
      report(node, Localized(zh: "不认识这种写法", en: "this is not known"))
      return nil
    }
  }
}
