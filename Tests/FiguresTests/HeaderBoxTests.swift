import Bilingual
import Figures
import Screen
import TCP
import Testing

@Suite struct `Header boxes` {
  private let segment = Segment(seq: 4_294_967_295, ack: 101, control: [.syn, .ack], window: 65535)

  private func drawn(_ box: HeaderBox, columns: Int, rows: Int? = nil, _ glyphs: Glyphs = .unicode) -> [String] {
    var surface = Surface(columns: columns, rows: rows ?? HeaderBox.size(columns: columns).rows, widths: .standard)
    box.draw(on: &surface, in: surface.bounds, glyphs: glyphs)
    return surface.lines
  }

  @Test func `The wide form has the fields in their order`() {
    #expect(
      drawn(HeaderBox(segment, from: .b, source: "server", destination: "client"), columns: 78) == [
        "┌─────────────────────────────────────┬──────────────────────────────────────┐",
        "│ source port                  server │ destination port              client │",
        "├─────────────────────────────────────┴──────────────────────────────────────┤",
        "│ sequence number                                                 4294967295 │",
        "├────────────────────────────────────────────────────────────────────────────┤",
        "│ acknowledgment number                                                  101 │",
        "├────────────────┬─────┬─────┬─────┬─────┬─────┬─────┬───────────────────────┤",
        "│ control bits   │ URG │ ACK │ PSH │ RST │ SYN │ FIN │ window                │",
        "│                │  0  │  1  │  0  │  0  │  1  │  0  │ 65535                 │",
        "├────────────────┴─────┴─────┴─────┴─────┴─────┴─────┴───────────────────────┤",
        "│ data                                                               0 bytes │",
        "└────────────────────────────────────────────────────────────────────────────┘",
      ])
  }

  @Test func `The narrow form has the same, in Chinese and in ASCII too`() {
    let syn = Segment(seq: 100, control: .syn, window: 65535, text: 5)
    #expect(
      drawn(HeaderBox(syn, from: .a, source: "49152", destination: "80", language: .zh), columns: 60, .ascii) == [
        "+------------------------------------------+",
        "| 源端口                             49152 |",
        "| 目的端口                              80 |",
        "| 序号                                 100 |",
        "| 确认号                  0（ACK=0，无效） |",
        "| URG   ACK   PSH   RST   SYN   FIN        |",
        "|  0     0     0     0     1     0         |",
        "| 窗口         65535   数据         5 字节 |",
        "+------------------------------------------+",
      ])
  }

  @Test func `Without the ACK bit the acknowledgment number means nothing`() {
    let segment = Segment(seq: 1, control: .syn)
    for (language, words) in [(Language.zh, "0（ACK=0，无效）"), (.en, "0 (ACK=0: void)")] {
      let box = HeaderBox(segment, from: .a, source: "a", destination: "b", language: language)
      #expect(drawn(box, columns: 80)[5].contains(words))
      #expect(drawn(box, columns: 44)[4].contains(words), "the same words at all sizes")
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (39, 4), (77, 20), (200, 3)])
  func `Every size survives everything`(columns: Int, rows: Int) {
    let box = HeaderBox(segment, from: .b, source: String(repeating: "长", count: 50), destination: "")
    #expect(drawn(box, columns: columns, rows: rows).count == rows)
  }
}
