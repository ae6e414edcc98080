import Simulation
import TCP
import Testing

/// What RFC 9293 §3.10.7 makes of the figures when something is lost, merged or early.
@Suite struct `RFC 9293 §3.10.7 Derived runs` {
  @Test func `A three-segment close: the FIN acknowledges the FIN, and FIN-WAIT-1 leads straight to TIME-WAIT`() {
    var network = Network.established()
    let start = network.transcript.count
    network.plan(Fault(.lose, host: .b, control: .ack))
    network.call(.close, on: .a)
    network.step()
    network.call(.close, on: .b)
    network.settle()
    expect(
      network, from: start,
      draws: """
        FIN-WAIT-1  -->  FIN,ACK seq=100 ack=300  ...  ESTABLISHED
        FIN-WAIT-1  ...  FIN,ACK seq=100 ack=300  -->  CLOSE-WAIT
        FIN-WAIT-1       (b: connection closing)       CLOSE-WAIT
        FIN-WAIT-1  ...  ACK seq=300 ack=101      <--  CLOSE-WAIT
        FIN-WAIT-1       ACK seq=300 ack=101      x--  CLOSE-WAIT
        FIN-WAIT-1  ...  FIN,ACK seq=300 ack=101  <--  LAST-ACK
        TIME-WAIT   <--  FIN,ACK seq=300 ack=101  ...  LAST-ACK
        TIME-WAIT        (a: connection closing)       LAST-ACK
        TIME-WAIT   -->  ACK seq=101 ack=301      ...  LAST-ACK
        TIME-WAIT   ...  ACK seq=101 ack=301      -->  CLOSED
        """)
  }

  @Test func `The last ACK is lost: the FIN comes again, is acknowledged again, and 2MSL begins anew`() {
    var network = Network.established()
    network.call(.close, on: .a)
    network.step(2)
    let start = network.transcript.count
    network.plan(Fault(.lose, host: .a, control: .ack))
    network.call(.close, on: .b)
    network.step()
    #expect(network.endpoints.a.tcb.timers[.timeWait] == .start + .milliseconds(300) + .minutes(4))
    network.wait(.seconds(2))
    expect(
      network, from: start,
      draws: """
        FIN-WAIT-2  ...  FIN,ACK seq=300 ack=101  <--  LAST-ACK
        TIME-WAIT   <--  FIN,ACK seq=300 ack=101  ...  LAST-ACK
        TIME-WAIT        (a: connection closing)       LAST-ACK
        TIME-WAIT   -->  ACK seq=101 ack=301      ...  LAST-ACK
        TIME-WAIT   --x  ACK seq=101 ack=301           LAST-ACK
        TIME-WAIT        (b: retransmission)           LAST-ACK
        TIME-WAIT   ...  FIN,ACK seq=300 ack=101  <--  LAST-ACK
        TIME-WAIT   <--  FIN,ACK seq=300 ack=101  ...  LAST-ACK
        TIME-WAIT   -->  ACK seq=101 ack=301      ...  LAST-ACK
        TIME-WAIT   ...  ACK seq=101 ack=301      -->  CLOSED
        """)
    #expect(network.endpoints.a.tcb.timers[.timeWait] == .start + .milliseconds(1300) + .minutes(4))
  }

  @Test func `The third segment is lost and A sends: its text alone opens B, and is acknowledged by 111`() {
    var network = Network()
    network.call(.openPassive, on: .b)
    network.plan(Fault(.lose, host: .a, control: .ack))
    network.call(.openActive(), on: .a)
    network.step(2)
    let start = network.transcript.count
    network.call(.send(octets: 10), on: .a)
    network.settle()
    expect(
      network, from: start,
      draws: """
        ESTABLISHED  -->  ACK seq=101 ack=301 len=10  ...  SYN-RECEIVED
        ESTABLISHED  ...  ACK seq=101 ack=301 len=10  -->  ESTABLISHED
        ESTABLISHED  ...  ACK seq=301 ack=111         <--  ESTABLISHED
        ESTABLISHED  <--  ACK seq=301 ack=111         ...  ESTABLISHED
        """)
  }

  @Test func `The third segment is lost and A is silent: B sends its SYN,ACK again, A acknowledges again`() {
    var network = Network()
    network.call(.openPassive, on: .b)
    network.plan(Fault(.lose, host: .a, control: .ack))
    network.call(.openActive(), on: .a)
    network.step(2)
    let start = network.transcript.count
    network.wait(.seconds(2))
    expect(
      network, from: start,
      draws: """
        ESTABLISHED       (b: retransmission)           SYN-RECEIVED
        ESTABLISHED  ...  SYN,ACK seq=300 ack=101  <--  SYN-RECEIVED
        ESTABLISHED  <--  SYN,ACK seq=300 ack=101  ...  SYN-RECEIVED
        ESTABLISHED  -->  ACK seq=101 ack=301      ...  SYN-RECEIVED
        ESTABLISHED  ...  ACK seq=101 ack=301      -->  ESTABLISHED
        """)
  }

