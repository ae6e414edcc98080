/// A sentence of prose: its words, and what it sets in code font.
struct Sentence {
  /// A stretch of one font.
  struct Part {
    let text: String
    let inline: Inline
    /// Whether it stands in a link, as a citation does.
    var isCited = false

    var isCode: Bool { if case .code = inline.kind { true } else { false } }
  }

  private(set) var parts: [Part] = []

  private init(parts: [Part] = []) { self.parts = parts }

  /// All of a line, as one.
  init(inlines: [Inline]) { parts = Self.parts(of: inlines) }

  /// All of its text, in small letters.
  var text: String { parts.map(\.text).joined().lowercased() }

  /// The sentences of blocks, headings left out; a table's cell is one, with what stands above it.
  static func all(in blocks: [ProseBlock]) -> [Sentence] {
    blocks.flatMap { block -> [Sentence] in
      switch block {
      case .paragraph(let inlines): all(in: inlines)
      case .bulletedList(let items), .numberedList(_, let items): items.flatMap(all)
      case .quote(let blocks): all(in: blocks)
      case .table(let header, let rows): cells(header, rows)
      case .box(let box): cells(box.header, box.rows.map(\.cells))
      case .heading, .codeBlock, .thematicBreak: []
      }
    }
  }

  private static func cells(_ header: [[Inline]], _ rows: [[[Inline]]]) -> [Sentence] {
    header.flatMap(all)
      + rows.flatMap { row in
        zip(header, row).map {
          Sentence(parts: parts(of: $1) + [Part(text: $0.plainText, inline: Inline(.lineBreak, line: 1))])
        }
      }
  }

  private static func all(in inlines: [Inline]) -> [Sentence] {
    var sentences = [Sentence()]
    for part in parts(of: inlines) {
      guard !part.isCode else {
        sentences[sentences.count - 1].parts.append(part)
        continue
      }
      for (index, text) in split(part.text).enumerated() {
        if index > 0 { sentences.append(Sentence()) }
        sentences[sentences.count - 1].parts.append(Part(text: text, inline: part.inline, isCited: part.isCited))
      }
    }
    return sentences
  }

  private static func parts(of inlines: [Inline], isCited: Bool = false) -> [Part] {
    inlines.flatMap { inline -> [Part] in
      switch inline.kind {
      case .text(let text), .code(let text): [Part(text: text, inline: inline, isCited: isCited)]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): parts(of: inner, isCited: isCited)
      case .link(_, let inner): parts(of: inner, isCited: true)
      case .lineBreak: [Part(text: " ", inline: inline)]
      }
    }
  }

  /// A text cut behind each mark that ends a sentence; a point ends one before a blank only.
  private static func split(_ text: String) -> [String] {
    var pieces = [""]
    var isEnding = false
    for character in text {
      if isEnding, character.isWhitespace { pieces.append("") }
      pieces[pieces.count - 1].append(character)
      isEnding = ".!?".contains(character)
      if "。！？".contains(character) { pieces.append("") }
    }
    return pieces
  }
}
