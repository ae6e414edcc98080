import Scenario
import Simulation
import TCP
import Testing

@Suite struct `Scripts that play` {
  /// DESIGN §5, to the letter.
  @Test func `An old duplicate SYN that arrives before the real one (figure 8)`() throws {
    try play(
      """
      server isn 300 400
      server listen
      hold next client SYN
      client connect
      inject server SYN seq=90
      expect server SYN-RECEIVED
      step 2                         // SYN,ACK ack=91 to the client; its RST to the server
      expect client SYN-SENT, server LISTEN
      release
      settle
      expect client ESTABLISHED, server ESTABLISHED
      """)
  }

  @Test func `Two calls on consecutive lines are simultaneous: a simultaneous open`() throws {
    let run = try play(
      """
      client connect
      server connect
      settle
      expect client ESTABLISHED, server ESTABLISHED
      expect sent client SYN,ACK seq=100 ack=301
      expect sent server SYN,ACK seq=300 ack=101
      """)
    #expect(run.network.now == .start + .milliseconds(100))
  }

  @Test func `A close from beginning to end`() throws {
    let run = try play(
      """
      server listen
      client connect
      settle
      client close
      settle
      expect client FIN-WAIT-2, server CLOSE-WAIT
      expect signal server "connection closing"
      server send 10
      settle
      server close
      settle
      expect client TIME-WAIT, server CLOSED
      wait 2msl
      expect client CLOSED
      """)
    #expect(run.isSound)
    #expect(run.transcript.last?.kind == .expect(text: "expect client CLOSED", holds: true))
  }

  @Test func `Calls that are refused stop nothing`() throws {
    let run = try play("client close\nclient send 5\nserver listen\nserver listen\nexpect server LISTEN")
    #expect(run.isSound)
    let outcomes = run.transcript.compactMap { occurrence -> Outcome? in
      if case .call(_, let outcome) = occurrence.kind { outcome } else { nil }
    }
    #expect(
      outcomes == [
        .rejected(.connectionDoesNotExist), .rejected(.connectionDoesNotExist), .accepted,
        .rejected(.connectionAlreadyExists),
      ])
  }

  @Test func `A step is an arrival; timers that are due before fire on the way`() throws {
    try play(
      """
      server listen
      lose next client SYN
      hold next client SYN
      client connect
      wait 2s
      expect in flight 0
      release
      delay #2 5s
      step                           // the SYNs of 3 s and 7 s go out before, and one arrives
      expect server SYN-RECEIVED
      """)
  }

  @Test func `Several steps are so many arrivals`() throws {
    try play("server listen\nclient connect\nstep 3\nexpect in flight 0\nexpect server ESTABLISHED")
  }

  @Test func `Settle goes on until nothing is in flight, also through timers on the way`() throws {
    let run = try play(
      """
      latency 1.5s
      server listen
      client connect
      settle
      expect in flight 0
      expect client ESTABLISHED, server ESTABLISHED
      """)
    #expect(run.network.now >= .start + .milliseconds(4500))
  }

  @Test func `Settle with nothing in flight does nothing, and time stands still`() throws {
    let run = try play("client connect\nlose #1\nsettle\nexpect client SYN-SENT")
    #expect(run.network.now == .start)
  }

  @Test func `Wait lets the time pass to the nanosecond, and what is due happens`() throws {
    let run = try play("lose next client SYN x9\nclient connect\nwait 0.999s\nexpect sent client nothing\nwait 1ms\n")
    #expect(run.network.now == .start + .seconds(1))
    #expect(run.transcript.contains { if case .timeout(.retransmission) = $0.kind { true } else { false } })
  }

  @Test func `Wait until stops as soon as the state is there`() throws {
    let run = try play(
      """
      lose next client SYN x99
      client connect
      wait until client CLOSED
      expect signal client "connection timed out"
      """)
    #expect(run.network.now == .start + .seconds(255))
    let there = try play("client connect\nwait until client SYN-SENT")
    #expect(there.network.now == .start)
  }

  @Test func `Faults do to segments what they say`() throws {
    try play(
      """
      server listen
      duplicate next client SYN
      client connect
      expect in flight 2
      step 2
      expect in flight 2             // the SYN,ACK and the SYN,ACK again
      overtake
      deliver #3
      expect client ESTABLISHED
      lose #2
      hold #4
      expect in flight 0
      expect server SYN-RECEIVED
      release #4
      step
      expect server ESTABLISHED
      client send 10
      delay #5 300ms
      wait 349ms
      expect in flight 1
      wait 1ms
      expect sent server ACK seq=301 ack=111
      """)
  }

  @Test func `A crash forgets the connection: half-open, and found out by what the other sends`() throws {
    try play(
      """
      server listen
      client connect
      settle
      client crash
      expect client CLOSED, server ESTABLISHED
      expect in flight 0
      server send 10
      settle
      expect sent client RST seq=101
      expect server CLOSED
      expect signal server "connection reset"
      """)
  }

  @Test(arguments: [
    "", "server listen", "server connect", "server listen\nclient connect\nstep",
    "server listen\nclient connect\nsettle", "server listen\nclient connect\nsettle\nserver close\nsettle",
  ])
  func `Injected segments with any bits are an outcome, never a trap`(setup: String) throws {
    let bits = ["none", "SYN,FIN", "SYN,FIN,RST,PSH,ACK,URG", "FIN", "URG", "PSH", "SYN,RST", "FIN,ACK", "RST"]
    for word in bits {
      for seq in ["0", "101", "4294967295", "65636"] {
        let run = try attempt("\(setup)\ninject server \(word) seq=\(seq) ack=301 len=5\nwait 100ms")
        #expect(run.stop == nil, "\(setup) \(word) \(seq)")
      }
    }
  }

  /// Each end acknowledges what the other takes for old or for never sent, by the letter of §3.10.7.4.
  @Test func `Octets that the peer never sent set off an ACK storm, which settle puts an end to`() throws {
    let run = try attempt(
      """
      server listen
      client connect
      settle
      inject server ACK seq=101 ack=301 len=5
      step
      expect sent client ACK seq=101 ack=301
      step
      expect sent server ACK seq=301 ack=106
      settle
      """)
    #expect(run.failures.isEmpty)
    #expect(run.stop?.message.en == "it has not settled after 1000 steps")
  }

  @Test func `The same script is the same run`() throws {
    let source = "server listen\nclient connect\nlose #1\nwait 5s\nclient close\nserver close\nwait 5min"
    #expect(try play(source).transcript == (try play(source).transcript))
  }

  @Test func `A run is a value: a copy goes its own way`() throws {
    let script = try read("server listen\nclient connect\nsettle")
    var run = Run(script.settings)
    for statement in script.statements.dropLast() { run.play(statement) }
    let before = run
    run.play(script.statements[2])
    #expect(run.network.state(of: .a) == .established)
    #expect(before.network.state(of: .a) == .synSent)
    #expect(before.network.inFlight.count == 1)
  }

  @Test func `Under a what-if profile a script is played as under any other`() throws {
    let run = try play(
      """
      profile two-way
      server listen
      client connect
      step
      expect server ESTABLISHED, client SYN-SENT
      server send 5
      settle
      expect client ESTABLISHED
      """)
    #expect(run.network.settings.profile == .twoWay && run.network.settings.profile.isWhatIf)
  }
}
