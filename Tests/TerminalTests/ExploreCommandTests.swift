import Support
import Testing

private let assassination = """
  client isn 100 100
  server isn 300 400 500
  client may connect, send, close, connect
  server may listen, close, listen
  faults 1
  seek old-data-accepted

  """

/// - Note: Exit codes are those of DESIGN §6: 0 found or "none within", and of sysexits.
@Suite struct `explore` {
  @Test func `prints a run that run plays`() throws {
    let found = try Program.run("explore", "-", input: assassination)
    #expect(found.status == 0 && found.errors == "")
    #expect(found.output.hasPrefix("// old-data-accepted: the simplest way, 1 fault, 26 moves; "))
    #expect(found.output.hasSuffix("expect client ESTABLISHED, server ESTABLISHED\n"))
    let played = try Program.run("run", "-", input: found.output)
    #expect(played.status == 0 && played.errors == "")
    #expect(played.output.contains("TIME-WAIT"))
  }

  @Test func `says that there is none, in both languages`() throws {
    let input = "profile rfc1337\n" + assassination
    let english = try Program.run("explore", "-", input: input)
    #expect(english.status == 0 && english.errors == "")
    #expect(english.output.hasPrefix("old-data-accepted: none within:\n  profile rfc1337\n"))
    let chinese = try Program.run("explore", "-", "--lang", "zh", input: input)
    #expect(chinese.status == 0 && chinese.output.contains("在以下范围内没有") && chinese.output.contains("个状态"))
  }

  @Test func `says what is wrong with its file, with a caret`() throws {
    let unknown = try Program.run("explore", "-", input: assassination.replacing("old-data", with: "old-date"))
    #expect(unknown.status == 65 && unknown.output == "")
    let lines = unknown.errors.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "-:6:6: there is no law “old-date-accepted”",
        "  6 | seek old-date-accepted",
        "    |      ^^^^^^^^^^^^^^^^^",
        "  = one of: belief-without-peer, old-data-accepted, stuck, data-lost, two-connections",
      ])
    let linux = try Program.run("explore", "-", "--lang", "zh", input: "profile linux\n" + assassination)
    #expect(linux.status == 65 && linux.errors.contains("linux 不能搜索"))
    #expect(try Program.run("explore", "/nowhere/at-all").status == 66)
    #expect(try Program.run("explore").status == 64)
  }
}
