import Screen

/// A page as it is to be seen, and what a click on it hits.
public struct Picture: Sendable {
  public var surface: Surface
  /// Where the text cursor stands; nil where nothing is typed.
  public var cursor: Point?
  /// The later one lies on top.
  private var hits: [(area: Rect, hit: Hit?)] = []

  /// What a click means.
  enum Hit: Hashable, Sendable {
    /// What the page's `choose` is told.
    case target(Int)
    /// What this key means.
    case key(Key)
    /// Going to a step of the page's progress.
    case step(Int)
  }

  public init(_ context: Context) { surface = Surface(size: context.size, widths: context.glyphs.widths) }

  /// Says what a click on an area means.
  mutating func aim(_ hit: Hit, at area: Rect) { hits.append((area, hit)) }

  /// What was drawn on an area so far can't be clicked any more.
  mutating func cover(_ area: Rect) { hits.append((area, nil)) }

  /// What was clicked; nil where it means nothing.
  func hit(at point: Point) -> Hit? { hits.last { $0.area.contains(point) }?.hit }

  /// Puts rows into an area that may have fewer; where some are out of sight, a bar says so.
  mutating func put(_ rows: [Row], in area: Rect, _ scroller: Scroller, _ context: Context) {
    guard area.height > 0 else { return }
    let first = scroller.first(of: rows, height: area.height)
    let shown = rows[first..<min(rows.count, first + area.height)]
    for (y, row) in zip(area.y..., shown) {
      surface.put(row.spans, x: area.x, y: y, limit: area.width)
      if let target = row.target { aim(.target(target), at: Rect(x: area.x, y: y, width: area.width, height: 1)) }
      if let column = row.cursor { cursor = Point(x: area.x + min(column, area.width - 1), y: y) }
    }
    if shown.count < rows.count { drawScrollBar(first, of: rows.count, beside: area, context) }
  }

  /// In the column right of the area: which part of the rows is in sight.
  private mutating func drawScrollBar(_ first: Int, of count: Int, beside area: Rect, _ context: Context) {
    let x = min(area.x + area.width, surface.size.columns - 1)
    // It touches an end only where the rows do.
    let length = max(1, min(area.height * area.height / count, area.height - 2))
    let (room, last) = (area.height - length, count - area.height)
    let start = first == 0 ? 0 : first == last ? room : max(1, min(room - 1, room * first / last))
    for y in 0..<area.height {
      let isThumb = (start..<start + length).contains(y)
      let glyph = isThumb ? context.glyphs.scrollThumb : context.glyphs.vertical
      surface.put(String(glyph), x: x, y: area.y + y, style: Style(isThumb ? .key : .border))
    }
  }
}
