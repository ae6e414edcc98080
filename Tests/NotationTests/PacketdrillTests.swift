import Bilingual
import Notation
import Simulation
import TCP
import Testing

private func parsed(_ network: Network, _ host: Host) throws -> PacketdrillGrammar {
  try PacketdrillGrammar(Packetdrill.script(of: network, host: host).joined(separator: "\n") + "\n")
}

/// The script without its heading, which says the same for all.
private func body(_ run: RunToExport, _ host: Host) throws -> String {
  Packetdrill.script(of: try run.played(), host: host).dropFirst(5).joined(separator: "\n")
}

@Suite struct `packetdrill scripts` {
  @Test(arguments: RunToExport.all, Host.allCases)
  func `The grammar accepts every script`(run: RunToExport, host: Host) throws {
    #expect(try parsed(try run.played(), host).socketFaults == [])
  }

  @Test(arguments: RunToExport.all, Host.allCases)
  func `Every segment of the host is told once, in order`(run: RunToExport, host: Host) throws {
    let network = try run.played()
    let told = Packetdrill.script(of: network, host: host).compactMap { line in
      ["<", ">"].first { line.contains(" \($0) ") }
    }
    let happened = network.transcript.compactMap { occurrence -> String? in
      guard occurrence.host == host else { return nil }
      switch occurrence.kind {
      case .send: return ">"
      case .arrive: return "<"
      default: return nil
      }
    }
    #expect(told == happened)
  }

  @Test(arguments: [RunToExport.figure6, .figure7, .figure12, .figure13, .loss, .data], Host.allCases)
  func `Times, numbers, windows and flags are the run's`(run: RunToExport, host: Host) throws {
    let network = try run.played()
    let isn = Pair(network.endpoints.a.configuration, network.endpoints.b.configuration)
    var time = 0
    var segments: [String] = []
    for event in try parsed(network, host).events {
      time += event.time
      guard case .segment(let segment) = event.action else { continue }
      let sender = segment.isInbound ? host.peer : host
      let seq = isn[sender].initialSequenceNumbers[0] + segment.start
      let ack = segment.ack.map { isn[sender.peer].initialSequenceNumbers[0] + $0 }
      segments.append(
        "\(time) \(segment.flags) \(seq) \(ack?.description ?? "") \(segment.length) \(segment.window ?? 0)")
    }
    #expect(segments == expected(network, host))
  }

  private func expected(_ network: Network, _ host: Host) -> [String] {
    network.transcript.compactMap { occurrence in
      guard occurrence.host == host else { return nil }
      let time = occurrence.time.nanoseconds / 1000
      switch occurrence.kind {
      case .send(let segment, _, _): return "\(time) \(words(segment)) 0"
      case .arrive(let segment, _, _): return "\(time) \(words(segment)) \(segment.window)"
      default: return nil
      }
    }
  }

  private func words(_ segment: Segment) -> String {
    let letters: [(ControlBits, String)] = [(.fin, "F"), (.syn, "S"), (.rst, "R"), (.ack, ".")]
    let flags = letters.filter { segment.has($0.0) }.map(\.1).joined()
    return "\(flags) \(segment.seq) \(segment.has(.ack) ? "\(segment.ack)" : "") \(segment.text)"
  }
}

extension PacketdrillGrammar {
  /// What is wrong with the script's sockets, in order.
  ///
  /// A socket is used between the call that makes it and the one that closes it, and one call at a time blocks.
  var socketFaults: [String] {
    var faults: [String] = []
    var open: Set<Int> = []
    var now = 0
    var blockedUntil = 0
    for event in events {
      let previous = now
      now += event.time
      guard case .call(let call) = event.action else { continue }
      if now < blockedUntil { faults.append("\(call.name) while another call blocks") }
      if let end = call.end { blockedUntil = previous + end }
      if let socket = call.socket, !open.contains(socket) { faults.append("\(call.name) of \(socket)") }
      switch (call.name, call.socket, call.result) {
      case ("socket", _, let socket?), ("accept", _, let socket?):
        if !open.insert(socket).inserted { faults.append("\(socket) again") }
      case ("close", let socket?, _): open.remove(socket)
      default: break
      }
    }
    return faults
  }
}
