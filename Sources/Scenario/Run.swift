import Bilingual
import Simulation
import TCP

/// A script being played, or played to its end: a value, so that a copy is "what if".
public struct Run: Sendable {
  public let file: String
  public internal(set) var network: Network
  /// Expectations that did not hold, in order.
  public internal(set) var failures: [Diagnostic] = []
  /// Why the run stopped before its end; nil if it did not.
  public private(set) var stop: Diagnostic?
  /// Where in the transcript the last `step`, `settle` or `wait` began.
  var windowStart = 0
  var amounts = Amounts()

  public init(_ settings: Network.Settings = .init(), file: String = "") {
    self.file = file
    network = Network(settings)
  }

  /// Plays a script to its end, or to where it can't go on.
  public init(playing script: Script) {
    self.init(script.settings, file: script.file)
    for statement in script.statements { play(statement) }
  }

  public var transcript: Transcript { network.transcript }

  /// Whether it came to its end and every expectation held.
  public var isSound: Bool { failures.isEmpty && stop == nil }

  /// Plays one statement; does nothing once the run has stopped.
  public mutating func play(_ statement: Statement) {
    attempt(statement) { run throws(Problem) in try run.perform(statement) }
  }

  /// Plays one action that no line of a script asked for, as when somebody tries something out.
  public mutating func play(_ action: Action) {
    play(Statement(action: action, names: network.settings.names))
  }

  /// Goes on, by arrivals and timers, until something that is waited for happens, or nothing more will.
  public mutating func playOn(until isAwaited: (Occurrence) -> Bool) {
    attempt(Statement(action: .settle, names: network.settings.names)) { run throws(Problem) in
      var seen = run.transcript.count
      while try run.advance(to: nil) != nil {
        if run.transcript[seen...].contains(where: isAwaited) { return }
        seen = run.transcript.count
      }
    }
  }

  private mutating func attempt(_ statement: Statement, _ deed: (inout Run) throws(Problem) -> Void) {
    guard stop == nil else { return }
    do throws(Problem) {
      try deed(&self)
    } catch {
      stop = diagnostic(error, statement)
    }
  }

  func diagnostic(_ problem: Problem, _ statement: Statement) -> Diagnostic {
    Diagnostic(
      file: file, location: statement.location,
      sourceLine: String(repeating: " ", count: max(0, statement.location.column - 1)) + statement.text,
      message: problem.message, hint: problem.hint)
  }

  /// Supposes something of what a host does next, to see where a wrong belief leads: see `Network.suppose`.
  public mutating func suppose(_ supposition: Supposition, of host: Host, from event: Int32? = nil) {
    network.suppose(supposition, of: host, from: event)
  }
}

/// Why a statement can't be carried out, or does not hold.
struct Problem: Error {
  var message: Localized
  var hint: Localized?
}

// MARK: - Places

extension Run {
  /// A moment of a run, to which it can go back: the run without its transcript, which only grew since.
  public struct Place: Sendable {
    let network: Network.Place
    /// How much had happened, in **occurrences**.
    public var count: Int { network.count }
    let failureCount: Int
    let stop: Diagnostic?
    let windowStart: Int
    let amounts: Amounts
  }

  /// Where the run is.
  public var place: Place {
    Place(
      network: network.place, failureCount: failures.count, stop: stop, windowStart: windowStart, amounts: amounts)
  }

  /// Goes back to where this run once was.
  public mutating func go(back place: Place) {
    network.go(back: place.network)
    failures.removeLast(failures.count - place.failureCount)
    stop = place.stop
    windowStart = place.windowStart
    amounts = place.amounts
  }
}
