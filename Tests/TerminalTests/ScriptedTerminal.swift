import Screen

/// A terminal without one: what comes is written down beforehand, and what is shown is kept.
final class ScriptedTerminal: Terminal {
  let size: Size
  private(set) var now = Moment(nanoseconds: 0, wallSeconds: 0)
  var isMouseOn = true

  /// What has been shown, a frame each time.
  private(set) var frames: [Surface] = []
  /// Until when each wait was to last; nil where it had no deadline.
  private(set) var deadlines: [Moment?] = []
  private(set) var suspensions = 0
  private(set) var closings = 0
  private var script: [Wakeup]

  /// - Parameter script: what each wait ends with, nothing for its deadline; behind the last the terminal is gone.
  init(_ script: [Wakeup], size: Size = Size(columns: 80, rows: 24)) {
    self.script = script
    self.size = size
  }

  func present(_ surface: Surface, cursor: Point?) { frames.append(surface) }

  func wait(until deadline: Moment?, watching descriptors: [Int32]) -> Wakeup {
    deadlines.append(deadline)
    guard !script.isEmpty else { return Wakeup(ending: .endOfInput) }
    let wakeup = script.removeFirst()
    if wakeup.isEmpty, let deadline { now = deadline }
    return wakeup
  }

  func suspend() { suspensions += 1 }
  func close() { closings += 1 }

  /// The rows of a frame.
  func lines(_ index: Int) -> [String] { frames[index].lines }
}

extension Wakeup {
  static func keys(_ keys: Key...) -> Wakeup { Wakeup(inputs: keys.map(Input.key)) }
  /// Only the deadline has come.
  static let time = Wakeup()
}
