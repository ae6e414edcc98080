import Screen

/// The label of one arrow, where it lies.
struct ArrowLabel: Hashable, Sendable {
  /// The arrow's index in the layout.
  let arrow: Int
  let row: Int
  let column: Int
  let lines: [String]
}

/// Where the labels of a passage's arrows lie.
struct ArrowLabels: Sendable {
  /// What lies in a row.
  struct Occupied: Hashable, Sendable {
    let columns: ClosedRange<Int>
    /// The index of the arrow that lies there, −1 for one of the passage above; nil for a label.
    let arrow: Int?
  }

  var labels: [ArrowLabel] = []
  /// The columns at which the length of each cut-out stretch is written.
  var breakColumns: [Int?] = []
  /// Arrows whose label had no room in full, or only where it could be taken for another's.
  var crowded: [Int] = []
  /// The texts of arrows whose label is shortened or left out.
  var abridged: [String] = []
  /// What lies in the last row, which the next passage's labels keep away from.
  var lastRow: [Occupied] = []

  /// - Parameter above: what lies in the last row of the passage before.
  init(_ layout: LadderLayout, above: [Occupied] = [], _ geometry: LadderGeometry, _ options: LadderOptions) {
    var placer = LabelPlacer(layout, above: above, geometry, options)
    placer.placeAll()
    self = placer.result
  }

  init() {}

  static func text(of cut: LadderLayout.Break, _ glyphs: Glyphs) -> String {
    "\(glyphs.axisBreak) \(cut.length.seconds) s"
  }
}
