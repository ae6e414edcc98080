import Bilingual
import Scenario
import Testing

@Suite struct `Letters for ISNs` {
  private func letters(_ script: String) throws -> [String] {
    let letters = try ScriptParser.parse(script, file: "s").settings.letters
    return [letters.a, letters.b]
  }

  @Test func `stand before the numbers, and are x and y unless named`() throws {
    #expect(try letters("client isn 100") == ["x", "y"])
    #expect(try letters("client isn i 100 400\nserver isn j 300") == ["i", "j"])
    #expect(
      try ScriptParser.parse("client isn i 100 400", file: "s").settings.endpoints.a.initialSequenceNumbers == [
        100, 400,
      ])
    #expect(try letters("client isn y 100") == ["y", "x"], "the two change places")
    #expect(try letters("client isn y 100\nserver isn x 300") == ["y", "x"])
  }

  @Test(arguments: [
    ("client isn x1 100", 1, 12, "“x1” can't stand for the ISN"),
    ("client isn abcd 100", 1, 12, "“abcd” can't stand for the ISN"),
    ("client isn i 1\nserver isn I 2", 2, 12, "“I” stands for client's ISN already"),
    ("client isn x", 1, 14, "a sequence number is missing here"),
  ])
  func `that can't be are named with their place`(script: String, line: Int, column: Int, message: String) throws {
    let error = try #require(throws: Diagnostics.self) { try ScriptParser.parse(script, file: "s") }
    let first = error.all[0]
    #expect(first.location.line == line && first.location.column == column, "\(first.location)")
    #expect(first.message.en == message)
  }
}
