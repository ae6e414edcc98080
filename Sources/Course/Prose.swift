/// A block of a chapter's text.
public enum ProseBlock: Hashable, Sendable {
  case paragraph([Inline])
  /// The level is **3 … 6**: level 2 starts a beat, level 1 is the chapter's title.
  case heading(level: Int, [Inline])
  case bulletedList([[ProseBlock]])
  case numberedList(start: Int, [[ProseBlock]])
  case quote([ProseBlock])
  /// Literal text; its last line has no line break.
  case codeBlock(String)
  /// Rows are as long as the header.
  case table(header: [[Inline]], rows: [[[Inline]]])
  case box(Box)
  case thematicBreak
}

/// A stretch of text within a line, and where it stands in the file.
public struct Inline: Hashable, Sendable {
  public let kind: Kind
  /// From **1**.
  public let line: Int
  /// In characters, from **1**; nil where it is not known. Of code and of links it is where
  /// their text begins.
  public let column: Int?

  public enum Kind: Hashable, Sendable {
    /// The line breaks of the source are gone: a space each, or nothing between full-width characters.
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case code(String)
    case link(url: String, [Inline])
    case lineBreak
  }

  public init(_ kind: Kind, line: Int, column: Int? = nil) {
    self.kind = kind
    self.line = line
    self.column = column
  }
}

extension [Inline] {
  /// The text alone, without any marking.
  public var plainText: String {
    reduce(into: "") { text, inline in
      switch inline.kind {
      case .text(let part), .code(let part): text += part
      case .emphasis(let parts), .strong(let parts), .strikethrough(let parts), .link(_, let parts):
        text += parts.plainText
      case .lineBreak: text += "\n"
      }
    }
  }

  /// Every stretch in code font, in order.
  public var codeSpans: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline.kind {
      case .code: [inline]
      case .emphasis(let parts), .strong(let parts), .strikethrough(let parts), .link(_, let parts): parts.codeSpans
      case .text, .lineBreak: []
      }
    }
  }
}

extension [ProseBlock] {
  /// The text alone, a line break behind each paragraph; code blocks are left out.
  var plainText: String {
    map { block in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText + "\n"
      case .bulletedList(let items), .numberedList(_, let items): items.map(\.plainText).joined()
      case .quote(let blocks): blocks.plainText
      case .table(let header, let rows):
        ([header] + rows).map { $0.map(\.plainText).joined(separator: " ") + "\n" }.joined()
      case .box(let box):
        box.title.plainText + "\n" + box.table.map { $0.map(\.plainText).joined(separator: " ") + "\n" }.joined()
      case .codeBlock, .thematicBreak: ""
      }
    }.joined()
  }

  /// Every stretch in code font within a line, in order, with the run that it is about; code blocks are left out.
  var proseSpans: [ProseSpan] {
    flatMap { block -> [ProseSpan] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.proseSpans
      case .bulletedList(let items), .numberedList(_, let items): items.flatMap(\.proseSpans)
      case .quote(let blocks): blocks.proseSpans
      case .table(let header, let rows): ([header] + rows).flatMap { $0.flatMap(\.proseSpans) }
      case .box(let box): box.title.proseSpans + box.table.flatMap { $0.flatMap(\.proseSpans) }
      case .codeBlock, .thematicBreak: []
      }
    }
  }

  /// Every stretch in code font within a line, in order; code blocks are left out.
  public var codeSpans: [Inline] {
    flatMap { block -> [Inline] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.codeSpans
      case .bulletedList(let items), .numberedList(_, let items): items.flatMap(\.codeSpans)
      case .quote(let blocks): blocks.codeSpans
      case .table(let header, let rows): ([header] + rows).flatMap { $0.flatMap(\.codeSpans) }
      case .box(let box): box.title.codeSpans + box.table.flatMap { $0.flatMap(\.codeSpans) }
      case .codeBlock, .thematicBreak: []
      }
    }
  }
}
