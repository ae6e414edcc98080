import Screen
import Simulation

extension Passage {
  func draw(
    on canvas: inout LadderCanvas, _ present: Pair<Int>, _ geometry: LadderGeometry, _ options: LadderOptions
  ) {
    PassageDrawing(passage: self, geometry: geometry, options: options, present: present).draw(on: &canvas)
  }
}

/// A passage being drawn.
private struct PassageDrawing {
  let passage: Passage
  let geometry: LadderGeometry
  let options: LadderOptions
  /// The row that names the state in which each host is, counted from the passage's first.
  let present: Pair<Int>

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
        let style = Style(options.whatIf == nil ? host.role : .wrong)
        canvas.put(String(options.glyphs.axisBreak), x: geometry.axis(of: host), row: cut.row, style: style)
      }
      guard let column else { continue }
      canvas.put(ArrowLabels.text(of: cut), x: column, row: cut.row, style: Style(.dim))
    }
  }

  // MARK: Arrows

  private func drawArrows(on canvas: inout LadderCanvas) {
    let shown = layout.arrows.indices.filter {
      canvas.shows(layout.arrows[$0].startRow, lines: layout.arrows[$0].endRow - layout.arrows[$0].startRow + 1)
    }
    for arrow in shown { draw(arrow, on: &canvas) }
    // Heads come last, so that no other arrow runs over them.
    for arrow in shown { drawEnds(of: arrow, on: &canvas) }
  }

  private func draw(_ index: Int, on canvas: inout LadderCanvas) {
    let arrow = layout.arrows[index]
    let stroke = geometry.stroke(arrow, options)
    let head = column(reachedBy: index, canvas.moment)
    let visible = Stroke(
      from: Point(x: stroke.start.x, y: stroke.start.y - canvas.firstRow),
      to: Point(x: stroke.end.x, y: stroke.end.y - canvas.firstRow))
    if arrow.ending == .underWay || !canvas.hasPassed(arrow.endRow) {
      canvas.surface.drawDotted(
        visible, style: Style(.dim), glyphs: options.glyphs, within: min(stroke.end.x, head)...max(stroke.end.x, head))
    }
    canvas.surface.draw(
      visible, style: style(of: arrow, canvas), glyphs: options.glyphs, isDashed: arrow.nature == .retransmission,
      within: min(stroke.start.x, head)...max(stroke.start.x, head))
  }

  private func drawEnds(of index: Int, on canvas: inout LadderCanvas) {
    let arrow = layout.arrows[index]
    let stroke = geometry.stroke(arrow, options)
    let style = style(of: arrow, canvas)
    if arrow.nature == .injected {
      canvas.put(String(options.glyphs.source), x: stroke.start.x, row: arrow.startRow, style: style)
    } else if arrow.nature == .released, arrow.start > 0 {
      let wall = String(options.glyphs.wall(goesRight: arrow.from == .a))
      canvas.put(wall, x: stroke.start.x, row: arrow.startRow, style: style)
    }
    let head = column(reachedBy: index, canvas.moment)
    guard head != stroke.start.x || canvas.hasPassed(arrow.endRow) else { return }
    let isThere = canvas.hasPassed(arrow.endRow) && arrow.ending != .underWay
    let row = isThere ? stroke.end.y : row(of: head, on: stroke, in: arrow)
    canvas.put(String(mark(at: arrow, isThere: isThere)), x: head, row: row, style: style)
    if isThere, arrow.ending == .arrived, !canvas.hasReached(arrow.endRow) {
      flash(arrow.from.peer, at: stroke.end.y, on: &canvas)
    }
  }

  /// Has a receiver's axis stand out where something has come to it.
  private func flash(_ host: Host, at row: Int, on canvas: inout LadderCanvas) {
    for row in max(0, row - 1)...row + 1 {
      canvas.put(
        String(options.glyphs.vertical), x: geometry.axis(of: host), row: row,
        style: Style(host.role, adding: [.bold, .reverse]))
    }
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

  /// The column to which an arrow has come at a moment.
  private func column(reachedBy index: Int, _ moment: LadderMoment) -> Int {
    let arrow = layout.arrows[index]
    let rows = Double(max(1, arrow.endRow - arrow.startRow))
    let part = min(1, max(0, (moment.segments - Double(arrow.startRow)) / rows))
    let wanted = arrow.start + (arrow.end - arrow.start) * part
    guard wanted >= arrow.reached else { return geometry.column(wanted, from: arrow.from) }
    let column = geometry.column(arrow.reached, from: arrow.from)
    guard arrow.ending == .underWay, let label = passage.labels.labels.first(where: { $0.arrow == index }) else {
      return column
    }
    // Where it waits it has its label behind it.
    let columns = columns(of: label)
    let inner = geometry.inner
    return arrow.from == .a
      ? max(column, min(inner.upperBound, columns.upperBound + 2))
      : min(column, max(inner.lowerBound, columns.lowerBound - 2))
  }

  private func columns(of label: ArrowLabel) -> ClosedRange<Int> {
    let width = label.lines.map { options.glyphs.width(of: $0) }.max() ?? 0
    return label.column...label.column + max(1, width) - 1
  }

  private func row(of column: Int, on stroke: Stroke, in arrow: LadderLayout.Arrow) -> Int {
    stroke.extents(options.glyphs).last { $0.columns.contains(column) }?.row ?? arrow.startRow
  }

  private func style(of arrow: LadderLayout.Arrow, _ canvas: LadderCanvas) -> Style {
    guard canvas.hasPassed(arrow.endRow) else { return Style(arrow.from.role) }
    return switch arrow.ending {
    case .arrived, .held, .underWay: Style(arrow.from.role)
    case .lost: Style(.lost)
    }
  }

  private func drawArrowLabels(on canvas: inout LadderCanvas) {
    for label in passage.labels.labels where canvas.shows(label.row, lines: label.lines.count) {
      draw(label, on: &canvas)
    }
    for loss in passage.labels.losses where canvas.hasReached(loss.row) {
      canvas.put(loss.lines[0], x: loss.column, row: loss.row, style: Style(.lost))
    }
  }

  /// Draws a label as far as its segment has passed it: neither is ever hidden by the other.
  private func draw(_ label: ArrowLabel, on canvas: inout LadderCanvas) {
    let arrow = layout.arrows[label.arrow]
    guard canvas.hasReached(arrow.startRow) else { return }
    let head = column(reachedBy: label.arrow, canvas.moment)
    let isThere = canvas.hasPassed(arrow.endRow) && arrow.ending != .underWay
    for (line, text) in label.lines.enumerated() {
      let isNote = label.hasNote && line == label.lines.count - 1
      // A blank on either side breaks the arrow.
      let spans = [Span(" ")] + (isNote ? [Span(text, .dim)] : spans(text, of: arrow)) + [Span(" ")]
      let width = options.glyphs.width(of: spans)
      let first = label.column - 1
      var shown = first..<first + width
      if !isThere {
        shown =
          arrow.from == .a
          ? shown.clamped(to: first..<max(first, head))
          : shown.clamped(to: min(first + width, head + 1)..<first + width)
      }
      guard !shown.isEmpty else { continue }
      var strip = Surface(columns: width, rows: 1, widths: canvas.surface.widths)
      strip.put(spans, x: 0, y: 0)
      let part = Rect(x: shown.lowerBound - first, y: 0, width: shown.count, height: 1)
      canvas.surface.blit(strip, part, at: Point(x: shown.lowerBound, y: label.row + line - canvas.firstRow))
    }
  }

  private func spans(_ text: String, of arrow: LadderLayout.Arrow) -> [Span] {
    if arrow.isAnswer(options) { return segmentSpans(text, from: arrow.from, mark: Style(.wrong)) }
    return switch arrow.nature {
    case .retransmission: segmentSpans(text, from: arrow.from, mark: Style(.nowYou))
    case .original, .copy, .released, .injected: segmentSpans(text, from: arrow.from, mark: Style(.dim))
    }
  }

  // MARK: Sides

  private func drawSideLabels(on canvas: inout LadderCanvas) {
    for label in layout.labels where canvas.shows(label.row, lines: label.lines.count) {
      let style = style(of: label, canvas)
      for (line, text) in label.lines.enumerated() where canvas.hasReached(label.row + line) {
        let text = truncate(text, columns: geometry.margin, glyphs: options.glyphs)
        let axis = geometry.axis(of: label.host)
        let column = label.host == .a ? axis - 1 - options.glyphs.width(of: text) : axis + 2
        canvas.put(text, x: column, row: label.row + line, style: style)
      }
    }
  }

  /// The state in which a host is stands out, most of all where it has just been entered; what is over stands back.
  private func style(of label: LadderLayout.SideLabel, _ canvas: LadderCanvas) -> Style {
    guard label.kind == .state, label.row == present[label.host] else { return Self.style(of: label.kind) }
    let isNew = Double(label.row) > canvas.moment.settled
    return Style(label.host.role, adding: isNew ? [.bold, .reverse] : .bold)
  }

  private static func style(of kind: LadderLayout.SideLabel.Kind) -> Style {
    switch kind {
    case .state, .call, .note: Style(.dim)
    case .signal: Style(.strong)
    case .timer: Style(.nowYou)
    }
  }
}
