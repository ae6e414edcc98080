import Bilingual
import Screen
import TCP

/// Where everything stands in the rows above a ladder, counted from each host's outer edge inwards.
///
/// It depends on the room, the run and the language, and not on what the cards say at present; so nothing moves when that
/// changes.
struct CardLayout: Hashable, Sendable {
  /// Where a timer has room.
  struct TimerPlace: Hashable, Sendable {
    /// The rows of its name and of its bar.
    let nameRow: Int
    let barRow: Int
    /// The column at which its room begins, in the row of its bar; where its name has a row of its own, in that too.
    let nameColumn: Int
    let barColumn: Int
    /// The **columns** that its name may take.
    let nameColumns: Int
    /// The cells of its bar, **0 …**.
    let barCells: Int
    let isShort: Bool

    /// The columns of bar and time.
    var columns: Int { barCells + (barCells > 0 ? 1 : 0) + RunningTimer.timeColumns }
  }

  /// The column at which each half begins.
  static let margin = 1
  /// The columns of one half.
  let half: Int
  /// Whether each variable has a row of its own.
  let isTall: Bool
  /// The most that a host's name takes, with a blank at each side.
  let chipColumns: Int
  /// The columns of a value, on which the next label doesn't follow sooner.
  let numberColumns: Int
  /// The blanks between the two variables of a row.
  let gap: Int
  /// Nil where a timer has no room.
  let timer: TimerPlace?

  var rows: Int { isTall ? 3 : 2 }

  /// The columns of a variable: its name, a blank, its value.
  var fieldColumns: Int { Self.labelColumns + numberColumns }
  private static let labelColumns = 8
  private static let widestState = State.allCases.map { DisplayWidth.standard.width(of: $0.description) }.max() ?? 0

  /// - Parameters:
  ///   - columns: those of both halves.
  ///   - nameColumns: those of the longer of the hosts' names.
  ///   - numberColumns: those that the run's numbers take.
  ///   - mayBeTall: whether there is room for a third row; where two have none for the numbers, it is taken in any case.
  init(
    columns: Int, nameColumns: Int, numberColumns: Int, mayBeTall: Bool, language: Language, glyphs: Glyphs
  ) {
    half = columns / 2
    self.numberColumns = numberColumns
    let field = Self.labelColumns + numberColumns
    let spare = half - Self.margin - 2 * field - 1
    isTall = mayBeTall || spare < 1
    gap = spare < 2 ? 1 : 2
    chipColumns = max(0, min(nameColumns + 2, half - Self.margin - Self.widestState - 3))
    // In each row, the column behind what stands there always.
    let first = Self.margin + chipColumns + 1 + Self.widestState + 1
    let others = Self.margin + (isTall ? field : 2 * field + gap) + (isTall ? 2 : 1)
    timer = Self.timerPlace(
      behind: isTall ? [first, others, others] : [first, others], half: half, language, glyphs)
  }

  /// The best place that there is for a timer: in one line, else its name above its bar, else with a shorter name, at last
  /// without a bar.
  private static func timerPlace(
    behind columns: [Int], half: Int, _ language: Language, _ glyphs: Glyphs
  ) -> TimerPlace? {
    let full = Timer.allCases.map { glyphs.width(of: $0.name[language]) }.max() ?? 0
    let short = Timer.allCases.map { glyphs.width(of: $0.shortName[language]) }.max() ?? 0
    let most = columns.count > 2 ? 8 : 6
    let rooms = columns.map { half - $0 - 1 }
    func line(_ row: Int, _ name: Int, atLeast least: Int) -> TimerPlace? {
      let room = rooms[row] - name - 1 - RunningTimer.timeColumns
      let cells = least == 0 ? 0 : min(most, room - 1)
      guard room >= 0, cells >= least else { return nil }
      return TimerPlace(
        nameRow: row, barRow: row, nameColumn: columns[row], barColumn: columns[row] + name + 1, nameColumns: name,
        barCells: cells, isShort: name == short)
    }
    func stacked(_ row: Int) -> TimerPlace? {
      let cells = min(most, rooms[row + 1] - 1 - RunningTimer.timeColumns)
      guard rooms[row] >= full, cells >= 4 else { return nil }
      let column = max(columns[row], columns[row + 1])
      guard half - column - 1 >= full else { return nil }
      return TimerPlace(
        nameRow: row, barRow: row + 1, nameColumn: column, barColumn: columns[row + 1], nameColumns: full,
        barCells: cells, isShort: false)
    }
    return line(1, full, atLeast: 4) ?? stacked(columns.count - 2) ?? line(0, full, atLeast: 3)
      ?? line(0, short, atLeast: 3) ?? line(0, short, atLeast: 0)
  }
}
