import Bilingual
import Course
import Notation
import Screen

/// Prose as lines of a width.
struct ProseLayout {
  let context: Context
  /// Whether it is told line by line, and not drawn.
  let isTold: Bool

  /// The numbers of the run that it tells of; nil for prose about none.
  let numbers: ShownNumbers?

  /// The link that is selected.
  let selected: ChapterLink?

  init(
    _ context: Context, _ numbers: ShownNumbers? = nil, selected: ChapterLink? = nil, isTold: Bool = false
  ) {
    self.context = context
    self.numbers = numbers
    self.selected = selected
    self.isTold = isTold
  }

  /// A beat: its heading, a blank line where there is room for one, its prose.
  func lines(of beat: Beat, columns: Int) -> [[Span]] {
    let title = beat.title.map { wrap([Span($0, .heading)], columns: columns, glyphs: context.glyphs) } ?? []
    let gap: [[Span]] = title.isEmpty || !context.isWide ? [] : [[]]
    return title + gap + lines(belowTitleOf: beat, columns: columns)
  }

  /// What its search seeks, where it has one, and its prose.
  func lines(belowTitleOf beat: Beat, columns: Int) -> [[Span]] {
    let sought = beat.search.map { sentence($0.sought, .dim, columns) } ?? []
    return sought + lines(ofProse: beat.prose, columns: columns)
  }

  /// A search: what it seeks, its bounds, and the lines of the run that it finds.
  func lines(of search: ChapterSearch, columns: Int) -> [[Span]] {
    let bounds = search.bounds.flatMap { bound in
      indented(
        sentence(bound, .text, columns - 2), first: "\(context.glyphs.bullet) ", rest: "  ")
    }
    // Line by line, what is sought was told above the prose.
    let lines = (isTold ? [] : sentence(search.sought, .strong, columns)) + bounds
    guard let found = search.found else { return lines }
    let heading = Localized(zh: "找到的最简单的一次，写成场景：", en: "The simplest run of this kind, as a scenario:")
    return lines + sentence(heading, .text, columns)
      + found.flatMap { line in
        indented(
          wrap([Span(line, .code)], columns: columns - 2, glyphs: context.glyphs), first: "  ", rest: "    ")
      }
  }

  private func sentence(_ text: Localized, _ role: Role, _ columns: Int) -> [[Span]] {
    wrap([Span(context[text], role)], columns: columns, glyphs: context.glyphs)
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
    case .box(let box):
      return wrap(spans(box.title, Style(.strong)), columns: columns, glyphs: context.glyphs)
        + table(box.header, box.rows.map(\.cells), columns)
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

  private func table(_ header: [[Inline]], _ rows: [[[Inline]]], _ columns: Int) -> [[Span]] {
    guard !isTold else { return told(header, rows, columns) }
    let cells = [header.map { spans($0, Style(.strong)) }] + rows.map { $0.map { spans($0) } }
    return TableLayout(rows: cells, glyphs: context.glyphs).lines(columns: columns)
  }

  /// A table line by line: each cell behind its column's name.
  private func told(_ header: [[Inline]], _ rows: [[[Inline]]], _ columns: Int) -> [[Span]] {
    let (colon, comma) = context.language == .zh ? ("：", "；") : (": ", "; ")
    return rows.flatMap { row in
      let cells = zip(header, row).map { name, cell in
        (name.isEmpty ? "" : name.plainText + colon) + cell.plainText
      }
      return item([.paragraph([Inline(.text(cells.joined(separator: comma)), line: 1)])], mark: "- ", columns)
    }
  }

  private func spans(_ inlines: [Inline], _ style: Style = .plain) -> [Span] {
    inlines.flatMap { inline -> [Span] in
      switch inline.kind {
      case .text(let text): [Span(text, style)]
      case .code(let text): numbers?.spans(text) ?? [Span(text, .code)]
      case .emphasis(let parts), .strikethrough(let parts): spans(parts, Style(.strong))
      case .strong(let parts): spans(parts, Style(.strong))
      case .link(_, let parts): spans(parts, Style(selected?.isAt(inline) == true ? .selected : .link))
      case .lineBreak: [Span("\n", style)]
      }
    }
  }
}
