import Simulation
import TCP

/// Gives a row to everything that happened, one event after the other.
struct LadderBuilder {
  /// What is on one host's side.
  private struct Side {
    /// The last row that anything takes.
    var last = 0
    /// Rows that bear a label.
    var labelled: Set<Int> = [0]
    /// Rows at which an arrow begins or ends.
    var touched: Set<Int> = []
  }

  private typealias Arrow = LadderLayout.Arrow

  private(set) var layout = LadderLayout()
  private let transcript: Transcript
  private let options: LadderOptions
  private let texts: SideTexts
  private let room: [Int: ExtraRoom]
  private var sides = Pair(Side(), Side())
  private var now: Instant = .start
  /// The row on which the present instant begins; nil before anything of it has a row.
  private var instantRow: Int?
  /// The first row below all earlier instants.
  private var floor = 1
  private var lastRow = 0
  /// The last row at which a segment was lost or held back.
  private var lastFaultRow = 0
  /// Arrows under way, and those held back, by the segment's number, in order.
  private var underWay: [Int: [Int]] = [:]
  private var held: [Int: [Int]] = [:]
  private var injected: Int?

  init(_ transcript: Transcript, margin: Int, options: LadderOptions, room: [Int: ExtraRoom]) {
    self.transcript = transcript
    self.options = options
    self.room = room
    texts = SideTexts(columns: margin, options: options)
    layout.rows = Array(repeating: 0, count: transcript.count)
  }

  mutating func build() {
    for host in Host.allCases {
      let state = transcript.initialState(of: host)
      layout.labels.append(.init(host: host, kind: .state, lines: [state.description], row: 0, time: nil))
    }
    var index = 0
    while index < transcript.count {
      let end = endOfEvent(at: index)
      pass(to: transcript[index].time)
      placeHead(at: index)
      placeEffects(index + 1..<end, of: index)
      index = end
    }
    layout.height = max(lastRow, layout.arrows.map(\.endRow).max() ?? 0) + 1
  }

  /// Where what one event brought about ends.
  private func endOfEvent(at index: Int) -> Int {
    var end = index + 1
    while end < transcript.count, transcript[end].event == transcript[index].event { end += 1 }
    return end
  }
}

// MARK: - Rows

extension LadderBuilder {
  private mutating func pass(to instant: Instant) {
    guard instant > now else { return }
    floor = lastRow + 1
    if instant - now > 10 * options.latency {
      // What was lost or held back as it was sent came to its end long before.
      floor = max(floor, lastFaultRow + 1)
      layout.breaks.append(.init(row: floor, length: instant - now))
      lastRow = floor
      floor += 1
    }
    now = instant
    instantRow = nil
  }

  /// The next row with nothing on it at this host's side.
  private func freshRow(_ host: Host) -> Int { max(sides[host].last + 1, instantRow ?? floor) }

  /// The first row for what happens on the wire: not above what has happened.
  private var wireRow: Int { max(lastRow, instantRow ?? floor) }

  private mutating func take(_ row: Int, at host: Host? = nil) {
    lastRow = max(lastRow, row)
    if instantRow == nil { instantRow = row }
    if let host { sides[host].last = max(sides[host].last, row) }
  }

  private mutating func label(
    _ host: Host, _ kind: LadderLayout.SideLabel.Kind, _ lines: [String], from row: Int
  ) -> Int {
    var row = row
    while (row..<row + lines.count).contains(where: { sides[host].labelled.contains($0) }) { row += 1 }
    layout.labels.append(.init(host: host, kind: kind, lines: lines, row: row, time: now))
    for line in 0..<lines.count {
      sides[host].labelled.insert(row + line)
      take(row + line, at: host)
    }
    return row
  }

  /// The rows that a part of the way takes.
  private func rows(for part: Double, of arrow: Int) -> Int {
    let slope = options.slope + (room[arrow]?.slope ?? 0)
    return max(1, Int(Double(slope) * part + 0.5))
  }
}

// MARK: - Events

