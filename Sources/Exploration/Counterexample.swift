import Bilingual
import Scenario
import Simulation
import TCP

/// A run that breaks a law, as lines that `run` plays again.
public struct Counterexample: Sendable {
  /// One line of it, and what it brings about.
  public struct Line: Hashable, Sendable {
    public let action: Action
    /// What arrives, and which states are new; empty where there is nothing to say.
    public let remark: String
  }

  /// How many faults the network makes.
  public let faults: Int
  /// How many moves there are: calls, arrivals, timeouts and faults.
  public let moves: Int
  /// Those of the question; the MSL may be shorter, where 2MSL may end early.
  public let settings: Network.Settings
  public let lines: [Line]
  /// The states of both ends behind the last line.
  public let states: StatePair
  /// What can follow again and again and leads back to those states, for a law about endings; else empty.
  public let circle: [Line]

  /// Plays moves as lines.
  ///
  /// Nil where no settings of time have the timers fire in that order.
  init?(_ question: Question, _ moves: [Move], circle: [Move]) {
    guard let playback = Self.playback(question, moves + circle) else { return nil }
    faults = moves.map(\.faults).reduce(0, +)
    self.moves = moves.count
    settings = playback.settings
    lines = Array(playback.lines[..<moves.count].joined())
    self.circle = Array(playback.lines[moves.count...].joined())
    states = playback.states[moves.count]
  }

  private static func playback(_ question: Question, _ moves: [Move]) -> Playback? {
    for settings in question.playableSettings {
      var playback = Playback(question.model, settings)
      if moves.allSatisfy({ playback.play($0) }) { return playback }
    }
    return nil
  }

  /// The lines of the scenario behind its settings, `expect` included.
  public var script: [String] {
    let writer = ActionWriter(names: settings.names)
    func text(_ line: Line) -> String {
      let text = writer.line(of: line.action)
      guard !line.remark.isEmpty else { return text }
      return text + String(repeating: " ", count: max(1, 28 - text.count)) + "// " + line.remark
    }
    let expectation = "expect \(settings.names.a) \(states.a), \(settings.names.b) \(states.b)"
    guard !circle.isEmpty else { return lines.map(text) + [expectation] }
    return lines.map(text) + [expectation] + circle.map(text) + [expectation]
  }
}

extension Question {
  /// The settings with which a run may be played: its own; where 2MSL may end early, sooner with a shorter MSL.
  fileprivate var playableSettings: [Network.Settings] {
    let lifetimes: [Interval] = [.milliseconds(100), .milliseconds(450), .seconds(2), .seconds(10), .minutes(1)]
    guard timeWaitMayEndEarly else { return [settings] }
    return lifetimes.filter { $0 < settings.endpoints.a.maximumSegmentLifetime }.map { lifetime in
      var settings = settings
      for host in Host.allCases { settings.endpoints[host].maximumSegmentLifetime = lifetime }
      return settings
    } + [settings]
  }
}
