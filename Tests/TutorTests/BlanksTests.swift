import Bilingual
import Figures
import Screen
import Simulation
import TCP
import Testing

@testable import Quiz
@testable import Tutor

@Suite struct `While a question is open` {
  private let context = Context(language: .en, glyphs: .unicode)

  /// What a stage shows of the run before the answer, word by word; whole, or with what is asked for left out.
  private func words(_ question: Question, _ blanks: Blanks) -> (cards: [Substring], rails: [Substring]) {
    var stage = Stage(question.solution.before)
    stage.blanks = blanks
    var surface = Surface(columns: 80, rows: 60, widths: .standard)
    stage.draw(on: &surface, in: surface.bounds, context)
    let rows = surface.lines.map { $0.split(separator: " ") }
    return (Array(rows.prefix(2).joined()), Array(rows.dropFirst(2).joined()))
  }

  /// How many of a stage's words answer the question: numbers in the cards, states in cards and on rails, timers.
  private func answers(to question: Question, with blanks: Blanks) -> Int {
    let shown = words(question, blanks)
    func count(_ telling: [String], in words: [Substring]) -> Int { words.count { telling.contains(String($0)) } }
    switch question.key {
    case .segment(let segment):
      return count([segment.seq.description] + (segment.has(.ack) ? [segment.ack.description] : []), in: shown.cards)
    case .fields(let fields):
      return count(
        fields.filter { $0.field == .seq || $0.field == .ack }.map(\.value.description), in: shown.cards)
    case .state(let state) where question.isPresent:
      return question.blanks.states.count == 1 ? count([state.description], in: shown.cards + shown.rails) : 1
    case .path(let states) where question.isPresent:
      return count(states.dropFirst().map(\.description), in: shown.rails)
    case .pair(let states) where question.isPresent:
      return count([states.a.description, states.b.description], in: shown.cards + shown.rails)
    case .hosts where question.isPresent:
      return count(State.allCases.map(\.description), in: shown.cards + shown.rails)
    case .timer: return shown.cards.count { $0.contains("▰") }
    case .state, .path, .pair, .hosts, .bits, .nothing, .quantity, .signals, .rule, .step, .option, .several, .order:
      return 0
    }
  }

  @Test func `nothing on the stage answers it, and without blanks something would`() throws {
    var questions = Array(try fixturePredictions(.en).values)
    for item in fixturePool.items {
      questions += try (0..<5).map { try item.question(seed: $0, misconceptions: fixturePool.misconceptions) }
    }
    var given: [String: Int] = [:]
    for question in questions {
      let kind = type(of: question.ask).keyword
      #expect(answers(to: question, with: question.blanks) == 0, "\(kind): \(question.stem().en)")
      given[kind, default: 0] += answers(to: question, with: Blanks())
    }
    for kind in ["field", "next-segment", "reply", "state", "states", "timer"] {
      #expect(given[kind] ?? 0 > 0, "\(kind) is given away where nothing is left out")
    }
  }

  @Test func `the page leaves it out, and shows it when it is answered`() throws {
    var learner = try Learner.inChapter(.en)
    let predictions = try fixturePredictions(.en)
    let (place, question) = try #require(
      predictions.sorted { $0.key < $1.key }.first { !$0.value.blanks.sendNext.isEmpty })
    try learner.goTo(beat: place, isTold: false)
    #expect(learner.lines[2].contains("SND.NXT ?"))
    try learner.answer(question)
    #expect(!learner.lines[2].contains("?"))
  }
}

extension Question {
  fileprivate var isPresent: Bool { solution.isPresent }
}
