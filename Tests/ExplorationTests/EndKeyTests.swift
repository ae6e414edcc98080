import Simulation
import TCP
import Testing

@testable import Exploration

/// What the search stands on: it asks one end for each key, so ends with the same key must give the same answers.
@Suite struct `Ends with the same key` {
  /// How many different ends of one key are looked at.
  private static let most = 3

  /// What one event does at an end, as far as anybody can see it.
  private struct Answer: Hashable {
    let key: EndKey
    let outcome: Outcome
    let segments: [Segment]
    let signals: [Signal]
  }

  private struct Question: Hashable {
    let key: EndKey
    let event: Event
  }

  @Test(arguments: Root.allCases, [Profile.rfc9293, .rfc793, .noTimeWait])
  func `answer the same, and have the same key after it`(root: Root, profile: Profile) {
    let model = Explorer(root: root, faults: 1, profile: profile).model
    var answers: [Question: Answer] = [:]
    var seen: Pair<[EndKey: [Endpoint]]> = Pair([:], [:])
    var events = Pair(model.calls.a.map(Event.call), model.calls.b.map(Event.call))
    var queue = [model.start]
    var known: Set<World> = []
    // Ends and segments as they come up in a thousand worlds, each end then asked everything.
    while let world = queue.popLast(), known.count < 1_000 {
      guard known.insert(world).inserted else { continue }
      for host in Host.allCases {
        let endpoint = world.endpoints[host]
        let key = EndKey(End(endpoint: endpoint), of: host)
        let others = seen[host][key] ?? []
        if others.count < Self.most, !others.contains(endpoint) { seen[host][key] = others + [endpoint] }
        for segment in world.towards[host] + world.late[host] where !events[host].contains(.arrival(segment)) {
          events[host].append(.arrival(segment))
        }
      }
      queue += model.steps(from: world).map(\.world)
    }
    var compared = 0
    for host in Host.allCases {
      let timeouts = [Event.timeout(.retransmission), .timeout(.timeWait)]
      for (key, endpoints) in seen[host] where endpoints.count > 1 {
        for endpoint in endpoints {
          for event in events[host] + timeouts {
            var end = End(endpoint: endpoint)
            let transition = end.take(event, tag: 0, tracksGhosts: false).transition
            let answer = Answer(
              key: EndKey(end, of: host), outcome: transition.outcome, segments: transition.segments,
              signals: transition.signals)
            let question = Question(key: key, event: event)
            if let other = answers[question] {
              compared += 1
              #expect(answer == other, "\(event) at \(host)")
            }
            answers[question] = answer
          }
        }
      }
    }
    #expect(compared > 100)
  }
}
