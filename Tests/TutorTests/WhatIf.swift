import Bilingual
import Course
import Quiz
import Support
import Testing

@testable import Tutor

/// A chapter of three beats, the second of which asks for a segment that can be played out if it is answered wrongly.
struct WhatIf {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Lessons/en/what-if.md", Self.chapter("What if", "The server answers", "Afterwards"))
    try folder.write("Lessons/zh/what-if.md", Self.chapter("假如", "服务器应答", "然后"))
    try folder.write("Quizzes/misconceptions.yaml", Fixture.text("Quizzes/misconceptions.yaml"))
  }

  private static func chapter(_ title: String, _ answers: String, _ afterwards: String) -> String {
    """
    ---
    id: what-if
    section: 10.3.6
    title: \(title)
    order: 1
    objectives: { x: x }
    exams: [ccna]
    sources: ["RFC 9293 §3.5"]
    ---
    \(title).

    ```tcp
    server listen
    client connect
    ```

    ## \(answers)
    <!-- beat: the-answer -->

    ```predict
    ask: { kind: next-segment, host: server }
    ```

    \(answers).

    ```tcp
    step
    ```

    ## \(afterwards)
    <!-- beat: afterwards -->

    \(afterwards).

    ```tcp
    settle
    ```

    """
  }

  func chapter(_ language: Language) throws -> Chapter {
    try ChapterLibrary(layers: [folder.path]).load("what-if", language).chapter
  }

  /// The one question, and the option that acknowledges one too few.
  func question(_ language: Language) throws -> (question: Question, wrong: Int) {
    let question = try #require(predictions(of: chapter(language), fixturePool.misconceptions)[1])
    let wrong = question.options.firstIndex { question.text(of: $0, in: .en) == "SYN,ACK seq=300 ack=100" }
    return (question, try #require(wrong, "\(question.options.map { question.text(of: $0, in: .en) })"))
  }

  /// A learner who is asked.
  func learner(_ language: Language) throws -> Learner {
    var learner = try Learner(
      [LessonPage(chapter(language))], Context(language: language, glyphs: .unicode), directory: folder.path)
    try learner.press(.right)
    return learner
  }
}

extension Learner {
  /// Gives the wrong answer that can be played out.
  mutating func answerWrongly(_ whatIf: WhatIf) throws {
    let digit = try whatIf.question(tutor.context.language).wrong + 1
    try press(.character(Character(String(digit))), .enter)
  }
}

@Suite struct `A wrong segment` {
  @Test func `Is played out to the reset, and then the right one is told`() throws {
    let whatIf = try WhatIf()
    var learner = try whatIf.learner(.zh)
    try learner.answerWrongly(whatIf)
    #expect(learner.reads("夹具甲把收到的序号抄进确认号"))
    try learner.press(.right)
    #expect(learner.isMoving)
    try learner.watch()
    #expect(learner.sees("RST seq=100") && learner.sees("假如这样发"))
    #expect(learner.titleLine.hasPrefix("  假如  你的回答") && learner.keyLine.contains("→ 回到真实的运行"))
    #expect(learner.sees("SYN,ACK seq=300 ack=100 ✗ 你答的") && learner.sees("应为 SYN,ACK seq=300 ack=101"))
    #expect(learner.sees("┊") && learner.sees("╌╌╌") && learner.surface[1, 0].style.role == .wrong)
    try learner.goOn()
    #expect(!learner.sees("RST") && learner.sees("SYN,ACK seq=300 ack=101") && learner.sees("服务器应答"))
    #expect(!learner.sees("假如这样发") && !learner.sees("你答的") && !learner.sees("┊"))
  }

  @Test func `From what it led to one goes back to what was said of the answer`() throws {
    let whatIf = try WhatIf()
    var learner = try whatIf.learner(.zh)
    try learner.answerWrongly(whatIf)
    let told = learner.lines
    try learner.press(.right)
    try learner.watch(seconds: 0.3)
    try learner.press(.left)
    #expect(learner.lines.dropLast() == told.dropLast() && !learner.isMoving)
  }

  @Test func `While playing, what it led to stays long enough to read it`() throws {
    let whatIf = try WhatIf()
    var learner = try whatIf.learner(.en)
    try learner.press(.left, .character("p"))
    try learner.watch()
    try learner.answerWrongly(whatIf)
    try learner.press(.right)
    for _ in 0..<100 where !learner.sees("RST seq=100") { try learner.watch(seconds: 0.1) }
    #expect(learner.sees("RST seq=100"))
    try learner.watch(seconds: 4)
    #expect(learner.sees("If that had been sent"))
    try learner.watch(seconds: 30)
    #expect(!learner.sees("If that had been sent"))
  }

  @Test func `What it led to is told in the other language too`() throws {
    let whatIf = try WhatIf()
    var learner = try whatIf.learner(.en)
    try learner.answerWrongly(whatIf)
    try learner.press(.character("l"))
    #expect(learner.sees("  不对") && learner.sees("✗"))
    try learner.goOn()
    #expect(learner.sees("假如这样发"))
    try learner.press(.character("l"))
    #expect(learner.sees("If that had been sent"))
  }

  @Test func `Line by line, what it led to comes before what is right`() throws {
    let whatIf = try WhatIf()
    let wrong = String(try whatIf.question(.en).wrong + 1)
    let lines = try ScriptedDialogue([LessonPage(whatIf.chapter(.en))], ["", wrong], .en, whatIf.folder.path).lines
    let begin = try #require(lines.firstIndex(of: "If that had been sent:"))
    let reset = try #require(lines.firstIndex { $0.contains("client sends #3: RST seq=100") })
    let right = try #require(lines.lastIndex { $0.hasSuffix("server sends #2: SYN,ACK seq=300 ack=101") })
    #expect(begin < reset && reset < right)
    #expect(lines[begin + 1] == "  ✗ yours, #2: SYN,ACK seq=300 ack=100")
    #expect(lines[begin + 2] == "    right: SYN,ACK seq=300 ack=101")
  }

  @Test func `A chapter without questions says at its end that it is done`() throws {
    let whatIf = try WhatIf()
    var learner = try whatIf.learner(.zh)
    try learner.answer(whatIf.question(.zh).question)
    for _ in 0..<6 { try learner.press(.right) }
    #expect(learner.sees("这一章学完了") && learner.sees("▌ 回到目录"), "\(learner.screen)")
  }
}
