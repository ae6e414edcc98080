import Figures
import Scenario
import Simulation

/// How a ladder comes into sight from a row on: a segment travels, arrives, changes something, and then is answered.
///
/// Times are **nanoseconds** at single speed, from the beginning of the motion.
struct LadderMotion: Sendable {
  /// Something that moves, or shows what has come.
  private struct Step {
    let start: Double
    let duration: Double
    /// The rows of segments at its start and its end.
    let from: Double
    let to: Double
    /// Whether what has arrived has not had its effect yet.
    let isArrival: Bool
    /// Whether it comes to rest little by little.
    let easesOut: Bool
  }

  /// What had happened before.
  struct Before: Hashable, Sendable {
    /// How many occurrences there were.
    let count: Int
    /// How many segments had been sent, and the numbers of those on their way.
    let sent: Int
    let inFlight: Set<Int>

    init(_ run: Run) {
      count = run.transcript.count
      sent = run.transcript.lazy.compactMap(\.segmentNumber).max() ?? 0
      inFlight = Set(run.network.inFlight.map(\.number))
    }
  }

  /// What each takes: a segment's whole way; a segment that has arrived, before anything comes of it; what has come of
  /// it, before that is answered; a row in which nothing travels.
  private static let flight = 0.7e9
  private static let arrival = 0.2e9
  private static let change = 0.3e9
  private static let row = 0.12e9
  /// How long a state stands out as new.
  static let novelty = 0.6e9

  private var steps: [Step] = []
  /// The row down to which all was there before.
  private let settled: Double
  private var reached = 0.0
  private let height: Int
  /// How long something moves.
  private(set) var duration = 0.0

  /// - Parameter before: what had happened and was shown before.
  init(_ ladder: Ladder, of transcript: Transcript, since before: Before) {
    let settled = Double(ladder.row(afterOccurrences: before.count))
    self.settled = settled
    height = ladder.height
    // What comes at the instant at which the rest ended may begin above its last row.
    let first = (before.count..<transcript.count).map { Double(ladder.row(ofOccurrence: $0)) }.min() ?? settled
    let flights = ladder.flights(below: min(settled, first))
    let former = flights.filter { $0.number.map { $0 <= before.sent } ?? false && Double($0.startRow) <= settled }
    let ended = former.filter { $0.ending != .underWay && Double($0.endRow) <= settled }.map { Double($0.endRow) }
    var start = max(min(settled, first), ended.max() ?? 0)
    if flights.allSatisfy({ former.contains($0) || Double($0.startRow) > settled }) {
      // A segment that waited on its way goes on from there.
      let waiting = former.filter { $0.number.map(before.inFlight.contains) ?? false }
      start = max(start, waiting.map(\.waitingRow).min() ?? 0)
    }
    reached = start
    let last = Double(height - 1)
    let marks = Set(flights.flatMap { [Double($0.startRow), $0.reach] } + [last]).filter { $0 > start }.sorted()
    var coming = flights.sorted { $0.startRow < $1.startRow }[...]
    var flying: [Ladder.Flight] = []
    for mark in marks {
      while let next = coming.first, Double(next.startRow) <= reached {
        flying.append(next)
        coming.removeFirst()
      }
      flying.removeAll { $0.reach <= reached }
      go(to: mark, flying, from: start)
      guard flying.contains(where: { $0.reach == mark && $0.ending == .arrived }) else { continue }
      add(lasting: Self.arrival, to: mark, isArrival: true)
      if mark < last { add(lasting: Self.change, to: mark) }
    }
  }

  private mutating func go(to mark: Double, _ flying: [Ladder.Flight], from start: Double) {
    let times = flying.map { flight in
      // What has most of its way behind it takes its time all the same.
      let begin = max(Double(flight.startRow), start)
      let part = (mark - reached) / (flight.reach - begin)
      return Self.flight * (begin > Double(flight.startRow) ? 0.5 : 1) * part
    }
    let isWhole = flying.allSatisfy { max(Double($0.startRow), start) == reached && $0.reach == mark }
    add(lasting: times.max() ?? (mark - reached) * Self.row, to: mark, easesOut: !flying.isEmpty && isWhole)
  }

  private mutating func add(lasting time: Double, to row: Double, isArrival: Bool = false, easesOut: Bool = false) {
    steps.append(
      Step(start: duration, duration: time, from: reached, to: row, isArrival: isArrival, easesOut: easesOut))
    duration += time
    reached = row
  }

  // MARK: At a time

  /// What is seen of the ladder; nil for all of it, with nothing new.
  func moment(at time: Double) -> LadderMoment? {
    guard time < duration + Self.novelty else { return nil }
    let (segments, effects) = rows(at: time)
    return LadderMoment(
      segments: segments, effects: effects,
      settled: time < Self.novelty ? settled : rows(at: time - Self.novelty).effects)
  }

  private func rows(at time: Double) -> (segments: Double, effects: Double) {
    guard time < duration, let step = steps.last(where: { $0.start <= time }) else {
      return (Double(height), Double(height))
    }
    let part = min(1, max(0, (time - step.start) / max(1, step.duration)))
    let row = step.from + (step.to - step.from) * (step.easesOut ? 1 - (1 - part) * (1 - part) : part)
    // Just above the row in which it has arrived.
    return (row, max(settled, step.isArrival ? row - 0.01 : row))
  }

  /// The first row that is in sight: each step is seen as a whole, and between two of them as little moves up as can be.
  ///
  /// - Parameter rows: how many there are.
  func firstRow(at time: Double, rows: Int) -> Int {
    let last = max(0, height - rows)
    var first = max(0, min(last, Int(steps.first?.from ?? 0) + 2 - rows))
    for step in steps.prefix(while: { $0.start <= time }) where Int(step.to.rounded(.up)) + 2 > first + rows {
      first = max(first, min(last, max(Int(step.from) - 1, Int(step.to) + 2 - rows)))
    }
    return first
  }
}
