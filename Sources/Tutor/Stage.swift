import Bilingual
import Figures
import Scenario
import Screen
import Simulation
import TCP

/// A run on the screen: both endpoints' variables above the ladder, which is played up to where the run is.
struct Stage: Sendable {
  private let run: Run
  /// How many occurrences had been shown before the playing began.
  private let shownBefore: Int
  /// How much of the rest is shown, **0 … 1**.
  private var progress: Double
  /// The most that can be scrolled up.
  private let scrollLimit: Int
  /// How long the rest takes, in nanoseconds at single speed.
  private let duration: Double
  /// Rows by which the reader has scrolled up from where the run is.
  private(set) var scrolledUp = 0

  /// How long one row of the ladder takes at single speed.
  private static let nanosecondsPerRow = 180_000_000.0

  /// A run at rest, scrolled up by some rows; by no more than there are.
  init(_ run: Run, scrolledUp: Int = 0) {
    self.run = run
    shownBefore = run.transcript.count
    progress = 1
    duration = 0
    scrollLimit = Ladder(run.transcript, names: run.network.settings.names).height
    self.scrolledUp = max(0, min(scrollLimit, scrolledUp))
  }

  private init(_ run: Run, since earlier: Run) {
    self.run = run
    shownBefore = min(earlier.transcript.count, run.transcript.count)
    let ladder = Ladder(run.transcript, names: run.network.settings.names)
    duration = Double(ladder.height - ladder.row(afterOccurrences: shownBefore)) * Self.nanosecondsPerRow
    progress = shownBefore == run.transcript.count ? 1 : 0
    scrollLimit = ladder.height
  }

  var isMoving: Bool { progress < 1 }

  /// Plays a run on from where an earlier one ended.
  mutating func play(_ run: Run, since earlier: Run) { self = Stage(run, since: earlier) }

  mutating func advance(by nanoseconds: Int64, speed: Double) {
    progress = min(1, progress + Double(nanoseconds) * speed / max(1, duration))
  }

  mutating func finish() { progress = 1 }

  mutating func scroll(by rows: Int) { scrolledUp = max(0, min(scrollLimit, scrolledUp - rows)) }
}

// MARK: - Drawing

extension Stage {
  func draw(on surface: inout Surface, in area: Rect, _ context: Context) {
    let settings = run.network.settings
    let cardRows = EndpointCard.headerRows
    var options = LadderOptions(language: context.language, drawing: context.drawing, latency: settings.latency)
    options.slope = area.height > 30 ? 4 : 3
    let ladder = Ladder(run.transcript, names: settings.names, columns: area.width, options: options)
    let start = Double(ladder.row(afterOccurrences: shownBefore))
    let limit = isMoving ? start + (Double(ladder.height) - start) * progress : nil
    let shown = limit.map { limit in
      run.transcript.indices.count { Double(ladder.row(ofOccurrence: $0)) <= limit }
    }
    let cards = Pair(card(of: .a, after: shown, context), card(of: .b, after: shown, context))
    EndpointCard.drawHeader(cards, on: &surface, in: Rect(x: area.x, y: area.y, width: area.width, height: cardRows))
    let axis = Rect(x: area.x, y: area.y + cardRows, width: area.width, height: 1)
    ladder.drawHeadings(on: &surface, in: axis)
    let body = Rect(x: area.x, y: axis.y + 1, width: area.width, height: area.height - cardRows - 1)
    guard body.height > 0 else { return }
    // The row that time has come to stays in sight, with a little room below it.
    let last = max(0, ladder.height - body.height)
    let newest = limit.map { max(0, min(last, Int($0) + 3 - body.height)) } ?? last
    let firstRow = max(0, newest - scrolledUp)
    ladder.draw(on: &surface, in: body, firstRow: firstRow, upTo: limit)
    var more: [String] = []
    if firstRow > 0 { more.append(context.drawing == .ascii ? "PgUp" : "↑ PgUp") }
    if firstRow < newest { more.append(context.drawing == .ascii ? "PgDn" : "↓ PgDn") }
    guard !more.isEmpty else { return }
    let hint = " \(more.joined(separator: " ")) "
    surface.put(hint, x: area.x + area.width - hint.displayWidth, y: axis.y, style: Style(.dim))
  }

  private func card(of host: Host, after count: Int?, _ context: Context) -> EndpointCard {
    EndpointCard(
      of: host, names: run.network.settings.names, in: run.transcript, after: count,
      now: count == nil ? run.network.now : nil, dash: context.drawing == .ascii ? "-" : "–")
  }

  /// The header of the segment that was sent last.
  ///
  /// - Returns: whether there is one.
  func drawHeaderBox(on surface: inout Surface, in area: Rect, _ context: Context) -> Bool {
    for occurrence in run.transcript.reversed() {
      guard case .send(let segment, _, _) = occurrence.kind else { continue }
      let names = run.network.settings.names
      HeaderBox(
        segment, source: names[occurrence.host], destination: names[occurrence.host.peer], language: context.language
      ).draw(on: &surface, in: area, drawing: context.drawing)
      return true
    }
    return false
  }
}
