import CMarkdown

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// GitHub-flavoured Markdown, as cmark-gfm reads it: with tables and strikethrough.
enum Markdown {
  /// Reads a document and shows its root; no node outlives the call.
  ///
  /// - Parameter firstLine: the number of the text's first line in the file.
  static func read<Result>(_ text: String, firstLine: Int, _ body: (MarkdownNode) -> Result) -> Result {
    guard let root = parse(text) else { fatalError("cmark-gfm has no memory") }
    defer { cmark_node_free(root) }
    return body(MarkdownNode(pointer: root, firstLine: firstLine))
  }

  private static func parse(_ text: String) -> OpaquePointer? {
    lock.hold {
      let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      var text = text
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      }
      return cmark_parser_finish(parser)
    }
  }

  /// Registers the extensions once.
  private static let lock: Lock = {
    cmark_gfm_core_extensions_ensure_registered()
    return Lock()
  }()

  /// One parser at a time: while one with strikethrough runs, `~` is special in a table that all share.
  private final class Lock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init() { pthread_mutex_init(mutex, nil) }

    func hold<Result>(_ body: () -> Result) -> Result {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      return body()
    }
  }
}

/// A node of a Markdown document.
struct MarkdownNode {
  fileprivate let pointer: OpaquePointer
  fileprivate let firstLine: Int

  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case table, tableHeader, tableRow, tableCell, strikethrough
  }

  /// Nil for a kind that only an extension that is not attached brings.
  var kind: Kind? {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: extensionKind
    }
  }

  /// The numbers of these kinds are given out when the extensions are registered; their names are fixed.
  private var extensionKind: Kind? {
    switch String(cString: cmark_node_get_type_string(pointer)) {
    case "table": .table
    case "table_header": .tableHeader
    case "table_row": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: nil
    }
  }

  /// The number in the file, from **1**; 0 for breaks.
  var line: Int { fileLine(cmark_node_get_start_line(pointer)) }

  var endLine: Int { fileLine(cmark_node_get_end_line(pointer)) }

  private func fileLine(_ line: CInt) -> Int { line > 0 ? Int(line) + firstLine - 1 : 0 }

  /// In octets, from **1**; 0 for breaks.
  var byteColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  /// Empty where the node has none.
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  /// 0 where the node is no heading.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  var isNumberedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

  /// The first word behind the fence of a code block; empty where there is none.
  var fenceWord: String {
    let info = cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? ""
    return String(info.prefix { !$0.isWhitespace })
  }

  /// The fence of a code block, `` ``` ``; nil where it is an indented one.
  var fence: String? {
    var (length, offset, character) = (CInt(), CInt(), CChar())
    guard cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else { return nil }
    let scalar = Character(Unicode.Scalar(UInt8(bitPattern: character)))
    return String(repeating: scalar, count: max(3, Int(length)))
  }

  var children: some Sequence<MarkdownNode> {
    sequence(state: cmark_node_first_child(pointer)) { next in
      guard let node = next else { return nil }
      next = cmark_node_next(node)
      return MarkdownNode(pointer: node, firstLine: firstLine)
    }
  }

  /// The first character of the text that follows.
  var characterBehind: Character? {
    var node = cmark_node_next(pointer)
    while let inner = node {
      let literal = MarkdownNode(pointer: inner, firstLine: firstLine).literal
      if let first = literal.first { return first }
      node = cmark_node_first_child(inner)
    }
    return nil
  }
}
