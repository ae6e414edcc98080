import Simulation
import TCP

/// What of a run's past the rows below depend on: what goes on from one passage to the next.
struct Carried: Hashable, Sendable {
  /// The instant that came last.
  var now: Instant = .start
  /// The part of the way at which each segment is held back, by its number, in the order of being held.
  var held: [Int: [Double]] = [:]
  /// The sequence numbers that both hosts have used.
  var spaces = SequenceSpaces()
}

/// Gives a row to everything that happened in one passage, one event after the other.
///
/// A passage ends where a later instant begins while nothing is under way and nothing reaches further down: what comes
/// then lies below all of it, whatever it is. One that has grown long ends where no later instant begins, too.
struct LadderBuilder {
  /// What is on one host's side.
  struct Side {
    /// The last row that anything takes.
    var last = -1
    /// Rows that bear a label.
    var labelled: Set<Int> = []
    /// Rows at which an arrow begins or ends.
    var touched: Set<Int> = []
  }

  var layout = LadderLayout()
  var carried: Carried
  let transcript: Transcript
  let start: Int
  let options: LadderOptions
  let texts: SideTexts
  let room: [Int: ExtraRoom]
  var sides = Pair(Side(), Side())
  /// The row on which the present instant begins; nil before anything of it has a row.
  var instantRow: Int?
  /// The first row below all earlier instants.
  var floor = 0
  var lastRow = -1
  /// The last row at which a segment was lost or held back.
  var lastFaultRow = -1
  /// The last row at which an arrow has come to its end.
  var lastEnd = -1
  /// Rows that a straight arrow has to itself.
  var lines: Set<Int> = []
  /// Arrows under way, by the segment's number, in order; and how many they are.
  var underWay: [Int: [Int]] = [:]
  var underWayCount = 0
  var injected: Int?

  /// - Parameters:
  ///   - start: the place in the transcript at which the passage begins.
  ///   - carried: what goes on from the passage before.
  ///   - room: what arrows get on top, by their index in the passage.
  init(
    _ transcript: Transcript, from start: Int, _ carried: Carried, margin: Int, options: LadderOptions,
    room: [Int: ExtraRoom] = [:]
  ) {
    self.transcript = transcript
    self.start = start
    self.carried = carried
    self.options = options
    self.room = room
    texts = SideTexts(columns: margin, options: options)
  }

  /// Builds the passage.
  ///
  /// - Parameter end: the place at which it ends, if that is known already.
  /// - Returns: the place in the transcript at which the next one begins.
  mutating func build(upTo end: Int? = nil) -> Int {
    if start == 0 { beginRun() }
    var index = start
    while index < end ?? transcript.count {
      if end == nil, index > start, isQuiet(before: index) { break }
      let next = endOfEvent(at: index)
      layout.rows += Array(repeating: 0, count: next - index)
      pass(to: transcript[index].time)
      placeHead(at: index)
      placeEffects(index + 1..<next, of: index)
      index = next
    }
    layout.height = max(lastRow, layout.arrows.map(\.endRow).max() ?? -1) + 1
    return index
  }

  /// The states that the run begins in have the first row.
  private mutating func beginRun() {
    for host in Host.allCases {
      let state = transcript.initialState(of: host)
      layout.labels.append(.init(host: host, kind: .state, lines: [texts.state(state, of: host)], row: 0, time: nil))
      sides[host].labelled = [0]
      sides[host].last = 0
    }
    (floor, lastRow, lastFaultRow) = (1, 0, 0)
  }

  /// Where what one event brought about ends.
  func endOfEvent(at index: Int) -> Int {
    var end = index + 1
    while end < transcript.count, transcript[end].event == transcript[index].event { end += 1 }
    return end
  }

  /// From how many occurrences on a passage need not wait for a later instant to end.
  private static let longest = 256

  /// Whether a passage may begin with an event: one that takes a row.
  private func isQuiet(before index: Int) -> Bool {
    switch transcript[index].kind {
    case .call, .arrive, .timeout, .crash, .injected, .released:
      let time = transcript[index].time
      guard underWayCount == 0, time > carried.now || index - start >= Self.longest else { return false }
      return isCut(upTo: time) || lastEnd <= lastRow
    case .send, .state, .signal, .deliver, .lost, .duplicated, .held, .expect: return false
    }
  }
}

// MARK: - Rows

extension LadderBuilder {
  private mutating func pass(to instant: Instant) {
    guard instant > carried.now else { return }
    floor = lastRow + 1
    if isCut(upTo: instant) {
      // What was lost or held back as it was sent came to its end long before.
      floor = max(floor, lastFaultRow + 1)
      layout.breaks.append(.init(row: floor, length: instant - carried.now))
      lastRow = floor
      floor += 1
    }
    carried.now = instant
    instantRow = nil
  }

