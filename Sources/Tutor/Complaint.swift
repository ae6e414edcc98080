import Bilingual
import Screen

/// What is wrong with a chapter's file that is being written, over the top of the page.
struct Complaint: Hashable, Sendable {
  let summary: Localized
  /// In the order of the file.
  let problems: [Diagnostic]

  /// The file is not there.
  static func ofGone(_ path: String) -> Complaint {
    let name = name(of: path)
    return Complaint(
      summary: Localized(
        zh: "\(name) 不见了。下面仍是上次读到的内容；文件一回来就重读。",
        en: "\(name) is gone. Below is what it was before; when the file is back, it is read again."),
      problems: [])
  }

  /// It is no chapter as it stands.
  static func ofUnreadable(_ problems: [Diagnostic]) -> Complaint {
    let (name, count) = (name(of: problems[0].file), problems.count)
    return Complaint(
      summary: Localized(
        zh: "\(name) 有 \(count) 处写错，读不成一章。下面仍是上次读到的内容；改好保存就重读。",
        en: "\(name) can't be read: \(count.counted("mistake")). "
          + "Below is what it was before; mend it and save, and it is read again."),
      problems: problems)
  }

  /// It can be read, and does not hold.
  static func ofWrong(_ problems: [Diagnostic]) -> Complaint {
    let (name, count) = (name(of: problems[0].file), problems.count)
    return Complaint(
      summary: Localized(
        zh: "\(name) 有 \(count) 处问题；改好保存就重读。",
        en: "\(name): \(count.counted("problem")). "
          + "Mend it and save, and it is read again."),
      problems: problems)
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Draws it over the upper part of an area, with a line below it.
  func draw(on picture: inout Picture, over area: Rect, _ context: Context) {
    // Half the screen is the beat's all the same.
    let room = min(area.height, context.size.rows / 2 - 1) - 1
    let lines = lines(columns: area.width - 4, rows: room, context)
    picture.surface.fill(Rect(x: area.x, y: area.y, width: area.width, height: lines.count))
    for (y, line) in zip(area.y..., lines) { picture.surface.put(line, x: area.x + 2, y: y, limit: area.width - 4) }
    picture.surface.horizontalLine(
      x: area.x, y: area.y + lines.count, length: area.width, character: context.glyphs.horizontal)
  }

  /// What it is about, and as many of the problems as there is room for, each with its line and column.
  private func lines(columns: Int, rows: Int, _ context: Context) -> [[Span]] {
    var lines = context.wrapped([Span(context[summary], .wrong)], columns: columns)
    for (index, problem) in problems.enumerated() {
      let message = told(problem, columns: columns, context)
      let left = problems.count - index
      // Of the first something is told however long it is; of those left out, how many.
      guard index == 0 || lines.count + message.count + (left > 1 ? 1 : 0) <= rows else {
        let more = Localized(zh: "另有 \(left) 处", en: left == 1 ? "and one more" : "and \(left) more")
        return lines + [[Span(context[more], .dim)]]
      }
      lines += message.prefix(max(1, rows - lines.count - (left > 1 ? 1 : 0)))
    }
    return lines
  }

  private func told(_ problem: Diagnostic, columns: Int, _ context: Context) -> [[Span]] {
    let place = "\(problem.location.line):\(problem.location.column)  "
    let hint = problem.hint.map { Localized(zh: "（\($0.zh)）", en: " (\($0.en))") }
    let indent = place.count
    let message = context[problem.message] + (hint.map { context[$0] } ?? "")
    return context.wrapped([Span(message)], columns: columns - indent).enumerated().map { index, line in
      [index == 0 ? Span(place, .strong) : Span(String(repeating: " ", count: indent))] + line
    }
  }
}
