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
  static func read<Result>(_ text: String, _ body: (MarkdownNode) -> Result) -> Result {
    guard let root = parse(text) else { fatalError("cmark-gfm has no memory") }
    defer { cmark_node_free(root) }
    return body(MarkdownNode(pointer: root))
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

  /// The names by which cmark-gfm calls its kinds of nodes.
  enum Kind: String {
    case document, list, item, paragraph, heading, text, code, strong, link, image, strikethrough, table
    case blockQuote = "block_quote"
    case codeBlock = "code_block"
    case htmlBlock = "html_block"
    case thematicBreak = "thematic_break"
    case softBreak = "softbreak"
    case lineBreak = "linebreak"
    case htmlInline = "html_inline"
    case emphasis = "emph"
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"
  }

  /// Nil for a kind that only an extension that is not attached brings.
  var kind: Kind? { Kind(rawValue: String(cString: cmark_node_get_type_string(pointer))) }

  /// From **1**; 0 for breaks.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }

  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

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
      return MarkdownNode(pointer: node)
    }
  }

  /// The first character of the text that follows.
  var characterBehind: Character? {
    var node = cmark_node_next(pointer)
    while let inner = node {
      let literal = MarkdownNode(pointer: inner).literal
      if let first = literal.first { return first }
      node = cmark_node_first_child(inner)
    }
    return nil
  }
}
