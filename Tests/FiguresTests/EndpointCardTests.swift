import Bilingual
import Figures
import Scenario
import Screen
import Simulation
import TCP
import Testing

@Suite struct `Endpoint cards` {
  private func header(
    of network: Network, columns: Int = 80, rows: Int = 3, after count: Int? = nil, now: Instant? = nil,
    mayBeTall: Bool = false, _ language: Language = .en, _ glyphs: Glyphs = .unicode,
    _ notation: NumberNotation = .absolute, _ blanks: Blanks = Blanks()
  ) -> [String] {
    let names = network.settings.displayNames(in: language)
    func card(_ host: Host) -> EndpointCard {
      EndpointCard(
        of: host, name: names[host], in: network.transcript, after: count, now: now, numbering: Numbering(notation),
        blanks: blanks)
    }
    let cards = CardHeader(
      Pair(card(.a), card(.b)), columns: columns, numberColumns: network.settings.numberColumns(in: notation),
      mayBeTall: mayBeTall, language: language, glyphs: glyphs)
    var surface = Surface(columns: columns, rows: min(rows, cards.rows), widths: glyphs.widths)
    cards.draw(on: &surface, in: surface.bounds)
    return surface.lines
  }

  private func header(
    _ source: String, columns: Int = 80, after count: Int? = nil, mayBeTall: Bool = false, _ language: Language = .en,
    _ glyphs: Glyphs = .unicode
  ) throws -> [String] {
    header(of: try played(source), columns: columns, after: count, mayBeTall: mayBeTall, language, glyphs)
  }

  private let handshake = "server listen\nclient connect\nsettle"

