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
    canvas.horizontalLine(
      x: 0, y: 1, length: columns, style: Style(.border), character: options.glyphs.horizontal)
    for host in Host.allCases {
      canvas.put(String(options.glyphs.teeDown), x: geometry.axis(of: host), y: 1, style: Style(host.role))
    }
    let rows = min(area.height, Self.headingRows)
    let part = Rect(x: 0, y: Self.headingRows - rows, width: min(columns, area.width), height: rows)
    surface.blit(canvas, part, at: Point(x: left(in: area), y: area.y))
  }

  /// Draws the ladder, or what of it lies above a row.
  ///
  /// Arrows are drawn as far as they have come by that row, with a travelling head; labels appear when it reaches them.
  ///
  /// - Parameters:
  ///   - area: where; what has no room there is cut off, and columns to spare go to both sides.
  ///   - firstRow: the ladder's row at the top of the area, **0 … height − 1**.
  ///   - limit: the **row** to which time has come, whole or in part, 0 … height − 1; nil for all of it.
  public func draw(on surface: inout Surface, in area: Rect, firstRow: Int = 0, upTo limit: Double? = nil) {
    guard area.height > 0, area.width > 0 else { return }
    let limit = limit ?? Double(height)
    var canvas = LadderCanvas(
      surface: Surface(size: Size(columns: columns, rows: area.height), widths: surface.widths), firstRow: firstRow,
      limit: limit)
    drawAxes(on: &canvas)
    let newest = newestChange(downTo: limit)
    for place in passages(in: firstRow..<firstRow + area.height) {
      canvas.firstRow = firstRow - starts[place]
      canvas.limit = limit - Double(starts[place])
      passages[place].draw(on: &canvas, newest, geometry, options)
    }
    let part = Rect(x: 0, y: 0, width: min(columns, area.width), height: area.height)
    surface.blit(canvas.surface, part, at: Point(x: left(in: area), y: area.y))
  }

  private func left(in area: Rect) -> Int { area.x + max(0, area.width - columns) / 2 }

  private func drawAxes(on canvas: inout LadderCanvas) {
    for host in Host.allCases {
      canvas.surface.verticalLine(
        x: geometry.axis(of: host), y: 0, length: canvas.surface.size.rows, style: Style(host.role),
        character: options.glyphs.vertical)
    }
  }

  /// When the last change of a state came about that is seen.
  private func newestChange(downTo limit: Double) -> Instant? {
    for place in passages.indices.reversed() where Double(starts[place]) <= limit {
      let start = starts[place]
      // They are in the order of time.
      let newest = passages[place].layout.labels.last { $0.kind == .state && Double(start + $0.row) <= limit }
      if let newest { return newest.time }
    }
    return nil
  }
}

/// A part of a ladder being drawn.
private struct LadderCanvas {
  var surface: Surface
  /// The row at the top of the surface, and that to which time has come; of a passage they count from its first.
  var firstRow: Int
  var limit: Double

  /// The rows of the ladder that are seen.
  var rows: Range<Int> { firstRow..<firstRow + surface.size.rows }

  /// Whether a text that begins at a row is seen, and time has come to it.
  func shows(_ row: Int, lines: Int) -> Bool {
    hasReached(row) && row < rows.upperBound && row + lines > rows.lowerBound
  }

  /// Whether time has come to a row.
  func hasReached(_ row: Int) -> Bool { Double(row) <= limit }

  mutating func put(_ text: String, x: Int, row: Int, style: Style) {
    surface.put(text, x: x, y: row - firstRow, style: style)
  }

  mutating func put(_ spans: [Span], x: Int, row: Int) { surface.put(spans, x: x, y: row - firstRow) }
}

extension Passage {
  fileprivate func draw(
    on canvas: inout LadderCanvas, _ newest: Instant?, _ geometry: LadderGeometry, _ options: LadderOptions
  ) {
    PassageDrawing(passage: self, geometry: geometry, options: options, newest: newest).draw(on: &canvas)
  }
}

/// A passage being drawn.
private struct PassageDrawing {
  let passage: Passage
  let geometry: LadderGeometry
  let options: LadderOptions
  /// When the last change of a state came about that is seen.
  let newest: Instant?

  var layout: LadderLayout { passage.layout }

  func draw(on canvas: inout LadderCanvas) {
    drawBreaks(on: &canvas)
    drawArrows(on: &canvas)
    drawArrowLabels(on: &canvas)
    drawSideLabels(on: &canvas)
  }

  private func drawBreaks(on canvas: inout LadderCanvas) {
    for (cut, column) in zip(layout.breaks, passage.labels.breakColumns) where canvas.hasReached(cut.row) {
      for host in Host.allCases {
        canvas.put(String(options.glyphs.axisBreak), x: geometry.axis(of: host), row: cut.row, style: Style(host.role))
      }
      guard let column else { continue }
      canvas.put(ArrowLabels.text(of: cut), x: column, row: cut.row, style: Style(.dim))
    }
  }

  // MARK: Arrows

  private func drawArrows(on canvas: inout LadderCanvas) {
    let shown = layout.arrows.filter { canvas.shows($0.startRow, lines: $0.endRow - $0.startRow + 1) }
    for arrow in shown { draw(arrow, on: &canvas) }
    // Heads come last, so that no other arrow runs over them.
    for arrow in shown { drawEnds(of: arrow, on: &canvas) }
  }

