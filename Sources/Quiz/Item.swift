import Bilingual
import Scenario
import Simulation
import TCP

/// A question in the pool: a scenario with open numbers, and what is asked of it.
public struct Item: Sendable {
  /// Stable: progress hangs on it.
  public let id: String
  public let revision: Int
  /// The chapter's id.
  public let chapter: String
  public let exams: [String]
  /// The number of the archetype, as the exams' catalogue counts them.
  public let archetype: Int?
  /// The open numbers, in the order in which they are written.
  public let variables: [Variable]
  /// The scenario with `$name` where an open number stands.
  public let scenario: String
  public let asked: ItemAsk
  public let form: Question.Form
  /// Its own stem, where it has one.
  public let stem: Localized?
  public let sources: [String]
  /// Where it stands.
  public let file: String
  public let line: Int
  /// The line of the file in which the scenario begins.
  let scenarioLine: Int
  /// How far the scenario's lines are indented in the file.
  let scenarioIndentation: Int

  public struct Variable: Hashable, Sendable {
    public let name: String
    public let range: ClosedRange<UInt32>
  }

  /// The text of the scenario for these numbers.
  func source(with values: [UInt32]) -> String {
    var text = scenario
    // Longer names first, so that $in is not read as $i and an n.
    for (variable, value) in zip(variables, values).sorted(by: { $0.0.name.count > $1.0.name.count }) {
      text = text.replacing("$\(variable.name)", with: String(value))
    }
    return text
  }

  /// Asks the item with numbers drawn by a seed; the same seed asks the same question.
  ///
  /// - Throws: `Diagnostics` where the scenario can't be read or played, or has no answer.
  public func question(seed: UInt64, misconceptions: MisconceptionCatalogue) throws(Diagnostics) -> Question {
    var generator = SplitMix64(seed: seed)
    let values = variables.map { UInt32.random(in: $0.range, using: &generator) }
    return try question(with: values, misconceptions: misconceptions, using: &generator)
  }

  /// Asks the item with these numbers, one for each variable.
  ///
  /// - Throws: `Diagnostics` where the scenario can't be read or played, or has no answer.
  func question(
    with values: [UInt32], misconceptions: MisconceptionCatalogue, using generator: inout SplitMix64
  ) throws(Diagnostics) -> Question {
    var parser = ScriptParser(file: file)
    // Indented as in the file, so that columns are the file's.
    let indentation = String(repeating: " ", count: scenarioIndentation)
    let lines = source(with: values).split(separator: "\n", omittingEmptySubsequences: false)
    let statements = parser.read(
      lines.map { indentation + $0 }.joined(separator: "\n"), firstLine: scenarioLine)
    guard parser.diagnostics.isEmpty else { throw Diagnostics(parser.diagnostics) }
    let script = Script(file: file, settings: parser.settings, statements: statements)
    let before = Run(playing: script)
    guard before.isSound else { throw Diagnostics(before.failures + (before.stop.map { [$0] } ?? [])) }
    var after = before
    let ask: Ask
    do throws(LineProblem) {
      ask = try asked.resolve(names: script.settings.names)
    } catch {
      throw Diagnostics([diagnostic(error.message)])
    }
    if case .nextSegment = ask {
      after.play(.step(1))
    }
    guard after.stop == nil, let evidence = Evidence(ask, before: before, after: after) else {
      throw Diagnostics([
        diagnostic(Localized(zh: "这次运行给不出答案", en: "the run has no answer to this"))
      ])
    }
    return Question(
      evidence, form: form, situation: Situation(script).lines, stem: stem, misconceptions: misconceptions,
      using: &generator)
  }

  func diagnostic(_ message: Localized, hint: Localized? = nil) -> Diagnostic {
    Diagnostic(
      file: file, location: SourceLocation(line: line),
      message: Localized(zh: "题目 \(id)：\(message.zh)", en: "item \(id): \(message.en)"), hint: hint)
  }
}
