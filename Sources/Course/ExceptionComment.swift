import Bilingual
import Manuscript

/// A stretch in code font that the run of a chapter does not show, by intention.
public struct RunException: Hashable, Sendable {
  /// As it stands in the prose, without backticks.
  public let token: String
  public let location: SourceLocation
}

/// The comment that lists exceptions: ``<!-- not in the run: `RST`, `91` -->``.
enum ExceptionComment {
  static let label = "not in the run:"

  static let hint = Localized(
    zh: "可用的注释顶格单占一行：<!-- \(label) `RST`, `91` -->，"
      + "段落下面 <!-- told: 理由; source: 出处 -->，标题下面 <!-- beat: 名字 -->",
    en: "comments stand on lines of their own: <!-- \(label) `RST`, `91` -->, "
      + "below a paragraph <!-- told: reason; source: … -->, below a heading <!-- beat: name -->")

  /// - Returns: the exceptions; nil, and reported, where the HTML is something else.
  static func read(_ node: MarkdownNode, _ log: inout DiagnosticLog) -> [RunException]? {
    var html = node.literal
    let lineBreaks = html.lineFeeds
    while html.last?.isWhitespace == true { html.removeLast() }
    let place = log.source.location(ofLine: node.line)
    guard html.hasPrefix("<!--"), html.hasSuffix("-->"), html.count >= 7 else {
      log.report(
        at: place,
        html.hasPrefix("<!--") && !html.contains("-->")
          ? Localized(zh: "注释没有结束", en: "the comment does not end")
          : Localized(zh: "正文里不能有 HTML", en: "HTML has no place in a chapter"), hint)
      return nil
    }
    let words = html.dropFirst(4).drop { $0.isWhitespace }
    guard words.hasPrefix(label) else {
      log.report(at: place, Localized(zh: "不认识这条注释", en: "this comment is not known"), hint)
      return nil
    }
    let spans = CodeSpans(in: node.line...(node.line + max(0, lineBreaks - 1)), of: log.source)
    var outside = spans.outside.filter { !$0.isWhitespace && $0 != "," && $0 != "、" }
    outside = String(outside.dropFirst("<!--\(label)".filter { !$0.isWhitespace }.count).dropLast(3))
    guard outside.isEmpty, !spans.all.isEmpty else {
      log.report(
        at: place, Localized(zh: "例外应逐个用反引号括起，以逗号隔开", en: "exceptions stand in backticks each, with commas between"),
        hint)
      return nil
    }
    return spans.all.map { RunException(token: $0.text, location: $0.location) }
  }
}
