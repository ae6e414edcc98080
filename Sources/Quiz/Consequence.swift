import Bilingual
import Scenario
import Simulation
import TCP

/// What would come of a wrong answer if somebody acted on it: the same run, with one end that believes so.
public struct Consequence: Sendable {
  /// Up to where the answer comes true: its segment is on its way, or the end is in its state.
  public let before: Run
  /// Gone on from there: what is on its way arrives, and behind a wrong state each end sends a byte.
  public let after: Run
  /// The number of the segment that the answer has sent; nil where it has sent none.
  public let segment: Int?
  private let ending: Ending

  /// In a sentence: each end's state where it comes to rest, whether there is a connection, and what it would take to
  /// recover.
  public func ending(_ notation: NumberNotation = .absolute) -> Localized { ending.text(notation) }
}

extension Question {
  /// What would come of an answer.
  ///
  /// - Returns: nil for the key, for an answer that no end can act on, and for the state in a prediction while segments
  ///   are under way: what they bring about is still to be asked.
  public func consequence(of answer: Answer) -> Consequence? {
    guard !isCorrect(answer), let supposition = solution.supposition(answer) else { return nil }
    if case .isIn = supposition, !tellsSituation, !run.network.inFlight.isEmpty { return nil }
    return Consequence(of: supposition, in: solution)
  }
}

extension Solution {
  /// What an end believes that answers so; nil where no end can act on it.
  fileprivate func supposition(_ answer: Answer) -> Supposition? {
    switch answer {
    case .segment, .fields:
      guard let given = segment(givenBy: answer) else { return nil }
      return key == .nothing ? .adds(given) : .sends(given)
    case .nothing: return segment == nil ? nil : .sendsNothing
    case .state(let state): return .isIn(state)
    case .path, .pair, .bits, .hosts, .quantity, .timer, .signals, .rule, .step, .option, .several, .order: return nil
    }
  }
}

extension Consequence {
  /// How many arrivals are played; more is a circle.
  private static let longest = 16

  /// - Returns: nil where it does not come true.
  fileprivate init?(of supposition: Supposition, in solution: Solution) {
    guard let decisive = solution.decisive else { return nil }
    let event = solution.after.transcript[decisive].event
    guard let (before, rest) = solution.route.played(supposing: supposition, of: solution.host, at: event) else {
      return nil
    }
    var after = before
    for statement in rest { after.playOrLeave(statement) }
    after.settle(within: Self.longest)
    switch supposition {
    case .isIn:
      // A SEND from LISTEN would be an active OPEN.
      for host in Host.allCases where after.network.inFlight.isEmpty && after.network.state(of: host) != .listen {
        after.playOrLeave(.call(host, .send(octets: 1)))
        after.settle(within: Self.longest)
      }
      segment = nil
    case .sends, .adds:
      segment = before.transcript.lazy.filter { $0.event == event && $0.host == solution.host }.compactMap(\.sent).first
    case .sendsNothing: segment = nil
    }
    self.before = before
    self.after = after
    ending = Ending(of: after, since: before.transcript.count, insteadOf: solution)
  }
}

/// The way to an answer: where it begins, and the lines that are played.
struct Route: Sendable {
  var start: Run
  var statements: [Statement]

  /// The way once more, up to where something supposed of a host comes true.
  ///
  /// - Returns: the run up to there and the lines that are left; nil where the run ends before.
  func played(supposing supposition: Supposition, of host: Host, at event: Int32) -> (run: Run, rest: [Statement])? {
    var run = start
    run.suppose(supposition, of: host, from: event)
    for (place, statement) in statements.enumerated() {
      var next = run
      next.play(statement)
      guard next.lastEvent >= event else {
        run = next
        continue
      }
      // What claims something of the run claims it of the true one.
      let rest = statements[place...].filter { if case .expect = $0.action { false } else { true } }
      switch statement.action {
      case .settle:
        run.playOn { $0.event >= event }
        return (run, rest)
      case .step, .wait, .waitUntil:
        run.playOn { $0.event >= event }
        return (run, Array(rest.dropFirst()))
      case .call, .crash, .plan, .lose, .duplicate, .hold, .delay, .release, .deliver, .overtake, .inject, .expect:
        return (next, Array(rest.dropFirst()))
      }
    }
    // The answer lies beyond the lines.
    run.playOn { $0.event >= event }
    return run.lastEvent >= event ? (run, []) : nil
  }
}

extension Run {
  fileprivate var lastEvent: Int32 { transcript.last?.event ?? 0 }

  /// Plays a line, unless it can't be carried out in this run.
  fileprivate mutating func playOrLeave(_ statement: Statement) {
    var next = self
    next.play(statement)
    if next.stop == nil { self = next }
  }

  fileprivate mutating func playOrLeave(_ action: Action) {
    playOrLeave(Statement(action: action, names: network.settings.names))
  }

  /// Has what is on its way arrive, so many segments at the most.
  fileprivate mutating func settle(within count: Int) {
    for _ in 0..<count where !network.inFlight.isEmpty { play(.step(1)) }
  }
}

extension Occurrence {
  /// The number of the segment that is sent; nil where something else happens.
  fileprivate var sent: Int? {
    if case .send(_, let number, _) = kind { number } else { nil }
  }
}
