/// Where surfaces are shown and input comes from.
///
/// One is made by the program's entry and handed to the loop; screens never see it. A test brings its own.
public protocol Terminal {
  /// How many cells there are now.
  var size: Size { get }

  /// Shows a surface, and only sends what differs from the one before.
  ///
  /// - Parameters:
  ///   - surface: what to show; cut at the terminal's edges where it is larger.
  ///   - cursor: the cell where text is typed; nil hides the cursor.
  mutating func present(_ surface: Surface, cursor: Point?)

  /// Waits for input, without using the processor.
  ///
  /// - Parameter timeoutMilliseconds: the longest wait, 0 or more; nil waits for as long as it takes.
  /// - Returns: **one input**; ``Input/timeout`` when the wait is over.
  mutating func read(timeoutMilliseconds: Int?) -> Input

  /// Stops the program as Ctrl-Z does, and comes back when it goes on, with all drawn again.
  mutating func suspend()

  /// Gives the terminal back as it was found; more calls do nothing.
  mutating func close()
}
