import Bilingual
import Simulation
import Support
import TCP
import Testing

@testable import Quiz

@Suite struct `Texts with placeholders` {
  private let known = Known(
    host: Localized(zh: "客户端", en: "client"), peer: Localized(zh: "服务器", en: "server"),
    numbers: ["i": Number(4_294_967_295, in: .a), "j": Number(300, in: .b), "n": Number(5)])

  private var numbering: Numbering {
    var settings = Network.Settings()
    settings.endpoints.a.initialSequenceNumbers = [4_294_967_295]
    var network = Network(settings)
    _ = network.call(.openPassive, on: .b)
    _ = network.call(.openActive(), on: .a)
    while network.advance() == true {
      if network.inFlight.isEmpty { break }
    }
    return Numbering(spaces: SequenceSpaces(of: network.transcript))
  }

  private func text(_ zh: String, _ en: String, _ notation: NumberNotation = .absolute) throws -> Localized {
    var numbering = numbering
    numbering.notation = notation
    return try Template(Localized(zh: zh, en: en)).filled(with: known).text(numbering)
  }

  @Test func `have numbers of a space in the notation in use, counts as they are, and hosts by name`() throws {
    let (zh, en) = (
      "{host}的 SYN 用了 {i}，下一个是 {i+1}；{n} 字节之后是 {i+n+1}。",
      "{host}'s SYN took {i}, so {i+1} comes next; after {n} bytes {i+n+1}."
    )
    #expect(try text(zh, en).zh == "客户端的 SYN 用了 4294967295，下一个是 0；5 字节之后是 5。")
    #expect(try text(zh, en, .relative).en == "client's SYN took 0, so 1 comes next; after 5 bytes 6.")
    #expect(try text(zh, en, .letters).en == "client's SYN took x, so x+1 comes next; after 5 bytes x+6.")
    #expect(try text("{i+1-i} {peer} {j-1}", "{j-1} {i+1-i} {peer}", .letters).zh == "1 服务器 y-1")
    #expect(try text("没有占位符", "none").en == "none")
  }

  @Test(arguments: [
    ("{i", "{i", "a “{” is never closed by a “}”"), ("i}", "i}", "a “}” has no “{” before it"),
    ("{}", "{}", "a placeholder is empty"), ("{ }", "{ }", "a placeholder is empty"),
    ("{i} {n}", "{i}", "{n} is missing in the English text"),
    ("{i}", "{i} {host}", "{host} is missing in the Chinese text"),
    ("{i*2}", "{i*2}", "“i*2” in “i*2” is no variable and no number"),
  ])
  func `that are wrong are told when they are read`(zh: String, en: String, message: String) throws {
    let problem = try #require(throws: LineProblem.self) { try Template(Localized(zh: zh, en: en)) }
    #expect(problem.message.en == message)
  }

  @Test(arguments: ["{k}", "{key.ack}", "{i+j}"])
  func `that name what isn't there, or mean nothing, are told when they are filled`(text: String) throws {
    let template = try Template(text)
    #expect(throws: LineProblem.self) { try template.filled(with: known) }
  }

  private func item(explain: String) -> String {
    "- id: x\n  revision: 1\n  chapter: c\n  exams: []\n  let: { n: 1..9 }\n  scenario: server listen\n"
      + "  ask: { kind: state, host: client }\n  proof: CLOSED\n  form: typed\n  sources: []\n  explain: \(explain)\n"
  }

  @Test(arguments: [
    ("{ zh: \"{n}\", en: n }", [Finding(11, 12, "{n} is missing in the English text")]),
    ("{ zh: \"{}\", en: \"{}\" }", [Finding(11, 12, "a placeholder is empty")]),
  ])
  func `of an item are told with their place`(explain: String, expected: [Finding]) {
    let found = findings { () throws(Diagnostics) in try ItemReader.read(item(explain: explain), file: "items.yaml") }
    #expect(found == expected)
  }

  @Test func `that no question can fill are found by the check, and a missing explanation is missed`() throws {
    func check(_ source: String) throws -> [String] {
      QuizCheck.check(
        try ItemReader.read(source, file: "items.yaml"), misconceptions: fixtureCatalogue(), chapters: ["c"]
      ).map(\.message.en)
    }
    #expect(try check(item(explain: "{ zh: \"{n}\", en: \"{n}\" }")) == [])
    #expect(
      try check(item(explain: "{ zh: \"{m+1}\", en: \"{m+1}\" }")) == [
        "item x: “m+1” has “m”, which stands for nothing"
      ])
    #expect(
      try check(item(explain: "{ zh: \"{key.ack}\", en: \"{key.ack}\" }"))
        == ["item x: “key.ack” has “key.ack”, which stands for nothing"])
    let without = item(explain: "x").replacing("  explain: x\n", with: "")
    #expect(try check(without) == ["item x: explain is missing: why the key is right"])
  }
}
