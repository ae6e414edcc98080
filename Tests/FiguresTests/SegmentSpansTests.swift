import Figures
import Screen
import Simulation
import Testing

@Suite struct `What is written of a segment` {
  @Test(arguments: Host.allCases) func `A number has the colour of the end that counts it`(host: Host) {
    let spans = segmentSpans("#2 SYN,ACK seq=300 ack=x+1 len=5 again", from: host, mark: Style(.nowYou))
    #expect(spans.map(\.text).joined() == "#2 SYN,ACK seq=300 ack=x+1 len=5 again")
    let styles = Dictionary(spans.map { ($0.text, $0.style) }) { first, _ in first }
    #expect(styles["300"] == .number(of: host) && styles["x+1"] == .number(of: host.peer))
    #expect(styles["seq="] == Style(.field) && styles["ack="] == Style(.field))
    #expect(styles["SYN,ACK"] == Style(.strong) && styles["again"] == Style(.nowYou))
  }

  @Test(arguments: ["", " ", "seq=", "  ACK  seq=1 ", "什么也不发", "[held back]"])
  func `No text is changed`(line: String) { #expect(segmentSpans(line, from: .a).map(\.text).joined() == line) }
}
