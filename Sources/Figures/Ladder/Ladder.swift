import Screen
import Simulation

/// A run as a ladder diagram: time flows down between two axes, and each segment is an arrow that slopes.
///
/// Segments that are under way together cross; a lost one ends half way; one that was held back ends before a wall and
/// goes on from there. All is laid out once; drawing then shows any part of it, up to any row, so an animation has
/// only to raise that row.
///
/// ```
///              client                                           server
/// ───────────────┬────────────────────────────────────────────────┬───────────────
///         CLOSED │                                                │ CLOSED
///      (CONNECT) │⠒⠢⠤⠤⢄⣀⣀  SYN seq=100                            │ (LISTEN)
///       SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │ LISTEN
///                │                  ⠈⠉⠉⠒⠒⠒⠤⠤⠤⣀⣀⡀                  │
///                │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │
///                │                                         ⠉⠉⠑⠒⠒⠢▶│ SYN-RECEIVED
/// ```
public struct Ladder: Sendable {
  public let names: Pair<String>
  public let options: LadderOptions
  /// The rows of everything, for drawings of other kinds.
  public let layout: LadderLayout
  let geometry: LadderGeometry
  let arrowLabels: ArrowLabels

  /// Lays out a run.
  ///
  /// - Parameters:
  ///   - transcript: the run from its beginning on.
  ///   - columns: the **columns** that there are; a ladder takes 60 … 100.
  public init(_ transcript: Transcript, names: Pair<String>, columns: Int = 80, options: LadderOptions = .init()) {
    self.names = names
    self.options = options
    geometry = LadderGeometry(columns: columns)
    var room: [Int: ExtraRoom] = [:]
    var layout = LadderLayout(transcript, margin: geometry.margin, options: options, room: room)
    var labels = ArrowLabels(layout, geometry, options)
    for _ in 0..<Self.attempts {
      guard !labels.crowded.isEmpty else { break }
      for arrow in labels.crowded { room[arrow, default: ExtraRoom()].slope += 1 }
      for arrow in layout.followingClosely(labels.crowded) { room[arrow, default: ExtraRoom()].gap += 1 }
      let roomier = LadderLayout(transcript, margin: geometry.margin, options: options, room: room)
      let roomierLabels = ArrowLabels(roomier, geometry, options)
      guard roomierLabels.crowded.count <= labels.crowded.count else { continue }
      (layout, labels) = (roomier, roomierLabels)
    }
    self.layout = layout
    arrowLabels = labels
  }

  /// How often room is made for labels that have none, before they are shortened.
  private static let attempts = 8

  /// How many columns it takes, **60 … 100**; more are left free to both sides, fewer cut off its right.
  public var columns: Int { geometry.columns }

  /// How many rows it takes, **1 …**.
  public var height: Int { layout.height }

  /// The labels, in full, of arrows that are too crowded to bear them; to be told beside or below the ladder.
  public var abridged: [String] { arrowLabels.abridged }

  /// The row at which the n-th occurrence of the transcript shows, from **0**; that of a state is where it is named.
  public func row(ofOccurrence index: Int) -> Int {
    layout.rows.indices.contains(index) ? layout.rows[index] : 0
  }

  /// The row down to which all of the first occurrences are seen: how far to draw once they have happened.
  public func row(afterOccurrences count: Int) -> Int {
    layout.rows.prefix(max(0, count)).max() ?? 0
  }
}

extension LadderLayout {
  /// The arrows among these that leave a host's side right below another.
  fileprivate func followingClosely(_ indices: [Int]) -> [Int] {
    var departures = Pair(Set<Int>(), Set<Int>())
    for arrow in arrows { departures[arrow.from].insert(arrow.startRow) }
    return indices.filter { index in
      let arrow = arrows[index]
      return [1, 2].contains { departures[arrow.from].contains(arrow.startRow - $0) }
    }
  }
}
