import Bilingual
import Screen

/// The line at the top of a page.
struct TitleBar {
  let title: String
  /// What stands at the right end.
  let trailing: String

  func draw(on picture: inout Picture, _ context: Context) {
    let width = context.glyphs.width(of: trailing)
    picture.surface.put(title, x: 1, y: 0, style: Style(.title), limit: context.size.columns - width - 4)
    picture.surface.put(trailing, x: context.size.columns - width - 1, y: 0, style: Style(.dim))
  }
}

/// The line of keys at the bottom of a page.
struct KeyBar {
  let lines: [KeyLine]

  func draw(on picture: inout Picture, _ context: Context) {
    let room = context.size.columns - 2
    let hints = lines.hints(in: context.language, columns: room, glyphs: context.glyphs)
    picture.surface.put(hints, x: 1, y: context.size.rows - 1, limit: room)
  }
}

/// A sentence at the right end of the title's line, or where it is longer, on the rows below.
struct Notice {
  let text: Localized

  /// The **columns** that the end of a title's line may take.
  private static let room = 36

  func draw(on picture: inout Picture, _ context: Context) {
    let columns = context.size.columns
    let text = context[text]
    guard context.glyphs.width(of: text) + 4 > columns * 2 / 3 else {
      let shown = " \(text) "
      // Of what stood there nothing is left over, nor half a character.
      let room = max(context.glyphs.width(of: shown) + 2, min(Self.room, columns / 2))
      picture.surface.fill(Rect(x: columns - room, y: 0, width: room, height: 1))
      picture.surface.put(shown, x: columns - context.glyphs.width(of: shown) - 1, y: 0, style: Style(.nowYou))
      return
    }
    // The keys' line stays.
    let room = context.size.rows - 2
    for (index, line) in context.wrapped([Span(text, .nowYou)], columns: columns - 4).prefix(room).enumerated() {
      picture.surface.fill(Rect(x: 0, y: 1 + index, width: columns, height: 1))
      picture.surface.put(line, x: 2, y: 1 + index)
    }
  }
}

/// What is shown where the terminal has too little room.
struct TooSmallNotice {
  func draw(on picture: inout Picture, _ context: Context) {
    let (need, size) = (text(Context.minimum, context), text(context.size, context))
    let lines = [
      Localized(
        zh: "终端太小：需要 \(need)，现在是 \(size)。", en: "The terminal is too small: \(need) needed, \(size) here."),
      Localized(zh: "放大窗口后自动恢复；q 退出。", en: "Enlarge it and all comes back; q quits."),
    ]
    let pieces = lines.flatMap { context.wrapped(context[$0], columns: max(1, context.size.columns)) }
    for (y, piece) in pieces.prefix(context.size.rows).enumerated() { picture.surface.put(piece, x: 0, y: y) }
  }

  private func text(_ size: Size, _ context: Context) -> String { "\(size.columns)\(context.times)\(size.rows)" }
}
