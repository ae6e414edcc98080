import Bilingual
import Simulation
import TCP

/// A scenario that has been read: its settings, and what it does, in order.
public struct Script: Sendable {
  /// The file's name as it was given, for messages.
  public let file: String
  public var settings: Network.Settings
  public var statements: [Statement]

  public init(file: String, settings: Network.Settings = .init(), statements: [Statement] = []) {
    self.file = file
    self.settings = settings
    self.statements = statements
  }
}

/// One line of a script.
public struct Statement: Hashable, Sendable {
  public let action: Action
  public let location: SourceLocation
  /// The line as written, without indentation and comment.
  public let text: String

  init(action: Action, location: SourceLocation, text: String) {
    self.action = action
    self.location = location
    self.text = text
  }

  /// The statement of an action that nobody wrote, as when somebody tries something out: it stands in no line.
  public init(action: Action, names: Pair<String>) {
    self.init(
      action: action, location: SourceLocation(line: 0), text: ActionWriter(names: names).line(of: action))
  }
}

/// What a line does.
public enum Action: Hashable, Sendable {
  case call(Host, Call)
  case crash(Host)
  /// So many arrivals, **1 …**.
  case step(Int)
  case settle
  case wait(Interval)
  case waitUntil(Host, State)
  case plan(Fault)
  /// What happens to a segment in flight, by its number.
  case lose(Int)
  case duplicate(Int)
  case hold(Int)
  case delay(Int, Interval)
  case deliver(Int)
  /// One held segment, or all.
  case release(Int?)
  case overtake
  case inject(Host, Segment)
  case expect(Expectation)
}

/// What a line claims of the run.
public enum Expectation: Hashable, Sendable {
  case states([HostState])
  /// What is not named may be anything.
  case sent(Host, ControlBits, seq: SequenceNumber?, ack: SequenceNumber?, length: Int?)
  case sentNothing(Host)
  case signal(Host, String)
  case inFlight(Int)

  public struct HostState: Hashable, Sendable {
    public let host: Host
    public let state: State

    public init(host: Host, state: State) {
      self.host = host
      self.state = state
    }
  }
}
