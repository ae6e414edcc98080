import Bilingual
import Screen
import Support
import Testing
import Tutor

@testable import tcptutor

/// The loop, over a terminal that is written down beforehand.
@Suite struct `The loop` {
  /// Runs the application on a script, from home or from a chapter.
  private func run(_ script: Wakeup..., chapter: String? = nil) throws -> (
    terminal: ScriptedTerminal, error: (any Error)?
  ) {
    let (terminal, _, error) = try outcome(script, chapter: chapter)
    return (terminal, error)
  }

  private func outcome(_ script: [Wakeup], chapter: String? = nil) throws -> (
    terminal: ScriptedTerminal, outcome: Session.Outcome?, error: (any Error)?
  ) {
    let terminal = ScriptedTerminal(script)
    let library = ContentLibrary(layers: [Fixture.directory])
    let session = Session(terminal, Services(library), Context(language: .en, glyphs: .unicode, size: terminal.size))
    do {
      let outcome = try session.run { context in
        guard let chapter else {
          return Tutor([HomePage(chapters: try library.chapterTitles().titles)], context: context)
        }
        return Tutor(
          [HomePage(), LessonPage(try library.chapter(chapter, context.language).chapter)], context: context)
      }
      return (terminal, outcome, nil)
    } catch {
      return (terminal, nil, error)
    }
  }

  // MARK: The end

  @Test
  func `A key that quits ends it, what was typed behind it is not looked at, and the terminal is given back once`()
    throws
  {
    let (terminal, error) = try run(.keys(.down, .character("q"), .character("l")))
    #expect(error == nil)
    #expect(terminal.closings == 1 && terminal.deadlines.count == 1)
  }

  @Test func `Where there is too little room one key leaves the screen, to go on line by line`() throws {
    let (terminal, outcome, error) = try outcome(
      [Wakeup(inputs: [.resize(Size(columns: 40, rows: 10))]), .keys(.enter)], chapter: "fixture")
    guard case .plain(let tutor)? = outcome else {
      Issue.record("it is not to go on")
      return
    }
    #expect(error == nil && terminal.closings == 1)
    var lineByLine = tutor.lineByLine(columns: 40)
    #expect(lineByLine.tell().contains("[1/9] A release with a loss"))
  }

  @Test func `A signal counts before what was typed`() throws {
    let (terminal, error) = try run(
      Wakeup(inputs: [.key(.character("q"))], ending: .signal(15)), .keys(.character("q")))
    #expect((error as? SignalExit)?.signal == 15)
    #expect(terminal.closings == 1 && terminal.deadlines.count == 1)
  }

  @Test func `Where the terminal is gone, that is told`() throws {
    let (terminal, error) = try run()
    #expect((error as? Failure)?.status == .noInput)
    #expect(terminal.closings == 1)
  }

  @Test func `What can't be begun gives the terminal back too`() throws {
    let (terminal, error) = try run(chapter: "no-such-chapter")
    #expect(error is Failure)
    #expect(terminal.closings == 1 && terminal.frames.isEmpty)
  }

  // MARK: Frames

  @Test func `Everything that came at once is one frame`() throws {
    let (terminal, _) = try run(
      Wakeup(inputs: Array(repeating: .key(.character("?")), count: Wakeup.mostInputs - 1)))
    // Before the first effects, behind them, and behind the keys.
    #expect(terminal.frames.count == 3)
    #expect(terminal.lines(2).contains { $0.contains("Keys of this page") })
  }

  @Test func `A frame is shown when no effect is left`() throws {
    let (terminal, _) = try run(.keys(.enter), .keys(.character("l")))
    // The chapter is loaded between two frames, and so is its other language.
    #expect(terminal.lines(2)[0].contains("1/"))
    #expect(terminal.lines(3)[0].contains("1/") && terminal.lines(3) != terminal.lines(2))
    #expect(terminal.frames.count == 4)
  }

  @Test func `Effects reach the terminal`() throws {
    let (terminal, _) = try run(.keys(.character("m")), .keys(.control("z")), .keys(.character("q")))
    #expect(!terminal.isMouseOn)
    #expect(terminal.suspensions == 1)
  }

  @Test func `A new size is drawn in`() throws {
    let (terminal, _) = try run(Wakeup(inputs: [.resize(Size(columns: 100, rows: 30))]), .keys(.character("q")))
    #expect(terminal.frames.last?.size == Size(columns: 100, rows: 30))
  }

  // MARK: Questions

  @Test func `What was typed before a question was painted is no answer to it`() throws {
    let ahead = Wakeup.keys(.right, .right, .right, .right, .character("1"), .character("1"))
    let (terminal, _) = try run(
      ahead, .keys(.character("2"), .character("2")), .time, .keys(.character("1")), .keys(.character("1")),
      chapter: "fixture")
    func isAnswered(_ frame: Int) -> Bool { terminal.lines(frame).contains { $0.hasPrefix(" Yours") } }
    // What has come already is taken in at once, as long as there is any.
    #expect(terminal.deadlines[1] == terminal.now && terminal.deadlines[2] == terminal.now)
    #expect(terminal.deadlines[3] == nil)
    #expect(terminal.frames[2...4].allSatisfy { $0.lines[0].contains("3/9") } && (2...5).allSatisfy { !isAnswered($0) })
    #expect(isAnswered(6))
  }

  // MARK: Time

  @Test func `At rest there is no deadline`() throws {
    let (terminal, _) = try run(.keys(.down), .keys(.up), chapter: "fixture")
    #expect(terminal.deadlines == [nil, nil, nil])
  }

  @Test func `What moves wakes it thirty times a second, and moves by the terminal's clock`() throws {
    let frame: Int64 = 33_000_000
    let (terminal, _) = try run(
      .keys(.right), .time, .time, .time, .time, .keys(.character("q")), chapter: "fixture")
    let deadlines = terminal.deadlines.map { $0?.nanoseconds }
    #expect(deadlines == [nil, frame, 2 * frame, 3 * frame, 4 * frame, 5 * frame])
    // The same script shows the same frames, however fast the machine is.
    let (again, _) = try run(
      .keys(.right), .time, .time, .time, .time, .keys(.character("q")), chapter: "fixture")
    #expect(again.frames == terminal.frames)
  }
}
