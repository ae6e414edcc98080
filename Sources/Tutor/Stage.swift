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
  /// How the rest comes into sight.
  private var motion: Motion
  private let ladders: Memo<LadderKey, Ladder>
  /// Rows by which the reader has scrolled up from where the run is.
  private(set) var scrolledUp = 0

  /// How long one row of the ladder takes at single speed.
  private static let nanosecondsPerRow = 180_000_000.0

  /// A run at rest.
  init(_ run: Run) { self.init(run, shownBefore: run.transcript.count, Memo()) }

  private init(_ run: Run, shownBefore: Int, _ ladders: Memo<LadderKey, Ladder>) {
    self.run = run
    self.shownBefore = shownBefore
    self.ladders = ladders
    motion = .over
  }

  /// Shows another run, at rest.
  mutating func show(_ run: Run) { self = Stage(run, shownBefore: run.transcript.count, ladders) }

  /// Plays a run on from where an earlier one ended, beginning now, row by row of the ladder as it is drawn there.
  mutating func play(_ run: Run, since earlier: Run, speed: Double, in area: Rect, _ context: Context) {
    let shownBefore = min(earlier.transcript.count, run.transcript.count)
    self = Stage(run, shownBefore: shownBefore, ladders)
    guard shownBefore < run.transcript.count else { return }
    let ladder = ladder(in: area, context)
    let rows = ladder.height - ladder.row(afterOccurrences: shownBefore)
    motion = Motion(lasting: Double(rows) * Self.nanosecondsPerRow, from: context.now, speed: speed)
  }

  func isMoving(at now: Moment) -> Bool { motion.progress(at: now) < 1 }

  mutating func finish() { motion = .over }

  /// Stops what moves where it is.
  mutating func halt(at now: Moment) { motion.halt(at: now) }

  /// Lets it go on, with this speed.
  mutating func go(at now: Moment, speed: Double) { motion.go(at: now, speed: speed) }

  /// Whether nothing is in flight where the run ends.
  var endsAtRest: Bool { run.network.inFlight.isEmpty }

  /// Whether there is a segment whose header can be shown.
  var hasSegment: Bool {
    run.transcript.contains { if case .send = $0.kind { true } else { false } }
  }

  /// Scrolls up by some rows, down by a negative number; no further than there is something to see.
  mutating func scroll(by rows: Int, in area: Rect, _ context: Context) {
    let hidden = ladder(in: area, context).height - bodyHeight(of: area)
    scrolledUp = max(0, min(hidden, scrolledUp + rows))
  }
}

// MARK: - Drawing

extension Stage {
  func draw(on surface: inout Surface, in area: Rect, _ context: Context) {
    let cardRows = EndpointCard.headerRows
    let ladder = ladder(in: area, context)
    let limit = limit(of: ladder, context)
    let shown = limit.map { ladder.occurrences(downTo: $0) }
    let cards = Pair(card(of: .a, after: shown, context), card(of: .b, after: shown, context))
    EndpointCard.drawHeader(
      cards, on: &surface, in: Rect(x: area.x, y: area.y, width: area.width, height: cardRows), glyphs: context.glyphs)
    let axis = Rect(x: area.x, y: area.y + cardRows, width: area.width, height: 1)
    ladder.drawHeadings(on: &surface, in: axis)
    let body = Rect(x: area.x, y: axis.y + 1, width: area.width, height: bodyHeight(of: area))
    guard body.height > 0 else { return }
    // The row that time has come to stays in sight, with a little room below it.
    let last = max(0, ladder.height - body.height)
    let newest = limit.map { max(0, min(last, Int($0) + 3 - body.height)) } ?? last
    let firstRow = max(0, newest - scrolledUp)
    ladder.draw(on: &surface, in: body, firstRow: firstRow, upTo: limit)
    var more: [String] = []
    if firstRow > 0 { more.append(context.glyphs.set == .ascii ? "PgUp" : "↑ PgUp") }
    if firstRow < newest { more.append(context.glyphs.set == .ascii ? "PgDn" : "↓ PgDn") }
    guard !more.isEmpty else { return }
    let hint = " \(more.joined(separator: " ")) "
    surface.put(hint, x: area.x + area.width - context.glyphs.width(of: hint), y: axis.y, style: Style(.dim))
  }

