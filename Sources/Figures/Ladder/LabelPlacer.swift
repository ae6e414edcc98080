import Screen

/// Finds room for the labels of arrows: beside its own arrow, and never upon any arrow or other label.
///
/// A label lies ahead of its arrow (on the side to which it points, above it) or behind it, in rows that the arrow
/// passes. The departure's row comes first; a place that lies as near to another arrow comes last.
struct LabelPlacer {
  private typealias Occupied = ArrowLabels.Occupied

  private struct Place {
    let label: ArrowLabel
    /// How far from the best row it lies, and how easily it is taken for another arrow's.
    let cost: (row: Int, doubt: Int)
    var sum: Int { cost.row + cost.doubt }
  }

  /// The doubt from which on a label asks for more room.
  private static let muchDoubt = 10
  /// How many arrows may pass a row for its labels to get more room.
  private static let mostAtOnce = 6
  /// How many rows at either end of an arrow its label may take.
  private static let reach = 12

  private let layout: LadderLayout
  private let options: LadderOptions
  private let extents: [[Stroke.Extent]]
  private let room: ClosedRange<Int>
  private let above: [Occupied]
  private var occupied: [[Occupied]]
  private(set) var result = ArrowLabels()

  init(
    _ layout: LadderLayout, above: [ArrowLabels.Occupied], _ geometry: LadderGeometry, _ options: LadderOptions
  ) {
    self.layout = layout
    self.above = above
    self.options = options
    extents = layout.arrows.map { geometry.stroke($0).extents(options.glyphs) }
    room = geometry.inner.lowerBound + 1...geometry.inner.upperBound - 1
    occupied = Array(repeating: [], count: layout.height)
    for (arrow, rows) in extents.enumerated() {
      for extent in rows { occupied[extent.row].append(Occupied(columns: extent.columns, arrow: arrow)) }
    }
  }

  mutating func placeAll() {
    for cut in layout.breaks { placeBreak(cut) }
    for arrow in layout.arrows.indices { place(arrow) }
    result.lastRow = occupied.last!.map { Occupied(columns: $0.columns, arrow: $0.arrow.map { _ in -1 }) }
  }

  /// The middle of the row, or the free place nearest to it.
  private mutating func placeBreak(_ cut: LadderLayout.Break) {
    let width = options.glyphs.width(of: ArrowLabels.text(of: cut, options.glyphs))
    let middle = (room.lowerBound + room.upperBound - width) / 2
    var column: Int?
    for distance in 0..<room.count where column == nil {
      column = [middle - distance, middle + distance].first { isRoom(at: $0, width: width, row: cut.row) }
    }
    result.breakColumns.append(column)
    if let column { occupied[cut.row].append(Occupied(columns: column...column + width - 1, arrow: nil)) }
  }

  private func isRoom(at column: Int, width: Int, row: Int) -> Bool {
    let last = column + width - 1
    guard column >= room.lowerBound, last <= room.upperBound else { return false }
    return isFree(column...last, row: row, margin: 2, except: nil)
  }

  private func isFree(_ columns: ClosedRange<Int>, row: Int, margin: Int, except arrow: Int?) -> Bool {
    !occupied[row].contains { other in
      let margin = other.arrow != nil && other.arrow == arrow ? 1 : margin
      return other.columns.overlaps(columns.lowerBound - margin...columns.upperBound + margin)
    }
  }

  private func occupants(of row: Int) -> [Occupied] {
    row < 0 ? above : row < occupied.count ? occupied[row] : []
  }

  private mutating func place(_ arrow: Int) {
    let text = ArrowText(layout.arrows[arrow], options)
    var best: Place?
    for count in 1...3 where best == nil {
      guard let lines = text.lines(count) else { break }
      best = bestPlace(of: lines, for: arrow)
    }
    if best == nil {
      askForRoom(arrow)
      result.abridged.append(text.whole)
      for short in text.short where best == nil { best = bestPlace(of: [short], for: arrow) }
    }
    if let best, best.cost.doubt >= Self.muchDoubt { askForRoom(arrow) }
    guard let label = best?.label else { return }
    result.labels.append(label)
    for (line, text) in label.lines.enumerated() {
      let columns = label.column...label.column + options.glyphs.width(of: text) - 1
      occupied[label.row + line].append(Occupied(columns: columns, arrow: nil))
    }
  }

  /// Where very many are under way at once, no room that could be made would do.
  private mutating func askForRoom(_ arrow: Int) {
    let others = occupied[layout.arrows[arrow].startRow].count { $0.arrow != nil }
    if others <= Self.mostAtOnce { result.crowded.append(arrow) }
  }

  private func bestPlace(of lines: [String], for arrow: Int) -> Place? {
    var best: Place?
    let rows = extents[arrow].count
    let last = max(0, rows - lines.count)
    let widths = lines.map(options.glyphs.width(of:))
    for offset in 0...last where offset < Self.reach || last - offset < Self.reach {
      for isAhead in [true, false] {
        for gap in [2, 1] {
          let order = isAhead ? 3 * offset : 4 + 3 * (rows - lines.count - offset)
          guard let place = place(lines, widths, arrow, offset, isAhead: isAhead, gap: gap, order: order) else {
            continue
          }
          if best == nil || place.sum < best!.sum { best = place }
        }
      }
    }
    return best
  }

  /// A place beside one stretch of an arrow; nil where it is not free.
  private func place(
    _ lines: [String], _ widths: [Int], _ arrow: Int, _ offset: Int, isAhead: Bool, gap: Int, order: Int
  ) -> Place? {
    let beside = extents[arrow][offset..<min(offset + lines.count, extents[arrow].count)]
    let row = extents[arrow][offset].row
    guard beside.count == lines.count else { return nil }
    let width = widths.max() ?? 0
    let liesRight = isAhead == (layout.arrows[arrow].from == .a)
    let column =
      liesRight
      ? beside.map(\.columns.upperBound).max()! + gap + 1
      : beside.map(\.columns.lowerBound).min()! - gap - width
    guard column >= room.lowerBound, column + width - 1 <= room.upperBound else { return nil }
    var doubt = gap == 1 ? 1 : 0
    for line in lines.indices {
      let columns = column...column + max(0, widths[line] - 1)
      guard isFree(columns, row: row + line, margin: 2, except: arrow) else { return nil }
      // Near to another arrow it could be taken for that one's.
      if !isFree(columns, row: row + line, margin: gap + 2, except: arrow) { doubt += 5 }
      for neighbour in [row + line - 1, row + line + 1] {
        for other in occupants(of: neighbour) where other.arrow != arrow && other.columns.overlaps(columns) {
          doubt += other.arrow == nil ? 2 : 3
        }
      }
    }
    return Place(label: ArrowLabel(arrow: arrow, row: row, column: column, lines: lines), cost: (order, doubt))
  }
}
