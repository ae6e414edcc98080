import Bilingual
import Curses
import Screen
import Tutor

/// The loop between a terminal and the application.
///
/// One thread, one wait: keys, signals and whatever else can be read from come in at the same place, in that order, and a
/// frame is shown before each wait. At rest it sleeps without a deadline.
final class Session {
  private let terminal: any Terminal
  private var services: Services
  private let context: Context

  init(_ terminal: any Terminal, _ services: Services, _ context: Context) {
    self.terminal = terminal
    self.services = services
    self.context = context
  }

  /// Takes the terminal over that the program was started in.
  ///
  /// - Throws: `TerminalError`.
  convenience init(_ options: SharedOptions, _ language: Language, _ services: Services) throws {
    let settings = options.settings
    let terminal = try CursesTerminal(
      theme: .named(settings.theme), color: settings.usesColor, mouse: settings.usesMouse)
    let glyphs = settings.drawsInASCII ? .ascii : terminal.glyphs
    self.init(
      terminal, services,
      Context(
        language: language, glyphs: glyphs, notation: settings.notation, size: terminal.size,
        usesMotion: settings.usesMotion, now: terminal.now))
  }

  /// How the application leaves the screen.
  enum Outcome {
    case over(Tutor)
    /// It is to go on line by line.
    case plain(Tutor)
  }

  /// Runs the application until it leaves the screen; the terminal is given back however this ends.
  ///
  /// - Throws: what `begin` throws; `SignalExit` where a signal ended it; `Failure` where the terminal is gone.
  func run(_ begin: (Context) throws -> Tutor) throws -> Outcome {
    defer { terminal.close() }
    var tutor = try begin(context)
    show(tutor)
    if let outcome = perform(tutor.begin(), &tutor) { return outcome }
    while true {
      show(tutor)
      // What comes at once was typed before the question was there to be read.
      let isUnseen = tutor.hasUnseenQuestion
      let deadline = isUnseen ? terminal.now : deadline(of: tutor)
      let wakeup = terminal.wait(until: deadline, watching: services.descriptors)
      if let ending = wakeup.ending { throw error(ending) }
      if isUnseen, wakeup.inputs.isEmpty { tutor.painted() }
      let messages = wakeup.inputs.map(Message.input) + services.resume(wakeup.readable, at: terminal.now)
      for message in messages.isEmpty ? [.time] : messages {
        if let outcome = perform(tutor.update(message, at: terminal.now), &tutor) { return outcome }
      }
    }
  }

  /// The soonest moment at which anybody wants to be told the time.
  private func deadline(of tutor: Tutor) -> Moment? {
    [tutor.deadline, services.deadline].compactMap(\.self).min { $0.nanoseconds < $1.nanoseconds }
  }

  private func error(_ ending: Ending) -> any Error {
    switch ending {
    case .endOfInput: Failure(.noInput, Localized(zh: "终端输入已经结束。", en: "The terminal's input has ended."))
    case .signal(let signal): SignalExit(signal: signal)
    }
  }

  private func show(_ tutor: Tutor) {
    let picture = tutor.draw()
    terminal.present(picture.surface, cursor: picture.cursor)
  }

  /// Carries out effects, and what comes of them.
  ///
  /// - Returns: nil where the application stays on the screen.
  private func perform(_ effects: [Effect], _ tutor: inout Tutor) -> Outcome? {
    var effects = effects
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      switch effect {
      case .quit: return .over(tutor)
      case .plain: return .plain(tutor)
      case .suspend: terminal.suspend()
      case .terminal(.switchMouse): terminal.isMouseOn.toggle()
      case .content, .draft: break
      }
      for message in services.carryOut(effect) { effects += tutor.update(message, at: terminal.now) }
    }
    return nil
  }
}

/// A signal that asked the program to end; its exit code is 128 and the signal's number.
struct SignalExit: Error {
  let signal: Int32
}
