import Bilingual
import Manuscript
import Support
import Testing

@Suite struct `A source text` {
  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n", [""]), ("a\n\n", ["a", ""]),
    ("甲\r\n乙\r丙\n", ["甲", "乙", "丙"]), ("\r\r\n\n", ["", "", ""]), ("\u{FEFF}a", ["a"]), ("a\u{FEFF}", ["a\u{FEFF}"]),
    ("a\u{2028}b\n", ["a\u{2028}b"]), ("\n\u{301}", ["", "\u{301}"]),
  ])
  func `Lines, however they end`(source: String, lines: [String]) {
    #expect(SourceText(source).lines == lines)
  }

  @Test func `Lines have the file's numbers`() {
    let text = SourceText("a\n甲\n", firstLine: 40)
    #expect(text.lineNumbers == 40..<42)
    #expect(text.line(40) == "a" && text.line(41) == "甲")
    #expect(text.line(39) == "" && text.line(42) == "" && text.line(0) == "")
    #expect(text.joined(40..<43) == "a\n甲\n\n")
  }

  @Test func `Control characters are spaces where they would end a line`() {
    let text = SourceText("a\u{2028}b\tc\n\u{1B}d\n")
    #expect(text.joinedPlainly(1..<3) == "a b\tc\n d\n")
    #expect(text.joined(1..<2) == "a\u{2028}b\tc\n")
  }

  @Test func `Columns are characters`() {
    let text = SourceText("甲e\u{301}\u{1F468}\u{200D}\u{1F469}b\n")
    #expect(text.column(line: 1, byteColumn: 1) == 1)
    #expect(text.column(line: 1, byteColumn: 4) == 2)
    #expect(text.column(line: 1, byteColumn: 7) == 3)
    #expect(text.column(line: 1, byteColumn: 100) == 5)
    #expect(text.column(line: 1, scalarColumn: 2) == 2)
    #expect(text.column(line: 1, scalarColumn: 4) == 3)
    #expect(text.column(line: 1, scalarColumn: 100) == 5)
  }

  @Test func `Places lie within their lines`() {
    let text = SourceText("  甲 乙 \n\n   \n  c\n")
    #expect(text.location(ofLine: 1) == SourceLocation(line: 1, column: 3, length: 3))
    #expect(text.location(ofLine: 2) == SourceLocation(line: 2))
    #expect(text.location(ofLine: 3) == SourceLocation(line: 3))
    #expect(text.location(line: 1, column: 5, length: 99) == SourceLocation(line: 1, column: 5, length: 2))
    #expect(text.location(behind: 1, line: 1, column: 3, length: 2) == SourceLocation(line: 1, column: 4, length: 2))
  }
}

@Suite struct `A log` {
  @Test func `Everything is told in the order of the file, with the line`() {
    var log = DiagnosticLog(file: "a", source: SourceText("甲\n乙\n"))
    log.report(at: SourceLocation(line: 2), .init(zh: "二", en: "two"))
    log.report(at: SourceLocation(line: 1, column: 2), .init(zh: "一", en: "one b"))
    log.add([
      Diagnostic(file: "a", location: SourceLocation(line: 1), sourceLine: "?", message: .init(zh: "零", en: "one a"))
    ])
    #expect(log.sorted.map(\.message.en) == ["one a", "one b", "two"])
    #expect(log.sorted.map(\.sourceLine) == ["甲", "甲", "乙"])
    #expect(log.diagnostics.map(\.message.en) == ["two", "one b", "one a"])
  }

  @Test func `Control characters are found, tabs are none`() {
    var log = DiagnosticLog(file: "a", source: SourceText("a\tb\r\n甲\u{7F}c\u{85}\n", firstLine: 7))
    log.reportControlCharacters()
    #expect(
      log.diagnostics.map(Finding.measured) == [
        Finding(8, 2, 1, "there is a control character here, U+007F"),
        Finding(8, 4, 1, "there is a control character here, U+0085"),
      ])
  }
}
