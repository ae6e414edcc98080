import Scenario
import Testing

@Suite struct `A fault that meets no segment` {
  private func unmet(_ source: String) throws -> [String] {
    let script = try ScriptParser.parse(source, file: "test")
    let found = Run(playing: script).unmetFaults(of: script.statements)
    #expect(found.allSatisfy { $0.message.zh != $0.message.en && $0.sourceLine.contains("next") })
    return found.map { "\($0.location.line): \($0.message.en); \($0.hint?.en ?? "")" }
  }

  @Test func `Is told with what that host has sent`() throws {
    #expect(
      try unmet("lose next client FIN\nserver listen\nclient connect\nsettle") == [
        "1: this line has met no segment; client has sent SYN and ACK; a fault is for what is sent below its line"
      ])
    #expect(
      try unmet("server listen\n hold next server SYN,ACK") == [
        "2: this line has met no segment; server has sent nothing"
      ])
  }

  @Test func `Counts how often it was to happen`() throws {
    let source = "lose next client SYN x3\nserver listen\nclient connect\nwait 1.5s\n"
    #expect(try unmet(source).first?.hasPrefix("1: this line has met 2 of 3 segments; ") == true)
    #expect(try unmet(source + "wait 2s") == [])
  }

  @Test func `Is the lower of two lines alike, and none of a run that stopped`() throws {
    let source = "server listen\nlose next client SYN\nlose next client SYN\nclient connect\n"
    #expect(try unmet(source).map { $0.prefix(2) } == ["3:"])
    #expect(try unmet("lose next client FIN\nstep") == [])
  }
}
