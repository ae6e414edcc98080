import Bilingual
import Testing

/// Every way in which a line can be wrong: where it is, to the character, and what would be right.
@Suite struct `What is wrong with a line` {
  /// The line; below it carets under what is wrong; the message in English, and a part of the hint.
  struct Case: CustomTestStringConvertible {
    var line: String
    var carets: String
    var message: String
    var hint: String?
    var testDescription: String { line }

    init(_ line: String, _ carets: String, _ message: String, _ hint: String? = nil) {
      self.line = line
      self.carets = carets
      self.message = message
      self.hint = hint
    }
  }

  static let cases: [Case] = [
    .init("foo", "^^^", "“foo” is neither a host nor a verb", "client, server"),
    .init("  foo bar", "  ^^^", "“foo” is neither a host nor a verb", "step, settle, wait"),
    .init("Client", "       ^", "a call, such as connect is missing here"),
    .init("client foo", "       ^^^", "there is no call “foo”", "listen, connect, send, receive, close"),
    .init("client connect now", "               ^^^", "the line should end before “now”", "//"),
    .init("client send", "            ^", "the number of bytes to send is missing here"),
    .init("client send 0", "            ^", "“0” can't be the number of bytes to send", "from 1 to 1000000"),
    .init("client send 1000001", "            ^^^^^^^", "“1000001” can't be the number of bytes to send", "from 1 to"),
    .init("client send many", "            ^^^^", "“many” can't be the number of bytes to send", "whole number"),
    .init("client send -1", "            ^^", "“-1” can't be the number of bytes to send"),
    .init("step 0", "     ^", "“0” can't be a number of steps", "from 1 to 10000"),
    .init("step 10001", "     ^^^^^", "“10001” can't be a number of steps"),
    .init("step 1 2", "       ^", "the line should end before “2”"),
    .init("settle now", "       ^^^", "the line should end before “now”"),
    .init("overtake #1", "         ^^", "the line should end before “#1”"),
    .init("wait", "     ^", "a time is missing here"),
    .init("wait 5", "     ^", "“5” is no time", "ms, s, min or msl"),
    .init("wait s", "     ^", "“s” is no time"),
    .init("wait 5 s", "     ^", "“5” is no time", "in one word"),
    .init("wait 5h", "     ^^", "“5h” is no time"),
    .init("wait -5s", "     ^^^", "“-5s” is no time"),
    .init("wait 1.2.3s", "     ^^^^^^", "“1.2.3s” is no time"),
    .init("wait 10000000000s", "     ^^^^^^^^^^^^", "“10000000000s” is no time"),
    .init("wait until", "           ^", "a host is missing here"),
    .init("wait until foo CLOSED", "           ^^^", "there is no host “foo”", "one of: client, server"),
    .init("wait until client", "                  ^", "a state is missing here"),
    .init("wait until client CLOSD", "                  ^^^^^", "there is no state “CLOSD”", "one of: CLOSED, LISTEN"),
    .init("lose", "     ^", "a segment's number, such as #3 is missing here"),
    .init(
      "lose server SYN", "     ^^^^^^", "next or a segment's number belongs here, not “server”", "lose next server"),
    .init("lose #", "     ^", "“#” is no segment's number", "#3"),
    .init("lose #0", "     ^^", "“#0” is no segment's number"),
    .init("lose #x", "     ^^", "“#x” is no segment's number"),
    .init("lose #3 x2", "        ^^", "the line should end before “x2”"),
    .init("lose next", "          ^", "a host is missing here"),
    .init("lose next foo SYN", "          ^^^", "there is no host “foo”"),
    .init("lose next server", "                 ^", "control bits is missing here"),
    .init("lose next server SIN", "                 ^^^", "“SIN” are no control bits", "SYN FIN RST PSH ACK URG"),
    .init("lose next server SYN ACK", "                     ^^^", "“ACK” is no count", "x2"),
    .init("lose next server SYN x", "                     ^", "“x” is no count"),
    .init("lose next server SYN x0", "                     ^^", "“x0” is no count"),
    .init("lose next server SYN x10001", "                     ^^^^^^", "“x10001” is no count"),
    .init("lose next server SYN x2 y", "                        ^", "the line should end before “y”"),
    .init("duplicate client", "          ^^^^^^", "next or a segment's number belongs here, not “client”"),
    .init("hold next", "          ^", "a host is missing here"),
    .init("delay next client ACK", "                      ^", "a time is missing here"),
    .init("delay next client ACK x2", "                      ^^", "“x2” is no time"),
    .init("delay #3", "         ^", "a time is missing here"),
    .init("release 3", "        ^", "“3” is no segment's number"),
    .init("deliver", "        ^", "a segment's number, such as #3 is missing here"),
    .init("inject", "       ^", "a host is missing here"),
    .init("inject server", "              ^", "control bits is missing here"),
    .init("inject server seq=1", "              ^^^^^", "“seq=1” are no control bits", "none"),
    .init("inject server SYN 90", "                  ^^", "“90” is no field", "seq=90, ack=500, len=10"),
    .init("inject server SYN sec=90", "                  ^^^^^^", "“sec=90” is no field"),
    .init("inject server SYN seq=", "                  ^^^^", "“” is no sequence number", "from 0 to 4294967295"),
    .init("inject server SYN seq=4294967296", "                  ^^^^^^^^^^^^^^", "“4294967296” is no sequence number"),
    .init("inject server SYN seq=-1", "                  ^^^^^^", "“-1” is no sequence number"),
    .init("inject server SYN seq = 90", "                  ^^^", "“seq” is no field", "without spaces"),
    .init(
      "inject server ACK len=65496", "                  ^^^^^^^^^", "“65496” can't be a length in bytes", "0 to 65495"),
    .init("expect", "       ^", "a host is missing here"),
    .init("expect foo LISTEN", "       ^^^", "there is no host “foo”"),
    .init("expect client", "              ^", "a state is missing here"),
    .init("expect client FOO", "              ^^^", "there is no state “FOO”"),
    .init("expect client SYN FOO, server LISTEN", "              ^^^^^^^", "there is no state “SYN FOO”"),
    .init("expect client LISTEN, foo LISTEN", "                      ^^^", "there is no host “foo”"),
    .init("expect sent", "            ^", "a host is missing here"),
    .init("expect sent client", "                   ^", "control bits is missing here"),
    .init("expect sent client SYN seq=x", "                       ^^^^^", "“x” is no sequence number"),
    .init("expect sent client SYN foo=1", "                       ^^^^^", "“foo=1” is no field"),
    .init("expect sent client nothing more", "                           ^^^^", "the line should end before “more”"),
    .init("expect signal client", "                     ^", "a signal in quotation marks is missing here"),
    .init(
      "expect signal client \"reset\"", "                     ^^^^^^^", "there is no signal “reset”", "connection reset"
    ),
    .init("expect in", "          ^", "flight is missing here"),
    .init("expect in fight 2", "          ^^^^^", "flight belongs behind in"),
    .init("expect in flight", "                 ^", "a number of segments is missing here"),
    .init("expect in flight -1", "                 ^^", "“-1” can't be a number of segments"),
    .init("hosts A", "        ^", "a host name is missing here"),
    .init("hosts A a", "        ^", "the two hosts need different names"),
    .init("hosts A settle", "        ^^^^^^", "“settle” is a word of this language, not a name"),
    .init("hosts A B C", "          ^", "the line should end before “C”"),
    .init("profile", "        ^", "a profile is missing here"),
    .init(
      "profile bsd", "        ^^^", "there is no profile “bsd”",
      "one of: rfc9293, rfc793, linux, two-way, no-time-wait, rfc1337"
    ),
    .init("client isn", "           ^", "a sequence number is missing here"),
    .init("client isn 1 x", "             ^", "“x” is no sequence number"),
    .init("client window 65536", "              ^^^^^", "“65536” can't be the window in bytes", "0 to 65535"),
    .init("latency fast", "        ^^^^", "“fast” is no time"),
    .init("msl", "    ^", "a time is missing here"),
    .init("mss 0", "    ^", "“0” can't be the MSS in bytes", "from 1 to 65495"),
  ]

