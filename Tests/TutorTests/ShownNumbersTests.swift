import Screen
import Simulation
import Testing

@testable import Tutor

@Suite struct `Numbers in prose` {
  private func prose(_ notation: NumberNotation) throws -> String {
    var page = LessonPage(try fixtureChapter(.en))
    var context = Context(language: .en, glyphs: .unicode)
    context.notation = notation
    for place in 1..<page.walk.chapter.beats.count {
      page.walk.go(to: place)
      page.phase = .told
    }
    let layout = ProseLayout(context, page.walk.after.shownNumbers(context))
    return page.walk.chapter.beats.flatMap { layout.lines(of: $0, columns: 200) }.map { $0.map(\.text).joined() }
      .joined(separator: " ")
  }

  @Test func `follow the notation, and those that are no sequence numbers stay`() throws {
    let absolute = try prose(.absolute)
    #expect(absolute.contains("ack=9") && !absolute.contains("x+"))
    let letters = try prose(.letters)
    #expect(letters.contains("ack=x+2") && !letters.contains("ack=9"), "\(letters)")
    #expect(try prose(.relative).contains("ack=2"))
  }

  @Test func `that the run has not shown stay, and so do words`() throws {
    var page = LessonPage(try fixtureChapter(.en))
    page.walk.go(to: 1)
    var context = Context(language: .en, glyphs: .unicode)
    context.notation = .letters
    let numbers = page.walk.after.shownNumbers(context)
    #expect(numbers.text("CLOSED") == "CLOSED" && numbers.text("seq=12345") == "seq=12345")
  }
}
