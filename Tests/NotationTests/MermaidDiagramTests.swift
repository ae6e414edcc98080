import Notation
import Scenario
import Testing

private func lines(_ source: String) throws -> [String] {
  MermaidDiagram.lines(of: Run(playing: try ScriptParser.parse(source, file: "test")).network)
}

@Suite struct `Mermaid diagrams` {
  @Test func `Level arrows, with a word on those that cross`() throws {
    #expect(
      try lines("client connect\nserver connect\nstep 2") == [
        "sequenceDiagram",
        "  participant a as client",
        "  participant b as server",
        "  Note left of a: CLOSED",
        "  Note right of b: CLOSED",
        "  Note left of a: connect()",
        "  Note left of a: SYN-SENT",
        "  Note right of b: connect()",
        "  Note right of b: SYN-SENT",
        "  a->>b: #35;1 SYN seq=100 [crosses #35;2]",
        "  Note right of b: SYN-RECEIVED",
        "  b->>a: #35;2 SYN seq=300 [crosses #35;1]",
        "  Note left of a: SYN-RECEIVED",
        "  b-)a: #35;3 SYN,ACK seq=300 ack=101 [under way]",
        "  a-)b: #35;4 SYN,ACK seq=100 ack=301 [under way]",
      ])
  }

  @Test func `What is lost, sent again or overtaken`() throws {
    let lost = try lines("server listen\nlose next client SYN\nclient connect\nwait 2s")
    #expect(lost.contains("  a-xb: #35;1 SYN seq=100 [lost]"))
    #expect(lost.contains("  Note left of a: timeout: retransmission"))
    #expect(lost.contains("  a->>b: #35;2 SYN seq=100 [resent]"))
    let overtaken = try lines("server listen\nclient connect\nsettle\nclient send 5\nclient send 6\novertake\nsettle")
    #expect(overtaken.contains("  a->>b: #35;4 ACK seq=101 ack=301 len=5 [overtaken by #35;5] [crosses #35;6]"))
  }

  @Test func `Names and texts are escaped`() throws {
    let escaped = try lines("hosts 甲;# 乙\n乙 listen\n")
    #expect(escaped[1] == "  participant a as 甲#59;#35;")
  }
}
