/// Looks for ways that go on for ever although nobody who can act stays idle for ever.
///
/// Such a way comes, in the end, to visit the same states again and again. They hang together in circles; and
/// whoever can act in one of them acts on a step between two of them. Where somebody can act only by leaving, the way
/// can't visit the state where he can, and what is left without those states is looked at in the same manner.
///
/// - Note: Source: the emptiness check of Streett automata; the circles are found as R. Tarjan does (Depth-first
///   search and linear graph algorithms, 1972).
package struct FairTraps {
  private let graph: StepGraph
  /// Which part of the graph each state belongs to; 0 for those that are out.
  private var parts: [Int32]
  private var lastPart: Int32 = 0
  /// The traps found, each with its states in order.
  package private(set) var traps: [[Int32]] = []

  /// - Parameters:
  ///   - graph: all steps without a fault.
  ///   - endless: the states from which an infinite way may start, in order.
  package init(_ graph: StepGraph, among endless: [Int32]) {
    self.graph = graph
    parts = Array(repeating: 0, count: graph.count)
    var work = circles(among: endless)
    while let circle = work.popLast() {
      let leavers = idle(in: circle)
      if leavers.isEmpty {
        traps.append(circle.sorted())
      } else {
        work += circles(among: circle.filter { able(at: $0).isDisjoint(with: leavers) })
      }
    }
    traps.sort { $0[0] < $1[0] }
  }

  private func able(at state: Int32) -> Agents {
    graph.successors(of: state).reduce(into: []) { $0.formUnion($1.agents) }
  }

  /// Who can act in the circle, but not without leaving it.
  private mutating func idle(in circle: [Int32]) -> Agents {
    lastPart += 1
    for state in circle { parts[Int(state)] = lastPart }
    var able: Agents = []
    var acting: Agents = []
    for state in circle {
      for edge in graph.successors(of: state) {
        able.formUnion(edge.agents)
        if parts[Int(edge.target)] == lastPart { acting.formUnion(edge.agents) }
      }
    }
    for state in circle { parts[Int(state)] = 0 }
    return able.subtracting(acting)
  }

  /// The largest sets of states of which each leads to each, by at least one step.
  private mutating func circles(among states: [Int32]) -> [[Int32]] {
    lastPart += 1
    for state in states { parts[Int(state)] = lastPart }
    var finder = CircleFinder(successors: [:])
    for state in states {
      finder.successors[state] = graph.successors(of: state).map(\.target).filter { parts[Int($0)] == lastPart }
    }
    for state in states { finder.visit(from: state) }
    for state in states { parts[Int(state)] = 0 }
    return finder.circles
  }
}

/// Tarjan's search, without recursion.
private struct CircleFinder {
  var successors: [Int32: [Int32]]
  private(set) var circles: [[Int32]] = []

  private var order: [Int32: Int] = [:]
  private var low: [Int32: Int] = [:]
  private var stack: [Int32] = []
  private var isOnStack: Set<Int32> = []

  init(successors: [Int32: [Int32]]) { self.successors = successors }

  mutating func visit(from root: Int32) {
    guard order[root] == nil else { return }
    var path: [(state: Int32, next: Int)] = []
    enter(root, &path)
    while let (state, next) = path.last {
      if next < successors[state]!.count {
        path[path.count - 1].next += 1
        let target = successors[state]![next]
        if order[target] == nil {
          enter(target, &path)
        } else if isOnStack.contains(target) {
          low[state] = min(low[state]!, order[target]!)
        }
      } else {
        path.removeLast()
        if let parent = path.last?.state { low[parent] = min(low[parent]!, low[state]!) }
        if low[state] == order[state] { close(state) }
      }
    }
  }

  private mutating func enter(_ state: Int32, _ path: inout [(state: Int32, next: Int)]) {
    order[state] = order.count
    low[state] = order[state]
    stack.append(state)
    isOnStack.insert(state)
    path.append((state, 0))
  }

  /// Takes off the stack what hangs together with `state`.
  private mutating func close(_ state: Int32) {
    var circle: [Int32] = []
    repeat {
      circle.append(stack.removeLast())
      isOnStack.remove(circle.last!)
    } while circle.last != state
    if circle.count > 1 || successors[state]!.contains(state) { circles.append(circle) }
  }
}
