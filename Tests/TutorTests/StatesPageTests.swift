import Bilingual
import Screen
import Support
import TCP
import Testing

@testable import Tutor

@Suite struct `The page of states` {
  private func page(_ language: Language, _ size: Size) throws -> Learner {
    try Learner([HomePage(chapters: []), StatesPage()], Context(language: language, glyphs: .unicode, size: size))
  }

  @Test func `Home lists it, and Escape goes back there`() throws {
    var learner = try Learner(
      [HomePage(chapters: [])], Context(language: .zh, glyphs: .unicode))
    try learner.press(.down, .enter)
    #expect(learner.titleLine.hasPrefix(" 状态名称  ") && learner.sees("RFC 9293"))
    try learner.press(.escape)
    #expect(learner.sees("tcptutor"))
  }

  @Test(arguments: Language.allCases, Size.all)
  func `Every state is there with its meaning and all its spellings`(language: Language, size: Size) throws {
    var learner = try page(language, size)
    for state in State.allCases {
      let row = try #require(learner.lines.first { $0.contains("▌") })
      #expect(row.contains(state.description))
      let about = learner.lines[13...].joined()
      #expect(about.contains(language == .zh ? "。" : "."), "\(learner.screen)")
      #expect(!learner.hasMoreBelow, "\(learner.screen)")
      try learner.press(.down)
    }
    #expect(learner.lines.count { line in State.allCases.contains { line.contains(" \($0) ") } } >= 11)
  }

  @Test(arguments: Size.all)
  func `What has no room as a column stands below the list`(size: Size) throws {
    var learner = try page(.en, size)
    try learner.press(.character("4"))
    for spelling in ["SYN-RECEIVED", "SYN_RECV", "SYN-RECV", "SYN_RECEIVED", "SYN_RCVD"] {
      #expect(learner.sees(spelling), "\(spelling)\n\(learner.screen)")
    }
  }

  @Test func `A state is found by any of its spellings`() throws {
    for spelling in ["syn_recv", "SYN_RCVD", "syn-received", "同步收到"] {
      var learner = try page(.zh, .usual)
      try learner.press(.character("/"))
      try learner.type(spelling)
      #expect(
        learner.lines.contains { $0.contains("▌") && $0.contains("SYN-RECEIVED") }, "\(spelling)\n\(learner.screen)")
    }
  }

  @Test func `A click selects a state`() throws {
    var learner = try page(.en, .usual)
    let y = try #require(learner.lines.firstIndex { $0.contains("CLOSE-WAIT") })
    try learner.click(x: 20, y: y)
    #expect(learner.lines[y].contains("▌") && learner.sees("The other end sends no more"))
  }

  @Test(arguments: Language.allCases)
  func `Line by line all are told`(language: Language) throws {
    let dialogue = try ScriptedDialogue([HomePage(chapters: []), StatesPage()], ["?", "", "q"], language)
    for state in State.allCases { #expect(dialogue.lines.contains(state.description)) }
    #expect(dialogue.text.contains("Windows TIME_WAIT") && !dialogue.isCutShort)
    #expect(dialogue.lines.filter { DisplayWidth.standard.width(of: $0) > 80 } == [])
    #expect(dialogue.lines.contains("tcptutor"))
  }
}
