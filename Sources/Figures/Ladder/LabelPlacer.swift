import Screen

/// Finds room for the labels of arrows: each on its own arrow, which it breaks, and never upon another or its label.
///
/// The middle of the way comes first, then the rows nearer to the departure, then those nearer to the end. Both ends of
/// an arrow stay seen.
struct LabelPlacer {
  private typealias Occupied = ArrowLabels.Occupied

  private struct Place {
    let label: ArrowLabel
    let cost: Int
  }

  /// How many arrows may pass a row for its labels to get more room.
  private static let mostAtOnce = 6
  /// How many rows on either side of an arrow's middle its label may take.
  private static let reach = 12
  /// The columns at both of its ends that an arrow keeps.
  private static let end = 3

  private let layout: LadderLayout
  private let options: LadderOptions
  private let extents: [[Stroke.Extent]]
  private let room: ClosedRange<Int>
  private var occupied: [[Occupied]]
  private(set) var result = ArrowLabels()

  init(_ layout: LadderLayout, _ geometry: LadderGeometry, _ options: LadderOptions) {
    self.layout = layout
    self.options = options
    room = geometry.inner.lowerBound + 1...geometry.inner.upperBound - 1
    occupied = Array(repeating: [], count: layout.height)
    extents = layout.arrows.map { geometry.stroke($0, options).extents(options.glyphs) }
    for (arrow, rows) in extents.enumerated() {
      for extent in rows { occupied[extent.row].append(Occupied(columns: extent.columns, arrow: arrow)) }
    }
  }

  mutating func placeAll() {
    for cut in layout.breaks { placeBreak(cut) }
    for arrow in layout.arrows.indices where layout.arrows[arrow].ending == .lost { placeLoss(of: arrow) }
    for arrow in layout.arrows.indices { place(arrow) }
  }

  /// The middle of the row, or the free place nearest to it.
  private mutating func placeBreak(_ cut: LadderLayout.Break) {
    let width = options.glyphs.width(of: ArrowLabels.text(of: cut))
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
    return !occupied[row].contains { $0.columns.overlaps(column - 2...last + 2) }
  }

  /// The word behind the mark at which a lost segment ends, if there is room.
  private mutating func placeLoss(of arrow: Int) {
    let text = LadderWords.lost[options.language]
    let width = options.glyphs.width(of: text)
    guard let end = extents[arrow].last else { return }
    let goesRight = layout.arrows[arrow].from == .a
    let column = goesRight ? end.columns.upperBound + 2 : end.columns.lowerBound - 1 - width
    let columns = column...column + width - 1
    let isFree = !occupied[end.row].contains {
      $0.arrow != arrow && $0.columns.overlaps(column - 1...columns.upperBound + 1)
    }
    guard isFree, room.contains(columns.lowerBound), room.contains(columns.upperBound) else { return }
    result.losses.append(ArrowLabel(arrow: arrow, row: end.row, column: column, lines: [text]))
    occupied[end.row].append(Occupied(columns: columns, arrow: nil))
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
    guard var label = best?.label else { return }
    label.hasNote = text.hasNote && label.lines.count > 1
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
    let last = rows - lines.count
    let widths = lines.map(options.glyphs.width(of:))
    for offset in 0...max(0, last) where offset <= last {
      // Half rows from the middle; one nearer to the end costs as much as two nearer to the departure.
      let distance = 2 * offset - last
      let order = distance > 0 ? 4 * distance + 1 : -2 * distance
      guard abs(distance) <= 2 * Self.reach, best == nil || order < best!.cost else { continue }
      guard let column = column(of: widths, arrow, offset) else { continue }
      let label = ArrowLabel(arrow: arrow, row: extents[arrow][offset].row, column: column.column, lines: lines)
      let place = Place(label: label, cost: order + column.distance / 4)
      if best == nil || place.cost < best!.cost { best = place }
    }
    return best
  }

  /// The free column nearest to the middle of the stretch of an arrow, and how far it is from that.
  private func column(of widths: [Int], _ arrow: Int, _ offset: Int) -> (column: Int, distance: Int)? {
    let stretch = extents[arrow][offset..<offset + widths.count]
    let width = widths.max() ?? 0
    let from = stretch.map(\.columns.lowerBound).min()!
    let to = stretch.map(\.columns.upperBound).max()!
    guard room.count >= width else { return nil }
    var wanted = (from + to + 1 - width) / 2
    if options.isStraight { wanted = layout.arrows[arrow].from == .a ? from + Self.end + 1 : to - Self.end - width }
    let candidates =
      max(room.lowerBound, from - width - 1)...max(room.lowerBound, min(room.upperBound - width + 1, to + 2))
    return candidates.lazy.filter { column in
      column + width - 1 <= room.upperBound
        && widths.indices.allSatisfy {
          isFree(column...column + max(1, widths[$0]) - 1, extents[arrow][offset + $0].row, arrow)
        }
    }.map { (column: $0, distance: abs($0 - wanted)) }.min { $0.distance < $1.distance }
  }

  /// Whether a line may lie here: a blank from everything but its own arrow, whose ends it leaves.
  private func isFree(_ columns: ClosedRange<Int>, _ row: Int, _ arrow: Int) -> Bool {
    let (start, end) = (extents[arrow].first!, extents[arrow].last!)
    let goesRight = layout.arrows[arrow].from == .a
    var ends: [ClosedRange<Int>] = []
    if start.row == row { ends.append(Self.cut(start.columns, left: goesRight)) }
    if end.row == row { ends.append(Self.cut(end.columns, left: !goesRight)) }
    let blank = columns.lowerBound - 1...columns.upperBound + 1
    return !ends.contains { $0.overlaps(blank) }
      && !occupied[row].contains { $0.arrow != arrow && $0.columns.overlaps(blank) }
  }

  /// The outermost columns on one side.
  private static func cut(_ columns: ClosedRange<Int>, left: Bool) -> ClosedRange<Int> {
    left
      ? columns.lowerBound...min(columns.upperBound, columns.lowerBound + end - 1)
      : max(columns.lowerBound, columns.upperBound - end + 1)...columns.upperBound
  }
}