  @Test func `A FIN that comes before the third segment leads from SYN-RECEIVED to CLOSE-WAIT`() {
    var network = Network()
    network.call(.openPassive, on: .b)
    network.plan(Fault(.lose, host: .a, control: .ack))
    network.call(.openActive(), on: .a)
    network.step(2)
    let start = network.transcript.count
    network.call(.close, on: .a)
    network.settle()
    expect(
      network, from: start,
      draws: """
        FIN-WAIT-1  -->  FIN,ACK seq=101 ack=301  ...  SYN-RECEIVED
        FIN-WAIT-1  ...  FIN,ACK seq=101 ack=301  -->  CLOSE-WAIT
        FIN-WAIT-1       (b: connection closing)       CLOSE-WAIT
        FIN-WAIT-1  ...  ACK seq=301 ack=102      <--  CLOSE-WAIT
        FIN-WAIT-2  <--  ACK seq=301 ack=102      ...  CLOSE-WAIT
        """)
  }

  @Test(arguments: [(0, SequenceNumber(2001)), (10, 2011)])
  func `A SYN to a closed port is refused; its text counts`(text: Int, ack: SequenceNumber) {
    var network = Network()
    network.inject(Segment(seq: 2000, control: .syn, text: text), at: .b)
    #expect(network.inFlight.map(\.segment.description) == ["RST,ACK seq=0 ack=\(ack)"])
  }

  @Test func `A connect to a closed port: connection reset`() {
    var network = Network()
    network.call(.openActive(), on: .a)
    network.settle()
    expect(
      network,
      draws: """
        SYN-SENT  -->  SYN seq=100            ...  CLOSED
        SYN-SENT  ...  SYN seq=100            -->  CLOSED
        SYN-SENT  ...  RST,ACK seq=0 ack=101  <--  CLOSED
        CLOSED    <--  RST,ACK seq=0 ack=101  ...  CLOSED
        CLOSED         (a: connection reset)       CLOSED
        """)
  }

  @Test func `An ACK to a listener is reset by SEQ=SEG.ACK`() {
    var network = Network()
    network.call(.openPassive, on: .b)
    network.inject(Segment(seq: 2000, ack: 500, control: .ack), at: .b)
    #expect(network.inFlight.map(\.segment.description) == ["RST seq=500"])
    #expect(network.state(of: .b) == .listen)
  }

  @Test func `Both last ACKs of a simultaneous close are lost: the FINs come again, and both get to TIME-WAIT`() {
    var network = Network.established()
    network.call(.close, on: .a)
    network.call(.close, on: .b)
    for host in Host.allCases { network.plan(Fault(.lose, host: host, control: .ack)) }
    network.step(2)
    #expect(network.states == "CLOSING CLOSING" && network.inFlight.isEmpty)
    let start = network.transcript.count
    network.wait(.seconds(2))
    expect(
      network, from: start,
      draws: """
        CLOSING         (a: retransmission)           CLOSING
        CLOSING    -->  FIN,ACK seq=100 ack=301  ...  CLOSING
        CLOSING         (b: retransmission)           CLOSING
        CLOSING    ...  FIN,ACK seq=300 ack=101  <--  CLOSING
        CLOSING    ...  FIN,ACK seq=100 ack=301  -->  CLOSING
        CLOSING    ...  ACK seq=301 ack=101      <--  CLOSING
        CLOSING    <--  FIN,ACK seq=300 ack=101  ...  CLOSING
        CLOSING    -->  ACK seq=101 ack=301      ...  CLOSING
        TIME-WAIT  <--  ACK seq=301 ack=101      ...  CLOSING
        TIME-WAIT  ...  ACK seq=101 ack=301      -->  TIME-WAIT
        """)
  }

  /// The SYN again finds SYN-RECEIVED and has the SYN,ACK go out again; B's own timer, due at that very moment, sends
  /// one more. A acknowledges both.
  @Test func `The SYN,ACK is lost: it comes again, for the SYN and by its own timer`() {
    var network = Network()
    network.call(.openPassive, on: .b)
    network.plan(Fault(.lose, host: .b, control: [.syn, .ack]))
    network.call(.openActive(), on: .a)
    network.step()
    let start = network.transcript.count
    network.wait(.seconds(2))
    expect(
      network, from: start,
      draws: """
        SYN-SENT          (a: retransmission)           SYN-RECEIVED
        SYN-SENT     -->  SYN seq=100              ...  SYN-RECEIVED
        SYN-SENT     ...  SYN seq=100              -->  SYN-RECEIVED
        SYN-SENT     ...  SYN,ACK seq=300 ack=101  <--  SYN-RECEIVED
        SYN-SENT          (b: retransmission)           SYN-RECEIVED
        SYN-SENT     ...  SYN,ACK seq=300 ack=101  <--  SYN-RECEIVED
        ESTABLISHED  <--  SYN,ACK seq=300 ack=101  ...  SYN-RECEIVED
        ESTABLISHED  -->  ACK seq=101 ack=301      ...  SYN-RECEIVED
        ESTABLISHED  <--  SYN,ACK seq=300 ack=101  ...  SYN-RECEIVED
        ESTABLISHED  -->  ACK seq=101 ack=301      ...  SYN-RECEIVED
        ESTABLISHED  ...  ACK seq=101 ack=301      -->  ESTABLISHED
        ESTABLISHED  ...  ACK seq=101 ack=301      -->  ESTABLISHED
        """)
  }
}
