import Simulation
import TCP
import Testing

/// The figures of RFC 9293 §3.5, every segment and the states behind it. A row is a departure or an arrival.
@Suite struct `RFC 9293 §3.5 Figures of an opening` {
  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `Figure 6: the three-way handshake`(profile: Profile) {
    var network = Network(profile: profile)
    network.call(.openPassive, on: .b)
    network.call(.openActive(), on: .a)
    network.step(3)
    network.call(.send(octets: 10), on: .a)
    network.settle()
    expect(
      network,
      draws: """
        2  SYN-SENT     -->  SYN seq=100                  ...  LISTEN
        2  SYN-SENT     ...  SYN seq=100                  -->  SYN-RECEIVED
        3  SYN-SENT     ...  SYN,ACK seq=300 ack=101      <--  SYN-RECEIVED
        3  ESTABLISHED  <--  SYN,ACK seq=300 ack=101      ...  SYN-RECEIVED
        4  ESTABLISHED  -->  ACK seq=101 ack=301          ...  SYN-RECEIVED
        4  ESTABLISHED  ...  ACK seq=101 ack=301          -->  ESTABLISHED
        5  ESTABLISHED  -->  ACK seq=101 ack=301 len=10   ...  ESTABLISHED
        5  ESTABLISHED  ...  ACK seq=101 ack=301 len=10   -->  ESTABLISHED
           ESTABLISHED  ...  ACK seq=301 ack=111          <--  ESTABLISHED
           ESTABLISHED  <--  ACK seq=301 ack=111          ...  ESTABLISHED
        """)
  }

  /// The figure has A's SYN arrive (line 4) before A's SYN,ACK departs (line 5); a machine answers line 3 at once.
  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `Figure 7: simultaneous open takes four segments`(profile: Profile) throws {
    var network = Network(profile: profile)
    network.call(.openActive(), on: .a)
    network.call(.openActive(), on: .b)
    try network.overtake()
    network.step(2)
    try network.overtake()
    network.settle()
    expect(
      network,
      draws: """
        2  SYN-SENT      -->  SYN seq=100              ...  CLOSED
        3  SYN-SENT      ...  SYN seq=300              <--  SYN-SENT
        3  SYN-RECEIVED  <--  SYN seq=300              ...  SYN-SENT
        5  SYN-RECEIVED  -->  SYN,ACK seq=100 ack=301  ...  SYN-SENT
        4  SYN-RECEIVED  ...  SYN seq=100              -->  SYN-RECEIVED
        6  SYN-RECEIVED  ...  SYN,ACK seq=300 ack=101  <--  SYN-RECEIVED
        6  ESTABLISHED   <--  SYN,ACK seq=300 ack=101  ...  SYN-RECEIVED
        7  ESTABLISHED   ...  SYN,ACK seq=100 ack=301  -->  ESTABLISHED
        """)
    network.wait(.minutes(10))
    #expect(network.states == "ESTABLISHED ESTABLISHED")
    #expect(network.ladder().count == 8, "nothing is sent again")
  }

  @Test func `Figure 8: recovery from an old duplicate SYN`() throws {
    var network = Network(b: [300, 400])
    network.call(.openPassive, on: .b)
    network.plan(Fault(.hold, host: .a, control: .syn))
    network.call(.openActive(), on: .a)
    network.inject(Segment(seq: 90, control: .syn), at: .b)
    network.step(2)
    try network.release()
    network.settle()
    expect(
      network,
      draws: """
        2  SYN-SENT     -->  SYN seq=100              ...  LISTEN
        3  SYN-SENT     ...  SYN seq=90               ~~>  SYN-RECEIVED
        4  SYN-SENT     ...  SYN,ACK seq=300 ack=91   <--  SYN-RECEIVED
        4  SYN-SENT     <--  SYN,ACK seq=300 ack=91   ...  SYN-RECEIVED
        5  SYN-SENT     -->  RST seq=91               ...  SYN-RECEIVED
        5  SYN-SENT     ...  RST seq=91               -->  LISTEN
        6  SYN-SENT     ...  SYN seq=100              -->  SYN-RECEIVED
        7  SYN-SENT     ...  SYN,ACK seq=400 ack=101  <--  SYN-RECEIVED
        7  ESTABLISHED  <--  SYN,ACK seq=400 ack=101  ...  SYN-RECEIVED
        8  ESTABLISHED  -->  ACK seq=101 ack=401      ...  SYN-RECEIVED
        8  ESTABLISHED  ...  ACK seq=101 ack=401      -->  ESTABLISHED
        """)
  }
}

