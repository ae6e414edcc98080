import Simulation
import TCP
import Testing

@Suite struct `RFC 9293 §3.6 Figures of a close` {
  static let figure12 = """
    2  FIN-WAIT-1  -->  FIN,ACK seq=100 ack=300  ...  ESTABLISHED
    2  FIN-WAIT-1  ...  FIN,ACK seq=100 ack=300  -->  CLOSE-WAIT
       FIN-WAIT-1  (b: connection closing)            CLOSE-WAIT
    3  FIN-WAIT-1  ...  ACK seq=300 ack=101      <--  CLOSE-WAIT
    3  FIN-WAIT-2  <--  ACK seq=300 ack=101      ...  CLOSE-WAIT
    4  FIN-WAIT-2  ...  FIN,ACK seq=300 ack=101  <--  LAST-ACK
    4  TIME-WAIT   <--  FIN,ACK seq=300 ack=101  ...  LAST-ACK
       TIME-WAIT   (a: connection closing)            LAST-ACK
    5  TIME-WAIT   -->  ACK seq=101 ack=301      ...  LAST-ACK
    5  TIME-WAIT   ...  ACK seq=101 ack=301      -->  CLOSED
    """

  /// Plays figure 12 up to its line 5.
  static func normalClose(_ profile: Profile) -> (Network, start: Int) {
    var network = Network.established(profile: profile)
    let start = network.transcript.count
    network.call(.close, on: .a)
    network.step(2)
    network.call(.close, on: .b)
    network.step(2)
    return (network, start)
  }

  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `Figure 12: the normal close`(profile: Profile) {
    var (network, start) = Self.normalClose(profile)
    let timeWaitBegan = Instant.start + .milliseconds(150 + 150)
    #expect(network.now == timeWaitBegan + .milliseconds(50))
    while network.advance() != nil {}
    expect(network, from: start, draws: Self.figure12 + "\n6  CLOSED  (a: 2msl)  CLOSED")
    #expect(network.now == timeWaitBegan + .minutes(4))
  }

  /// The FINs cross; B's is drawn to arrive first.
  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `Figure 13: simultaneous close`(profile: Profile) throws {
    var network = Network.established(profile: profile)
    let start = network.transcript.count
    network.call(.close, on: .a)
    network.call(.close, on: .b)
    try network.overtake()
    network.step(2)
    try network.overtake()
    network.settle()
    #expect(network.states == "TIME-WAIT TIME-WAIT")
    while network.advance() != nil {}
    expect(
      network, from: start,
      draws: """
        2  FIN-WAIT-1  -->  FIN,ACK seq=100 ack=300  ...  ESTABLISHED
        2  FIN-WAIT-1  ...  FIN,ACK seq=300 ack=100  <--  FIN-WAIT-1
        2  CLOSING     <--  FIN,ACK seq=300 ack=100  ...  FIN-WAIT-1
           CLOSING     (a: connection closing)            FIN-WAIT-1
        3  CLOSING     -->  ACK seq=101 ack=301      ...  FIN-WAIT-1
        2  CLOSING     ...  FIN,ACK seq=100 ack=300  -->  CLOSING
           CLOSING     (b: connection closing)            CLOSING
        3  CLOSING     ...  ACK seq=301 ack=101      <--  CLOSING
        3  TIME-WAIT   <--  ACK seq=301 ack=101      ...  CLOSING
        3  TIME-WAIT   ...  ACK seq=101 ack=301      -->  TIME-WAIT
        4  CLOSED      (a: 2msl)                          TIME-WAIT
        4  CLOSED      (b: 2msl)                          CLOSED
        """)
  }

  /// RFC 5961 does not help: the RST has exactly the number that A expects.
  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `RFC 1337 figure 1: TIME-WAIT assassination`(profile: Profile) {
    var (network, start) = Self.normalClose(profile)
    network.inject(Segment(seq: 255, ack: 33, control: .ack), at: .a)
    network.settle()
    expect(
      network, from: start,
      draws: Self.figure12 + """

        5.1  TIME-WAIT  <~~  ACK seq=255 ack=33   ...  CLOSED
        5.2  TIME-WAIT  -->  ACK seq=101 ack=301  ...  CLOSED
        5.2  TIME-WAIT  ...  ACK seq=101 ack=301  -->  CLOSED
        5.3  TIME-WAIT  ...  RST seq=301          <--  CLOSED
        5.3  CLOSED     <--  RST seq=301          ...  CLOSED
        """)
    #expect(network.nextEvent == nil, "2MSL is over before its time")
  }

  @Test func `RFC 1337 figure 4: an old duplicate ACK fails the connection, without RFC 5961`() throws {
    var network = Network(b: [400], profile: .rfc793, windowOfB: 800)
    network.call(.openPassive, on: .b)
    network.plan(Fault(.hold, host: .b, control: [.syn, .ack]))
    network.call(.openActive(), on: .a)
    network.step()
    network.inject(Segment(seq: 300, ack: 123, control: .ack), at: .a)
    network.step()
    try network.release()
    network.settle()
    expect(
      network,
      draws: """
        SYN-SENT      -->  SYN seq=100              ...  LISTEN
        SYN-SENT      ...  SYN seq=100              -->  SYN-RECEIVED
        SYN-SENT      ...  SYN,ACK seq=400 ack=101  <--  SYN-RECEIVED
        SYN-SENT      <~~  ACK seq=300 ack=123      ...  SYN-RECEIVED
        SYN-SENT      -->  RST seq=123              ...  SYN-RECEIVED
        SYN-SENT      ...  RST seq=123              -->  LISTEN
        ESTABLISHED   <--  SYN,ACK seq=400 ack=101  ...  LISTEN
        ESTABLISHED   -->  ACK seq=101 ack=401      ...  LISTEN
        ESTABLISHED   ...  ACK seq=101 ack=401      -->  LISTEN
        ESTABLISHED   ...  RST seq=401              <--  LISTEN
        CLOSED        <--  RST seq=401              ...  LISTEN
        CLOSED        (a: connection reset)              LISTEN
        """)
  }

  @Test func `RFC 1337 figure 4 with RFC 5961: the RST is challenged and the connection opens`() throws {
    var network = Network(b: [400], windowOfB: 800)
    network.call(.openPassive, on: .b)
    network.plan(Fault(.hold, host: .b, control: [.syn, .ack]))
    network.call(.openActive(), on: .a)
    network.step()
    network.inject(Segment(seq: 300, ack: 123, control: .ack), at: .a)
    network.step()
    #expect(network.states == "SYN-SENT SYN-RECEIVED")
    #expect(network.inFlight.map(\.segment.description) == ["ACK seq=401 ack=101"])
    try network.release()
    network.settle()
    #expect(network.states == "ESTABLISHED ESTABLISHED")
  }
}
