import Bilingual
import Scenario
import Simulation
import TCP
import Testing

@Suite struct `Expectations` {
  private let opened = "server listen\nclient connect\nsettle\n"

  /// The one failure of a script.
  private func failure(_ source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Diagnostic
  {
    let run = try attempt(source, sourceLocation: sourceLocation)
    #expect(run.stop == nil, sourceLocation: sourceLocation)
    try #require(run.failures.count == 1, "\(run.failures.map(\.message.en))", sourceLocation: sourceLocation)
    return run.failures[0]
  }

  @Test func `A state that is another is told, with its place`() throws {
    let wrong = try failure("server listen\n  expect client LISTEN, server LISTEN // no")
    #expect(wrong.message.en == "client is CLOSED, not LISTEN")
    #expect(wrong.location == SourceLocation(line: 2, column: 3, length: 35))
    #expect(wrong.sourceLine == "  expect client LISTEN, server LISTEN")
    #expect(wrong.file == "test.tcp")
    let both = try failure("expect client LISTEN, server LISTEN")
    #expect(both.message.en == "client is CLOSED, not LISTEN; server is CLOSED, not LISTEN")
    #expect(both.message.zh.contains("client") && both.message.zh.contains("server"))
  }

  @Test func `What does not hold stops nothing: all failures are told, and noted in the transcript`() throws {
    let run = try attempt("expect client LISTEN\nserver listen\nexpect server CLOSED\nexpect server LISTEN")
    #expect(run.stop == nil && !run.isSound)
    #expect(run.failures.map(\.location.line) == [1, 3])
    let notes = run.transcript.compactMap { occurrence -> Bool? in
      if case .expect(_, let holds) = occurrence.kind { holds } else { nil }
    }
    #expect(notes == [false, false, true])
  }

  @Test func `Sent since the last step began`() throws {
    try play(
      """
      server listen
      client connect
      expect sent client SYN seq=100
      step
      expect sent server SYN,ACK seq=300 ack=101 len=0
      expect sent client nothing
      step
      expect sent client ACK
      expect sent server nothing
      step
      expect sent client nothing
      """)
  }

  @Test func `Sent since the last settle began, and in calls behind it`() throws {
    try play(
      opened + """
        expect sent client ACK seq=101 ack=301
        expect sent server SYN,ACK
        client close
        expect sent client FIN,ACK seq=101 ack=301
        expect sent client ACK
        settle
        expect sent server ACK ack=102
        """)
    #expect(
      try failure(opened + "client close\nsettle\nexpect sent client FIN,ACK").message.en
        == "client has sent nothing since the last step, settle or wait began")
  }

  @Test func `Sent since the last wait began, of either kind`() throws {
    try play(
      """
      lose next client SYN x99
      client connect
      wait 1s
      expect sent client SYN seq=100
      wait 1s
      expect sent client nothing
      wait until client CLOSED
      expect sent client SYN
      wait until client CLOSED
      expect sent client nothing
      """)
  }

  @Test func `Control bits are exact; numbers count only where they are named`() throws {
    try play(opened + "expect sent client ACK\nexpect sent client ACK seq=101\nexpect sent client ACK ack=301")
    #expect(
      try failure(opened + "expect sent server SYN").message.en == "server has sent SYN,ACK seq=300 ack=101")
    _ = try failure(opened + "expect sent server ACK")
    _ = try failure(opened + "expect sent server SYN,ACK seq=301")
    _ = try failure(opened + "expect sent server SYN,ACK ack=100")
    _ = try failure(opened + "expect sent server SYN,ACK len=1")
    _ = try failure(opened + "expect sent server none")
  }

  @Test func `An ack is expected of a segment that bears ACK`() throws {
    let wrong = try failure("client connect\nexpect sent client SYN ack=0")
    #expect(wrong.message.en == "client has sent SYN seq=100")
  }

  @Test func `Several that were sent are told in order`() throws {
    let wrong = try failure(opened + "client send 10\nclient close\nexpect sent client nothing")
    #expect(
      wrong.message.en
        == "client has sent ACK seq=101 ack=301; ACK seq=101 ack=301 len=10; FIN,ACK seq=111 ack=301")
  }

  @Test func `A signal since the last step, settle or wait began`() throws {
    try play(opened + "client abort\nsettle\nexpect signal server \"connection reset\"")
    #expect(
      try failure(opened + "client abort\nsettle\nwait 1s\nexpect signal server \"connection reset\"").message.en
        == "server was told nothing")
    #expect(
      try failure(opened + "client close\nsettle\nexpect signal server \"connection reset\"").message.en
        == "server was told \"connection closing\"")
  }

  @Test func `A signal that came with an outstanding call can be expected as well`() throws {
    // §3.10.4, SYN-SENT: RECEIVEs get "closing". No signal but this tells it, and "closing" is in the list of signals.
    let run = try attempt("client connect\nclient receive\nclient close\nexpect signal client \"closing\"")
    #expect(run.failures.isEmpty)
  }

  @Test func `How many are in flight`() throws {
    try play("expect in flight 0\nclient connect\nserver connect\nexpect in flight 2\nhold #1\nexpect in flight 1")
    #expect(try failure("client connect\nexpect in flight 2").message.en == "1 in flight, not 2")
  }

  @Test func `Who is told under another name`() throws {
    let wrong = try failure("hosts 甲 乙\nexpect 乙 LISTEN")
    #expect(wrong.message.zh == "乙 是 CLOSED，不是 LISTEN")
    #expect(wrong.message.en == "乙 is CLOSED, not LISTEN")
  }
}
