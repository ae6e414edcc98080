import Screen

/// A line of a page, and what a click on it means.
struct Row: Hashable, Sendable {
  var spans: [Span]
  /// What the page's `choose` is told if it is clicked; nil where a click means nothing.
  var target: Int?
  /// The column at which something is typed.
  var cursor: Int?
  /// Whether it is to be kept in sight.
  var isSelected = false

  init(_ spans: [Span], target: Int? = nil, cursor: Int? = nil, isSelected: Bool = false) {
    self.spans = spans
    self.target = target
    self.cursor = cursor
    self.isSelected = isSelected
  }

  /// Spans wrapped to lines that mean nothing if clicked.
  static func wrapped(_ spans: [Span], columns: Int, _ context: Context) -> [Row] {
    context.wrapped(spans, columns: columns).map { Row($0) }
  }

  static let blank = Row([])
}

/// How far rows are scrolled in an area that may have fewer; what is selected stays in sight until one scrolls away.
struct Scroller: Hashable, Sendable {
  private var offset = 0
  private var isFollowing = true

  /// The first row to be seen.
  func first(of rows: [Row], height: Int) -> Int {
    let limit = max(0, rows.count - height)
    var first = min(offset, limit)
    guard isFollowing, let top = rows.firstIndex(where: \.isWanted), let bottom = rows.lastIndex(where: \.isWanted)
    else { return first }
    first = max(first, bottom + 1 - height)
    return max(0, min(first, top))
  }

  /// Whether there is more to see one row down, or up.
  func canScroll(by step: Int, _ rows: [Row], height: Int) -> Bool {
    (0...max(0, rows.count - height)).contains(first(of: rows, height: height) + step)
  }

  /// Scrolls down by some rows, up by a negative number; no further than there is something to see.
  mutating func scroll(by count: Int, _ rows: [Row], height: Int) {
    offset = max(0, min(rows.count - height, first(of: rows, height: height) + count))
    isFollowing = false
  }

  /// What is selected has changed, and is to be seen.
  mutating func follow() { isFollowing = true }
}

extension Row {
  fileprivate var isWanted: Bool { isSelected || cursor != nil }
}
