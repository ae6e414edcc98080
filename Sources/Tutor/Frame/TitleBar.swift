import Bilingual
import Screen

/// The row at the top of a page: what it is, how far one has come in it, and the language at its right end.
public struct TitleBar: Hashable, Sendable {
  /// What stands out before the title: that what is shown is no real run.
  var chip: String?
  let title: String
  /// What of it is on the page now, such as a beat; behind the title, and cut first.
  var part: String?
  /// What is special about this moment, left of the progress.
  var remarks: [Span] = []
  var progress: Progress?
  /// What holds for all of it, right of the progress.
  var condition: String?

  /// The **columns** between two things.
  private static let gap = 3

  /// Draws it; what has no room is left out or cut, the title last of all.
  ///
  /// - Parameter notice: what is said in the place of all that stands right of the title.
  func draw(on picture: inout Picture, notice: [Span]?, _ context: Context) {
    let edge = context.size.columns - 1
    if let notice {
      let x = edge - context.glyphs.width(of: notice)
      picture.surface.put(notice, x: x, y: 0)
      return drawTitle(on: &picture, before: x, context)
    }
    LanguageSwitch().draw(on: &picture, before: edge, context)
    let end = edge - LanguageSwitch.columns
    // One column of margin, and the title's own.
    let room = end - 1 - Self.gap - context.glyphs.width(of: title)
    let full = trailing(progress?.marks(context), context)
    let short = trailing(nil, context)
    let shown = width(of: full, context) <= room ? full : short
    var x = end - width(of: shown, context)
    drawTitle(on: &picture, before: x, context)
    for item in shown {
      picture.surface.put(item.spans, x: x, y: 0)
      if item.isMarks { progress?.aim(on: &picture, x: x, context) }
      x += context.glyphs.width(of: item.spans) + Self.gap
    }
  }

  private func drawTitle(on picture: inout Picture, before end: Int, _ context: Context) {
    let room = end - 1 - Self.gap
    var spans = chip.map { [Span(" \($0) ", Style(.wrong, adding: .reverse)), Span(" ")] } ?? []
    spans.append(Span(title, .title))
    let head = [Span(context.glyphs.set == .ascii ? " > " : " › ", .dim)]
    // Of a part at least a word is shown, or nothing.
    if let part, context.glyphs.width(of: spans + head) + Self.leastPart <= room { spans += head + [Span(part, .dim)] }
    picture.surface.put(truncate(spans, columns: room, glyphs: context.glyphs), x: 1, y: 0)
  }

  private static let leastPart = 8

  // MARK: Right of the title

  private struct Item {
    let spans: [Span]
    var isMarks = false
  }

  private func trailing(_ marks: [Span]?, _ context: Context) -> [Item] {
    var items = remarks.map { Item(spans: [$0]) }
    if let progress {
      items.append(Item(spans: (marks.map { $0 + [Span(" ")] } ?? []) + [progress.number], isMarks: marks != nil))
    }
    if let condition { items.append(Item(spans: [Span(condition, .dim)])) }
    return items
  }

  /// The columns of some items, each with the gap behind it.
  private func width(of items: [Item], _ context: Context) -> Int {
    items.reduce(0) { $0 + context.glyphs.width(of: $1.spans) + Self.gap }
  }
}

/// Both languages, the present one bold; a click changes it.
struct LanguageSwitch {
  static let columns = 5

  func draw(on picture: inout Picture, before end: Int, _ context: Context) {
    func role(_ language: Language) -> Role { context.language == language ? .title : .dim }
    let x = end - Self.columns
    picture.surface.put(
      [Span(context.glyphs.set == .ascii ? "ZH" : "中", role(.zh)), Span("/", .dim), Span("EN", role(.en))], x: x, y: 0)
    picture.aim(.key(GlobalAction.languageKey), at: Rect(x: x, y: 0, width: Self.columns, height: 1))
  }
}
