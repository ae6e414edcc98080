/// What a question offers, and what of it is right.
struct Arrangement {
  let key: Answer
  let options: [Answer]

  /// How many options a choice has at the most, and how many one with several right ones.
  private static let most = (choice: 4, multiple: 5)

  /// - Parameters:
  ///   - beliefs: wrong answers that known misconceptions give.
  ///   - generator: chooses and shuffles.
  ///   - texts: how an answer reads in each notation; two that read alike are not offered beside each other.
  init(
    of solution: Solution, _ form: Question.Form, beliefs: [Answer], using generator: inout SplitMix64,
    texts: (Answer) -> [String]
  ) {
    let right: [Answer] =
      if case .several(let answers) = solution.key { answers } else { [solution.key] }
    switch form {
    case .typed, .blanks:
      key = solution.key
      options = []
    case .order:
      key = solution.key
      options = Self.shuffled(solution.key, using: &generator)
    case .choice:
      let key = right.count == 1 ? right[0] : right.randomElement(using: &generator)!
      let wrong = Self.legible(
        Self.wrong(beliefs, solution.alternatives, except: right, using: &generator), beside: [key], texts)
      self.key = key
      options = Self.inOrder([key] + wrong.prefix(Self.most.choice - 1), using: &generator)
    case .multiple:
      // Two or three are right, so that neither all nor a single one is.
      let chosen = right.shuffled(using: &generator).prefix(Int.random(in: 2...3, using: &generator))
      let wrong = Self.legible(
        Self.wrong(beliefs, solution.alternatives.shuffled(using: &generator), except: right, using: &generator),
        beside: Array(chosen), texts)
      let options = Self.inOrder(Array(chosen) + wrong.prefix(Self.most.multiple - chosen.count), using: &generator)
      self.options = options
      key = .several(options.filter(chosen.contains))
    }
  }

  /// What misconceptions answer, in any order, and behind it the kind's own wrong answers, the nearest first.
  private static func wrong(
    _ beliefs: [Answer], _ alternatives: [Answer], except right: [Answer], using generator: inout SplitMix64
  ) -> [Answer] {
    var wrong: [Answer] = []
    for answer in beliefs.shuffled(using: &generator) + alternatives
    where !right.contains(answer) && !wrong.contains(answer) {
      wrong.append(answer)
    }
    return wrong
  }

  /// Those that read unlike what is offered already and unlike those before them, in whatever notation.
  private static func legible(
    _ answers: [Answer], beside offered: [Answer], _ texts: (Answer) -> [String]
  ) -> [Answer] {
    var seen = offered.map(texts)
    var legible: [Answer] = []
    for answer in answers {
      let own = texts(answer)
      guard !seen.contains(where: { other in zip(other, own).contains { $0 == $1 } }) else { continue }
      seen.append(own)
      legible.append(answer)
    }
    return legible
  }

  /// Single numbers in their order, anything else shuffled.
  private static func inOrder(_ options: [Answer], using generator: inout SplitMix64) -> [Answer] {
    let numbers = options.compactMap(\.number)
    guard numbers.count == options.count else { return options.shuffled(using: &generator) }
    return options.sorted { $0.number! < $1.number! }
  }

  /// The parts of an order, in another order.
  private static func shuffled(_ key: Answer, using generator: inout SplitMix64) -> [Answer] {
    guard case .order(let parts) = key, parts.count > 1 else { return [] }
    var shuffled = parts
    while shuffled == parts { shuffled.shuffle(using: &generator) }
    return shuffled
  }
}
