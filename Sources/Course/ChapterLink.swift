/// A link in prose: to another chapter, `[为什么是三次](why-three.md)`, or out of the course.
public struct ChapterLink: Hashable, Sendable {
  public let url: String
  /// What is to be read.
  public let text: String
  let inline: Inline

  /// The id of the chapter to which it leads; nil where it leads to none.
  public var chapter: String? {
    guard url.hasSuffix(".md"), Identifier.isSound(String(url.dropLast(3))) else { return nil }
    return String(url.dropLast(3))
  }

  /// Whether it stands there.
  public func isAt(_ inline: Inline) -> Bool { self.inline == inline }

  /// Whether it is an address.
  var leadsOutside: Bool { ["https://", "http://", "mailto:"].contains(where: url.hasPrefix) }
}

extension Beat {
  /// The links of its prose that lead to chapters, in order.
  public var links: [ChapterLink] { prose.links.filter { $0.chapter != nil } }
}

extension [ProseBlock] {
  /// Every link, in order.
  var links: [ChapterLink] {
    flatMap { block -> [ChapterLink] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.links
      case .bulletedList(let items), .numberedList(_, let items): items.flatMap(\.links)
      case .quote(let blocks): blocks.links
      case .table(let header, let rows): ([header] + rows).flatMap { $0.flatMap(\.links) }
      case .box(let box): box.title.links + box.table.flatMap { $0.flatMap(\.links) }
      case .codeBlock, .thematicBreak: []
      }
    }
  }
}

extension [Inline] {
  var links: [ChapterLink] {
    flatMap { inline -> [ChapterLink] in
      switch inline.kind {
      case .link(let url, let text): [ChapterLink(url: url, text: text.plainText, inline: inline)]
      case .emphasis(let parts), .strong(let parts), .strikethrough(let parts): parts.links
      case .text, .code, .lineBreak: []
      }
    }
  }
}
