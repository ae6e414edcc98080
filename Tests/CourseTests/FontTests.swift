import Support
import Testing

@Suite struct `Numbers and states in prose` {
  private static let script =
    "\n\n```tcp\nclient isn 100\nserver listen\nclient connect\nexpect client SYN-SENT, server LISTEN\n```\n"

  @Test(arguments: [
    "seq is `100`", "序号是 `100`。", "An ISN: `100`.", "`seq=100`", "`client isn 100`",
    "RFC 100 took 100 ms. [100](https://a.b)", "§100.1 and 2MSL, LISTEN", "| seq |\n| --- |\n| `100` |",
  ])
  func `Sound`(text: String) { #expect(findings(in: frontMatter + text + Self.script) == []) }

  @Test(arguments: [
    ("It is `100`.", 11, 8, "it is not said of which field 100 is the number"),
    ("The seq is so. It is `100`.", 11, 23, "it is not said of which field 100 is the number"),
    ("序号如此。它是 `100`。", 11, 10, "it is not said of which field 100 is the number"),
    ("The seq is\n100 here.", 12, 1, "100, a number of the run, belongs in code font"),
    ("`SYN-SENT`, then SYN-SENT's", 11, 18, "the state SYN-SENT belongs in code font"),
  ])
  func `It is said where and what`(text: String, line: Int, column: Int, message: String) {
    #expect(findings(in: frontMatter + text + Self.script) == [Finding(line, column, message)])
  }
}
