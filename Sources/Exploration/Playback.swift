import Scenario
import Simulation
import TCP

/// Moves being played on a run with a clock, each as lines of a scenario, and compared with what they should do.
struct Playback {
  let settings: Network.Settings
  /// The lines of each move.
  private(set) var lines: [[Counterexample.Line]] = []
  /// The states before the first move, and behind each.
  private(set) var states: [StatePair]

  private let model: Model
  private var world: World
  private var run: Run
  /// The numbers of what the world has under way, and late; nil for what is from before.
  private var towards: Pair<[Int?]> = Pair([], [])
  private var late: Pair<[Int?]>

  init(_ model: Model, _ settings: Network.Settings) {
    self.model = model
    self.settings = settings
    world = model.start
    states = [world.states]
    run = Run(settings)
    late = Pair(world.late.a.map { _ in nil }, world.late.b.map { _ in nil })
  }

  /// Plays the next move.
  ///
  /// - Returns: whether the run did what the move should do, and nothing else.
  mutating func play(_ move: Move) -> Bool {
    guard let step = model.steps(from: world).first(where: { $0.move == move }) else { return false }
    let seen = run.transcript.count
    let actions = perform(move)
    guard run.stop == nil else { return false }
    var timeouts: [Host] = []
    for occurrence in run.transcript[seen...] {
      switch occurrence.kind {
      case .send(_, let number, _): towards[occurrence.host.peer].append(number)
      case .timeout: timeouts.append(occurrence.host)
      case .call, .arrive, .state, .lost, .duplicated, .held, .released, .injected, .signal, .deliver, .crash, .expect:
        break
      }
    }
    guard timeouts.sorted(by: { $0.rawValue < $1.rawValue }) == move.timeouts, agrees(with: step.world) else {
      return false
    }
    let remark = remark(step)
    let telling = actions.lastIndex(where: \.isArrival) ?? actions.count - 1
    lines.append(
      actions.enumerated().map { place, action in .init(action: action, remark: place == telling ? remark : "") })
    world = step.world
    states.append(world.states)
    return true
  }

  private func agrees(with world: World) -> Bool {
    let network = run.network
    return network.inFlight.count == world.towards.a.count + world.towards.b.count
      && Host.allCases.allSatisfy { host in
        EndKey(End(endpoint: network.endpoints[host]), of: host)
          == EndKey(End(endpoint: world.endpoints[host]), of: host)
      }
  }

  /// Has the run do it.
  private mutating func perform(_ move: Move) -> [Action] {
    switch move {
    case .call(let host, let place): return play([.call(host, model.calls[host][Int(place)])])
    case .arrival(let host, let place, let doubled):
      let number = doubled ? towards[host][Int(place)]! : towards[host].remove(at: Int(place))!
      return play(doubled ? [.duplicate(number)] : []) + arrive(number)
    case .loss(let host): return play([.lose(towards[host].removeFirst()!)])
    case .lateness(let host):
      let number = towards[host].removeFirst()!
      late[host].append(number)
      return play([.hold(number)])
    case .lateArrival(let host, let place, let doubled):
      let segment = world.late[host][Int(place)]
      let number = doubled ? late[host][Int(place)] : late[host].remove(at: Int(place))
      guard let number else { return play([.inject(host, segment)]) }
      let released = play([.release(number)] + (doubled ? [.duplicate(number)] : []))
      return released + arrive(number) + play(doubled ? [.hold(number)] : [])
    case .retransmission(let host): return wait(until: due(.retransmission, host))
    case .bothRetransmissions:
      return wait(until: max(due(.retransmission, .a), due(.retransmission, .b)))
    case .timeWait(let host): return play([.waitUntil(host, .closed)])
    }
  }

  private mutating func play(_ actions: [Action]) -> [Action] {
    for action in actions { run.play(action) }
    return actions
  }

  /// The segment arrives: with the next step, if that is just it; else now.
  private mutating func arrive(_ number: Int) -> [Action] {
    var stepped = run
    stepped.play(.step(1))
    let arrivals = stepped.transcript[run.transcript.count...].compactMap { occurrence -> Int? in
      switch occurrence.kind {
      case .arrive(_, let number, _): number
      case .timeout: -1
      case .call, .send, .state, .lost, .duplicated, .held, .released, .injected, .signal, .deliver, .crash, .expect:
        nil
      }
    }
    guard stepped.stop == nil, arrivals == [number] else { return play([.deliver(number)]) }
    run = stepped
    return [.step(1)]
  }

  private func due(_ timer: Timer, _ host: Host) -> Instant {
    run.network.endpoints[host].tcb.timers[timer] ?? run.network.now
  }

  private mutating func wait(until instant: Instant) -> [Action] { play([.wait(instant - run.network.now)]) }

  /// What arrives, and which states are new.
  private func remark(_ step: Step) -> String {
    var parts: [String] = []
    for (host, event, transition) in step.transitions {
      if case .arrival(let segment) = event { parts.append(segment.description) }
      if transition.from != transition.to { parts.append("\(settings.names[host]) \(transition.to)") }
    }
    return parts.joined(separator: "; ")
  }
}

extension Action {
  fileprivate var isArrival: Bool {
    switch self {
    case .step, .deliver, .inject: true
    case .call, .crash, .settle, .wait, .waitUntil, .plan, .lose, .duplicate, .hold, .delay, .release, .overtake,
      .expect:
      false
    }
  }
}

extension Move {
  /// Whose timers fire.
  fileprivate var timeouts: [Host] {
    switch self {
    case .call, .arrival, .loss, .lateness, .lateArrival: []
    case .retransmission(let host), .timeWait(let host): [host]
    case .bothRetransmissions: [.a, .b]
    }
  }
}
