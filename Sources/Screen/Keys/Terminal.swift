/// Where surfaces are shown and input comes from.
///
/// One is made by the program's entry and handed to the loop; pages never see it. A test brings its own.
public protocol Terminal: AnyObject {
  /// How many cells there are now.
  var size: Size { get }

  /// The time now, by the clocks that deadlines are measured with.
  var now: Moment { get }

  /// Whether clicks and the wheel come as input; may be changed at any time.
  var isMouseOn: Bool { get set }

  /// Shows a surface, and only sends what differs from the one before.
  ///
  /// - Parameters:
  ///   - surface: what to show; cut at the terminal's edges where it is larger.
  ///   - cursor: the cell where text is typed; nil hides the cursor.
  func present(_ surface: Surface, cursor: Point?)

  /// Waits until something comes, without using the processor.
  ///
  /// - Parameters:
  ///   - deadline: when to come back even if nothing does; nil waits for as long as it takes.
  ///   - descriptors: what else can be read from; those that have something, or have ended, come back as readable.
  /// - Returns: **what came**, all of it that is there, but at most ``Wakeup/mostInputs`` inputs; nothing where the
  ///   deadline has passed.
  func wait(until deadline: Moment?, watching descriptors: [Int32]) -> Wakeup

  /// Stops the program as Ctrl-Z does, and comes back when it goes on, with all drawn again.
  func suspend()

  /// Gives the terminal back as it was found; more calls do nothing.
  func close()
}

/// What ended a wait: of everything that can happen, what has happened since the one before.
public struct Wakeup: Hashable, Sendable {
  /// In the order in which they came.
  public var inputs: [Input]
  /// The watched descriptors that can be read from, in the order given.
  public var readable: [Int32]
  /// Why there will be no further wait; it counts before all else.
  public var ending: Ending?

  /// What is typed ahead beyond that many keys is for the next wait, so that a frame is shown between.
  public static let mostInputs = 256

  public init(inputs: [Input] = [], readable: [Int32] = [], ending: Ending? = nil) {
    self.inputs = inputs
    self.readable = readable
    self.ending = ending
  }

  /// Whether only the time has come.
  public var isEmpty: Bool { inputs.isEmpty && readable.isEmpty && ending == nil }
}

/// Why a terminal has no more input.
public enum Ending: Hashable, Sendable {
  /// The terminal is gone.
  case endOfInput
  /// This signal asked the program to end.
  case signal(Int32)
}
