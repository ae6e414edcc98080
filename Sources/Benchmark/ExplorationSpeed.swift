import Exploration

/// How long the proof takes that no order of opening and closing, with up to two faults, goes wrong.
struct ExplorationSpeed {
  struct Result {
    var states = 0
    var transitions = 0
    var violations = 0
    var duration = Duration.zero

    var statesPerSecond: Double { Double(states) / (duration / .seconds(1)) }
  }

  func measure() -> Result {
    var result = Result()
    result.duration = ContinuousClock().measure {
      for root in Root.allCases {
        let report = Explorer(root: root, faults: 2).explore()
        result.states += report.states
        result.transitions += report.transitions
        result.violations += report.violationCount
      }
    }
    return result
  }
}
