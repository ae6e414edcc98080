import Screen
import Simulation
import TCP

extension Ladder {
  /// How many rows the headings take in full.
  public static let headingRows = 2

  /// Draws the hosts' names, and under them a line from which the axes go down.
  ///
  /// - Parameters:
  ///   - area: two rows; of a single one the line takes all.
  ///   - middle: what stands between the names, if there is room.
  public func drawHeadings(on surface: inout Surface, in area: Rect, middle: String = "") {
    guard area.height > 0 else { return }
    var canvas = Surface(size: Size(columns: columns, rows: Self.headingRows), widths: surface.widths)
    for host in Host.allCases {
      let room = host == .a ? columns / 2 - 1 : columns - columns / 2 - 1
      let name = truncate(
        names[host], columns: room, glyphs: options.glyphs)
      let width = options.glyphs.width(of: name)
      let centred = geometry.axis(of: host) - (width - 1) / 2
      let column = host == .a ? max(0, min(centred, room - width)) : max(columns - room, min(centred, columns - width))
      canvas.put(name, x: column, y: 0, style: Style(host.role, adding: .bold))
    }
    let width = options.glyphs.width(of: middle)
    let column = (columns - width) / 2
    let isFree = (column - 1...column + width).allSatisfy { canvas[$0, 0].character == " " }
    if column > 0, isFree { canvas.put(middle, x: column, y: 0, style: Style(.dim)) }
    if options.whatIf == nil {
      canvas.horizontalLine(
        x: 0, y: 1, length: columns, style: Style(.border), character: options.glyphs.horizontal)
    } else {
      let line = String(repeating: options.glyphs.brokenLine, count: columns / 2 + 1)
      canvas.put(line, x: 0, y: 1, style: Style(.wrong))
    }
    for host in Host.allCases {
      canvas.put(String(options.glyphs.teeDown), x: geometry.axis(of: host), y: 1, style: axisStyle(of: host))
    }
    let rows = min(area.height, Self.headingRows)
    let part = Rect(x: 0, y: Self.headingRows - rows, width: min(columns, area.width), height: rows)
    surface.blit(canvas, part, at: Point(x: left(in: area), y: area.y))
  }

  /// Draws the ladder, or what of it is seen at a moment.
  ///
  /// Arrows are drawn as far as they have come by then, with a travelling head, and labels as far as that has passed
  /// them. Where one has just arrived, its receiver's axis stands out.
  ///
  /// - Parameters:
  ///   - area: where; what has no room there is cut off, and columns to spare go to both sides.
  ///   - firstRow: the ladder's row at the top of the area, **0 … height − 1**.
  ///   - moment: nil for all of it.
  public func draw(on surface: inout Surface, in area: Rect, firstRow: Int = 0, upTo moment: LadderMoment? = nil) {
    guard area.height > 0, area.width > 0 else { return }
    let moment = moment ?? LadderMoment(Double(height))
    var canvas = LadderCanvas(
      surface: Surface(size: Size(columns: columns, rows: area.height), widths: surface.widths), firstRow: firstRow,
      moment: moment)
    drawAxes(on: &canvas)
    let present = Pair(rowOfState(of: .a, at: moment), rowOfState(of: .b, at: moment))
    for place in passages(in: firstRow..<firstRow + area.height) {
      let start = starts[place]
      canvas.firstRow = firstRow - start
      canvas.moment = moment.counted(from: start)
      let present = Pair(present.a - start, present.b - start)
      passages[place].draw(on: &canvas, present, geometry, options)
    }
    let part = Rect(x: 0, y: 0, width: min(columns, area.width), height: area.height)
    surface.blit(canvas.surface, part, at: Point(x: left(in: area), y: area.y))
  }

  private func left(in area: Rect) -> Int { area.x + max(0, area.width - columns) / 2 }

  private func drawAxes(on canvas: inout LadderCanvas) {
    for host in Host.allCases {
      canvas.surface.verticalLine(
        x: geometry.axis(of: host), y: 0, length: canvas.surface.size.rows, style: axisStyle(of: host),
        character: options.whatIf == nil ? options.glyphs.vertical : options.glyphs.brokenAxis)
    }
  }

  private func axisStyle(of host: Host) -> Style { Style(options.whatIf == nil ? host.role : .wrong) }

  /// The row that names the state in which a host is; −1 before any is seen.
  private func rowOfState(of host: Host, at moment: LadderMoment) -> Int {
    for place in passages.indices.reversed() where Double(starts[place]) <= moment.effects {
      // They are in the order of time.
      let label = passages[place].layout.labels.last {
        $0.kind == .state && $0.host == host && Double(starts[place] + $0.row) <= moment.effects
      }
      if let label { return starts[place] + label.row }
    }
    return -1
  }
}

/// A part of a ladder being drawn.
struct LadderCanvas {
  var surface: Surface
  /// The row at the top of the surface, and how far time has come; of a passage rows count from its first.
  var firstRow: Int
  var moment: LadderMoment

  /// The rows of the ladder that are seen.
  var rows: Range<Int> { firstRow..<firstRow + surface.size.rows }

  /// Whether a text that begins at a row is seen, and time has come to it.
  func shows(_ row: Int, lines: Int) -> Bool {
    hasReached(row) && row < rows.upperBound && row + lines > rows.lowerBound
  }

  /// Whether what happened at a row shows.
  func hasReached(_ row: Int) -> Bool { Double(row) <= moment.effects }

  /// Whether segments have come to a row.
  func hasPassed(_ row: Int) -> Bool { Double(row) <= moment.segments }

  mutating func put(_ text: String, x: Int, row: Int, style: Style) {
    surface.put(text, x: x, y: row - firstRow, style: style)
  }

  mutating func put(_ spans: [Span], x: Int, row: Int) { surface.put(spans, x: x, y: row - firstRow) }
}
