import Figures
import Notation
import Scenario
import Testing

private func lines(_ source: String) throws -> [String] {
  SVGPicture.lines(of: Run(playing: try ScriptParser.parse(source, file: "test")).network)
}

@Suite struct `SVG pictures` {
  @Test func `Arrows slope and cross, and bear their labels`() throws {
    let picture = try lines("client connect\nserver connect\nsettle")
    #expect(picture.first?.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 758.8 ") == true)
    #expect(picture.last == "</svg>")
    #expect(picture.contains(#"<line class="segment" x1="164.4" y1="86" x2="594.4" y2="174"/>"#))
    #expect(picture.contains(#"<line class="segment" x1="594.4" y1="86" x2="164.4" y2="174"/>"#))
    #expect(picture.contains { $0.hasPrefix("<text class=\"segment\"") && $0.hasSuffix(">#1 SYN seq=100</text>") })
    #expect(picture.contains(#"<text class="state" text-anchor="end" x="154.4" y="178">SYN-RECEIVED</text>"#))
  }

  @Test func `What is lost ends half way; time cut out is marked`() throws {
    let picture = try lines("server listen\nlose next client SYN\nclient connect\nwait 1s")
    #expect(picture.contains(#"<line class="lost" x1="164.4" y1="86" x2="379.4" y2="130"/>"#))
    #expect(picture.contains { $0.contains(">⋮ 1 s</text>") })
    #expect(picture.contains { $0.contains(">#2 SYN seq=100 again</text>") })
  }

  @Test func `It has light and dark colours, and prints`() throws {
    let picture = try lines("")
    #expect(picture.contains("@media (prefers-color-scheme: dark) {"))
    #expect(picture.contains("@media print {"))
  }

  @Test func `Everything opened is closed, and texts are escaped`() throws {
    let picture = try lines("hosts a<b c&d\na<b receive\nc&d listen\na<b connect\nsettle\nc&d abort\nsettle")
    #expect(picture.contains("<title>a&lt;b – c&amp;d, rfc9293</title>"))
    #expect(picture.contains { $0.contains("&quot;connection") || $0.contains("does not exist") })
    let text = picture.joined(separator: "\n")
    #expect(text.ranges(of: "<text ").count == text.ranges(of: "</text>").count)
    for line in picture where line.hasPrefix("<line") || line.hasPrefix("<path") { #expect(line.hasSuffix("/>")) }
  }
}
