import Bilingual
import Manuscript
import Scenario
import Simulation
import TCP

/// A question in the pool: a scenario with open numbers, and what is asked of it.
public struct Item: Authored {
  /// Stable: progress hangs on it.
  public let id: String
  public let revision: Int
  /// The chapter's id.
  public let chapter: String
  /// Where to read again; nil where it does not say.
  public let beat: BeatReference?
  public let exams: [Exam]
  /// The number of the archetype, as the exams' catalogue counts them.
  public let archetype: Int?
  /// The open numbers, in the order in which they are written.
  public let variables: [Variable]
  /// What is played up to the question.
  let scenario: OpenScript
  /// What is played to answer it, besides what the kind plays on.
  let then: OpenScript?
  /// What another program shows of it, beside or in place of words.
  let exhibit: ItemExhibit?
  let ask: any Ask
  /// The author's own rule for the answer; nil where there is none.
  let proof: Proof?
  /// Where that stands.
  let proofPlace: SourceLocation?
  /// In which it may be asked, the usual one first.
  public let forms: [Question.Form]
  /// Its own stem, where it has one.
  let stem: Template?
  /// Why its key is right.
  let explain: Template?
  public let sources: [String]
  /// Where it stands.
  public let file: String
  public let line: Int

  public struct Variable: Hashable, Sendable {
    public let name: String
    public let range: ClosedRange<UInt32>
    /// Whether it is an initial sequence number, drawn so that people can count with it.
    let isInitial: Bool

    init(_ name: String, in range: ClosedRange<UInt32>) {
      self.name = name
      self.range = range
      isInitial = false
    }

    /// An initial sequence number: two to four digits, and one in ten so near the end of the space that it wraps around.
    init(initial name: String) {
      self.name = name
      range = 0...UInt32.max
      isInitial = true
    }

    func drawn(using generator: inout SplitMix64) -> UInt32 {
      guard isInitial else { return UInt32.random(in: range, using: &generator) }
      return Int.random(in: 0..<10, using: &generator) == 0
        ? UInt32.random(in: UInt32.max - 99...UInt32.max, using: &generator)
        : UInt32.random(in: 10...9999, using: &generator)
    }
  }

  /// The beat of its chapter that an item names.
  public struct BeatReference: Hashable, Sendable {
    public let id: String
    public let location: SourceLocation
    public let sourceLine: String
  }

  /// What `kind:` says.
  public var kind: String { type(of: ask).keyword }

  /// Asks the item with numbers drawn by a seed; the same seed asks the same question.
  ///
  /// - Parameter form: one of its forms; nil for the usual one.
  /// - Throws: `Diagnostics` where the scenario can't be read or played, or has no answer.
  public func question(
    seed: UInt64, form: Question.Form? = nil, misconceptions: MisconceptionCatalogue
  ) throws(Diagnostics) -> Question {
    var generator = SplitMix64(seed: seed)
    let values = variables.map { $0.drawn(using: &generator) }
    return try question(with: values, form: form, misconceptions: misconceptions, using: &generator)
  }

  /// Asks the item with these numbers, one for each variable.
  ///
  /// - Throws: `Diagnostics` where the scenario can't be read or played, or has no answer.
  func question(
    with values: [UInt32], form: Question.Form? = nil, misconceptions: MisconceptionCatalogue,
    using generator: inout SplitMix64
  ) throws(Diagnostics) -> Question {
    try question(try answered(with: values), form: form, misconceptions: misconceptions, using: &generator)
  }

  /// Makes a question of what the machine has answered.
  ///
  /// - Throws: `Diagnostics` where a text names what is not there.
  func question(
    _ answered: Answered, form: Question.Form? = nil, misconceptions: MisconceptionCatalogue,
    using generator: inout SplitMix64
  ) throws(Diagnostics) -> Question {
    do throws(LineProblem) {
      var question = try Question(
        ask, answered.solution, form: form ?? forms[0],
        situation: Situation(answered.script, then: answered.then, isShown: exhibit != nil), exhibit: answered.exhibit,
        stem: stem, explain: explain, numbers: answered.numbers, misconceptions: misconceptions, using: &generator)
      question.item = id
      return question
    } catch {
      throw Diagnostics([diagnostic(error.message, hint: error.hint)])
    }
  }

  /// The item with its numbers filled in, and what the machine answers.
  struct Answered {
    let script: Script
    let then: [Statement]
    let solution: Solution
    let exhibit: [String]
    /// What its variables stand for.
    let numbers: [String: Number]

    /// The faults that meet no segment, however long the run goes on.
    var unmetFaults: [Diagnostic] {
      var run = solution.after
      run.playOn { _ in false }
      return run.unmetFaults(of: script.statements + then)
    }
  }

  /// Has the machine answer the item with these numbers.
  ///
  /// - Parameter profile: under which it is played; nil for that of the scenario.
  /// - Throws: `Diagnostics` where the scenario can't be read or played, or has no answer.
  func answered(with values: [UInt32], under profile: Profile? = nil) throws(Diagnostics) -> Answered {
    let texts = Dictionary(uniqueKeysWithValues: zip(variables.map(\.name), values))
    var parser = ScriptParser(file: file)
    let statements = scenario.read(with: texts, &parser)
    let played = then?.read(with: texts, &parser) ?? []
    guard parser.diagnostics.isEmpty else { throw Diagnostics(parser.diagnostics) }
    var script = Script(file: file, settings: parser.settings, statements: statements)
    if let profile { script.settings.use(profile) }
    let before = Run(playing: script)
    guard before.isSound else { throw Diagnostics(before.failures + (before.stop.map { [$0] } ?? [])) }
    var solution: Solution
    let exhibit: [String]
    do throws(LineProblem) {
      solution = try ask.put(to: before, playing: played)
      solution.route = Route(
        start: Run(script.settings, file: script.file), statements: statements + solution.played)
      exhibit = try self.exhibit?.lines(of: before) ?? []
    } catch {
      throw Diagnostics([diagnostic(error.message, hint: error.hint)])
    }
    guard solution.after.failures.isEmpty else { throw Diagnostics(solution.after.failures) }
    return Answered(
      script: script, then: played, solution: solution, exhibit: exhibit,
      numbers: Self.numbers(variables, values, in: scenario.spaces))
  }

  /// - Parameter place: nil for the item's own.
  func diagnostic(_ message: Localized, hint: Localized? = nil, at place: SourceLocation? = nil) -> Diagnostic {
    Diagnostic(
      file: file, location: place ?? SourceLocation(line: line),
      message: Localized(zh: "题目 \(id)：\(message.zh)", en: "item \(id): \(message.en)"), hint: hint)
  }
}
