import Bilingual
import Course
import Curses
import Quiz
import Screen
import Tutor

/// The loop between a terminal and the application.
///
/// One thread, one wait: keys, signals and whatever else can be read from come in at the same place, in that order, and a
/// frame is shown before each wait. At rest it sleeps without a deadline.
final class Session {
  private let terminal: any Terminal
  private let library: ContentLibrary
  private let context: Context
  /// When the last frame of what moves was shown; nil while nothing does.
  private var lastFrame: Moment?

  /// How long a frame lasts while something moves, nanoseconds.
  private static let frame: Int64 = 33_000_000

  init(_ terminal: any Terminal, _ library: ContentLibrary, _ context: Context) {
    self.terminal = terminal
    self.library = library
    self.context = context
  }

  /// Takes the terminal over that the program was started in.
  ///
  /// - Throws: `TerminalError`.
  convenience init(_ options: SharedOptions, _ language: Language, _ library: ContentLibrary) throws {
    let settings = options.settings
    let terminal = try CursesTerminal(
      theme: .named(settings.theme), color: settings.usesColor, mouse: settings.usesMouse)
    let drawing = settings.drawsInASCII ? .ascii : terminal.drawing
    self.init(terminal, library, Context(language: language, drawing: drawing, size: terminal.size))
  }

  /// Runs the application until it asks to quit; the terminal is given back however this ends.
  ///
  /// - Throws: what `begin` throws; `SignalExit` where a signal ended it; `Failure` where the terminal is gone.
  func run(_ begin: (Context) throws -> Tutor) throws {
    defer { terminal.close() }
    var tutor = try begin(context)
    show(tutor)
    perform(tutor.firstEffects, &tutor)
    while true {
      show(tutor)
      let wakeup = terminal.wait(until: deadline(of: tutor), watching: [])
      if let ending = wakeup.ending { throw error(ending) }
      for input in wakeup.inputs where !perform(tutor.update(.input(input)), &tutor) { return }
      if let tick = tick(of: tutor), !perform(tutor.update(tick), &tutor) { return }
    }
  }

  private func error(_ ending: Ending) -> any Error {
    switch ending {
    case .endOfInput: Failure(.noInput, Localized(zh: "终端输入已经结束。", en: "The terminal's input has ended."))
    case .signal(let signal): SignalExit(signal: signal)
    }
  }

  /// When the tutor wants to go on by itself; nil while it waits for somebody.
  private func deadline(of tutor: Tutor) -> Moment? {
    tutor.isAnimating ? terminal.now.advanced(by: Self.frame) : nil
  }

  /// How much time has passed for what moves.
  private func tick(of tutor: Tutor) -> Message? {
    let now = tutor.isAnimating ? terminal.now : nil
    defer { lastFrame = now }
    guard let now, let lastFrame else { return nil }
    return .tick(now.nanoseconds(since: lastFrame))
  }

  private func show(_ tutor: Tutor) {
    let (surface, cursor) = tutor.draw()
    terminal.present(surface, cursor: cursor)
  }

  /// Carries out effects, and what comes of them.
  ///
  /// - Returns: false where the application asks to quit.
  @discardableResult
  private func perform(_ effects: [Effect], _ tutor: inout Tutor) -> Bool {
    var effects = effects
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      if effect == .quit { return false }
      if let message = carryOut(effect) { effects += tutor.update(message) }
    }
    return true
  }

  private func carryOut(_ effect: Effect) -> Message? {
    switch effect {
    case .quit: return nil
    case .suspend:
      terminal.suspend()
      return nil
    case .switchMouse:
      terminal.isMouseOn.toggle()
      return nil
    case .loadChapter(let id, let language):
      return attempt { .chapterLoaded(try library.chapter(id, language)) }
    case .loadMisconceptions:
      return attempt { .misconceptionsLoaded(library.pool.misconceptions) }
    case .loadQuiz(let chapter):
      return attempt {
        .quizLoaded(try library.paper(from: library.pool, chapter: chapter, count: 5, seed: nil).questions)
      }
    }
  }

  private func attempt(_ work: () throws -> Message) -> Message {
    do {
      return try work()
    } catch let diagnostics as Diagnostics {
      let first = diagnostics.all[0]
      return .failed(
        Localized(
          zh: "\(first.file):\(first.location.line)：\(first.message.zh)",
          en: "\(first.file):\(first.location.line): \(first.message.en)"))
    } catch let failure as Failure {
      return .failed(failure.message)
    } catch {
      return .failed(Localized(zh: "出错：\(error)", en: "It failed: \(error)"))
    }
  }
}

/// A signal that asked the program to end; its exit code is 128 and the signal's number.
struct SignalExit: Error {
  let signal: Int32
}
