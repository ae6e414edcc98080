import Screen
import Tutor

/// A talk with a learner, line by line.
protocol Dialogue {
  /// Writes a line.
  func say(_ line: String)
  /// Writes a prompt and reads a line; nil at the end of input.
  func ask(_ prompt: String) -> String?
}

/// The input ended before the work was done.
struct InputEnded: Error {}

/// The loop between lines and the application: for screen readers, pipes and tests.
struct PlainSession<Talk: Dialogue> {
  private var services: Services
  private let dialogue: Talk

  /// Where nothing moves there is no time.
  private static var now: Moment { Moment(nanoseconds: 0, wallSeconds: 0) }

  init(_ services: Services, _ dialogue: Talk) {
    self.services = services
    self.dialogue = dialogue
  }

  /// Runs the application until it is left, or until nothing is typed any more: then it is said how far one has come.
  ///
  /// - Throws: `InputEnded` where there was something left to do.
  mutating func run(_ tutor: Tutor) throws(InputEnded) {
    var tutor = tutor
    var isOver = !perform(tutor.begin(), &tutor)
    while true {
      for line in tutor.tell() { dialogue.say(line) }
      guard !isOver else { return }
      guard let line = dialogue.ask(tutor.prompt) else { return try end(tutor) }
      isOver = !perform(tutor.hear(line, at: Self.now), &tutor)
    }
  }

  private func end(_ tutor: Tutor) throws(InputEnded) {
    for line in tutor.finish() { dialogue.say(line) }
    if tutor.isUnderWay { throw InputEnded() }
  }

  /// Carries out effects, and what comes of them.
  ///
  /// - Returns: false where the application asks to quit.
  private mutating func perform(_ effects: [Effect], _ tutor: inout Tutor) -> Bool {
    var effects = effects
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      if effect == .quit { return false }
      for message in services.carryOut(effect) { effects += tutor.update(message, at: Self.now) }
    }
    return true
  }
}
