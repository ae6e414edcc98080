import Simulation
import TCP

/// Where arrows begin and end.
extension LadderBuilder {
  /// The first row in which a straight arrow has no other; where arrows slope, any.
  func freeRow(from row: Int) -> Int {
    guard options.isStraight else { return row }
    var row = row
    while lines.contains(row) { row += 1 }
    return row
  }

  /// Adds an arrow that is under way, and has most of its way behind it.
  mutating func add(
    _ segment: Segment, number: Int?, from host: Host, _ nature: LadderLayout.Arrow.Nature, row: Int, start: Double
  ) -> Int {
    let index = layout.arrows.count
    layout.arrows.append(
      LadderLayout.Arrow(
        segment: segment, number: number, from: host, nature: nature, spaces: carried.spaces, startRow: row,
        endRow: row + rows(for: 1 - start, of: index), start: start, end: 1,
        reached: start + (1 - start) * Self.partUnderWay))
    if options.isStraight { lines.insert(row) }
    // A segment on its way needs its rows, but keeps nothing else off them.
    lastRow = max(lastRow, row)
    return index
  }

  /// The part of its way that a segment under way has behind it: its label lies in the middle.
  static let partUnderWay = 0.8

  /// The rows wanted above a call or timeout, so that what it sends still departs beside its label.
  func gap(at index: Int) -> Int {
    guard index + 1 < endOfEvent(at: index), transcript[index + 1].segmentNumber != nil else { return 0 }
    return room[layout.arrows.count]?.gap ?? 0
  }

  mutating func placeDeparture(
    of segment: Segment, _ number: Int, _ isRetransmission: Bool, from host: Host, _ head: Int
  ) -> Int {
    // The first arrow of a call or timeout has got its gap above that.
    let isFirst = !sides[host].touched.contains(head)
    let wanted = head + (isFirst ? 0 : room[layout.arrows.count]?.gap ?? 0)
    let row = options.isStraight ? freeRow(from: wanted) : untouchedRow(from: wanted, at: host)
    touch(row, at: host)
    let arrow = add(
      segment, number: number, from: host, isRetransmission ? .retransmission : .original, row: row, start: 0)
    setOut(number, arrow)
    return row
  }

  private mutating func setOut(_ number: Int, _ arrow: Int) {
    underWay[number, default: []].append(arrow)
    underWayCount += 1
  }

  private mutating func takeFirst(underWay number: Int) -> Int? {
    guard let first = underWay[number]?.first else { return nil }
    underWay[number]?.removeFirst()
    underWayCount -= 1
    return first
  }

  /// An arrow has come to its end.
  private mutating func end(_ arrow: Int, _ ending: LadderLayout.Arrow.Ending, at end: Double, row: Int) {
    layout.arrows[arrow].ending = ending
    layout.arrows[arrow].end = end
    layout.arrows[arrow].reached = end
    layout.arrows[arrow].endRow = row
    lastEnd = max(lastEnd, row)
  }

  private func untouchedRow(from row: Int, at host: Host) -> Int {
    var row = row
    while sides[host].touched.contains(row) { row += 1 }
    return row
  }

  private mutating func touch(_ row: Int, at host: Host) {
    sides[host].touched.insert(row)
    take(row, at: host)
  }

  mutating func placeArrival(of number: Int?, at host: Host) -> Int {
    guard let arrow = number.map({ takeFirst(underWay: $0) }) ?? injected else {
      let row = freshRow(host)
      touch(row, at: host)
      return row
    }
    let start = layout.arrows[arrow]
    let row = max(freshRow(host), start.startRow + rows(for: 1 - start.start, of: arrow))
    touch(row, at: host)
    end(arrow, .arrived, at: 1, row: row)
    return row
  }

  mutating func placeRelease(of segment: Segment, _ number: Int, from host: Host) -> Int {
    var start = 0.5
    if let ends = carried.held[number], let first = ends.first {
      start = first
      carried.held[number] = ends.count > 1 ? Array(ends.dropFirst()) : nil
    }
    let row = freeRow(from: wireRow + 1)
    let arrow = add(segment, number: number, from: host, .released, row: row, start: start)
    take(row)
    setOut(number, arrow)
    return row
  }

  /// Has a segment on its way be lost, held back or doubled.
  ///
  /// - Parameter earliest: the first row for it; nil where it was planned, and befalls the segment on its way.
  mutating func placeFault(_ kind: Occurrence.Kind, _ number: Int, atLeast earliest: Int?) -> Int {
    if case .duplicated(let segment, _) = kind { return placeCopy(of: segment, number) }
    guard let arrow = takeFirst(underWay: number) else { return lastRow }
    var isHeld = false
    if case .held = kind { isHeld = true }
    let start = layout.arrows[arrow]
    let part = options.isStraight ? 0.8 : isHeld ? 0.4 : 0.5
    let end = start.start + (1 - start.start) * part
    let down = options.isStraight ? 0 : rows(for: end - start.start, of: arrow)
    let row = max(start.startRow + down, earliest ?? 0)
    self.end(arrow, isHeld ? .held : .lost, at: end, row: row)
    lastFaultRow = max(lastFaultRow, row)
    if isHeld { carried.held[number, default: []].append(end) }
    // What befell it later than it was sent has a place in time; else it keeps nothing else from its rows.
    if earliest != nil { take(row) }
    return row
  }

  /// The copy departs just below its original, or with it where that row is used.
  private mutating func placeCopy(of segment: Segment, _ number: Int) -> Int {
    guard let original = underWay[number]?.last else { return lastRow }
    let from = layout.arrows[original]
    let below = from.startRow + 1 + (room[layout.arrows.count]?.gap ?? 0)
    let isFree = from.start == 0 && (options.isStraight || !sides[from.from].touched.contains(below))
    let row = isFree ? freeRow(from: below) : options.isStraight ? freeRow(from: from.startRow) : from.startRow
    if isFree { touch(row, at: from.from) }
    let copy = add(segment, number: number, from: from.from, .copy, row: row, start: from.start)
    setOut(number, copy)
    return row
  }
}
