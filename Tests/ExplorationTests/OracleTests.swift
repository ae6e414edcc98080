import Exploration
import ExplorationOracle
import TCP
import Testing

/// The fast search reports what the plain one does, in every field.
@Suite struct `A report` {
  /// All that exploration takes.
  private static let profiles = [Profile.rfc9293, .rfc793, .twoWay, .noTimeWait, .rfc1337]

  private func expectSame(_ explorer: Explorer) {
    var oracle = OracleSearch(explorer)
    oracle.run()
    let report = explorer.explore()
    #expect(report.states == oracle.report.states)
    #expect(report.transitions == oracle.report.transitions)
    #expect(report.pairs == oracle.report.pairs)
    #expect(report.violations == oracle.report.violations)
    #expect(report.violationCount == oracle.report.violationCount)
    #expect(report.endings == oracle.report.endings)
    #expect(report.longestEnding == oracle.report.longestEnding)
    #expect(report == oracle.report)
  }

  @Test(arguments: Root.allCases, profiles)
  func `is the plain search's, with one fault`(root: Root, profile: Profile) {
    expectSame(Explorer(root: root, faults: 1, profile: profile))
  }

  @Test func `is the plain search's, with two faults, where something breaks too`() {
    expectSame(Explorer(root: .clientServer, faults: 2))
    expectSame(Explorer(root: .clientServer, faults: 2, profile: .noTimeWait))
  }
}