  @Test func `Nothing is known before the run`() throws {
    let lines = try header(handshake, after: 0)
    #expect(
      lines == [
        "  client  CLOSED                                                CLOSED  server",
        " SND.NXT ·     RCV.NXT ·                             SND.NXT ·     RCV.NXT ·",
      ])
  }

  @Test func `A SYN is sent, and its sender does not know the peer's number`() throws {
    let lines = try header(handshake, after: 5)
    #expect(
      lines == [
        "  client  SYN-SENT          retransmit                          LISTEN  server",
        " SND.NXT 101   RCV.NXT ·    ▰▰▰▰ 1.00 s              SND.NXT ·     RCV.NXT ·",
      ])
  }

  @Test func `Timers run down, and state and numbers are those of then`() throws {
    let lines = try header(handshake, after: 8, .zh)
    #expect(
      lines == [
        "  客户端  SYN-SENT          重传                重传      SYN-RECEIVED  服务器",
        " SND.NXT 101   RCV.NXT ·    ▰▰▰▰ 0.95 s  ▰▰▰▰ 1.00 s SND.NXT 301   RCV.NXT 101",
      ])
  }

  @Test func `ASCII has bars and dashes of its own`() throws {
    let lines = try header(handshake, after: 5, .en, .ascii)
    #expect(
      lines == [
        "  client  SYN-SENT          retransmit                          LISTEN  server",
        " SND.NXT 101   RCV.NXT -    #### 1.00 s              SND.NXT -     RCV.NXT -",
      ])
  }

  @Test func `Long numbers leave a timer the first row`() throws {
    let long = "client isn 4294967289\nserver isn 4294967288\n"
    let lines = try header(long + handshake + "\nclient close")
    #expect(
      lines == [
        "  client  FIN-WAIT-1    RTO ▰▰▰▰ 1.00 s                    ESTABLISHED  server",
        " SND.NXT 4294967291  RCV.NXT 4294967289  SND.NXT 4294967289  RCV.NXT 4294967290",
      ])
  }

  @Test func `Where there is room, each variable has a row`() throws {
    let lines = try header(handshake, columns: 72, after: 8, mayBeTall: true)
    #expect(
      lines == [
        "  client  SYN-SENT                                SYN-RECEIVED  server",
        " SND.NXT 101   retransmit                      retransmit   301 SND.NXT",
        " RCV.NXT ·     ▰▰▰▰▰▰▰▰ 0.95 s            ▰▰▰▰▰▰▰▰ 1.00 s   101 RCV.NXT",
      ])
  }

  @Test func `Where two rows have no room for the numbers, there are three`() throws {
    let lines = try header("client isn 4294967289\n" + handshake, columns: 60)
    #expect(
      lines == [
        "  client  ESTABLISHED                  ESTABLISHED  server",
        " SND.NXT 4294967290                             301 SND.NXT",
        " RCV.NXT 301                             4294967290 RCV.NXT",
      ])
  }

  @Test func `A name of thirty Chinese characters is cut, and cuts nothing else`() throws {
    let name = String(repeating: "很长的主机名", count: 5)
    let lines = try header("hosts \(name) server\n" + "server listen\n\(name) connect\nsettle", columns: 60)
    #expect(
      lines == [
        "  很长的主机…  ESTABLISHED             ESTABLISHED  server",
        " SND.NXT 101   RCV.NXT 301       SND.NXT 301   RCV.NXT 101",
      ])
  }

  @Test func `No call stays that has returned`() throws {
    let shown = try header(handshake, columns: 200).joined()
    for call in ["listen", "connect", "CONNECT", "LISTEN"] { #expect(!shown.contains(call)) }
  }

  // MARK: Columns

  /// The columns at which each label of a card begins.
  private func columns(of labels: [String], in lines: [String]) -> [[Int]] {
    labels.map { label in
      lines.map { "\($0) " }.flatMap { line in
        line.ranges(of: label).map { DisplayWidth.standard.width(of: String(line[..<$0.lowerBound])) }
      }
    }
  }

  @Test(arguments: [60, 80, 100, 120], busyScripts)
  func `Nothing moves sideways, whatever happens`(columns: Int, script: String) throws {
    let network = try played(script)
    for notation in NumberNotation.allCases {
      for language in Language.allCases {
        let names = network.settings.displayNames(in: language)
        let labels = ["SND.NXT", "RCV.NXT", " \(names.a) ", " \(names.b) "]
        let first = self.columns(
          of: labels, in: header(of: network, columns: columns, after: 0, language, .unicode, notation))
        #expect(first.map(\.count) == [2, 2, 1, 1])
        for count in 1...network.transcript.count {
          let lines = header(of: network, columns: columns, after: count, language, .unicode, notation)
          #expect(self.columns(of: labels, in: lines) == first)
        }
      }
    }
  }

  @Test(arguments: [80, 120], Language.allCases)
  func `A timer that runs down stays where it is`(columns: Int, language: Language) throws {
    let network = try played("server listen\nlose next client SYN\nclient connect")
    let places = (0..<100).map { (hundredths: Int64) in
      let now = network.now + .milliseconds(10 * hundredths)
      let lines = header(of: network, columns: columns, now: now, language)
      return self.columns(of: ["▰", " s"], in: lines).map { [$0.first, $0.last] }
    }
    #expect(Set(places.map { $0[0][0] }).count == 1, "the bar begins where it began")
    #expect(Set(places.map { $0[1] }).count == 1, "the time ends where it ended")
  }

  // MARK: Timers

  @Test func `The user timer is not shown until less than a tenth of it is left`() throws {
    // Text that the peer's window has no room for is not retransmitted.
    let waiting = "server window 0\n" + handshake + "\nclient send 5\n"
    for (seconds, isShown) in [(269, false), (275, true)] {
      let network = try played(waiting + "wait \(seconds)s")
      #expect(header(of: network, now: network.now, .zh).joined().contains("用户超时") == isShown)
    }
  }

  @Test func `A bar is full when its timer is set, and has a cell until it is due`() throws {
    let network = try played("server listen\nlose next client SYN\nclient connect")
    func full(_ milliseconds: Int64) -> Int {
      header(of: network, now: network.now + .milliseconds(milliseconds)).joined().count { $0 == "▰" }
    }
    #expect(full(0) == 4)
    #expect(full(500) == 2)
    #expect(full(999) == 1)
    #expect(full(1000) == 0)
  }

  // MARK: Blanks

  @Test func `What is asked for is blank, and only that`() throws {
    let network = try played(handshake + "\nclient close")
    var blanks = Blanks()
    blanks.states = [.a]
    blanks.sendNext = [.a]
    blanks.receiveNext = [.b]
    blanks.timers = [.a]
    let lines = header(of: network, .en, .unicode, .absolute, blanks)
    #expect(
      lines == [
        "  client  ?                                                ESTABLISHED  server",
        " SND.NXT ?     RCV.NXT 301  ?                        SND.NXT 301   RCV.NXT ?",
      ])
  }

  // MARK: Sizes

  @Test(arguments: [(0, 0), (1, 1), (3, 2), (10, 1), (20, 20), (43, 3), (59, 3)])
  func `Every size survives everything`(columns: Int, rows: Int) throws {
    let network = try played(handshake + "\nclient close")
    for language in Language.allCases {
      #expect(header(of: network, columns: columns, rows: rows, language).count <= rows)
    }
  }
}
