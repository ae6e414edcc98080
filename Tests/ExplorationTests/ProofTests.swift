import TCP
import Testing

@testable import Exploration

/// The proof itself: every root, all that can happen, up to two faults.
@Suite struct `Every run there is` {
  @Test(arguments: Root.allCases)
  func `keeps the laws and comes to its end, with up to two faults`(root: Root) {
    let report = Explorer(root: root, faults: 2).explore()
    expectProof(report)
    #expect(report.table.joined(separator: "\n") == root.expectedTable)
    // A search that stops early would find nothing wrong either.
    #expect(report.states > 9_000 && report.transitions > 2 * report.states)
  }

  @Test(arguments: [Root.clientServer, .simultaneousOpen])
  func `does so without RFC 5961 too, and meets the same pairs of states`(root: Root) {
    let report = Explorer(root: root, faults: 2, profile: .rfc793).explore()
    expectProof(report)
    #expect(report.table.joined(separator: "\n") == root.expectedTable)
  }

  /// Two faults take as long again as everything above; `Explorer` proves them too.
  @Test(arguments: [Root.clientServerText, .simultaneousOpenText, .listenerSends])
  func `does so without RFC 5961 too, with text and one fault`(root: Root) {
    expectProof(Explorer(root: root, faults: 1, profile: .rfc793).explore())
  }

  @Test(arguments: Root.allCases)
  func `is among those with more faults, and is found again the same`(root: Root) {
    let (none, one) = (Explorer(root: root, faults: 0).explore(), Explorer(root: root, faults: 1).explore())
    #expect(none.pairs == one.pairs.filter { $0.faults == 0 })
    #expect(none.states < one.states && none.transitions < one.transitions)
    #expect(one == Explorer(root: root, faults: 1).explore())
  }

  private func expectProof(_ report: Report) {
    #expect(report.violationCount == 0)
    for violation in report.violations {
      Issue.record("\(violation.kind): \(violation.text)\n\(violation.trace.joined(separator: "\n"))")
    }
    #expect(report.endings == [StatePair(.closed, .closed)])
  }
}

/// What is reported of a machine that can go wrong: without RFC 5961, when SEQ=0 lies in the window, a late refusal of
/// the first SYN ends the connection that the second has opened.
@Suite struct `Without RFC 5961 a late reset that is only in the window` {
  private let report = Explorer(
    root: .clientServer, faults: 1, profile: .rfc793, numbers: Explorer.numbersBeforeWrap
  ).explore()

  @Test func `leaves the peer in ESTABLISHED, which is told, step by step`() throws {
    let violation = try #require(report.violations.first { $0.kind == .excludedPair })
    #expect(violation.text.hasPrefix("CLOSED, ESTABLISHED: "))
    #expect(
      violation.trace == [
        "a calls connect(); a sends SYN seq=4294967293 → SYN-SENT, CLOSED",
        "at b arrives SYN seq=4294967293; b sends RST,ACK seq=0 ack=4294967294 → SYN-SENT, CLOSED",
        "what would arrive at a is late → SYN-SENT, CLOSED",
        "b calls listen() → SYN-SENT, LISTEN",
        "a's retransmission timer fires; a sends SYN seq=4294967293 → SYN-SENT, LISTEN",
        "at b arrives SYN seq=4294967293; b sends SYN,ACK seq=4294967292 ack=4294967294 → SYN-SENT, SYN-RECEIVED",
        "at a arrives SYN,ACK seq=4294967292 ack=4294967294; a sends ACK seq=4294967294 ack=4294967293 "
          + "→ ESTABLISHED, SYN-RECEIVED",
        "at a arrives late RST,ACK seq=0 ack=4294967294 → CLOSED, SYN-RECEIVED",
        "at b arrives ACK seq=4294967294 ack=4294967293 → CLOSED, ESTABLISHED",
      ])
  }

  @Test func `leaves the peer in FIN-WAIT-2 for ever`() throws {
    let violation = try #require(report.violations.first { $0.kind == .deadlock })
    #expect(violation.text == "nothing can happen in CLOSED, FIN-WAIT-2")
    #expect(violation.trace.last?.hasSuffix("→ CLOSED, FIN-WAIT-2") == true)
  }

  @Test func `is told a few times only, and counted always`() {
    let told = report.violations.filter { $0.kind == .excludedPair }
    #expect(told.count == Explorer.mostViolations)
    #expect(report.violationCount > report.violations.count)
  }
}

@Suite struct `What the invariants say of what is not TCP` {
  @Test(arguments: [Profile.twoWay, .noTimeWait])
  func `A variant that leaves out what TCP has for a reason breaks something`(profile: Profile) {
    let report = Explorer(root: .clientServer, faults: 1, profile: profile).explore()
    #expect(report.violationCount > 0)
  }

  @Test func `A guard that only adds breaks nothing`() {
    let report = Explorer(root: .clientServer, faults: 1, profile: .rfc1337).explore()
    #expect(report.violations.isEmpty)
  }
}
