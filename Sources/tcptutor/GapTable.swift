import Bilingual
import Course
import Screen

/// What a course does not cover yet, as a table: a row for each kind, with the ids of what is missing.
struct GapTable {
  let gaps: CourseGaps
  let language: Language
  let columns: Int

  /// Empty where nothing is missing.
  var lines: [String] {
    guard gaps.rows.contains(where: { !$0.missing.isEmpty }) else { return [] }
    let heads = gaps.rows.map { row in
      let covered = row.total - row.missing.count
      return (
        row.name[language],
        Localized(zh: "\(covered)/\(row.total)", en: "\(covered) of \(row.total)")[language]
      )
    }
    let widths = (heads.map { width($0.0) }.max() ?? 0, heads.map { width($0.1) }.max() ?? 0)
    let title = Localized(zh: "还没有讲到的（--complete 把它们当作错误）：", en: "Not covered yet (errors with --complete):")
    return ["", title[language]]
      + zip(gaps.rows, heads).flatMap { row, head -> [String] in
        let start = "  " + padded(head.0, widths.0) + "  " + padded(head.1, widths.1)
        return folded(row.missing.map(\.id), behind: start + "  ")
      }
  }

  /// The words in lines, all of them behind the first line's start.
  private func folded(_ words: [String], behind start: String) -> [String] {
    let indent = String(repeating: " ", count: width(start))
    var lines = [start]
    for (index, word) in words.enumerated() {
      let text = index == 0 ? word : " " + word
      if index > 0, width(lines[lines.count - 1]) + width(text) > columns {
        lines.append(indent + word)
      } else {
        lines[lines.count - 1] += text
      }
    }
    return lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
  }

  private func width(_ text: String) -> Int { DisplayWidth.standard.width(of: text) }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }
}
