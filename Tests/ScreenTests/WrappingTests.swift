import Screen
import Testing

@Suite struct `Wrapping` {
  @Test(
    arguments: [
      ("", 10, [""]),
      ("the server waits", 20, ["the server waits"]),
      ("the server waits", 10, ["the server", "waits"]),
      ("the server waits", 9, ["the", "server", "waits"]),
      ("one\ntwo\n\nthree", 10, ["one", "two", "", "three"]),
      ("  indented text here", 10, ["  indented", "text here"]),
      ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
      ("a abcdefghij", 4, ["a", "abcd", "efgh", "ij"]),
      ("trailing   ", 8, ["trailing"]),
      ("a    b", 3, ["a", "b"]),
    ] as [(String, Int, [String])])
  func `Latin text breaks at blanks`(text: String, columns: Int, lines: [String]) {
    #expect(wrap(text, columns: columns, glyphs: .unicode) == lines)
  }

  @Test(
    arguments: [
      ("三次握手建立连接", 8, ["三次握手", "建立连接"]),
      ("三次握手建立连接", 7, ["三次握", "手建立", "连接"]),
      ("服务器收到SYN后应答", 11, ["服务器收到", "SYN后应答"]),
      ("服务器 server 等待", 10, ["服务器", "server 等", "待"]),
      ("中", 1, ["中"]),
      ("中文", 1, ["中", "文"]),
      ("中文", 0, ["中", "文"]),
    ] as [(String, Int, [String])])
  func `Chinese text breaks anywhere`(text: String, columns: Int, lines: [String]) {
    #expect(wrap(text, columns: columns, glyphs: .unicode) == lines)
  }

  @Test(
    arguments: [
      ("三次握手，建立", 8, ["三次握", "手，建立"]),
      ("握手（三次）吧", 6, ["握手", "（三", "次）吧"]),
      ("三次握《手》", 8, ["三次握", "《手》"]),
      ("他说：“好”。", 8, ["他说：", "“好”。"]),
      ("他说，“好。”", 8, ["他说，", "“好。”"]),
      ("三次握手 。", 8, ["三次握", "手 。"]),
      ("（ 三次", 6, ["（ 三", "次"]),
      ("发送SYN,ACK。", 12, ["发送", "SYN,ACK。"]),
      ("因此…好", 4, ["因", "此…", "好"]),
    ] as [(String, Int, [String])])
  func `No line begins with a closing mark or ends with an opening one`(
    text: String, columns: Int, lines: [String]
  ) {
    #expect(wrap(text, columns: columns, glyphs: .unicode) == lines)
  }

  @Test(arguments: 1...40)
  func `No line is wider than asked, and nothing is lost`(columns: Int) {
    let text = """
      客户端先发送 `SYN`（序号为 100），进入 SYN-SENT 状态；服务器收到后，回答“SYN,ACK”，序号为 seq=300。
      The client's first segment carries no data, yet it takes one sequence number: 《RFC 9293》, section 3.5。
      """
    let lines = wrap(text, columns: columns, glyphs: .unicode)
    for line in lines {
      #expect(DisplayWidth.standard.width(of: line) <= columns || line.count == 1)
      // Below this width, some marks have no room beside what they belong to.
      if columns >= 12 {
        #expect(!"，。、；：？！）》”".contains(line.first ?? " "), "\(line)")
        #expect(!"（《“".contains(line.last ?? " "), "\(line)")
      }
    }
    let words = { (text: String) in text.filter { !$0.isWhitespace } }
    #expect(words(lines.joined()) == words(text))
  }

  @Test func `A code span stays whole where it fits`() {
    let spans = [Span("client 发出 "), Span("seq=100 ack=301", .code), Span("，之后等待")]
    #expect(
      wrap(spans, columns: 18, glyphs: .unicode) == [
        [Span("client 发出")],
        [Span("seq=100 ack=301", .code), Span("，")],
        [Span("之后等待")],
      ])
    #expect(
      wrap(spans, columns: 10, glyphs: .unicode) == [
        [Span("client 发")],
        [Span("出 "), Span("seq=100", .code)],
        [Span("ack=301", .code), Span("，")],
        [Span("之后等待")],
      ])
  }

  @Test func `Styles go with their characters`() {
    let spans = [Span("三次", .strong), Span("握手", .text), Span("之后", .text)]
    #expect(wrap(spans, columns: 6, glyphs: .unicode) == [[Span("三次", .strong), Span("握")], [Span("手之后")]])
    #expect(wrap([Span](), columns: 6, glyphs: .unicode) == [[]])
  }
}

@Suite struct `Truncating` {
  @Test(arguments: [
    ("SYN-RECEIVED", 12, "SYN-RECEIVED"), ("SYN-RECEIVED", 8, "SYN-REC…"), ("三次握手", 7, "三次握…"), ("三次握手", 6, "三次…"),
    ("三次", 1, "…"), ("三次", 0, ""), ("", 0, ""),
  ])
  func `A long text ends in an ellipsis`(text: String, columns: Int, result: String) {
    #expect(truncate(text, columns: columns, glyphs: .unicode) == result)
  }

  @Test func `The ASCII ellipsis is left out where it has no room`() {
    #expect(truncate("SYN-RECEIVED", columns: 8, glyphs: Glyphs.ascii) == "SYN-R...")
    #expect(truncate("SYN-RECEIVED", columns: 2, glyphs: Glyphs.ascii) == "SY")
  }

  @Test func `The ellipsis has the style of what it follows`() {
    let spans = [Span("host ", .title), Span("SYN-SENT", .code)]
    #expect(truncate(spans, columns: 9, glyphs: .unicode) == [Span("host ", .title), Span("SYN…", .code)])
    #expect(truncate(spans, columns: 6, glyphs: .unicode) == [Span("host ", .title), Span("…", .code)])
    #expect(truncate(spans, columns: 13, glyphs: .unicode) == spans)
  }

  @Test func `Where ambiguous characters are wide, less fits`() {
    let wide = Glyphs(.unicode, widths: DisplayWidth(ambiguous: .wide))
    #expect(truncate("─────", columns: 6, glyphs: wide) == "──…")
    #expect(truncate("─────", columns: 6, glyphs: .unicode) == "─────")
    #expect(wrap("→→ →→", columns: 5, glyphs: wide) == ["→→", "→→"])
    #expect(wrap("→→ →→", columns: 5, glyphs: .unicode) == ["→→ →→"])
    #expect(wide.width(of: "a→") == 3 && wide.width(of: [Span("a"), Span("→")]) == 3)
  }
}