  /// Whether the time up to an instant is so long that it is cut out.
  private func isCut(upTo instant: Instant) -> Bool { instant - carried.now > 10 * options.latency }

  /// The next row with nothing on it at this host's side.
  func freshRow(_ host: Host) -> Int { max(sides[host].last + 1, instantRow ?? floor) }

  /// The first row for what happens on the wire: not above what has happened.
  var wireRow: Int { max(lastRow, instantRow ?? floor) }

  mutating func take(_ row: Int, at host: Host? = nil) {
    lastRow = max(lastRow, row)
    if instantRow == nil { instantRow = row }
    if let host { sides[host].last = max(sides[host].last, row) }
  }

  private mutating func label(
    _ host: Host, _ kind: LadderLayout.SideLabel.Kind, _ lines: [String], from row: Int
  ) -> Int {
    var row = row
    while (row..<row + lines.count).contains(where: { sides[host].labelled.contains($0) }) { row += 1 }
    layout.labels.append(.init(host: host, kind: kind, lines: lines, row: row, time: carried.now))
    for line in 0..<lines.count {
      sides[host].labelled.insert(row + line)
      take(row + line, at: host)
    }
    return row
  }

  /// The rows that a part of the way takes.
  func rows(for part: Double, of arrow: Int) -> Int {
    let extra = room[arrow]?.slope ?? 0
    return options.isStraight ? 1 + extra : max(1, Int(Double(options.slope + extra) * part + 0.5))
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
      layout.rows[index - start] = label(host, .call, lines, from: freshRow(host) + gap(at: index))
    case .timeout(let timer):
      layout.rows[index - start] = label(host, .timer, [texts.timeout(timer)], from: freshRow(host) + gap(at: index))
    case .crash:
      layout.rows[index - start] = label(host, .signal, ["CRASH"], from: freshRow(host))
    case .arrive(_, let number, _):
      layout.rows[index - start] = placeArrival(of: number, at: host)
    case .injected(let segment):
      let row = freeRow(from: max(freshRow(host), wireRow))
      injected = add(segment, number: nil, from: host.peer, .injected, row: row, start: 0.5)
      take(row)
      layout.rows[index - start] = row
    case .released(let segment, let number):
      layout.rows[index - start] = placeRelease(of: segment, number, from: host)
    case .lost(_, let number), .held(_, let number), .duplicated(_, let number):
      layout.rows[index - start] = placeFault(occurrence.kind, number, atLeast: wireRow)
    case .expect:
      layout.rows[index - start] = lastRow
    case .send, .state, .signal, .deliver:
      // These come of an event; a transcript that begins in the middle of one gets them on a row of their own.
      layout.rows[index - start] = freshRow(host)
      take(layout.rows[index - start], at: host)
      placeEffects(index..<index + 1, of: index)
    }
  }

  private mutating func placeEffects(_ effects: Range<Int>, of event: Int) {
    let host = transcript[event].host
    let head = layout.rows[event - start]
    var departure = head
    // The new state stands beside the event itself, though it is the last to be recorded.
    for index in effects {
      guard case .state(_, let state) = transcript[index].kind else { continue }
      layout.rows[index - start] = label(host, .state, [texts.state(state, of: host)], from: head)
      // A straight arrow begins beside the state in which its sender waits.
      if options.isStraight { departure = layout.rows[index - start] }
    }
    for index in effects {
      switch transcript[index].kind {
      case .send(let segment, let number, let isRetransmission):
        carried.spaces.take(in: transcript[index])
        layout.rows[index - start] = placeDeparture(of: segment, number, isRetransmission, from: host, departure)
      case .lost(_, let number), .duplicated(_, let number), .held(_, let number):
        layout.rows[index - start] = placeFault(transcript[index].kind, number, atLeast: nil)
      case .signal(let signal, let call):
        // One event may tell the same several times: for each call that waits, and for the user.
        let isLast = !transcript[index + 1..<effects.upperBound].contains { $0.kind.isSignal(signal) }
        let lines = texts.signal(signal, call, isLast: isLast)
        layout.rows[index - start] = lines.isEmpty ? head : label(host, .signal, lines, from: head)
      case .deliver(let octets):
        layout.rows[index - start] = label(host, .note, [texts.delivery(octets)], from: head)
      case .state, .call, .arrive, .released, .injected, .timeout, .crash, .expect: break
      }
    }
    if let reception = Reception(transcript[event..<effects.upperBound]), !sides[host].labelled.contains(head) {
      _ = label(host, .note, texts.note(reception), from: head)
    }
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
