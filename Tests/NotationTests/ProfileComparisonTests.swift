import Bilingual
import Notation
import Scenario
import Simulation
import TCP
import Testing

@Suite struct `Two profiles side by side` {
  private func lines(
    _ source: String, _ left: Profile = .rfc9293, _ right: Profile, _ language: Language = .en
  ) throws -> [String] {
    let runs = try [left, right].map { profile in
      var script = try ScriptParser.parse(source, file: "test")
      script.settings.use(profile)
      return Run(playing: script).network
    }
    return ProfileComparison(runs[0], runs[1]).lines(in: language, isFolded: true)
  }

  @Test func `Where nothing differs, that is said`() throws {
    let lines = try lines("server listen\nclient connect\nsettle", .rfc9293, .rfc793)
    #expect(lines == ["Under both profiles the runs are the same."])
  }

  @Test func `A RST in TIME-WAIT parts TCP from the guard of RFC 1337, and the clauses say why`() throws {
    let source = """
      server listen
      client connect
      settle
      client close
      settle
      server close
      settle
      inject client RST seq=302
      """
    #expect(
      try lines(source, .rfc9293, .rfc1337).suffix(7) == [
        "≠ client TIME-WAIT → CLOSED             │",
        "    rfc9293: The seq of the RST is exactly the next number expected: it is",
        "             believed. (RFC 5961 §3.2; RFC 9293 §3.10.7.4, step 2)",
        "    rfc9293: Both ends have closed already: CLOSED, and the user is not told.",
        "             (RFC 9293 §3.10.7.4, step 2)",
        "    rfc1337: A RST in TIME-WAIT is ignored, as RFC 1337 proposes (F1) and RFC",
        "             9293 does not say. (Not TCP, what if: rfc1337)",
      ])
  }

  @Test func `What an event makes different is not put down to the segment that came before it`() throws {
    let source = """
      server listen
      hold next client SYN
      client connect
      inject server SYN seq=90
      step 2
      """
    #expect(
      try lines(source, .rfc9293, .linux) == [
        "Under the two profiles the runs differ in 1 place, marked ≠.",
        "  rfc9293                               │ linux",
        String(repeating: "─", count: 80),
        "  ⋯ 8 the same",
        "  client #3 RST seq=91                  │ client #3 RST seq=91",
        "≠                                       │ client #4 again SYN seq=100",
        "    linux: After a wrong ack the SYN goes out again at once, not after the",
        "           timeout. (Linux tcp_rcv_synsent_state_process)",
        "  server SYN-RECEIVED → LISTEN          │ server SYN-RECEIVED → LISTEN",
      ])
  }
}
