import Testing

@testable import Exploration

/// Ways that go on for ever although nobody who can act stays idle for ever.
@Suite struct `Fair traps` {
  private static let userA = Agents(.user, of: .a)
  private static let userB = Agents(.user, of: .b)
  private static let timer = Agents(.retransmissionTimer, of: .a)

  private func traps(_ steps: [[(Int32, Agents)]]) -> [[Int32]] {
    var graph = StepGraph()
    for successors in steps { graph.append(successors.map { .init(target: $0.0, agents: $0.1) }) }
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
    var graph = StepGraph()
    graph.append([.init(target: 1, agents: Self.userA), .init(target: 3, agents: Self.userA)])
    graph.append([.init(target: 2, agents: Self.userA)])
    graph.append([.init(target: 3, agents: Self.userA)])
    graph.append([])
    let (endless, farthest) = graph.survey()
    #expect(endless == [])
    #expect(farthest == 2)
  }
}
