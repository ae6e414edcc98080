import Simulation
import TCP

/// A search for a breach under way: by faults and then by moves, so that the first is the simplest.
///
/// A state does not say how many faults it took: what is found with few can do all that it could with more.
struct Search {
  private let question: Question
  /// How many states are looked at, at most.
  private let limit: Int
  private var space: StateSpace
  private var table = StateTable()
  /// From which state, and by which move, each state was first found; the start's means nothing.
  private var origins: [(state: Int32, move: Move)] = []
  /// The states first found with so many faults, after so many moves.
  private var layers: [[Range<Int>]] = []
  /// What can be reached in one step without a fault; kept only for a law about endings.
  private var graph = StepGraph()
  /// Whether pairs of ends break the law: 0 or 1.
  private var verdicts = NumberTable()
  private var unplayable = 0

  /// How many ways to break a law are played in vain at most, to find one that timers allow.
  private static let mostPlayed = 2_000

  init(_ question: Question, limit: Int) {
    self.question = question
    self.limit = limit
    let law = question.law
    space = StateSpace(question.model, countsFaults: false, tracksGhosts: true) { deed in
      guard case .event(let isBreach) = law.test else { return nil }
      return isBreach(deed) ? law.name : nil
    }
  }

  mutating func run() -> Question.Answer {
    for faults in 0...question.faults {
      layers.append([])
      var moves = 0
      while moves == 0 || hasOrigins(faults, moves) {
        if let found = findLayer(faults, moves) { return .found(found, states: table.count) }
        guard table.count <= limit else {
          return .unfinished(faults: faults == 0 ? nil : faults - 1)
        }
        moves += 1
      }
      if let found = findCircle(faults) { return .found(found, states: table.count) }
    }
    return .none(states: table.count, unplayable: unplayable)
  }

  private func hasOrigins(_ faults: Int, _ moves: Int) -> Bool {
    if let last = layers[faults].last, !last.isEmpty { return true }
    return layers[max(0, faults - 2)..<faults].contains { $0.count > moves - 1 }
  }

  /// Finds the states that take so many faults and moves.
  ///
  /// - Returns: a breach, where there is one that can be played.
  private mutating func findLayer(_ faults: Int, _ moves: Int) -> Counterexample? {
    let first = table.count
    defer { layers[faults].append(first..<table.count) }
    if faults == 0, moves == 0 {
      _ = table.number(of: space.start)
      origins.append((0, .bothRetransmissions))
      return isBreach(space.start) ? breach(at: 0) : nil
    }
    guard moves > 0 else { return nil }
    var steps: [StateSpace.Step] = []
    for spent in 0...min(2, faults) where layers[faults - spent].count >= moves {
      for number in layers[faults - spent][moves - 1] where table.count <= limit {
        steps.removeAll(keepingCapacity: true)
        space.steps(from: table.worlds[number], faults: spent...spent, into: &steps)
        if let found = follow(steps, from: Int32(number), spent) { return found }
      }
    }
    return nil
  }

  private mutating func follow(_ steps: [StateSpace.Step], from number: Int32, _ faults: Int) -> Counterexample? {
    for step in steps {
      let (target, isNew) = table.number(of: step.world)
      if isNew { origins.append((number, step.move)) }
      let isBroken = step.breaches != (0, 0) || isNew && isBreach(step.world)
      if isBroken, let found = breach(at: number, step.move) { return found }
      if seeksEnding, faults == 0 { graph.append(.init(target: target, agents: step.move.agents)) }
    }
    guard seeksEnding, faults == 0, graph.endState() == 0 else { return nil }
    guard case .ending(let mustNot) = question.law.test, mustNot(space.ends(of: table.worlds[Int(number)])) else {
      return nil
    }
    return breach(at: number)
  }

  private var seeksEnding: Bool {
    if case .ending = question.law.test { return true }
    return false
  }

  private mutating func isBreach(_ world: PackedWorld) -> Bool {
    guard case .ends(let isBreach) = question.law.test else { return false }
    let key = world.ends >> 24
    if let known = verdicts[key] { return known == 1 }
    let verdict = isBreach(space.ends(of: world))
    verdicts.insert(verdict ? 1 : 0, at: key)
    return verdict
  }

  /// The way to a state, and on by one more move; nil where timers do not allow it.
  private mutating func breach(at state: Int32, _ last: Move? = nil) -> Counterexample? {
    play(way(to: state) + (last.map { [$0] } ?? []))
  }

  private mutating func play(_ moves: [Move], circle: [Move] = []) -> Counterexample? {
    guard unplayable < Self.mostPlayed else { return nil }
    let found = Counterexample(question, moves, circle: circle)
    if found == nil { unplayable += 1 }
    return found
  }

  private func way(to state: Int32) -> [Move] {
    var moves: [Move] = []
    var state = state
    while state != 0 {
      moves.append(origins[Int(state)].move)
      state = origins[Int(state)].state
    }
    return moves.reversed()
  }

  // MARK: - Circles

  /// Where it may go round for ever with what so many faults led to; the simplest that can be played.
  private mutating func findCircle(_ faults: Int) -> Counterexample? {
    guard seeksEnding else { return nil }
    let (endless, _) = graph.survey()
    for trap in FairTraps(graph, among: endless).traps {
      let circle = moves(round: FairCircle(graph, in: trap).states)
      if let found = play(way(to: trap[0]), circle: circle) { return found }
    }
    return nil
  }

  /// The moves from each state to the next.
  private mutating func moves(round states: [Int32]) -> [Move] {
    var steps: [StateSpace.Step] = []
    return zip(states, states.dropFirst()).map { state, next in
      steps.removeAll(keepingCapacity: true)
      space.steps(from: table.worlds[Int(state)], faults: 0...0, into: &steps)
      return steps.first { $0.world == table.worlds[Int(next)] }!.move
    }
  }
}
