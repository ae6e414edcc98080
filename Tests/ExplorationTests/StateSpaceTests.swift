import Simulation
import TCP
import Testing

@testable import Exploration

/// Packed worlds do what real ones do, with several connections, something from before, and 2MSL that end early.
@Suite struct `Steps between packed worlds` {
  private struct Place {
    let world: World
    let packed: PackedWorld
  }

  private static let lines = """
    client isn 100 100
    client may connect, send, close, connect
    server may listen, close, listen
    late client SYN seq=90
    faults 2
    time-wait may end early
    seek old-data-accepted
    """

  @Test(arguments: [Profile.rfc9293, .rfc793, .noTimeWait, .twoWay])
  func `are those between real ones, in the same order`(profile: Profile) throws {
    var question = try QuestionFile(Self.lines, file: "f").question
    question.settings.use(profile)
    let model = question.model
    var space = StateSpace(model, countsFaults: true, tracksGhosts: true) { _ in nil }
    var seen: Set<PackedWorld> = [space.start]
    var queue = [Place(world: model.start, packed: space.start)]
    var next = 0
    while next < min(queue.count, 1_500) {
      let place = queue[next]
      next += 1
      let steps = model.steps(from: place.world)
      var packed: [StateSpace.Step] = []
      space.steps(from: place.packed, faults: 0...(model.faults - place.packed.faults), into: &packed)
      #expect(steps.map(\.move) == packed.map(\.move))
      guard steps.count == packed.count else { return }
      for (step, packed) in zip(steps, packed) {
        let ends = space.ends(of: packed.world)
        for host in Host.allCases {
          #expect(
            EndKey(End(endpoint: step.world.endpoints[host]), of: host)
              == EndKey(End(endpoint: ends[host].endpoint), of: host))
        }
        if seen.insert(packed.world).inserted { queue.append(Place(world: step.world, packed: packed.world)) }
      }
    }
    #expect(next == 1_500)
  }
}

/// Searching by faults first leaves them out of the worlds, and must find what a plain search finds that keeps them.
@Suite struct `The simplest way` {
  @Test(arguments: [(Profile.noTimeWait, 1), (.rfc9293, 1), (.rfc793, 1)])
  func `takes the fewest faults, and with these the fewest moves`(profile: Profile, faults: Int) throws {
    let lines = """
      profile \(profile)
      client isn 100 100
      server isn 300 400 500
      client may connect, close, connect
      server may listen, close, listen
      faults \(faults)
      seek old-data-accepted
      """
    let question = try QuestionFile(lines, file: "f").question
    guard case .found(let example, let states) = question.answer() else {
      Issue.record("nothing was found")
      return
    }
    let plain = fewest(question)
    #expect(example.faults == plain.faults && example.moves == plain.moves)
    #expect(states < plain.states)
  }

  /// Breadth first by moves, all states; of the breaches the one with the fewest faults, and then moves.
  private func fewest(_ question: Question) -> (faults: Int, moves: Int, states: Int) {
    guard case .event(let isBreach) = question.law.test else { return (0, 0, 0) }
    var space = StateSpace(question.model, countsFaults: true, tracksGhosts: true) { isBreach($0) ? "broken" : nil }
    var table = StateTable()
    _ = table.number(of: space.start)
    var best = (faults: Int.max, moves: Int.max)
    var (first, moves) = (0, 0)
    while first < table.count {
      moves += 1
      for number in first..<table.count {
        let world = table.worlds[number]
        var steps: [StateSpace.Step] = []
        space.steps(from: world, faults: 0...(question.faults - world.faults), into: &steps)
        for step in steps {
          if step.breaches != (0, 0), (step.world.faults, moves) < best { best = (step.world.faults, moves) }
          _ = table.number(of: step.world)
        }
        first += 1
      }
    }
    return (best.faults, best.moves, table.count)
  }
}

/// Ways round that everybody has a part in.
@Suite struct `Fair circles` {
  private static let userA = Agents(.user, of: .a)
  private static let timerA = Agents(.retransmissionTimer, of: .a)
  private static let timerB = Agents(.retransmissionTimer, of: .b)

  private func circle(_ steps: [[(Int32, Agents)]], in trap: [Int32]) -> [Int32] {
    var graph = StepGraph()
    for successors in steps {
      for (target, agents) in successors { graph.append(.init(target: target, agents: agents)) }
      graph.endState()
    }
    return FairCircle(graph, in: trap).states
  }

  @Test func `lead back to where they begin`() {
    #expect(circle([[(0, Self.timerA)]], in: [0]) == [0, 0])
    #expect(circle([[(1, Self.userA)], [(2, Self.timerA)], [(1, Self.timerA)]], in: [1, 2]) == [1, 2, 1])
  }

  @Test func `go out of their way for who would be idle else`() {
    // 0 and 1 are a circle of a's timer; b's acts only between 1 and 2.
    let steps: [[(Int32, Agents)]] = [
      [(1, Self.timerA)], [(0, Self.timerA), (2, Self.timerB)], [(0, Self.timerA)],
    ]
    #expect(circle(steps, in: [0, 1, 2]) == [0, 1, 2, 0])
  }
}
