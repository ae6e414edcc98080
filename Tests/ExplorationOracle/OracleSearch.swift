import Exploration
import Simulation
import TCP

/// What `Explorer.explore` does, in the plain way: real worlds, and the machine asked at every step.
///
/// Both must report the same in every field.
package struct OracleSearch {
  private let model: Model
  package private(set) var report = Report()

  /// The number of each state, in the order of finding.
  private var numbers: [WorldKey: Int32] = [:]
  /// From which state, and by which move, each state was first found; nil for the start.
  private var origins: [(state: Int32, move: Move)?] = []
  /// What can be reached in one step without a fault.
  private var graph = StepGraph()
  /// The fewest faults for each pair of states, at `StatePair.index`.
  private var fewest = [Int?](repeating: nil, count: StatePair.all.count)
  private var isEnding = [Bool](repeating: false, count: StatePair.all.count)
  private var told: [Report.Violation.Kind: Int] = [:]

  package init(_ explorer: Explorer) { model = explorer.model }

  package mutating func run() {
    var layer = [model.start]
    numbers[WorldKey(layer[0])] = 0
    origins.append(nil)
    meet(layer[0], 0)
    var first: Int32 = 0
    while !layer.isEmpty {
      var next: [World] = []
      for (offset, world) in layer.enumerated() {
        expand(world, first + Int32(offset), into: &next)
      }
      first += Int32(layer.count)
      layer = next
    }
    settle()
    report.states = origins.count
    for pair in StatePair.all {
      if let faults = fewest[pair.index] { report.pairs.append(.init(pair: pair, faults: faults)) }
      if isEnding[pair.index] { report.endings.append(pair) }
    }
  }

  private mutating func expand(_ world: World, _ number: Int32, into next: inout [World]) {
    var successors: [StepGraph.Edge] = []
    for step in model.steps(from: world) {
      report.transitions += 1
      for (host, event, transition) in step.transitions {
        let (before, after) = (world.endpoints[host].tcb, step.world.endpoints[host].tcb)
        if let text = Invariants.violation(by: event, transition, before: before, after: after) {
          record(.law, "\(host): \(text)", at: number, step.move)
        }
      }
      let key = WorldKey(step.world)
      var target = Int32(origins.count)
      if let known = numbers[key] {
        target = known
      } else {
        numbers[key] = target
        origins.append((number, step.move))
        next.append(step.world)
        meet(step.world, target)
      }
      guard step.move.faults == 0 else { continue }
      successors.append(.init(target: target, agents: step.move.agents))
    }
    for step in successors { graph.append(step) }
    graph.endState()
    guard successors.isEmpty else { return }
    if world.isAtRest {
      isEnding[world.states.index] = true
    } else {
      record(.deadlock, "nothing can happen in \(world.states)", at: number)
    }
  }

  /// Looks at a state that is new.
  private mutating func meet(_ world: World, _ number: Int32) {
    let pair = world.states
    fewest[pair.index] = min(fewest[pair.index] ?? .max, world.faults)
    if let reason = Exclusion.reason(for: pair) { record(.excludedPair, "\(pair): \(reason)", at: number) }
    if let text = Invariants.violation(in: world) { record(.law, text, at: number) }
  }

  /// Proves that every state comes to its end without another fault, whatever the order of what happens.
  private mutating func settle() {
    let (endless, farthest) = graph.survey()
    report.longestEnding = farthest
    for trap in FairTraps(graph, among: endless).traps {
      record(.noEnding, "it may go round in \(trap.count) states for ever", at: trap[0])
    }
  }

  private mutating func record(_ kind: Report.Violation.Kind, _ text: String, at state: Int32, _ last: Move? = nil) {
    report.violationCount += 1
    told[kind, default: 0] += 1
    guard told[kind]! <= Explorer.mostViolations else { return }
    var moves = last.map { [$0] } ?? []
    var state = state
    while let origin = origins[Int(state)] {
      moves.append(origin.move)
      state = origin.state
    }
    report.violations.append(.init(kind: kind, text: text, trace: model.trace(moves.reversed())))
  }
}

extension World {
  /// Whether nothing is left of a connection.
  fileprivate var isAtRest: Bool {
    endpoints.a.state == .closed && endpoints.b.state == .closed && nothingIsUnderWay
  }
}