@Suite struct `RFC 9293 §3.5.1 Figures of half-open connections` {
  /// Line 7 finds a listener, as the figure's text has it: B's user has opened again.
  private func reopen(_ network: inout Network) -> Int {
    let start = network.transcript.count
    network.crash(.a)
    network.call(.openActive(), on: .a)
    network.step(3)
    network.call(.openPassive, on: .b)
    network.wait(.seconds(1))
    network.settle()
    return start
  }

  private let figure9 = """
    2  CLOSED       (a: crash)                         ESTABLISHED
    3  SYN-SENT     -->  SYN seq=400              ...  ESTABLISHED
    3  SYN-SENT     ...  SYN seq=400              -->  ESTABLISHED
    4  SYN-SENT     ...  ACK seq=300 ack=100      <--  ESTABLISHED
    4  SYN-SENT     <--  ACK seq=300 ack=100      ...  ESTABLISHED
    5  SYN-SENT     -->  RST seq=100              ...  ESTABLISHED
    5  SYN-SENT     ...  RST seq=100              -->  CLOSED
    6  SYN-SENT     (b: connection reset)              CLOSED
    7  SYN-SENT     (a: retransmission)                LISTEN
    7  SYN-SENT     -->  SYN seq=400              ...  LISTEN
    7  SYN-SENT     ...  SYN seq=400              -->  SYN-RECEIVED
       SYN-SENT     ...  SYN,ACK seq=700 ack=401  <--  SYN-RECEIVED
       ESTABLISHED  <--  SYN,ACK seq=700 ack=401  ...  SYN-RECEIVED
       ESTABLISHED  -->  ACK seq=401 ack=701      ...  SYN-RECEIVED
       ESTABLISHED  ...  ACK seq=401 ack=701      -->  ESTABLISHED
    """

  @Test func `Figure 9: half-open, and A opens again`() {
    var network = Network.established(a: [99, 400], b: [299, 700])
    let start = reopen(&network)
    expect(network, from: start, draws: figure9)
  }

  @Test func `Figure 9 without RFC 5961 takes a window that ends before 400`() {
    var network = Network.established(a: [99, 400], b: [299, 700], profile: .rfc793, windowOfB: 300)
    let start = reopen(&network)
    expect(network, from: start, draws: figure9)
  }

  @Test func `Figure 9 without RFC 5961 and with 400 in the window: the SYN resets both`() {
    var network = Network.established(a: [99, 400], b: [299], profile: .rfc793, windowOfB: 1000)
    let start = network.transcript.count
    network.crash(.a)
    network.call(.openActive(), on: .a)
    network.settle()
    expect(
      network, from: start,
      draws: """
           CLOSED       (a: crash)                         ESTABLISHED
           SYN-SENT     -->  SYN seq=400              ...  ESTABLISHED
           SYN-SENT     ...  SYN seq=400              -->  CLOSED
           SYN-SENT     ...  RST,ACK seq=0 ack=401    <--  CLOSED
           SYN-SENT     (b: connection reset)              CLOSED
           CLOSED       <--  RST,ACK seq=0 ack=401    ...  CLOSED
           CLOSED       (a: connection reset)              CLOSED
        """)
  }

  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `Figure 10: half-open, and the other side sends`(profile: Profile) {
    var network = Network.established(profile: profile)
    let start = network.transcript.count
    network.crash(.a)
    network.call(.send(octets: 10), on: .b)
    network.settle()
    expect(
      network, from: start,
      draws: """
        1  CLOSED  (a: crash)                              ESTABLISHED
        2  CLOSED  ...  ACK seq=300 ack=100 len=10    <--  ESTABLISHED
        2  CLOSED  <--  ACK seq=300 ack=100 len=10    ...  ESTABLISHED
        3  CLOSED  -->  RST seq=100                   ...  ESTABLISHED
        3  CLOSED  ...  RST seq=100                   -->  CLOSED
        3  CLOSED  (b: connection reset)                   CLOSED
        """)
  }

  @Test(arguments: [Profile.rfc9293, .rfc793])
  func `Figure 11: an old duplicate SYN between two passive sockets`(profile: Profile) {
    var network = Network(b: [4_294_967_290], profile: profile)
    network.call(.openPassive, on: .a)
    network.call(.openPassive, on: .b)
    network.inject(Segment(seq: 4_294_967_295, control: .syn), at: .b)
    network.settle()
    expect(
      network,
      draws: """
        2  LISTEN  ...  SYN seq=4294967295               ~~>  SYN-RECEIVED
        3  LISTEN  ...  SYN,ACK seq=4294967290 ack=0     <--  SYN-RECEIVED
        3  LISTEN  <--  SYN,ACK seq=4294967290 ack=0     ...  SYN-RECEIVED
        4  LISTEN  -->  RST seq=0                        ...  SYN-RECEIVED
        5  LISTEN  ...  RST seq=0                        -->  LISTEN
        """)
  }
}