extension LadderBuilder {
  private mutating func placeHead(at index: Int) {
    let occurrence = transcript[index]
    let host = occurrence.host
    switch occurrence.kind {
    case .call(let call, let outcome):
      let lines = texts.call(call, outcome, occurrence.record.state)
      layout.rows[index] = label(host, .call, lines, from: freshRow(host) + gap(at: index))
    case .timeout(let timer):
      layout.rows[index] = label(host, .timer, [texts.timer(timer)], from: freshRow(host) + gap(at: index))
    case .crash:
      layout.rows[index] = label(host, .signal, ["CRASH"], from: freshRow(host))
    case .arrive(_, let number, _):
      layout.rows[index] = placeArrival(of: number, at: host)
    case .injected(let segment):
      let row = max(freshRow(host), wireRow)
      injected = add(segment, number: nil, from: host.peer, .injected, row: row, start: 0.5)
      take(row)
      layout.rows[index] = row
    case .released(let segment, let number):
      layout.rows[index] = placeRelease(of: segment, number, from: host)
    case .lost(_, let number), .held(_, let number), .duplicated(_, let number):
      layout.rows[index] = placeFault(occurrence.kind, number, noEarlierThan: wireRow)
    case .expect:
      layout.rows[index] = lastRow
    case .send, .state, .signal, .deliver:
      // These come of an event; a transcript that begins in the middle of one gets them on a row of their own.
      layout.rows[index] = freshRow(host)
      take(layout.rows[index], at: host)
      placeEffects(index..<index + 1, of: index)
    }
  }

  private mutating func placeEffects(_ effects: Range<Int>, of event: Int) {
    let host = transcript[event].host
    let head = layout.rows[event]
    // The new state stands beside the event itself, though it is the last to be recorded.
    for index in effects {
      guard case .state(_, let state) = transcript[index].kind else { continue }
      layout.rows[index] = label(host, .state, [state.description], from: head)
    }
    for index in effects {
      switch transcript[index].kind {
      case .send(let segment, let number, let isRetransmission):
        layout.rows[index] = placeDeparture(of: segment, number, isRetransmission, from: host, head)
      case .lost(_, let number), .duplicated(_, let number), .held(_, let number):
        layout.rows[index] = placeFault(transcript[index].kind, number, noEarlierThan: 0)
      case .signal(let signal, let call):
        // One event may tell the same several times: for each call that waits, and for the user.
        let isLast = !transcript[index + 1..<effects.upperBound].contains { $0.kind.isSignal(signal) }
        let lines = texts.signal(signal, call, isLast: isLast)
        layout.rows[index] = lines.isEmpty ? head : label(host, .signal, lines, from: head)
      case .deliver(let octets):
        layout.rows[index] = label(host, .note, [texts.delivery(octets)], from: head)
      case .state, .call, .arrive, .released, .injected, .timeout, .crash, .expect: break
      }
    }
    if case .arrive(_, _, let outcome) = transcript[event].kind, let note = texts.note(outcome),
      !sides[host].labelled.contains(head)
    {
      _ = label(host, .note, [note], from: head)
    }
  }
}

// MARK: - Arrows

extension LadderBuilder {
  /// Adds an arrow that is under way to the middle between where it is and where it goes.
  private mutating func add(
    _ segment: Segment, number: Int?, from host: Host, _ nature: Arrow.Nature, row: Int, start: Double
  ) -> Int {
    let index = layout.arrows.count
    let end = nature == .injected ? 1 : start + (1 - start) / 2
    let endRow = row + rows(for: end - start, of: index)
    layout.arrows.append(
      Arrow(
        segment: segment, number: number, from: host, nature: nature, startRow: row, endRow: endRow, start: start,
        end: end))
    // A segment on its way needs its rows, but keeps nothing else off them.
    lastRow = max(lastRow, row)
    return index
  }

  /// The rows wanted above a call or timeout, so that what it sends still departs beside its label.
  private func gap(at index: Int) -> Int {
    guard index + 1 < endOfEvent(at: index), transcript[index + 1].segmentNumber != nil else { return 0 }
    return room[layout.arrows.count]?.gap ?? 0
  }

