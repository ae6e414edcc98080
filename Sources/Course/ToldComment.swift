import Bilingual
import Manuscript

/// A block of prose that tells what the chapter does not run: `<!-- told: figure 8; source: RFC 9293 §3.5 -->` below it.
struct ToldBlock: Hashable, Sendable {
  /// Its place in the beat's prose, from **0**.
  let block: Int
  /// Where the comment stands.
  let location: SourceLocation
}

enum ToldComment {
  static let key = "told"

  /// - Returns: nil, and reported, where something is wrong with it.
  static func read(_ node: MarkdownNode, in beat: Beat, _ log: inout DiagnosticLog) -> ToldBlock? {
    let column = log.source.location(ofLine: node.line).column
    guard let comment = KeyedComment.read(line: node.line, column: column, known: [key, "source"], &log) else {
      return nil
    }
    guard comment["source"] != nil else {
      log.report(
        at: comment.location, Localized(zh: "讲而不运行的，要有出处", en: "what is told and not run needs a source"),
        Localized(
          zh: "写作 <!-- told: 理由; source: RFC 9293 §3.5 -->", en: "as in <!-- told: reason; source: RFC 9293 §3.5 -->"))
      return nil
    }
    let block = beat.prose.count - 1
    guard block >= 0, !beat.told.contains(where: { $0.block == block }) else {
      log.report(
        at: comment.location,
        block < 0
          ? Localized(zh: "这条注释应写在它所说的那一段下面", en: "this comment belongs below the paragraph that it is about")
          : Localized(zh: "这一段已经有一条这样的注释", en: "the paragraph has such a comment already"))
      return nil
    }
    return ToldBlock(block: block, location: comment.location)
  }
}
