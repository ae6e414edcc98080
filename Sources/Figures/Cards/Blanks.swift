import Simulation

/// What of a run a drawing leaves blank, because a question that is open asks for it.
public struct Blanks: Hashable, Sendable {
  /// Whose state is asked for: its present one, and on the rail all.
  public var states: Set<Host> = []
  /// Whose SND.NXT gives the answer.
  public var sendNext: Set<Host> = []
  /// Whose RCV.NXT gives the answer.
  public var receiveNext: Set<Host> = []
  /// Whose timers are asked for.
  public var timers: Set<Host> = []

  /// What stands in the place of what is asked for.
  public static let mark = "?"

  public init() {}
}
