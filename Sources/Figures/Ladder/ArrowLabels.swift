import Screen

/// The label of one arrow, where it lies.
struct ArrowLabel: Hashable, Sendable {
  /// The arrow's index in the layout.
  let arrow: Int
  let row: Int
  let column: Int
  let lines: [String]
  /// Whether the last line is a note, which stands back.
  var hasNote = false
}

/// Where the labels of a passage's arrows lie.
struct ArrowLabels: Sendable {
  /// What lies in a row.
  struct Occupied: Hashable, Sendable {
    let columns: ClosedRange<Int>
    /// The index of the arrow that lies there; nil for a label.
    let arrow: Int?
  }

  var labels: [ArrowLabel] = []
  /// The words behind the marks of lost segments.
  var losses: [ArrowLabel] = []
  /// The columns at which the length of each cut-out stretch is written.
  var breakColumns: [Int?] = []
  /// Arrows whose label had no room in full.
  var crowded: [Int] = []
  /// The texts of arrows whose label is shortened or left out.
  var abridged: [String] = []

  init(_ layout: LadderLayout, _ geometry: LadderGeometry, _ options: LadderOptions) {
    var placer = LabelPlacer(layout, geometry, options)
    placer.placeAll()
    self = placer.result
  }

  init() {}

  static func text(of cut: LadderLayout.Break) -> String {
    "\(cut.length.seconds) s"
  }
}
