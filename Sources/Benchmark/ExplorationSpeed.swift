import Exploration
import ExplorationOracle

/// How long the proof takes that no order of opening and closing, with up to two faults, goes wrong.
struct ExplorationSpeed {
  struct Comparison {
    let search: Result
    /// The same by the plain search that the tests compare it with.
    let oracle: Result

    var ratio: Double { oracle.duration / search.duration }
  }

  struct Result {
    var states = 0
    var transitions = 0
    var violations = 0
    var duration = Duration.zero

    var statesPerSecond: Double { Double(states) / (duration / .seconds(1)) }

    static func += (sum: inout Result, result: Result) {
      sum.states += result.states
      sum.transitions += result.transitions
      sum.violations += result.violations
      sum.duration += result.duration
    }
  }

  func measure() -> Comparison {
    // In turn, root by root, so that what else the machine does falls on both; of the fast one the fastest of three.
    var (search, oracle) = (Result(), Result())
    for root in Root.allCases {
      let explorer = Explorer(root: root, faults: 2)
      search += (0..<3).map { _ in measure(explorer.explore) }.min { $0.duration < $1.duration }!
      oracle += measure {
        var oracle = OracleSearch(explorer)
        oracle.run()
        return oracle.report
      }
    }
    return Comparison(search: search, oracle: oracle)
  }

  /// The same with three faults.
  func measureThree() -> Result {
    Root.allCases.reduce(into: Result()) { $0 += measure(Explorer(root: $1, faults: 3).explore) }
  }

  private func measure(_ explore: () -> Report) -> Result {
    var result = Result()
    result.duration = ContinuousClock().measure {
      let report = explore()
      result.states += report.states
      result.transitions += report.transitions
      result.violations += report.violationCount
    }
    return result
  }
}
