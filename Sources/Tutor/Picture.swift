import Screen

/// A page as it is to be seen, and what a click on it hits.
public struct Picture: Sendable {
  public var surface: Surface
  /// Where the text cursor stands; nil where nothing is typed.
  public var cursor: Point?
  /// The later one lies on top.
  private var targets: [(area: Rect, target: Int)] = []

  public init(_ context: Context) { surface = Surface(size: context.size, widths: context.glyphs.widths) }

  /// Says what a click on an area means.
  mutating func aim(_ target: Int, at area: Rect) { targets.append((area, target)) }

  /// What was clicked; nil where it means nothing.
  func target(at point: Point) -> Int? { targets.last { $0.area.contains(point) }?.target }

  /// Puts rows into an area that may have fewer; what is out of sight is announced.
  mutating func put(_ rows: [Row], in area: Rect, _ scroller: Scroller, _ context: Context) {
    guard area.height > 0 else { return }
    let first = scroller.first(of: rows, height: area.height)
    let shown = rows[first..<min(rows.count, first + area.height)]
    for (y, row) in zip(area.y..., shown) {
      surface.put(row.spans, x: area.x, y: y, limit: area.width)
      if let target = row.target { aim(target, at: Rect(x: area.x, y: y, width: area.width, height: 1)) }
      if let column = row.cursor { cursor = Point(x: area.x + min(column, area.width - 1), y: y) }
    }
    if shown.startIndex > 0 { announce(ScrollMark.above, at: area.y, in: area, context) }
    if shown.endIndex < rows.count { announce(ScrollMark.below, at: area.y + area.height - 1, in: area, context) }
  }

  private mutating func announce(_ mark: ScrollMark, at y: Int, in area: Rect, _ context: Context) {
    let text = " \(context.glyphs.set == .ascii ? mark.ascii : mark.sign) \(context[mark.words]) "
    surface.put(text, x: area.x + area.width - context.glyphs.width(of: text), y: y, style: Style(.dim))
  }
}
