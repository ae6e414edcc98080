import Simulation

/// A part of a ladder that is laid out by itself, between two quiet moments: its rows count from its own first.
struct Passage: Sendable {
  /// Those of the transcript that it shows.
  let occurrences: Range<Int>
  let layout: LadderLayout
  let labels: ArrowLabels
  /// The last row that the first occurrences take, for each number of them from **1**.
  let reach: [Int]
  /// What the passage below has to know.
  let carried: Carried

  /// Lays out the part of a run that begins at a place.
  ///
  /// Where labels find no room, some is made; nothing above the passage moves for that, and nothing below counts.
  ///
  /// - Parameter previous: the passage above; nil for the first.
  init(of transcript: Transcript, below previous: Passage?, _ geometry: LadderGeometry, _ options: LadderOptions) {
    let start = previous?.occurrences.upperBound ?? 0
    func builder(_ room: [Int: ExtraRoom]) -> LadderBuilder {
      LadderBuilder(
        transcript, from: start, previous?.carried ?? Carried(), margin: geometry.margin, options: options, room: room)
    }
    var room: [Int: ExtraRoom] = [:]
    var first = builder(room)
    let end = first.build()
    var layout = first.layout
    var labels = ArrowLabels(layout, geometry, options)
    for _ in 0..<Self.attempts {
      guard !labels.crowded.isEmpty else { break }
      for arrow in labels.crowded { room[arrow, default: ExtraRoom()].slope += 1 }
      for arrow in layout.followingClosely(labels.crowded) { room[arrow, default: ExtraRoom()].gap += 1 }
      var roomier = builder(room)
      _ = roomier.build(upTo: end)
      let roomierLabels = ArrowLabels(roomier.layout, geometry, options)
      guard roomierLabels.crowded.count < labels.crowded.count else { continue }
      (layout, labels) = (roomier.layout, roomierLabels)
    }
    occurrences = start..<end
    carried = first.carried
    self.layout = layout
    self.labels = labels
    var last = 0
    reach = layout.rows.map { row in
      last = max(last, row)
      return last
    }
  }

  /// How often room is made for labels that have none, before they are shortened.
  private static let attempts = 8
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
