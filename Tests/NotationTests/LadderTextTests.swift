import Notation
import Scenario
import Screen
import Testing

@Suite struct `Ladders as text` {
  @Test func `Names, profile and numbered segments`() throws {
    let run = Run(playing: try ScriptParser.parse("profile linux\nclient connect\nstep", file: "test"))
    #expect(
      LadderText.lines(of: run.network) == [
        "             client                  linux                    server",
        "───────────────┬────────────────────────────────────────────────┬───────────────",
        "        CLOSED │                                                │ CLOSED",
        "     connect() │⠒⠢⠤⠤⢄⣀⣀                                         │",
        "      SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
        "               │                 #1 SYN seq=100                 │",
        "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
        "               │                                         ⠉⠉⠑⠒⠒⠢▶│ no connection:",
        "               │                                         ⣀⣀⡠⠤⠤⠔⠒│ RST,ACK",
        "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
        "               │            #2 RST,ACK seq=0 ack=101            │",
        "               │        ⣀●⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
        "               │⠤ ⠒ ⠊ ⠉                                         │",
      ])
  }

  @Test func `What had no room is told below`() throws {
    let source = """
      client isn 4294967290
      server isn 4294967280
      server listen
      client connect
      settle
      client send 1000
      client send 1000
      client send 1000
      client send 1000
      server send 1000
      server send 1000
      server close
      """
    let run = Run(playing: try ScriptParser.parse(source, file: "test"))
    let lines = LadderText.lines(of: run.network, columns: 60)
    let end = try #require(lines.lastIndex(of: ""))
    #expect(lines[(end + 1)...].allSatisfy { $0.hasPrefix("#") && $0.contains("ack=") })
    for number in 4...10 {
      #expect(lines.contains { $0.contains("#\(number) ") || $0.hasSuffix("#\(number)") })
    }
  }

  @Test func `A long run is drawn in parts without a seam`() throws {
    let source = "server listen\nclient connect\nsettle\n" + String(repeating: "client send 5\nsettle\n", count: 100)
    let run = Run(playing: try ScriptParser.parse(source, file: "test"))
    let lines = LadderText.lines(of: run.network)
    #expect(lines.count > 800)
    #expect(
      lines.allSatisfy {
        DisplayWidth.standard.width(of: $0) <= 80 && $0.contains { "│┬".contains($0) } || $0 == lines[0]
      })
    for number in 1...203 { #expect(lines.filter { $0.contains("#\(number) ") }.count == 1) }
  }

  @Test func `Lines keep to the width that there is, down to 60`() throws {
    let run = Run(playing: try ScriptParser.parse("client connect\nserver connect\nsettle", file: "test"))
    for columns in [0, 60, 72, 100, 300] {
      let widest = LadderText.lines(of: run.network, columns: columns, options: .init(glyphs: .ascii)).map(\.count)
        .max()
      #expect(widest == min(max(columns, 60), 100))
    }
  }
}
