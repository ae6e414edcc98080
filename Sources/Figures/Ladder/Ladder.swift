import Screen
import Simulation

/// A run as a ladder diagram: time flows down between two axes, and each segment is an arrow that slopes.
///
/// Segments that are under way together cross; a lost one ends half way; one that was held back ends before a wall and
/// goes on from there. All is laid out once; drawing then shows any part of it, up to any row, so an animation has
/// only to raise that row.
///
/// It is laid out in passages, which quiet moments part. Nothing above depends on what is below, so a longer run takes
/// over the passages that it shares with a shorter one, and drawing looks only at those in sight.
///
/// ```
///              client                                           server
/// ───────────────┬────────────────────────────────────────────────┬───────────────
///         CLOSED │                                                │ CLOSED
///      connect() │⠒⠢⠤⠤⢄⣀⣀  SYN seq=100                            │ listen()
///       SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │ LISTEN
///                │                  ⠈⠉⠉⠒⠒⠒⠤⠤⠤⣀⣀⡀                  │
///                │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │
///                │                                         ⠉⠉⠑⠒⠒⠢▶│ SYN-RECEIVED
/// ```
public struct Ladder: Sendable {
  public let names: Pair<String>
  public let options: LadderOptions
  let geometry: LadderGeometry
  let passages: [Passage]
  /// The first row of each passage, and of what would come below them.
  let starts: [Int]
  private let transcript: Transcript
  /// How many occurrences had to be laid out for it; the others were taken over.
  package let laidOut: Int

  /// Lays out a run.
  ///
  /// - Parameters:
  ///   - transcript: the run from its beginning on.
  ///   - columns: the **columns** that there are; a ladder takes 60 … 100.
  public init(_ transcript: Transcript, names: Pair<String>, columns: Int = 80, options: LadderOptions = .init()) {
    self.init(transcript, taking: [], names: names, LadderGeometry(columns: columns), options)
  }

  private init(
    _ transcript: Transcript, taking shared: ArraySlice<Passage>, names: Pair<String>, _ geometry: LadderGeometry,
    _ options: LadderOptions
  ) {
    var passages = Array(shared)
    laidOut = transcript.count - (passages.last?.occurrences.upperBound ?? 0)
    while passages.isEmpty || passages[passages.count - 1].occurrences.upperBound < transcript.count {
      passages.append(Passage(of: transcript, below: passages.last, geometry, options))
    }
    self.transcript = transcript
    self.passages = passages
    self.names = names
    self.geometry = geometry
    self.options = options
    starts = passages.reduce(into: [0]) { starts, passage in starts.append(starts.last! + passage.layout.height) }
  }

  /// The ladder of another moment of the same run, or of another run: the passages that both have are taken over.
  public func extended(to transcript: Transcript) -> Ladder {
    let shared = zip(self.transcript, transcript).prefix { $0 == $1 }.count
    // What ends a passage is the event below it; so that has to be the same, or neither may have any.
    let kept = passages.prefix { passage in
      let end = passage.occurrences.upperBound
      return end < shared || end == transcript.count && end == shared
    }
    let isSameStart = Host.allCases.allSatisfy {
      self.transcript.initialState(of: $0) == transcript.initialState(of: $0)
    }
    return Ladder(transcript, taking: isSameStart ? kept : [], names: names, geometry, options)
  }

  /// How many columns it takes, **60 … 100**; more are left free to both sides, fewer cut off its right.
  public var columns: Int { geometry.columns }

  /// How many rows it takes, **1 …**.
  public var height: Int { starts[passages.count] }

  /// The labels, in full, of arrows that are too crowded to bear them; to be told beside or below the ladder.
  public var abridged: [String] { passages.flatMap(\.labels.abridged) }

  /// All of it as one layout.
  public var layout: LadderLayout { passages.reduce(into: LadderLayout()) { $0.append($1.layout) } }

  /// The labels of all arrows, which they name by their index in `layout`.
  var arrowLabels: [ArrowLabel] {
    var arrows = 0
    return passages.indices.flatMap { place in
      defer { arrows += passages[place].layout.arrows.count }
      return passages[place].labels.labels.map { label in
        ArrowLabel(
          arrow: label.arrow + arrows, row: label.row + starts[place], column: label.column, lines: label.lines,
          hasNote: label.hasNote)
      }
    }
  }
}

// MARK: - Rows and occurrences

extension Ladder {
  /// The row at which the n-th occurrence of the transcript shows, from **0**; that of a state is where it is named.
  public func row(ofOccurrence index: Int) -> Int {
    guard transcript.indices.contains(index) else { return 0 }
    let place = passages.partition { $0.occurrences.upperBound > index }
    return starts[place] + passages[place].layout.rows[index - passages[place].occurrences.lowerBound]
  }

  /// The row down to which all of the first occurrences are seen: how far to draw once they have happened.
  public func row(afterOccurrences count: Int) -> Int {
    let last = min(count, transcript.count) - 1
    guard last >= 0 else { return 0 }
    let place = passages.partition { $0.occurrences.upperBound > last }
    return starts[place] + passages[place].reach[last - passages[place].occurrences.lowerBound]
  }

  /// How many of the first occurrences are seen when all is drawn down to a row.
  public func occurrences(downTo row: Double) -> Int {
    let place = passages.indices.partition { Double(starts[$0 + 1]) > row }
    guard place < passages.count else { return transcript.count }
    let passage = passages[place]
    return passage.occurrences.lowerBound + passage.reach.partition { Double(starts[place] + $0) > row }
  }

  /// The ways of the segments that set out or end below a row, in the order of departure.
  public func flights(below row: Double) -> [Flight] {
    passages(in: max(0, Int(row))..<height).flatMap { place in
      passages[place].layout.arrows.map { Flight($0, below: starts[place]) }
    }.filter { Double($0.endRow) > row }
  }

  /// The passages that take some of these rows.
  func passages(in rows: Range<Int>) -> Range<Int> {
    let first = passages.indices.partition { starts[$0 + 1] > rows.lowerBound }
    let end = passages.indices.partition { starts[$0] >= rows.upperBound }
    return first..<max(first, end)
  }
}

extension Ladder {
  /// The way of one segment, or the part of it before or after it was held back; **rows** count from the ladder's first.
  public struct Flight: Hashable, Sendable {
    /// The segment's number; nil for an injected one.
    public let number: Int?
    public let startRow: Int
    /// The row of its end; of one under way, that in which it would arrive.
    public let endRow: Int
    /// The row, perhaps in part, to which it comes: of one under way it is that in which it is now.
    public let reach: Double
    /// The row in which it was before it came on, where it had been left under way.
    public var waitingRow: Double {
      Double(startRow) + Double(endRow - startRow) * LadderBuilder.partUnderWay
    }
    public let ending: LadderLayout.Arrow.Ending

    fileprivate init(_ arrow: LadderLayout.Arrow, below row: Int) {
      number = arrow.number
      startRow = arrow.startRow + row
      endRow = arrow.endRow + row
      ending = arrow.ending
      let part = (arrow.reached - arrow.start) / (arrow.end - arrow.start)
      reach = Double(startRow) + Double(endRow - startRow) * part
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first place from which on something holds, by halving; the end where it holds nowhere.
  fileprivate func partition(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
