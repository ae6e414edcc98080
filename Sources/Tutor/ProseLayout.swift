import Bilingual
import Course
import Screen

/// Prose as lines of a width.
struct ProseLayout {
  let context: Context

  init(_ context: Context) { self.context = context }

  /// A beat: its heading, a blank line, its prose.
  func lines(of beat: Beat, columns: Int) -> [[Span]] {
    guard let title = beat.title else { return lines(ofProse: beat.prose, columns: columns) }
    return wrap([Span(title, .heading)], columns: columns, glyphs: context.glyphs)
      + lines(ofProse: beat.prose, columns: columns)
  }

  /// Blocks under each other; paragraphs stand close, with a blank line between them.
  func lines(ofProse blocks: [ProseBlock], columns: Int) -> [[Span]] {
    var lines: [[Span]] = []
    for block in blocks {
      if !lines.isEmpty { lines.append([]) }
      lines += self.lines(of: block, columns: columns)
    }
    return lines
  }

  private func lines(of block: ProseBlock, columns: Int) -> [[Span]] {
    switch block {
    case .paragraph(let inlines): return wrap(spans(inlines), columns: columns, glyphs: context.glyphs)
    case .heading(_, let inlines):
      return wrap(spans(inlines, Style(.heading)), columns: columns, glyphs: context.glyphs)
    case .bulletedList(let items):
      return items.flatMap { item($0, mark: "\(context.glyphs.bullet) ", columns) }
    case .numberedList(let start, let items):
      return items.enumerated().flatMap { item($1, mark: "\(start + $0). ", columns) }
    case .quote(let blocks):
      return indented(lines(ofProse: blocks, columns: columns - 2), first: "\(context.glyphs.vertical) ", rest: nil)
    case .codeBlock(let text):
      return text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { [Span("  " + $0, .code)] }
    case .table(let header, let rows): return table(header, rows, columns)
    case .thematicBreak:
      return [[Span(String(repeating: context.glyphs.horizontal, count: max(0, columns)), .border)]]
    }
  }

  private func item(_ blocks: [ProseBlock], mark: String, _ columns: Int) -> [[Span]] {
    let indent = context.glyphs.width(of: mark)
    let lines = blocks.flatMap { self.lines(of: $0, columns: columns - indent) }
    return indented(lines, first: mark, rest: String(repeating: " ", count: indent))
  }

  /// - Parameter rest: what stands before all lines but the first; nil for the same.
  private func indented(_ lines: [[Span]], first: String, rest: String?) -> [[Span]] {
    lines.enumerated().map { index, line in
      [Span(index == 0 ? first : rest ?? first, .dim)] + line
    }
  }

  /// Columns as wide as their widest cell, two blanks between them; the last takes what is left.
  private func table(_ header: [[Inline]], _ rows: [[[Inline]]], _ columns: Int) -> [[Span]] {
    let cells = ([header] + rows).map { $0.map { $0.plainText } }
    let count = header.count
    let widths = (0..<count).map { column in
      cells.map { $0.count > column ? context.glyphs.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return cells.enumerated().map { index, row in
      var line: [Span] = []
      for (column, text) in row.enumerated() {
        let padding = column + 1 < count ? max(0, widths[column] - context.glyphs.width(of: text)) + 2 : 0
        line.append(Span(text + String(repeating: " ", count: padding), index == 0 ? .strong : .text))
      }
      return truncate(line, columns: columns, glyphs: context.glyphs)
    }
  }

  private func spans(_ inlines: [Inline], _ style: Style = .plain) -> [Span] {
    inlines.flatMap { inline -> [Span] in
      switch inline.kind {
      case .text(let text): [Span(text, style)]
      case .code(let text): [Span(text, .code)]
      case .emphasis(let parts), .strikethrough(let parts): spans(parts, Style(.emphasis))
      case .strong(let parts): spans(parts, Style(.strong))
      case .link(_, let parts): spans(parts, Style(.link))
      case .lineBreak: [Span("\n", style)]
      }
    }
  }
}
