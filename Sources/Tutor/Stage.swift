import Bilingual
import Figures
import Scenario
import Screen
import Simulation
import TCP

/// A run on the screen: both endpoints' variables above the ladder, which is played up to where the run is.
struct Stage: Sendable {
  let run: Run
  /// What the run was before the playing began: how much had happened, and which segments were on their way.
  private let before: LadderMotion.Before
  /// What marks the run as no real one; nil for one that is.
  private let whatIf: WhatIf?
  /// How the rest comes into sight; nil where all is, and nothing of it is new.
  private var motion: Motion?
  /// How much of the motion's time something moves, nanoseconds.
  private var moving = 0.0
  /// Whether something moved when it was last told the time.
  private(set) var isInMotion = false
  /// Whether the reader has stopped what moves.
  private(set) var isPaused = false
  private let ladders: Memo<LadderKey, Ladder>
  private let motions: Memo<MotionKey, LadderMotion>
  /// What an open question asks for.
  var blanks = Blanks()
  /// Rows by which the reader has scrolled up from where the run is.
  private(set) var scrolledUp = 0

  private static let frame: Int64 = 33_000_000

  /// A run at rest.
  init(_ run: Run) { self.init(run, LadderMotion.Before(run), nil, Memo(), Memo()) }

  private init(
    _ run: Run, _ before: LadderMotion.Before, _ whatIf: WhatIf?, _ ladders: Memo<LadderKey, Ladder>,
    _ motions: Memo<MotionKey, LadderMotion>
  ) {
    self.run = run
    self.before = before
    self.whatIf = whatIf
    self.ladders = ladders
    self.motions = motions
  }

  /// Shows another run, at rest.
  mutating func show(_ run: Run, whatIf: WhatIf? = nil) {
    self = Stage(run, LadderMotion.Before(run), whatIf, ladders, motions)
  }

  /// Plays a run on from where an earlier one ended, beginning now; where nothing is to move, it is there at once.
  mutating func play(
    _ run: Run, since earlier: Run, whatIf: WhatIf? = nil, speed: Double, in area: Rect, _ context: Context
  ) {
    guard context.usesMotion, earlier.transcript.count < run.transcript.count else { return show(run, whatIf: whatIf) }
    self = Stage(run, LadderMotion.Before(earlier), whatIf, ladders, motions)
    moving = ladderMotion(in: area, context).duration
    motion = Motion(lasting: moving + LadderMotion.novelty, from: context.now, speed: speed)
    isInMotion = moving > 0
  }

  /// Whether something moves, or is stopped on its way.
  func isMoving(at now: Moment) -> Bool { motion.map { $0.elapsed(at: now) < moving } ?? false }

  /// Whether it has begun so short a time ago that a second press is meant.
  func hasJustBegun(at now: Moment) -> Bool { motion.map { $0.elapsed(at: now) < 0.4e9 } ?? false }

  /// When it wants to be drawn anew: the next frame, or when what has changed is no longer new.
  func wakes(after now: Moment) -> Moment? {
    guard let motion, let end = motion.end, now.nanoseconds < end.nanoseconds else { return nil }
    return isMoving(at: now) ? now.advanced(by: Self.frame) : end
  }

  /// Takes note of the time.
  mutating func pass(to now: Moment) { isInMotion = isMoving(at: now) }

  mutating func finish() {
    motion = nil
    (isInMotion, isPaused) = (false, false)
  }

  /// Begins anew what is being played.
  mutating func replay(at now: Moment, speed: Double) {
    motion = Motion(lasting: moving + LadderMotion.novelty, from: now, speed: speed)
    (isInMotion, isPaused) = (true, false)
  }

  /// Stops what moves where it is, or lets it go on.
  mutating func pause(at now: Moment, speed: Double) {
    isPaused.toggle()
    if isPaused { halt(at: now) } else { go(at: now, speed: speed) }
  }

  /// Stops what moves while nobody sees it.
  mutating func halt(at now: Moment) { motion?.halt(at: now) }

  /// Lets it go on, with this speed, unless the reader has stopped it.
  mutating func go(at now: Moment, speed: Double) {
    if !isPaused { motion?.go(at: now, speed: speed) }
  }

  /// Whether nothing is in flight where the run ends.
  var endsAtRest: Bool { run.network.inFlight.isEmpty }

  /// Scrolls up by some rows, down by a negative number; no further than there is something to see.
  mutating func scroll(by rows: Int, in area: Rect, _ context: Context) {
    let hidden = ladder(in: area, context).height - bodyHeight(of: area, context)
    scrolledUp = max(0, min(hidden, scrolledUp + rows))
  }
}

// MARK: - Drawing

