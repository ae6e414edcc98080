import Testing

@testable import Exploration

/// Ways that go on for ever although nobody who can act stays idle for ever.
@Suite struct `Fair traps` {
  private static let userA = Agents(.user, of: .a)
  private static let userB = Agents(.user, of: .b)
  private static let timer = Agents(.retransmissionTimer, of: .a)

  private func graph(_ steps: [[(Int32, Agents)]]) -> StepGraph {
    var graph = StepGraph()
    for successors in steps {
      for (target, agents) in successors { graph.append(.init(target: target, agents: agents)) }
      graph.endState()
    }
    return graph
  }

  private func traps(_ steps: [[(Int32, Agents)]]) -> [[Int32]] {
    let graph = graph(steps)
    return FairTraps(graph, among: graph.survey().endless).traps
  }

  @Test func `are none where every way ends`() {
    #expect(traps([[(1, Self.userA), (2, Self.userB)], [(2, Self.userB)], []]) == [])
  }

  @Test func `are circles that nothing leads out of`() {
    #expect(traps([[(1, Self.userA)], [(2, Self.timer)], [(1, Self.timer)]]) == [[1, 2]])
    #expect(traps([[(0, Self.timer)]]) == [[0]])
  }

  @Test func `are circles that are left only by who acts in them as well`() {
    #expect(traps([[(1, Self.timer)], [(0, Self.timer), (2, Self.timer)], []]) == [[0, 1]])
  }

  @Test func `are not circles that are left by somebody who waits in them`() {
    #expect(traps([[(1, Self.timer)], [(0, Self.timer), (2, Self.userA)], []]) == [])
  }

  @Test func `may be a part of a circle: round where the one who waits can't act`() {
    // 0 and 1 and 2 hang together; b can leave from 0, but 1 and 2 go round without 0.
    let steps: [[(Int32, Agents)]] = [
      [(1, Self.timer), (3, Self.userB)], [(2, Self.timer)], [(1, Self.timer), (0, Self.timer)], [],
    ]
    #expect(traps(steps) == [[1, 2]])
  }

  @Test func `are found each for itself, in order`() {
    let steps: [[(Int32, Agents)]] = [
      [(1, Self.userA), (3, Self.userB)], [(2, Self.timer)], [(1, Self.timer)], [(3, Self.timer)],
    ]
    #expect(traps(steps) == [[1, 2], [3]])
  }

  @Test func `A survey tells how far the end is`() {
    let chain = graph([[(1, Self.userA), (3, Self.userA)], [(2, Self.userA)], [(3, Self.userA)], []])
    #expect(chain.survey().endless == [])
    #expect(chain.survey().farthest == 2)
    let circle = graph([[(1, Self.userA)], [(0, Self.userA), (2, Self.userA)], [(3, Self.userA)], []])
    #expect(circle.survey().endless == [0, 1])
    #expect(circle.survey().farthest == 3)
  }
}
