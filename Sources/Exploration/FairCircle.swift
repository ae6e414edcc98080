/// A way round in a trap on which everybody acts who can: it may be gone for ever, and is fair.
struct FairCircle {
  /// The states on the way, which begins and ends in the trap's first.
  private(set) var states: [Int32]

  private let graph: StepGraph
  private let trap: Set<Int32>

  /// - Parameters:
  ///   - graph: all steps without a fault.
  ///   - trap: states that hang together, in order, as `FairTraps` finds them.
  init(_ graph: StepGraph, in trap: [Int32]) {
    self.graph = graph
    self.trap = Set(trap)
    states = [trap[0]]
    var idle: Agents = []
    for state in trap {
      for edge in graph.successors(of: state) where self.trap.contains(edge.target) { idle.formUnion(edge.agents) }
    }
    while !idle.isEmpty {
      idle.subtract(walk { !$0.agents.isDisjoint(with: idle) })
    }
    if states.last != trap[0] { _ = walk { $0.target == trap[0] } }
  }

  /// Walks the shortest way that ends with a wanted step.
  ///
  /// - Returns: who has acted on it.
  private mutating func walk(to isWanted: (StepGraph.Edge) -> Bool) -> Agents {
    var origins: [Int32: Int32] = [:]
    var queue = [states.last!]
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      for edge in graph.successors(of: state) where trap.contains(edge.target) {
        if isWanted(edge) {
          var way = [edge.target, state]
          while way.last != queue[0] { way.append(origins[way.last!]!) }
          states += way.reversed().dropFirst()
          return edge.agents
        }
        if edge.target != queue[0], origins[edge.target] == nil {
          origins[edge.target] = state
          queue.append(edge.target)
        }
      }
    }
    preconditionFailure("the states of a trap hang together")
  }
}