  private mutating func placeDeparture(
    of segment: Segment, _ number: Int, _ isRetransmission: Bool, from host: Host, _ head: Int
  ) -> Int {
    // The first arrow of a call or timeout has got its gap above that.
    let isFirst = !sides[host].touched.contains(head)
    let row = untouchedRow(from: head + (isFirst ? 0 : room[layout.arrows.count]?.gap ?? 0), at: host)
    touch(row, at: host)
    let arrow = add(
      segment, number: number, from: host, isRetransmission ? .retransmission : .original, row: row, start: 0)
    underWay[number, default: []].append(arrow)
    return row
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

  private mutating func placeArrival(of number: Int?, at host: Host) -> Int {
    guard let arrow = number.map({ takeFirst(of: $0, from: &underWay) }) ?? injected else {
      let row = freshRow(host)
      touch(row, at: host)
      return row
    }
    let start = layout.arrows[arrow]
    let row = max(freshRow(host), start.startRow + rows(for: 1 - start.start, of: arrow))
    touch(row, at: host)
    layout.arrows[arrow].ending = .arrived
    layout.arrows[arrow].end = 1
    layout.arrows[arrow].endRow = row
    return row
  }

  private mutating func placeRelease(of segment: Segment, _ number: Int, from host: Host) -> Int {
    let before = takeFirst(of: number, from: &held)
    let start = before.map { layout.arrows[$0].end } ?? 0.5
    let row = wireRow + 1
    let arrow = add(segment, number: number, from: host, .released, row: row, start: start)
    take(row)
    underWay[number, default: []].append(arrow)
    return row
  }

  /// Has a segment on its way be lost, held back or doubled.
  private mutating func placeFault(_ kind: Occurrence.Kind, _ number: Int, noEarlierThan earliest: Int) -> Int {
    if case .duplicated(let segment, _) = kind { return placeCopy(of: segment, number) }
    guard let arrow = takeFirst(of: number, from: &underWay) else { return lastRow }
    var isHeld = false
    if case .held = kind { isHeld = true }
    let start = layout.arrows[arrow]
    let end = max(start.start + (1 - start.start) * (isHeld ? 0.4 : 0.5), start.start)
    let row = max(start.startRow + rows(for: end - start.start, of: arrow), earliest)
    layout.arrows[arrow].ending = isHeld ? .held : .lost
    layout.arrows[arrow].end = end
    layout.arrows[arrow].endRow = row
    lastFaultRow = max(lastFaultRow, row)
    if isHeld { held[number, default: []].append(arrow) }
    // What befell it later than it was sent has a place in time; else it keeps nothing else from its rows.
    if earliest > 0 { take(row) }
    return row
  }

  /// The copy departs just below its original, or with it where that row is used.
  private mutating func placeCopy(of segment: Segment, _ number: Int) -> Int {
    guard let original = underWay[number]?.last else { return lastRow }
    let from = layout.arrows[original]
    let below = from.startRow + 1 + (room[layout.arrows.count]?.gap ?? 0)
    let isFree = from.start == 0 && !sides[from.from].touched.contains(below)
    let row = isFree ? below : from.startRow
    if isFree { touch(row, at: from.from) }
    let copy = add(segment, number: number, from: from.from, .copy, row: row, start: from.start)
    underWay[number, default: []].append(copy)
    return row
  }

  private func takeFirst(of number: Int, from arrows: inout [Int: [Int]]) -> Int? {
    guard let first = arrows[number]?.first else { return nil }
    arrows[number]?.removeFirst()
    return first
  }
}

extension Transcript {
  /// The state of a host before anything happened.
  func initialState(of host: Host) -> State {
    for occurrence in self where occurrence.host == host {
      if case .state(let from, _) = occurrence.kind { return from }
    }
    return first { $0.host == host }?.record.state ?? .closed
  }
}

extension Occurrence.Kind {
  fileprivate func isSignal(_ signal: Signal) -> Bool {
    guard case .signal(signal, _) = self else { return false }
    return true
  }
}
