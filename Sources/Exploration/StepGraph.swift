/// The steps between states that take no fault.
package struct StepGraph {
  package struct Edge {
    let target: Int32
    let agents: Agents

    package init(target: Int32, agents: Agents) {
      (self.target, self.agents) = (target, agents)
    }
  }

  /// Where the steps from each state begin in `edges`; one more at the end.
  private var starts: [Int] = [0]
  private var edges: [Edge] = []

  package init() {}

  package var count: Int { starts.count - 1 }

  /// Adds a step from the next state; states are numbered from 0 in the order of adding.
  package mutating func append(_ step: Edge) { edges.append(step) }

  /// Ends the next state, which has the steps added since the last.
  ///
  /// - Returns: how many.
  @discardableResult
  package mutating func endState() -> Int {
    starts.append(edges.count)
    return edges.count - starts[starts.count - 2]
  }

  /// The steps from a state.
  package func successors(of state: Int32) -> ArraySlice<Edge> { edges[starts[Int(state)]..<starts[Int(state) + 1]] }

  /// The states from which an infinite way may start: those that are left when a state goes as soon as all that
  /// follow it have gone.
  ///
  /// - Returns: them, in order; and the longest shortest way from a state to one without successors, **steps**.
  package func survey() -> (endless: [Int32], farthest: Int) {
    if let farthest = farthestWithoutCircles() { return ([], farthest) }
    let reversed = self.reversed()
    var open = (0..<count).map { starts[$0 + 1] - starts[$0] }
    var gone = (0..<Int32(count)).filter { open[Int($0)] == 0 }
    var distances = [Int](repeating: -1, count: count)
    for state in gone { distances[Int(state)] = 0 }
    var near = gone
    var next = 0
    while next < gone.count {
      for origin in reversed.origins(of: gone[next]) {
        open[Int(origin)] -= 1
        if open[Int(origin)] == 0 { gone.append(origin) }
      }
      next += 1
    }
    next = 0
    while next < near.count {
      for origin in reversed.origins(of: near[next]) where distances[Int(origin)] < 0 {
        distances[Int(origin)] = distances[Int(near[next])] + 1
        near.append(origin)
      }
      next += 1
    }
    return ((0..<Int32(count)).filter { open[Int($0)] > 0 }, distances.max() ?? 0)
  }

  /// The longest shortest way to a state without successors, where no way leads back to where it was; else nil.
  private func farthestWithoutCircles() -> Int? {
    let (new, open): (Int32, Int32) = (-1, -2)
    var distances = [Int32](repeating: new, count: count)
    var path: [(state: Int32, next: Int)] = []
    var farthest: Int32 = 0
    for root in 0..<Int32(count) where distances[Int(root)] == new {
      distances[Int(root)] = open
      path.append((root, starts[Int(root)]))
      while let (state, next) = path.last {
        if next < starts[Int(state) + 1] {
          path[path.count - 1].next += 1
          let target = edges[next].target
          if distances[Int(target)] == open { return nil }
          guard distances[Int(target)] == new else { continue }
          distances[Int(target)] = open
          path.append((target, starts[Int(target)]))
        } else {
          path.removeLast()
          var distance: Int32 = starts[Int(state)] == starts[Int(state) + 1] ? 0 : .max
          for edge in successors(of: state) { distance = min(distance, distances[Int(edge.target)] + 1) }
          distances[Int(state)] = distance
          farthest = max(farthest, distance)
        }
      }
    }
    return Int(farthest)
  }

  private struct Reversed {
    /// Where the origins of each state begin in `states`; one more at the end.
    var starts: [Int]
    var states: [Int32]

    func origins(of state: Int32) -> ArraySlice<Int32> { states[starts[Int(state)]..<starts[Int(state) + 1]] }
  }

  /// The same steps, sorted by where they lead.
  private func reversed() -> Reversed {
    var places = [Int](repeating: 0, count: count + 1)
    for edge in edges { places[Int(edge.target) + 1] += 1 }
    for state in 0..<count { places[state + 1] += places[state] }
    var free = places
    var origins = [Int32](repeating: 0, count: edges.count)
    for state in 0..<Int32(count) {
      for edge in successors(of: state) {
        origins[free[Int(edge.target)]] = state
        free[Int(edge.target)] += 1
      }
    }
    return Reversed(starts: places, states: origins)
  }
}