  /// The row of the ladder to which time has come; nil where all is shown.
  private func limit(of ladder: Ladder, _ context: Context) -> Double? {
    let start = Double(ladder.row(afterOccurrences: shownBefore))
    let progress = motion.progress(at: context.now)
    return progress < 1 ? start + (Double(ladder.height) - start) * progress : nil
  }

  /// The states of both ends up to what is shown.
  func paths(in area: Rect, _ context: Context) -> StatePaths {
    let ladder = ladder(in: area, context)
    let past = run.transcript.prefix(
      limit(of: ladder, context).map { ladder.occurrences(downTo: $0) } ?? run.transcript.count)
    func states(of host: Host) -> [State] {
      let changes = past.compactMap { occurrence -> (from: State, to: State)? in
        guard occurrence.host == host, case .state(let from, let to) = occurrence.kind else { return nil }
        return (from, to)
      }
      let first = changes.first?.from ?? past.last { $0.host == host }?.record.state ?? .closed
      return [first] + changes.map(\.to)
    }
    return StatePaths(names: run.network.settings.names, states: Pair(states(of: .a), states(of: .b)))
  }

  private func ladder(in area: Rect, _ context: Context) -> Ladder {
    let settings = run.network.settings
    var options = LadderOptions(language: context.language, glyphs: context.glyphs, latency: settings.latency)
    options.numbering = context.numbering(of: run)
    let key = LadderKey(
      transcript: run.transcript, names: settings.names, columns: area.width, rows: bodyHeight(of: area),
      options: options)
    return ladders.value(for: key) { last in
      // The longest flights with which all of the run is seen; a long run isn't laid out over and over for that.
      if key.transcript.count <= Self.fewOccurrences {
        for slope in Self.slopes.reversed() {
          let ladder = key.ladder(slope: slope)
          if ladder.height <= key.rows { return ladder }
        }
      }
      guard let last, last.key.looks(like: key), last.value.options.slope == Self.slopes.lowerBound else {
        return key.ladder(slope: Self.slopes.lowerBound)
      }
      return last.value.extended(to: key.transcript)
    }
  }

  /// By how many rows an arrival may lie below its departure: a flight takes three to six.
  private static let slopes = 2...5
  /// Up to how many occurrences there may be room for more than the least.
  private static let fewOccurrences = 200

  /// The rows that the ladder has below the endpoints' variables and the axes' heads.
  private func bodyHeight(of area: Rect) -> Int { area.height - EndpointCard.headerRows - 1 }

  private func card(of host: Host, after count: Int?, _ context: Context) -> EndpointCard {
    EndpointCard(
      of: host, names: run.network.settings.names, in: run.transcript, after: count,
      now: count == nil ? run.network.now : nil, dash: context.glyphs.set == .ascii ? "-" : "–",
      numbering: context.numbering(of: run))
  }

  /// The header of the segment that was sent last.
  ///
  /// - Returns: whether there is one.
  func drawHeaderBox(on surface: inout Surface, in area: Rect, _ context: Context) -> Bool {
    for (place, occurrence) in run.transcript.enumerated().reversed() {
      guard case .send(let segment, _, _) = occurrence.kind else { continue }
      let spaces = SequenceSpaces(of: run.transcript[...place])
      let names = run.network.settings.names
      HeaderBox(
        segment, from: occurrence.host, source: names[occurrence.host], destination: names[occurrence.host.peer],
        language: context.language, numbering: context.numbering(of: run).over(spaces)
      ).draw(on: &surface, in: area, glyphs: context.glyphs)
      return true
    }
    return false
  }
}

/// All that a ladder is made of.
private struct LadderKey: Equatable, Sendable {
  let transcript: Transcript
  let names: Pair<String>
  let columns: Int
  /// How many are in sight.
  let rows: Int
  let options: LadderOptions

  func ladder(slope: Int) -> Ladder {
    var options = options
    options.slope = slope
    return Ladder(transcript, names: names, columns: columns, options: options)
  }

  /// Whether ladders of both differ at most in what has happened.
  func looks(like other: Self) -> Bool {
    names == other.names && columns == other.columns && options == other.options
  }
}