  @Test(arguments: cases)
  func `Every error has its place, its message and what would be right`(wrong: Case) throws {
    // It stands in the third line, behind a comment and one that is right.
    let all = diagnostics("// test\nlatency 1ms\n" + wrong.line + " // comment")
    try #require(all.count == 1, "\(all)")
    let column = wrong.carets.count { $0 == " " } + 1
    let length = wrong.carets.count { $0 == "^" }
    #expect(all[0].location == SourceLocation(line: 3, column: column, length: length))
    #expect(all[0].file == "test.tcp")
    #expect(all[0].sourceLine == wrong.line + " // comment")
    #expect(all[0].message.en == wrong.message)
    #expect(!all[0].message.zh.isEmpty && all[0].message.zh != all[0].message.en)
    if let hint = wrong.hint {
      #expect(all[0].hint?.en.contains(hint) == true, "\(all[0].hint?.en ?? "no hint")")
      #expect(all[0].hint?.zh.isEmpty == false)
    }
  }

  @Test func `Columns count characters, not bytes or columns of a terminal`() {
    let all = diagnostics("hosts 甲 乙\n甲 连接")
    #expect(all.map(\.location) == [SourceLocation(line: 2, column: 3, length: 2)])
  }

  @Test func `Everything that is wrong is told at once, in order`() {
    let all = diagnostics(
      """
      profile bsd
      server listen
      client conect
      latency 50ms
      step 0

      expect client ESTABLISHD
      client close
      """)
    #expect(all.map(\.location.line) == [1, 3, 4, 5, 7])
  }

  @Test(arguments: [
    "hosts A B", "profile rfc793", "client isn 1", "server window 1", "latency 1s", "msl 1s", "mss 1",
  ])
  func `Settings stand before the first line that does something`(line: String) {
    let all = diagnostics("settle\n" + line)
    let first = line.prefix { $0 != " " }.count
    #expect(all.map(\.location) == [SourceLocation(line: 2, column: 1, length: first)])
    #expect(all.first?.message.en == "settings stand before the first line that does something")
    #expect(all.first?.hint?.en == "move this line to the top of the script")
  }

  @Test func `A quotation mark that is not closed is an error`() {
    let all = diagnostics("expect signal client \"connection reset")
    #expect(all.map(\.location) == [SourceLocation(line: 1, column: 22, length: 17)])
  }

  @Test(arguments: ["\"settle\"", "client \"connect\"", "\"step\" 3", "wait \"2s\"", "expect sent client \"SYN\""])
  func `What stands in quotation marks is no word of the language`(line: String) {
    #expect(!diagnostics(line).isEmpty)
  }

  @Test(arguments: ["step +1", "client send +5", "inject server SYN seq=+90", "wait 1.s", "lose #+3"])
  func `Numbers are digits`(line: String) {
    #expect(!diagnostics(line).isEmpty)
  }
}
