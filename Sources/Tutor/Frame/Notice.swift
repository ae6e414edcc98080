import Bilingual
import Screen

/// A sentence that is said once: at the right end of the title's row for a moment, or where it is longer, on the rows below
/// until the next key.
struct Notice: Hashable, Sendable {
  let text: Localized
  let since: Moment

  /// How long it stands in the title's row, in nanoseconds.
  private static let duration: Int64 = 2_000_000_000

  /// When it goes by itself; nil where it stays until the next key.
  func end(_ context: Context) -> Moment? { inTitle(context).map { _ in since.advanced(by: Self.duration) } }

  /// What stands in the title's row; nil where it is too long for that.
  func inTitle(_ context: Context) -> [Span]? {
    let text = context[text]
    guard context.glyphs.width(of: text) + 4 <= context.size.columns * 2 / 3 else { return nil }
    return [Span(text, .nowYou)]
  }

  /// Draws it below the title's row; the keys stay.
  func drawBelowTitle(on picture: inout Picture, _ context: Context) {
    let columns = context.size.columns
    let lines = context.wrapped([Span(context[text], .nowYou)], columns: columns - 4).prefix(context.size.rows - 3)
    let area = Rect(x: 0, y: 1, width: columns, height: lines.count)
    picture.surface.fill(area)
    picture.cover(area)
    for (y, line) in zip(area.y..., lines) { picture.surface.put(line, x: 2, y: y) }
  }
}
