import Bilingual
import Course
import Testing

@Suite struct `Prose` {
  private func blocks(_ body: String) throws -> [ProseBlock] { try read(body).beats[0].prose }

  private func text(_ body: String) throws -> String {
    guard case .paragraph(let inlines)? = try blocks(body).first else { return "" }
    return inlines.plainText
  }

  @Test(arguments: [
    ("甲\n乙", "甲乙"), ("甲，\n乙", "甲，乙"), ("甲\n“乙”", "甲“乙”"), ("“甲”\n乙", "“甲”乙"), ("甲，\n`a`", "甲，a"),
    ("`a`\n（甲）", "a（甲）"), ("甲\n`a`", "甲 a"), ("`a`\n甲", "a 甲"), ("a\nb", "a b"), ("a\n“b”", "a “b”"),
    ("甲\nb", "甲 b"), ("*甲*\n**乙**", "甲乙"), ("*甲\n乙*丙", "甲乙丙"), ("甲  \n乙", "甲\n乙"), ("甲\\\n乙", "甲\n乙"),
    ("한국\n어", "한국 어"), ("甲\n[乙](x)", "甲乙"), ("１\n２", "１２"), ("あ\nい", "あい"), ("甲——\n乙", "甲——乙"),
  ])
  func `Lines are joined as their language does`(source: String, joined: String) throws {
    #expect(try text(source + "\n") == joined)
  }

  @Test func `Inlines keep their kind and place`() throws {
    let blocks = try blocks("甲 *a **b*** `c`\n[d](http://e) ~~f~~ <http://g>\n")
    #expect(
      blocks == [
        .paragraph([
          Inline(.text("甲 "), line: 11, column: 1),
          Inline(
            .emphasis([
              Inline(.text("a "), line: 11, column: 4),
              Inline(.strong([Inline(.text("b"), line: 11, column: 8)]), line: 11, column: 6),
            ]), line: 11, column: 3),
          Inline(.text(" "), line: 11, column: 12),
          Inline(.code("c"), line: 11, column: 14),
          Inline(.text(" "), line: 11),
          Inline(.link(url: "http://e", [Inline(.text("d"), line: 12, column: 2)]), line: 12, column: 2),
          Inline(.text(" "), line: 12, column: 14),
          Inline(.strikethrough([Inline(.text("f"), line: 12, column: 17)]), line: 12, column: 15),
          Inline(.text(" "), line: 12, column: 20),
          Inline(.link(url: "http://g", [Inline(.text("http://g"), line: 12, column: 22)]), line: 12, column: 22),
        ])
      ])
  }

  @Test func `Text that cmark cuts is one stretch`() throws {
    #expect(
      try blocks("a_b [c] 1 \\* 2 &amp; \"d\"!\n") == [
        .paragraph([Inline(.text("a_b [c] 1 * 2 & \"d\"!"), line: 11, column: 1)])
      ])
  }

  @Test func `Blocks of every kind`() throws {
    let body = """
      - a
      - b

        c
      3. d

      > e

          f

      ```
      g

      ```
      ---
      #### h

      | i | j |
      | - | - |
      | k |

      """
    func paragraph(_ text: String, _ line: Int, _ column: Int) -> ProseBlock {
      .paragraph([Inline(.text(text), line: line, column: column)])
    }
    let blocks = try blocks(body)
    #expect(
      blocks == [
        .bulletedList([[paragraph("a", 11, 3)], [paragraph("b", 12, 3), paragraph("c", 14, 3)]]),
        .numberedList(start: 3, [[paragraph("d", 15, 4)]]),
        .quote([paragraph("e", 17, 3)]),
        .codeBlock("f"),
        .codeBlock("g\n"),
        .thematicBreak,
        .heading(level: 4, [Inline(.text("h"), line: 26, column: 6)]),
        .table(
          header: [[Inline(.text("i"), line: 28, column: 3)], [Inline(.text("j"), line: 28, column: 7)]],
          rows: [[[Inline(.text("k"), line: 30, column: 3)], []]]),
      ])
  }

  @Test func `Code is found where it stands`() throws {
    let body = """
      a `` b`c `` and `d
      e` and `e`
      - f
           g `h`
        > `i`

      | `j` | \\| `k\\|l` `m` |
      | --- | --- |
      | `n` | \\` `o` |

      \\`p` `q` ``r`

      """
    let spans = try blocks(body).codeSpans
    #expect(
      spans == [
        Inline(.code("b`c"), line: 11, column: 6), Inline(.code("d e"), line: 11, column: 18),
        Inline(.code("e"), line: 12, column: 9), Inline(.code("h"), line: 14, column: 9),
        Inline(.code("i"), line: 15, column: 6), Inline(.code("j"), line: 17, column: 4),
        Inline(.code("k|l"), line: 17, column: 13), Inline(.code("m"), line: 17, column: 20),
        Inline(.code("n"), line: 19, column: 4), Inline(.code("o"), line: 19, column: 13),
        Inline(.code(" "), line: 21, column: 5), Inline(.code(" ``r"), line: 21, column: 9),
      ])
  }
}
