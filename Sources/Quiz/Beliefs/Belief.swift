import Simulation
import TCP

/// What a misconception would answer, for the numbers of the question at hand.
///
/// Its words are those of the same id in `Quizzes/misconceptions.yaml`. A belief is a line of one of the lists by
/// topic; a misconception that no machine can follow has none.
struct Belief: Sendable {
  let id: String
  /// Its answer; nil where it has nothing to say. That it differs from the key is for the question to see to.
  let answer: @Sendable (Solution) -> Answer?

  init(_ id: String, answer: @escaping @Sendable (Solution) -> Answer?) {
    self.id = id
    self.answer = answer
  }

  /// A belief about what is sent: it makes another segment of the right one.
  init(_ id: String, segment believed: @escaping @Sendable (_ right: Segment, Solution) -> Segment?) {
    self.init(id) { solution in
      guard let right = solution.segment, let segment = believed(right, solution) else { return nil }
      switch solution.key {
      case .fields(let values): return .fields(values.map { FieldValue($0.field, of: segment) })
      case .segment: return .segment(sent: segment)
      case .state, .path, .pair, .bits, .nothing, .hosts, .quantity, .timer, .signals, .rule, .step, .option, .several,
        .order:
        return nil
      }
    }
  }

  /// A belief about the state that an end is in; of a pair, about the first of the two that it is wrong about.
  init(_ id: String, state believed: @escaping @Sendable (_ right: State, Solution) -> State?) {
    self.init(id) { solution in
      switch solution.key {
      case .state(let right): return believed(right, solution).map(Answer.state)
      case .pair(var states):
        for host in Host.allCases {
          let right = states[host]
          guard let state = believed(right, solution.ofState(of: host)), state != right else { continue }
          states[host] = state
          return .pair(states)
        }
        return nil
      case .path, .fields, .segment, .bits, .nothing, .hosts, .quantity, .timer, .signals, .rule, .step, .option,
        .several, .order:
        return nil
      }
    }
  }

  /// All, in the order in which they are asked; where two answer alike, the earlier one is named.
  static let all = numbers + controlBits + resets + simultaneousOpen + states + retransmissions + closing
}