extension Stage {
  func draw(on surface: inout Surface, in area: Rect, _ context: Context) {
    let ladder = ladder(in: area, context)
    let moment = moment(in: area, context)
    let shown = shownCount(of: ladder, at: moment, context)
    let cards = cards(after: shown, in: area, context)
    cards.draw(on: &surface, in: Rect(x: area.x, y: area.y, width: area.width, height: min(cards.rows, area.height)))
    let axis = Rect(x: area.x, y: area.y + cards.rows, width: area.width, height: 1)
    ladder.drawHeadings(on: &surface, in: axis)
    let body = Rect(x: area.x, y: axis.y + 1, width: area.width, height: bodyHeight(of: area, context))
    guard body.height > 0 else { return }
    let newest =
      motion.map { ladderMotion(in: area, context).firstRow(at: $0.elapsed(at: context.now), rows: body.height) }
      ?? max(0, ladder.height - body.height)
    let firstRow = max(0, newest - scrolledUp)
    ladder.draw(on: &surface, in: body, firstRow: firstRow, upTo: moment)
    var more: [String] = []
    if firstRow > 0 { more.append(context.glyphs.set == .ascii ? "PgUp" : "↑ PgUp") }
    if firstRow < newest { more.append(context.glyphs.set == .ascii ? "PgDn" : "↓ PgDn") }
    guard !more.isEmpty else { return }
    let hint = " \(more.joined(separator: " ")) "
    surface.put(hint, x: area.x + area.width - context.glyphs.width(of: hint), y: axis.y, style: Style(.dim))
  }

  /// What is seen of the ladder; nil for all of it, with nothing new.
  private func moment(in area: Rect, _ context: Context) -> LadderMoment? {
    motion.flatMap { ladderMotion(in: area, context).moment(at: $0.elapsed(at: context.now)) }
  }

  /// How many occurrences are shown; nil for all.
  private func shownCount(of ladder: Ladder, at moment: LadderMoment?, _ context: Context) -> Int? {
    isMoving(at: context.now) ? moment.map { ladder.occurrences(downTo: $0.effects) } : nil
  }

  /// The states of both ends up to what is shown.
  func paths(in area: Rect, _ context: Context) -> StatePaths {
    let ladder = ladder(in: area, context)
    let past = run.transcript.prefix(
      shownCount(of: ladder, at: moment(in: area, context), context) ?? run.transcript.count)
    func states(of host: Host) -> [State] {
      let changes = past.compactMap { occurrence -> (from: State, to: State)? in
        guard occurrence.host == host, case .state(let from, let to) = occurrence.kind else { return nil }
        return (from, to)
      }
      let first = changes.first?.from ?? past.last { $0.host == host }?.record.state ?? .closed
      return [first] + changes.map(\.to)
    }
    return StatePaths(
      names: run.network.settings.displayNames(in: context.language), states: Pair(states(of: .a), states(of: .b)),
      asked: blanks.states)
  }

  private func ladder(in area: Rect, _ context: Context) -> Ladder {
    let key = ladderKey(in: area, context)
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

  private func ladderKey(in area: Rect, _ context: Context) -> LadderKey {
    let settings = run.network.settings
    var options = LadderOptions(language: context.language, glyphs: context.glyphs, latency: settings.latency)
    options.numbering = context.numbering(of: run)
    options.whatIf = whatIf
    options.blanks = blanks
    return LadderKey(
      transcript: run.transcript, names: settings.displayNames(in: context.language), columns: area.width,
      rows: bodyHeight(of: area, context), options: options)
  }

  private func ladderMotion(in area: Rect, _ context: Context) -> LadderMotion {
    motions.value(for: MotionKey(ladder: ladderKey(in: area, context), before: before)) { _ in
      LadderMotion(ladder(in: area, context), of: run.transcript, since: before)
    }
  }

  /// By how many rows an arrival may lie below its departure: a flight takes three to six.
  private static let slopes = 2...5
  /// Up to how many occurrences there may be room for more than the least.
  private static let fewOccurrences = 200

  /// The rows that the ladder has below the endpoints' variables and the axes' heads.
  private func bodyHeight(of area: Rect, _ context: Context) -> Int {
    area.height - cards(after: nil, in: area, context).rows - 1
  }

  /// From how many rows on each variable of a card has a row of its own, beside a text.
  private static let tallRows = 30

  private func cards(after count: Int?, in area: Rect, _ context: Context) -> CardHeader {
    let settings = run.network.settings
    let names = settings.displayNames(in: context.language)
    func card(of host: Host) -> EndpointCard {
      EndpointCard(
        of: host, name: names[host], in: run.transcript, after: count, now: count == nil ? run.network.now : nil,
        numbering: context.numbering(of: run), blanks: blanks)
    }
    return CardHeader(
      Pair(card(of: .a), card(of: .b)), columns: area.width,
      numberColumns: settings.numberColumns(in: context.notation),
      mayBeTall: context.isWide && area.height >= Self.tallRows, language: context.language, glyphs: context.glyphs)
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

/// All that the motion of a ladder depends on.
private struct MotionKey: Equatable, Sendable {
  let ladder: LadderKey
  let before: LadderMotion.Before
}
