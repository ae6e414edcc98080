import Scenario
import Simulation
import TCP
import Testing

/// A run that is written down in other notations.
struct RunToExport: CustomTestStringConvertible, Sendable {
  let name: String
  let source: String

  init(_ name: String, _ source: String) {
    self.name = name
    self.source = source
  }

  var testDescription: String { name }

  /// The run, which must come to its end.
  func played(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Network {
    let run = Run(playing: try ScriptParser.parse(source, file: name))
    let problem = run.stop ?? run.failures.first
    #expect(problem == nil, "\(name): \(problem?.message.en ?? "")", sourceLocation: sourceLocation)
    return run.network
  }
}

extension RunToExport {
  private static let established = """
    client isn 99
    server isn 299
    server listen
    client connect
    step 3

    """

  static let figure6 = Self("figure 6", "server listen\nclient connect\nstep 3\nclient send 10\nsettle")

  static let figure7 = Self("figure 7", "client connect\nserver connect\novertake\nstep 2\novertake\nsettle")

  static let figure8 = Self(
    "figure 8",
    """
    server isn 300 400
    server listen
    hold next client SYN
    client connect
    inject server SYN seq=90
    step 2
    release
    settle
    expect client ESTABLISHED, server ESTABLISHED
    """)

  static let figure9 = Self(
    "figure 9",
    """
    client isn 99 400
    server isn 299 700
    server listen
    client connect
    step 3
    client crash
    client connect
    step 3
    server listen
    wait 1s
    settle
    expect client ESTABLISHED, server ESTABLISHED
    """)

  static let figure10 = Self("figure 10", established + "client crash\nserver send 10\nsettle")

  static let figure11 = Self(
    "figure 11",
    "server isn 4294967290\nclient listen\nserver listen\ninject server SYN seq=4294967295\nsettle")

  static let figure12 = Self(
    "figure 12", established + "client close\nstep 2\nserver close\nsettle\nwait until client CLOSED")

  static let figure13 = Self(
    "figure 13", established + "client close\nserver close\novertake\nstep 2\novertake\nsettle\nwait 4min")

  static let loss = Self(
    "a lost SYN", "server listen\nlose next client SYN\nclient connect\nwait 2s\nexpect client ESTABLISHED")

  static let data = Self(
    "data both ways",
    "mss 1000\n" + established
      + """
      server receive
      client send 2500
      server send 10
      settle
      client receive
      server receive
      client receive
      wait 1s
      server send 5
      settle
      client close
      server close
      settle
      """)
}

extension RunToExport {
  static let figures = [figure6, figure7, figure8, figure9, figure10, figure11, figure12, figure13]

  /// What RFC 1337 and the derived vectors are about, and what is hard to write down.
  static let more = [
    loss,
    data,
    Self(
      "TIME-WAIT assassination",
      established + "client close\nstep 2\nserver close\nstep 2\ninject client ACK seq=255 ack=33\nsettle"),
    Self(
      "an old duplicate ACK",
      """
      profile rfc793
      server isn 400
      server window 800
      server listen
      hold next server SYN,ACK
      client connect
      step
      inject client ACK seq=300 ack=123
      step
      release
      settle
      """),
    Self("a closed port", "client connect\nsettle\nexpect client CLOSED"),
    Self("nobody is there", "lose next client SYN x20\nclient connect\nwait 10min\nexpect client CLOSED"),
    Self(
      "duplicates",
      """
      server listen
      duplicate next client SYN
      client connect
      settle
      duplicate next client FIN,ACK
      client close
      settle
      """),
    Self("a lost FIN", established + "lose next client FIN,ACK\nclient close\nwait 3s"),
    Self(
      "a listener that connects",
      """
      server listen
      client listen
      client receive
      client send 7
      settle
      client close
      settle
      """),
    Self("a listener that closes", "server listen\nserver receive\nserver close\nclient status\nclient close"),
    Self(
      "calls that wait",
      """
      server listen
      server receive
      server send 3
      client connect
      client send 4
      client receive
      settle
      """),
    Self(
      "calls that are refused",
      established
        + """
        client listen
        client close
        client close
        client send 1
        client status
        settle
        server send 2
        server receive
        server receive
        server close
        settle
        client receive
        client receive
        """),
    Self("an abort", established + "server receive\nclient abort\nsettle\nclient abort"),
    Self("an abort before accept", "server listen\nclient connect\nstep\nserver abort\nsettle"),
    Self("a close before accept", "server listen\nclient connect\nstep\nserver close\nsettle\nclient close\nsettle"),
    Self("a queued close before accept", "server listen\nserver send 5\nclient connect\nsettle"),
    Self("a close before the answer", "client connect\nclient close\nclient connect\nclient abort\nsettle"),
    Self(
      "all control bits",
      established
        + """
        inject server SYN,FIN,RST,PSH,ACK,URG seq=1 ack=2 len=9
        inject server none seq=7
        inject client PSH,URG seq=4294967295 len=5
        settle
        """),
    Self("the longest segment", "server listen\ninject server SYN seq=1 len=65495\nsettle"),
    Self(
      "two connections",
      established
        + """
        server close
        client close
        settle
        wait 5min
        server listen
        client connect
        settle
        """),
    Self(
      "Linux",
      """
      profile linux
      server listen
      client connect
      client send 5
      settle
      client send 5
      server receive
      server send 5
      settle
      wait 1s
      client close
      server close
      settle
      wait 61s
      client connect
      settle
      """),
    Self(
      "Linux, a listener beside a connection",
      """
      profile linux
      client connect
      client listen
      server listen
      wait 3s
      client status
      client abort
      settle
      """),
    Self("names", "hosts 甲 乙\n乙 listen\n甲 connect\nsettle"),
    Self(
      "a small MSS, and the end of the sequence space",
      """
      mss 3
      client isn 4294967290
      server isn 4294967295
      server listen
      client connect
      settle
      server receive
      client send 20
      settle
      client close
      server close
      settle
      """),
    Self("next to nothing", "client status"),
  ]

  static let all = figures + more
}
