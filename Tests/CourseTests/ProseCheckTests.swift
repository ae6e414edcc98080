import Course
import Support
import Testing

@Suite struct `What prose sets in code font` {
  /// A handshake up to the SYN,ACK, and 7 octets that an injected segment bears.
  private static let script = """
    ```tcp
    client isn 100 4000000000
    server listen
    client connect
    step
    inject client PSH,ACK seq=77 ack=5 len=7
    ```
    """

  private func findings(_ text: String, exceptions: String = "") -> [Finding] {
    CourseTests.findings(below: "\(text)\n\n\(Self.script)\n\(exceptions)")
  }

  @Test(arguments: [
    "100", "4000000000", "300", "101", "77", "7", "0", "SYN", "ACK", "SYN,ACK", "PSH,ACK", "seq=100", "SEQ=300",
    "ack=101",
    "len=7", "len=0", "CLOSED", "LISTEN", "SYN-SENT", "SYN-RECEIVED", "SYN,ACK seq=300 ack=101", "100,300",
    "seq=100, ack=101",
    "LISTEN → SYN-RECEIVED", "inject client PSH,ACK seq=77 ack=5 len=7",
    // These claim nothing.
    "seq=i", "seq=i+1", "ack", "seq", "none", "close", "CLOSE", "listen", "listen()", "close()", "1.6s", "2msl", "#3",
    "snd.nxt=5", "why-three", "connection closing", "-5", "RFC", "10.3.6", "0x64", "SYN?", ",", "a,b", "",
  ])
  func `Shown, or no claim`(text: String) {
    #expect(findings("a `\(text)` b") == [])
  }

  @Test(arguments: [
    ("102", 0, "by the end of this beat the run has not shown 102"),
    ("100,102", 4, "by the end of this beat the run has not shown 102"),
    ("client send 9", 12, "by the end of this beat the run has not shown 9"),
    ("4294967296", 0, "no segment can bear 4294967296"),
    ("seq=1O0", 0, "no segment can bear seq=1O0"),
    ("FIN", 0, "by the end of this beat no FIN has been sent"),
    ("SYN,FIN", 0, "by the end of this beat no SYN,FIN has been sent"),
    ("SYN+ACK", 0, "“SYN+ACK” should be written SYN,ACK"),
    ("ACK,SYN", 0, "“ACK,SYN” should be written SYN,ACK"),
    ("SYN-ACK", 0, "“SYN-ACK” should be written SYN,ACK"),
    ("syn", 0, "“syn” should be written SYN"),
    ("seq=101", 0, "by the end of this beat no segment with seq=101 has been sent"),
    ("ack=100", 0, "by the end of this beat no segment with ack=100 has been sent"),
    ("len=5", 0, "by the end of this beat no segment with len=5 has been sent"),
    ("ESTABLISHED", 0, "by the end of this beat neither end has been in ESTABLISHED"),
    ("LISTEN → LAST-ACK", 9, "by the end of this beat neither end has been in LAST-ACK"),
    ("SYN RCVD", 0, "“SYN RCVD” should be written SYN-RECEIVED"),
    ("in SYN_SENT", 3, "“SYN_SENT” should be written SYN-SENT"),
    ("FIN WAIT 1", 0, "“FIN WAIT 1” should be written FIN-WAIT-1"),
    ("Listen", 0, "“Listen” should be written LISTEN"),
    ("SYN seq=300 ack=101", 0, "by the end of this beat no single segment is “SYN seq=300 ack=101”"),
    ("SYN,ACK seq=100", 0, "by the end of this beat no single segment is “SYN,ACK seq=100”"),
  ])
  func `Not shown`(text: String, offset: Int, message: String) {
    #expect(findings("a `\(text)` b") == [Finding(11, 4 + offset, message)])
    #expect(findings("a `\(text)` b", exceptions: "<!-- not in the run: `\(text)` -->") == [])
  }

  @Test func `A stretch that is broken over lines`() {
    #expect(
      findings("- a `SYN 102\n     103\n  FIN`").map { [$0.line, $0.column] } == [[11, 10], [12, 6], [13, 3]])
  }

  @Test func `An exception that is not needed is an error`() {
    #expect(
      findings("`102`", exceptions: "<!-- not in the run: `102`, `103`, `100` -->").map(\.message) == [
        "the exception 103 is not needed: the beat doesn't have it, or the run shows it",
        "the exception 100 is not needed: the beat doesn't have it, or the run shows it",
      ])
  }

  @Test func `An exception holds for its beat only`() {
    #expect(
      findings(
        "`102`",
        exceptions: "<!-- not in the run: `102` -->\n\n## b `102`\n<!-- beat: b -->\n- `102`\n\n| `102` |\n| --- |\n"
      ).map(\.column) == [7, 4, 4])
  }

  @Test func `Notes, code blocks and titles`() {
    #expect(
      findings("a", exceptions: "```notes\nMany say `102`.\n```\n```text\n102\n```\n## `102`\n<!-- beat: b -->\n").map(
        \.line) == [26])
  }

  @Test func `What a later beat shows is not shown yet`() {
    #expect(
      CourseTests.findings(below: "`SYN-SENT`\n\n## b\n<!-- beat: b -->\n```tcp\nclient connect\n```\n`SYN-SENT`\n")
        == [
          Finding(11, 2, "by the end of this beat neither end has been in SYN-SENT")
        ])
  }

  @Test func `Where the run stops, only that is said`() {
    #expect(
      CourseTests.findings(below: "`102`\n## b\n<!-- beat: b -->\n`102`\n```tcp\nstep\n```\n").map(\.line) == [11, 16])
  }
}

@Suite struct `What is told and not run` {
  private static let comment = "<!-- told: a figure; source: RFC 9293 §3.5 -->\n"

  @Test(arguments: [
    ("`RST` and `seq=5`\n\n\(comment)", 0, 0, ""),
    ("`RST seq=5`\n\n\(comment)\n`102`\n", 15, 2, "by the end of this beat the run has not shown 102"),
    ("`102`\n\n`103`\n\n\(comment)", 11, 2, "by the end of this beat the run has not shown 102"),
    ("`SYN_SENT`\n\n\(comment)", 11, 2, "“SYN_SENT” should be written SYN-SENT"),
    ("`CLOSED`\n\n\(comment)", 13, 1, "this comment is not needed: the run shows all of the paragraph"),
    ("`RST`\n\n<!-- told: a figure -->\n", 13, 1, "what is told and not run needs a source"),
    ("`RST`\n\n<!-- told: -->\n", 13, 6, "told has no value"),
    ("`RST`\n\n<!-- told: a; sources: b -->\n", 13, 15, "the key “sources” is unknown"),
    ("`RST`\n\n\(comment)\n\(comment)", 15, 1, "the paragraph has such a comment already"),
    (comment + "`CLOSED`\n", 11, 1, "this comment belongs below the paragraph that it is about"),
  ])
  func `Its paragraph has a comment with a source`(body: String, line: Int, column: Int, message: String) {
    #expect(findings(below: body).first == (line == 0 ? nil : Finding(line, column, message)))
  }
}
