import TCP
import Testing

@testable import Exploration

@Suite struct `Pairs of states that can't arise` {
  @Test func `are excluded both ways round`() {
    for pair in StatePair.all {
      #expect(Exclusion.reason(for: pair) == Exclusion.reason(for: StatePair(pair.b, pair.a)), "\(pair)")
    }
  }

  @Test func `have a reason, and no two reasons are needed for one`() {
    #expect(Exclusion.all.allSatisfy { !$0.reason.isEmpty && !$0.states.isEmpty && !$0.peers.isEmpty })
    for (place, exclusion) in Exclusion.all.enumerated() {
      let others = Exclusion.all.enumerated().filter { $0.offset != place }.map(\.element)
      let own = StatePair.all.filter { pair in
        exclusion.excludes(pair) && !others.contains { $0.excludes(pair) }
      }
      #expect(!own.isEmpty, "\(exclusion.reason) excludes nothing that the others do not")
    }
  }

  /// What is neither excluded nor arises from any root is known by name.
  @Test func `are all there are, but for those that only time rules out`() {
    var arises = Set<StatePair>()
    for root in Root.allCases {
      for arising in Explorer(root: root, faults: 1).explore().pairs {
        arises.insert(arising.pair)
        arises.insert(StatePair(arising.pair.b, arising.pair.a))
      }
    }
    let open = StatePair.all.filter { $0.index <= StatePair($0.b, $0.a).index }
      .filter { !arises.contains($0) && Exclusion.reason(for: $0) == nil }
    #expect(open == [StatePair(.closed, .closing), StatePair(.closed, .lastAck)])
  }

  @Test func `CLOSED is no peer of ESTABLISHED unless something was reset`() throws {
    let reason = try #require(Exclusion.reason(for: StatePair(.established, .closed)))
    #expect(reason.contains("reset"))
    #expect(Exclusion.reason(for: StatePair(.timeWait, .closed)) == nil)
    #expect(Exclusion.reason(for: StatePair(.finWait1, .synSent)) == nil)
  }
}
