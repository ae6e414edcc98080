/// How far a ladder has come: what of it is to be seen, in **rows**, whole or in part, 0 … height − 1.
public struct LadderMoment: Hashable, Sendable {
  /// The row to which segments have come.
  public var segments: Double
  /// The row down to which all shows that has happened.
  ///
  /// It lies above that of the segments where one has arrived, and nothing has come of it yet.
  public var effects: Double
  /// The row down to which nothing is new any more; a state that shows below it has just been entered.
  public var settled: Double

  public init(segments: Double, effects: Double, settled: Double) {
    self.segments = segments
    self.effects = effects
    self.settled = settled
  }

  /// Everything down to a row, and nothing of it new.
  public init(_ row: Double) { self.init(segments: row, effects: row, settled: row) }

  /// The same moment where rows are counted from another one.
  func counted(from row: Int) -> LadderMoment {
    LadderMoment(
      segments: segments - Double(row), effects: effects - Double(row), settled: settled - Double(row))
  }
}
