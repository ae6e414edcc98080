/// A straight line between two cells, both included; what a segment's arrow is made of.
///
/// It runs from the middle of one cell's height to the middle of the other's. ``Surface/draw(_:style:glyphs:within:)``
/// draws it; ``extents(_:)`` tells where it will be, so that labels find room beside it.
public struct Stroke: Hashable, Sendable {
  public var start: Point
  public var end: Point

  public init(from start: Point, to end: Point) {
    self.start = start
    self.end = end
  }

  /// The columns that a stroke occupies in one row.
  public struct Extent: Hashable, Sendable {
    public let row: Int
    public let columns: ClosedRange<Int>
  }

  /// Where this stroke is, one extent for each row from the top one to the bottom one.
  ///
  /// - Returns: **one or more extents**, at least one column each; neighbours may share a column.
  public func extents(_ glyphs: Glyphs) -> [Extent] {
    var extents: [Extent] = []
    // Strokes are drawn from the top down here, so the rows come in order.
    let downwards = start.y <= end.y ? self : Stroke(from: end, to: start)
    for mark in downwards.marks(glyphs) {
      if let last = extents.last, last.row == mark.y {
        let columns = min(last.columns.lowerBound, mark.x)...max(last.columns.upperBound, mark.x)
        extents[extents.count - 1] = Extent(row: mark.y, columns: columns)
      } else {
        extents.append(Extent(row: mark.y, columns: mark.x...mark.x))
      }
    }
    return extents
  }

  /// A cell that the stroke passes through, with what to draw there.
  struct Mark {
    let x: Int
    let y: Int
    let character: Character
  }

  /// The cells from start to end.
  func marks(_ glyphs: Glyphs) -> [Mark] {
    switch glyphs.set {
    case .unicode: brailleMarks()
    case .ascii: asciiMarks()
    }
  }

  // MARK: Braille

  /// Walks over the dots, two columns by four rows in each cell, and gathers those of each cell.
  private func brailleMarks() -> [Mark] {
    let goesRight = start.x <= end.x
    let x0 = 2 * start.x + (goesRight ? 0 : 1)
    let x1 = start.x == end.x ? x0 : 2 * end.x + (goesRight ? 1 : 0)
    // The second and third dot rows are the middle of a cell.
    let y0 = 4 * start.y + (start.y <= end.y ? 1 : 2)
    let y1 = start.y == end.y ? y0 : 4 * end.y + (start.y < end.y ? 2 : 1)
    var marks: [Mark] = []
    var dots: UInt32 = 0
    var cell = start
    walk(from: Point(x: x0, y: y0), to: Point(x: x1, y: y1)) { dot in
      let here = Point(x: dot.x >> 1, y: dot.y >> 2)
      if here != cell {
        marks.append(Mark(x: cell.x, y: cell.y, character: Braille.character(dots)))
        dots = 0
        cell = here
      }
      dots |= Braille.dot(column: dot.x & 1, row: dot.y & 3)
    }
    marks.append(Mark(x: cell.x, y: cell.y, character: Braille.character(dots)))
    return marks
  }

  // MARK: ASCII

  /// One character a step: ASCII has nothing to slope with.
  private func asciiMarks() -> [Mark] {
    var marks: [Mark] = []
    walk(from: start, to: end) { marks.append(Mark(x: $0.x, y: $0.y, character: "-")) }
    return marks
  }
}

/// Visits the points of a grid nearest to the line between two of them, one a step along its longer side.
private func walk(from start: Point, to end: Point, _ visit: (Point) -> Void) {
  let dx = end.x - start.x
  let dy = end.y - start.y
  let steps = max(abs(dx), abs(dy), 1)
  for step in 0...(dx == 0 && dy == 0 ? 0 : steps) {
    visit(Point(x: start.x + nearest(dx * step, over: steps), y: start.y + nearest(dy * step, over: steps)))
  }
}

/// The whole number nearest to a quotient, halves away from zero.
private func nearest(_ dividend: Int, over divisor: Int) -> Int {
  (2 * abs(dividend) + divisor) / (2 * divisor) * dividend.signum()
}

/// The block of characters with eight dots.
private enum Braille {
  /// The bit of one dot: those of the lowest row were added to the six older ones.
  static func dot(column: Int, row: Int) -> UInt32 {
    row < 3 ? 1 << UInt32(3 * column + row) : 1 << UInt32(6 + column)
  }

  static func character(_ dots: UInt32) -> Character {
    Character(Unicode.Scalar(0x2800 + dots) ?? " ")
  }

  /// The dots of a character; nil where it is none of this block.
  static func dots(of character: Character) -> UInt32? {
    guard let scalar = character.unicodeScalars.first, (0x2800...0x28FF).contains(scalar.value) else { return nil }
    return scalar.value - 0x2800
  }
}

extension Surface {
  /// Draws a stroke; where it meets one already there, both are seen.
  ///
  /// - Parameters:
  ///   - style: the style of each cell it passes through, also where strokes meet.
  ///   - isDashed: whether every third cell is left out.
  ///   - columns: draws only the part inside these columns, as of a segment that has come only so far; nil for all.
  public mutating func draw(
    _ stroke: Stroke, style: Style = .plain, glyphs: Glyphs, isDashed: Bool = false,
    within columns: ClosedRange<Int>? = nil
  ) {
    for mark in stroke.marks(glyphs) where columns?.contains(mark.x) ?? true {
      if isDashed, abs(mark.x - stroke.start.x) % 3 == 2 { continue }
      let character = merged(mark.character, over: self[mark.x, mark.y].character)
      put(String(character), x: mark.x, y: mark.y, style: style)
    }
  }

  /// Draws every other cell of a stroke's part inside these columns: a way that is still to be gone.
  public mutating func drawDotted(_ stroke: Stroke, style: Style, glyphs: Glyphs, within columns: ClosedRange<Int>) {
    for mark in stroke.marks(glyphs)
    where columns.contains(mark.x) && mark.x.isMultiple(of: 2) && self[mark.x, mark.y].character == " " {
      put(glyphs.set == .ascii ? "." : String(mark.character), x: mark.x, y: mark.y, style: style)
    }
  }

  private func merged(_ new: Character, over old: Character) -> Character {
    guard let dots = Braille.dots(of: new) else { return new }
    return Braille.character(dots | (Braille.dots(of: old) ?? 0))
  }
}
