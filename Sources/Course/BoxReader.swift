import Bilingual
import Manuscript

/// Reads boxes: quotes that begin with **考点** or **Exam**.
extension ProseReader {
  /// Whether a quote is a box.
  func isBox(_ quote: MarkdownNode) -> Bool {
    guard let first = quote.children.first(where: { _ in true }), first.kind == .paragraph,
      let strong = first.children.first(where: { _ in true }), strong.kind == .strong,
      let text = strong.children.first(where: { _ in true }), text.kind == .text
    else { return false }
    return Box.marks.contains { text.literal.hasPrefix($0) }
  }

  /// Reads a quote that is one.
  mutating func box(_ quote: MarkdownNode, depth: Int) -> ProseBlock? {
    let parts = Array(quote.children)
    let title = leaf(parts[0], depth)
    guard parts.count == 2, parts[1].kind == .table else {
      report(
        parts.count > 2 ? parts[2] : quote,
        Localized(zh: "考点框里应是标题一行和一个表", en: "a box is a line with its title, and one table"),
        Localized(zh: "别的写在框外；表的上方空一行“>”", en: "put all else outside; leave a line “>” above the table"))
      return nil
    }
    var header: [[Inline]] = []
    var rows: [Box.Row] = []
    for row in parts[1].children {
      readsRowComments = true
      spans = CodeSpans(in: row.line...max(row.line, row.endLine), of: log.source, isTableRow: true)
      let cells = row.children.map { Self.trimmed(inlines($0, depth)) }
      readsRowComments = false
      if row.kind == .tableHeader { header = cells } else { rows.append(boxRow(row, cells)) }
      if rows.count == Box.rowLimit + 1 {
        report(
          row, Localized(zh: "考点框最多 \(Box.rowLimit) 行", en: "a box has \(Box.rowLimit) rows at most"),
          Localized(zh: "分成两框，或删去考得少的", en: "make two of it, or leave out what is asked least"))
      }
    }
    return .box(Box(title: title, header: header, rows: rows))
  }

  private mutating func boxRow(_ row: MarkdownNode, _ cells: [[Inline]]) -> Box.Row {
    var source: String?
    var covers: [Reference] = []
    let line = log.source.line(row.line)
    if let start = line.ranges(of: "<!--").first?.lowerBound {
      let column = line[..<start].count + 1
      let comment = KeyedComment.read(line: row.line, column: column, known: ["source", "covers"], &log)
      source = comment?["source"]?.text
      covers = BeatComment.statements(comment?["covers"], limit: Box.statementLimit, &log)
    }
    let text = cells.map(\.plainText).joined(separator: " ")
    if source == nil, let word = ["选", "choose"].first(where: { text.lowercased().contains($0) }) {
      report(
        row,
        Localized(zh: "这一行说“\(word)”，却没有出处", en: "this row says “\(word)” and gives no source"),
        Localized(
          zh: "在行末写 <!-- source: 出处 -->；没有读到过，就写两种答案和辨别的标志",
          en: "add <!-- source: … --> at its end; where none was read, give both answers and how to tell"))
    }
    return Box.Row(cells: cells, source: source, covers: covers)
  }

  /// Without the blank that a comment leaves behind.
  private static func trimmed(_ inlines: [Inline]) -> [Inline] {
    guard let last = inlines.last, case .text(let text) = last.kind, text.last == " " else { return inlines }
    let rest = text.reversed().drop { $0 == " " }.reversed()
    return inlines.dropLast()
      + (rest.isEmpty ? [] : [Inline(.text(String(rest)), line: last.line, column: last.column)])
  }
}
