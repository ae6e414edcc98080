import Simulation
import TCP

/// A breadth-first search under way: what is first found is found on a shortest way.
struct Proof {
  private let model: Model
  private(set) var report = Report()

  private var space: StateSpace
  private var table = StateTable()
  /// From which state, and by which move, each state was first found; the start's means nothing.
  private var origins: [(state: Int32, move: Move)] = []
  /// What can be reached in one step without a fault.
  private var graph = StepGraph()
  /// What pairs of ends break together, and which states they are in.
  private var verdicts: [Verdict] = []
  private var verdictNumbers = NumberTable()
  /// The fewest faults for each pair of states, at `StatePair.index`.
  private var fewest = [Int?](repeating: nil, count: StatePair.all.count)
  private var isEnding = [Bool](repeating: false, count: StatePair.all.count)
  private var told: [Report.Violation.Kind: Int] = [:]

  private struct Verdict {
    let pair: StatePair
    let exclusion: String?
    let law: String?
  }

  init(_ explorer: Explorer) {
    model = explorer.model
    space = StateSpace(model, countsFaults: true, tracksGhosts: false) { deed in
      Invariants.violation(
        by: deed.event, deed.transition, before: deed.before.endpoint.tcb, after: deed.after.endpoint.tcb)
    }
  }

  mutating func run() {
    _ = table.number(of: space.start)
    origins.append((0, .bothRetransmissions))
    meet(space.start, 0)
    var steps: [StateSpace.Step] = []
    var number = 0
    while number < table.count {
      let world = table.worlds[number]
      steps.removeAll(keepingCapacity: true)
      space.steps(from: world, faults: 0...(model.faults - world.faults), into: &steps)
      follow(steps, from: world, Int32(number))
      number += 1
    }
    settle()
    report.states = table.count
    for pair in StatePair.all {
      if let faults = fewest[pair.index] { report.pairs.append(.init(pair: pair, faults: faults)) }
      if isEnding[pair.index] { report.endings.append(pair) }
    }
  }

  private mutating func follow(_ steps: [StateSpace.Step], from world: PackedWorld, _ number: Int32) {
    report.transitions += steps.count
    for step in steps {
      if step.breaches.a != 0 { record(step.breaches.a, by: .a, at: number, step.move) }
      if step.breaches.b != 0 { record(step.breaches.b, by: .b, at: number, step.move) }
      let (target, isNew) = table.number(of: step.world)
      if isNew {
        origins.append((number, step.move))
        meet(step.world, target)
      }
      if step.move.faults == 0 { graph.append(.init(target: target, agents: step.move.agents)) }
    }
    guard graph.endState() == 0 else { return }
    let pair = verdict(on: world).pair
    if pair == StatePair(.closed, .closed), world.channels == 0 {
      isEnding[pair.index] = true
    } else {
      record(.deadlock, "nothing can happen in \(pair)", at: number)
    }
  }

  /// Looks at a state that is new.
  private mutating func meet(_ world: PackedWorld, _ number: Int32) {
    let verdict = verdict(on: world)
    if fewest[verdict.pair.index] ?? .max > world.faults { fewest[verdict.pair.index] = world.faults }
    if let exclusion = verdict.exclusion { record(.excludedPair, exclusion, at: number) }
    if let law = verdict.law { record(.law, law, at: number) }
  }

  private mutating func verdict(on world: PackedWorld) -> Verdict {
    let key = world.ends >> 24
    if let known = verdictNumbers[key] { return verdicts[Int(known)] }
    let ends = space.ends(of: world)
    let endpoints = World(Pair(ends.a.endpoint, ends.b.endpoint))
    let pair = endpoints.states
    let verdict = Verdict(
      pair: pair, exclusion: Exclusion.reason(for: pair).map { "\(pair): \($0)" },
      law: Invariants.violation(in: endpoints))
    verdictNumbers.insert(Int32(verdicts.count), at: key)
    verdicts.append(verdict)
    return verdict
  }

  /// Proves that every state comes to its end without another fault, whatever the order of what happens.
  private mutating func settle() {
    let (endless, farthest) = graph.survey()
    report.longestEnding = farthest
    for trap in FairTraps(graph, among: endless).traps {
      record(.noEnding, "it may go round in \(trap.count) states for ever", at: trap[0])
    }
  }

  private mutating func record(_ breach: Int32, by host: Host, at state: Int32, _ move: Move) {
    record(.law, "\(host): \(space.machines.breaches[Int(breach)])", at: state, move)
  }

  private mutating func record(_ kind: Report.Violation.Kind, _ text: String, at state: Int32, _ last: Move? = nil) {
    report.violationCount += 1
    told[kind, default: 0] += 1
    guard told[kind]! <= Explorer.mostViolations else { return }
    var moves = last.map { [$0] } ?? []
    var state = state
    while state != 0 {
      moves.append(origins[Int(state)].move)
      state = origins[Int(state)].state
    }
    report.violations.append(.init(kind: kind, text: text, trace: model.trace(moves.reversed())))
  }
}
