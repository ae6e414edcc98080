import Bilingual
import Course
import Curses
import Quiz
import Screen
import Tutor

/// The loop between a terminal and the application.
final class Session {
  private let terminal: CursesTerminal
  private let library: ContentLibrary
  private var context: Context

  /// How long a frame lasts while something moves, milliseconds.
  private static let frame = 33

  /// - Throws: `TerminalError`.
  init(_ options: SharedOptions, _ language: Language, _ library: ContentLibrary) throws {
    self.library = library
    terminal = try CursesTerminal(theme: Theme.named(options.theme) ?? .dark, color: options.usesColor)
    context = Context(
      language: language, drawing: options.ascii ? .ascii : terminal.drawing, size: terminal.size)
  }

  /// Runs the application until it asks to quit; the terminal is given back however this ends.
  ///
  /// - Throws: what `begin` throws, with the terminal restored; `ExitCode` where a signal ended it.
  func run(_ begin: (Context) throws -> Tutor) throws {
    defer { terminal.close() }
    var tutor = try begin(context)
    show(tutor)
    perform(tutor.firstEffects, &tutor)
    var last: ContinuousClock.Instant?
    while true {
      show(tutor)
      let input = terminal.read(timeoutMilliseconds: tutor.isAnimating ? Self.frame : nil)
      if case .terminated(let signal) = input {
        terminal.close()
        throw SignalExit(signal: signal)
      }
      if input == .endOfInput {
        throw Failure(.noInput, Localized(zh: "终端输入已经结束。", en: "The terminal's input has ended."))
      }
      var effects = tutor.update(.input(input))
      let now = ContinuousClock.now
      if tutor.isAnimating {
        if let last { effects += tutor.update(.tick(Self.nanoseconds(now - last))) }
        last = now
      } else {
        last = nil
      }
      if !perform(effects, &tutor) { return }
    }
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

  private static func nanoseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
  }

  private func carryOut(_ effect: Effect) -> Message? {
    switch effect {
    case .quit: return nil
    case .suspend:
      terminal.suspend()
      return nil
    case .setMouse(let isOn):
      terminal.isMouseOn = isOn
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
