import ExplorationOracle
import Simulation
import TCP
import Testing

@testable import Exploration

/// What the exploration stands on: it visits one world for each key, so worlds with the same key must be able to do
/// the same.
@Suite struct `Worlds with the same key` {
  /// How many different worlds of one key are looked at: going round a circle makes ever new ones.
  private static let most = 4

  @Test(arguments: Root.allCases, [Profile.rfc9293, .rfc793])
  func `can do the same, and get to the same keys by it`(root: Root, profile: Profile) {
    let explorer = Explorer(root: root, faults: 1, profile: profile)
    var futures: [WorldKey: [Future]] = [:]
    var seen: [WorldKey: [World]] = [:]
    var queue = [explorer.model.start]
    var compared = 0
    while let world = queue.popLast() {
      let key = WorldKey(world)
      let known = seen[key] ?? []
      guard known.count < Self.most, !known.contains(world) else { continue }
      seen[key, default: []].append(world)
      let steps = explorer.model.steps(from: world)
      let future = steps.map { Future($0) }
      if let other = futures[key] {
        compared += 1
        guard other == future else {
          Issue.record("same key, other future:\n\(known[0])\n\(world)")
          return
        }
      }
      futures[key] = future
      queue += steps.map(\.world)
    }
    #expect(compared > 100)
  }

  /// What one step does, as far as anybody can see it: the key after it, and what was said and sent.
  private struct Future: Hashable {
    let move: Move
    let key: WorldKey
    let said: [Said]

    struct Said: Hashable {
      let outcome: Outcome
      let segments: [Segment]
      let signals: [Signal]
    }

    init(_ step: Step) {
      move = step.move
      key = WorldKey(step.world)
      said = step.transitions.map {
        Said(outcome: $0.transition.outcome, segments: $0.transition.segments, signals: $0.transition.signals)
      }
    }
  }

  @Test func `differ in time at most: a SYN sent twice has the key of a SYN sent once`() throws {
    let explorer = Explorer(root: .clientServer, faults: 1)
    let opened = try #require(explorer.model.steps(from: explorer.model.start).first).world
    let lost = try #require(explorer.model.steps(from: opened).first { $0.move == .loss(.b) }).world
    var again = try #require(explorer.model.steps(from: lost).first { $0.move == .retransmission(.a) }).world
    #expect(again.endpoints != opened.endpoints)
    #expect(WorldKey(again) != WorldKey(opened))
    again.faults = 0
    #expect(WorldKey(again) == WorldKey(opened))
  }
}
