import Figures
import Screen
import Simulation
import TCP
import Testing

@Suite struct `Endpoint cards` {
  private func header(
    _ source: String, columns: Int = 80, rows: Int = 2, after count: Int? = nil
  ) throws -> [String] {
    let network = try played(source)
    let names = network.settings.names
    var surface = Surface(columns: columns, rows: rows, widths: .standard)
    EndpointCard.drawHeader(
      Pair(
        EndpointCard(of: .a, names: names, in: network.transcript, after: count),
        EndpointCard(of: .b, names: names, in: network.transcript, after: count)), on: &surface, in: surface.bounds,
      glyphs: .unicode)
    return surface.lines
  }

  private let handshake = "server listen\nclient connect\nsettle"

  @Test func `Nothing is known before the run`() throws {
    #expect(
      try header(handshake, after: 0) == [
        " client                                                                  server",
        " CLOSED            snd.nxt – rcv.nxt –    snd.nxt – rcv.nxt –            CLOSED",
      ])
  }

  @Test func `A SYN is sent, and its sender does not know the peer's number`() throws {
    #expect(
      try header(handshake, after: 5) == [
        " client            RTO 1 s  USER 300 s                         listen()  server",
        " SYN-SENT        snd.nxt 101 rcv.nxt –    snd.nxt – rcv.nxt –            LISTEN",
      ])
  }

  @Test func `Timers run down, and state and numbers are those of then`() throws {
    #expect(
      try header(handshake, after: 8) == [
        " client      RTO 0.95 s  USER 299.95 s    RTO 1 s  USER 300 s  listen()  server",
        " SYN-SENT        snd.nxt 101 rcv.nxt –    snd.nxt 301 rcv.nxt 101  SYN-RECEIVED",
      ])
  }

  @Test func `Long numbers have room in two rows`() throws {
    #expect(
      try header("client isn 4294967289\nserver isn 4294967288\n" + handshake) == [
        " client  connect()  rcv.nxt 4294967289    rcv.nxt 4294967290   listen()  server",
        " ESTABLISHED        snd.nxt 4294967290    snd.nxt 4294967289        ESTABLISHED",
      ])
  }

  @Test func `More columns show more`() throws {
    #expect(
      try header(handshake, columns: 140)[1]
        == " ESTABLISHED       snd.una 101 snd.nxt 101 snd.wnd 65535 rcv.nxt 301"
        + "    snd.una 301 snd.nxt 301 snd.wnd 65535 rcv.nxt 101       ESTABLISHED")
  }

  @Test(arguments: [(0, 0), (1, 1), (3, 2), (10, 1), (20, 20)])
  func `Every size survives everything`(columns: Int, rows: Int) throws {
    let network = try played(handshake)
    let card = EndpointCard(of: .a, names: network.settings.names, in: network.transcript)
    var surface = Surface(columns: columns, rows: rows, widths: .standard)
    card.drawHalf(on: &surface, in: surface.bounds, glyphs: .unicode)
    #expect(surface.lines.count == rows)
    #expect(try header(handshake, columns: columns, rows: rows).count == rows)
  }
}
