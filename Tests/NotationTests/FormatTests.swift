import Figures
import Notation
import Simulation
import Testing

@Suite struct `Formats` {
  @Test func `Each is found by its name, and none by another`() {
    #expect(
      Format.all.map(\.name) == ["text", "jsonl", "mermaid", "svg", "packetdrill", "pcapng", "cast"])
    for format in Format.all { #expect(Format(named: format.name)?.name == format.name) }
    #expect(Format(named: "docx") == nil && Format(named: "") == nil)
  }

  @Test(arguments: Format.all.map(\.name))
  func `One that is of each host differs between them, and no other does`(name: String) throws {
    let format = try #require(Format(named: name))
    let network = try RunToExport.loss.played()
    let files = Host.allCases.map { format.write(network, $0, FormatOptions()) }
    #expect((files[0] != files[1]) == format.isPerHost)
  }

  @Test(arguments: Format.all.map(\.name))
  func `Text is whole lines of UTF-8`(name: String) throws {
    let format = try #require(Format(named: name))
    guard format.isText else { return }
    for run in RunToExport.all {
      let octets = format.write(try run.played(), .a, FormatOptions(language: .zh))
      #expect(octets.last == UInt8(ascii: "\n") && String(validating: octets, as: UTF8.self) != nil)
    }
  }

  @Test func `A format writes what its notation says, under the options that concern it`() throws {
    let network = try RunToExport.data.played()
    let options = FormatOptions(language: .zh, glyphs: .ascii, columns: 66)
    func written(_ format: Format) -> String { String(decoding: format.write(network, .b, options), as: UTF8.self) }
    func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
    let ladder = LadderOptions(language: .zh, glyphs: .ascii)
    #expect(written(.text) == text(LadderText.lines(of: network, columns: 66, options: ladder)))
    #expect(written(.jsonl) == text(JSONLines.lines(of: network)))
    #expect(written(.mermaid) == text(MermaidDiagram.lines(of: network)))
    #expect(written(.svg) == text(SVGPicture.lines(of: network, options: ladder)))
    #expect(written(.packetdrill) == text(Packetdrill.script(of: network, host: .b)))
    #expect(Format.pcapng.write(network, .b, options) == Pcapng.file(of: network, host: .b))
  }
}