  private func draw(_ arrow: LadderLayout.Arrow, on canvas: inout LadderCanvas) {
    let stroke = geometry.stroke(arrow, options)
    let head = column(reachedBy: arrow, canvas.limit)
    let visible = Stroke(
      from: Point(x: stroke.start.x, y: stroke.start.y - canvas.firstRow),
      to: Point(x: stroke.end.x, y: stroke.end.y - canvas.firstRow))
    if arrow.ending == .underWay || !canvas.hasReached(arrow.endRow) {
      canvas.surface.drawDotted(visible, style: Style(.dim), glyphs: options.glyphs)
    }
    canvas.surface.draw(
      visible, style: style(of: arrow, canvas.limit), glyphs: options.glyphs,
      within: min(stroke.start.x, head)...max(stroke.start.x, head))
  }

  private func drawEnds(of arrow: LadderLayout.Arrow, on canvas: inout LadderCanvas) {
    let stroke = geometry.stroke(arrow, options)
    let style = style(of: arrow, canvas.limit)
    if arrow.nature == .injected {
      canvas.put(String(options.glyphs.source), x: stroke.start.x, row: arrow.startRow, style: style)
    } else if arrow.nature == .released, arrow.start > 0 {
      let wall = String(options.glyphs.wall(goesRight: arrow.from == .a))
      canvas.put(wall, x: stroke.start.x, row: arrow.startRow, style: style)
    }
    let head = column(reachedBy: arrow, canvas.limit)
    guard head != stroke.start.x || canvas.hasReached(arrow.endRow) else { return }
    let isThere = canvas.hasReached(arrow.endRow) && arrow.ending != .underWay
    let row = isThere ? stroke.end.y : row(of: head, on: stroke, in: arrow)
    canvas.put(String(mark(at: arrow, isThere: isThere)), x: head, row: row, style: style)
  }

  private func mark(at arrow: LadderLayout.Arrow, isThere: Bool) -> Character {
    let goesRight = arrow.from == .a
    let head = goesRight ? options.glyphs.arrowRight : options.glyphs.arrowLeft
    guard isThere else { return options.glyphs.traveller }
    return switch arrow.ending {
    case .arrived, .underWay: head
    case .lost: options.glyphs.cross
    case .held: options.glyphs.wall(goesRight: goesRight)
    }
  }

  /// The column to which an arrow has come when time has come to a row.
  private func column(reachedBy arrow: LadderLayout.Arrow, _ limit: Double) -> Int {
    let rows = Double(max(1, arrow.endRow - arrow.startRow))
    let part = min(1, max(0, (limit - Double(arrow.startRow)) / rows))
    let reached = min(arrow.reached, arrow.start + (arrow.end - arrow.start) * part)
    return geometry.column(reached, from: arrow.from)
  }

  private func row(of column: Int, on stroke: Stroke, in arrow: LadderLayout.Arrow) -> Int {
    stroke.extents(options.glyphs).last { $0.columns.contains(column) }?.row ?? arrow.startRow
  }

  private func style(of arrow: LadderLayout.Arrow, _ limit: Double) -> Style {
    if Double(arrow.endRow) > limit { return Style(arrow.from.role) }
    return switch arrow.ending {
    case .arrived, .held, .underWay: Style(arrow.from.role)
    case .lost: Style(.lost)
    }
  }

  private func drawArrowLabels(on canvas: inout LadderCanvas) {
    for label in passage.labels.labels where canvas.shows(label.row, lines: label.lines.count) {
      let arrow = layout.arrows[label.arrow]
      for (line, text) in label.lines.enumerated() where canvas.hasReached(max(arrow.startRow, label.row + line)) {
        // A blank on either side breaks the arrow.
        canvas.put([Span(" ")] + spans(text, of: arrow) + [Span(" ")], x: label.column - 1, row: label.row + line)
      }
    }
    for loss in passage.labels.losses where canvas.hasReached(loss.row) {
      canvas.put(loss.lines[0], x: loss.column, row: loss.row, style: Style(.lost))
    }
  }

  private func spans(_ text: String, of arrow: LadderLayout.Arrow) -> [Span] {
    switch arrow.nature {
    case .retransmission: segmentSpans(text, from: arrow.from, mark: Style(.nowYou))
    case .original, .copy, .released, .injected: segmentSpans(text, from: arrow.from, mark: Style(.dim))
    }
  }

  // MARK: Sides

  private func drawSideLabels(on canvas: inout LadderCanvas) {
    for label in layout.labels where canvas.shows(label.row, lines: label.lines.count) {
      // What has just changed stands out; what went before stands back.
      let isNew = label.kind == .state && label.time != nil && label.time == newest
      let style = isNew ? Style(label.host.role, adding: [.bold, .reverse]) : Self.style(of: label.kind)
      for (line, text) in label.lines.enumerated() where canvas.hasReached(label.row + line) {
        let text = truncate(text, columns: geometry.margin, glyphs: options.glyphs)
        let axis = geometry.axis(of: label.host)
        let column = label.host == .a ? axis - 1 - options.glyphs.width(of: text) : axis + 2
        canvas.put(text, x: column, row: label.row + line, style: style)
      }
    }
  }

  private static func style(of kind: LadderLayout.SideLabel.Kind) -> Style {
    switch kind {
    case .state, .call, .note: Style(.dim)
    case .signal: Style(.strong)
    case .timer: Style(.nowYou)
    }
  }
}
