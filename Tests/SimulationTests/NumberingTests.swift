import Simulation
import TCP
import Testing

@Suite struct `Three notations` {
  private func network(_ isns: [SequenceNumber], _ play: (inout Network) -> Void) -> Network {
    var settings = Network.Settings()
    settings.endpoints.a.initialSequenceNumbers = isns
    var network = Network(settings)
    _ = network.call(.openPassive, on: .b)
    play(&network)
    return network
  }

  private func opened(_ isn: SequenceNumber = 100) -> Network {
    network([isn]) { network in
      _ = network.call(.openActive(), on: .a)
      network.settle()
      _ = network.call(.send(octets: 5), on: .a)
      network.settle()
    }
  }

  private func texts(_ network: Network, _ notation: NumberNotation) -> [String] {
    var numbering = Numbering(notation)
    return network.transcript.compactMap { occurrence in
      numbering.spaces.take(in: occurrence)
      guard case .send(let segment, _, _) = occurrence.kind else { return nil }
      return numbering.text(segment, from: occurrence.host)
    }
  }

  @Test(arguments: [100, 4_294_967_294, 0] as [SequenceNumber])
  func `A handshake and five octets, wherever the numbers begin`(isn: SequenceNumber) {
    let network = opened(isn)
    #expect(
      texts(network, .absolute) == [
        "SYN seq=\(isn)", "SYN,ACK seq=300 ack=\(isn + 1)", "ACK seq=\(isn + 1) ack=301",
        "ACK seq=\(isn + 1) ack=301 len=5", "ACK seq=301 ack=\(isn + 6)",
      ])
    #expect(
      texts(network, .relative) == [
        "SYN seq=0", "SYN,ACK seq=0 ack=1", "ACK seq=1 ack=1", "ACK seq=1 ack=1 len=5", "ACK seq=1 ack=6",
      ])
    #expect(
      texts(network, .letters) == [
        "SYN seq=x", "SYN,ACK seq=y ack=x+1", "ACK seq=x+1 ack=y+1", "ACK seq=x+1 ack=y+1 len=5", "ACK seq=y+1 ack=x+6",
      ])
  }

  @Test func `Every number that a run has used is read back as it was written`() {
    let network = opened(4_294_967_290)
    for notation in NumberNotation.allCases {
      let numbering = Numbering(notation, spaces: SequenceSpaces(of: network.transcript))
      for host in Host.allCases {
        let record = network.endpoints[host].tcb.record
        for number in [record.send.iss, record.send.una, record.send.nxt] {
          let text = numbering.text(number, of: host)
          #expect(numbering.number(text, of: host) == number, "\(text) in \(notation)")
        }
      }
    }
  }

  @Test func `An older number lies before the ISN, and one that somebody took from the other has the other's letter`() {
    let numbering = Numbering(.letters, spaces: SequenceSpaces(of: opened().transcript))
    #expect(numbering.text(90, of: .a) == "x-10")
    #expect(numbering.text(301, of: .a) == "y+1", "the believer acknowledges a number of its own")
    #expect(numbering.text(107, of: .a) == "x+7", "one too many is still x's")
    #expect(Numbering(.relative, spaces: numbering.spaces).text(301, of: .a) == "201")
    #expect(numbering.number("x-10", of: .a) == 90 && numbering.number("Y+1", of: .a) == 301)
    for text in ["", "z", "x+", "x++1", "+1", "x'", "x+1a"] {
      #expect(numbering.number(text, of: .a) == nil, "\(text)")
    }
  }

  @Test func `A reset from CLOSED has the number that the header has`() {
    let network = network([100]) { network in
      _ = network.call(.abort, on: .b)
      _ = network.call(.openActive(), on: .a)
      network.settle()
    }
    #expect(texts(network, .letters) == ["SYN seq=x", "RST,ACK seq=0 ack=x+1"])
    #expect(texts(network, .relative) == ["SYN seq=0", "RST,ACK seq=0 ack=1"])
  }

  @Test func `A second incarnation counts from its own ISN, and what is late belongs to the first`() {
    var settings = Network.Settings()
    settings.endpoints.a.initialSequenceNumbers = [100, 500]
    var network = Network(settings)
    _ = network.call(.openActive(), on: .a)
    network.crash(.a)
    _ = network.call(.openActive(), on: .a)
    let numbering = Numbering(.letters, letters: Pair("i", "j"), spaces: SequenceSpaces(of: network.transcript))
    #expect(numbering.text(500, of: .a) == "i'" && numbering.text(501, of: .a) == "i'+1")
    #expect(numbering.text(101, of: .a) == "i+1")
    #expect(numbering.number("i'+1", of: .a) == 501 && numbering.number("i''", of: .a) == nil)
  }
}
