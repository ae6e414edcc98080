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
  /// In which it may be asked, the usual one first.
  public let forms: [Question.Form]
  /// Its own stem, where it has one.
  let stem: Localized?
  public let sources: [String]
  /// Where it stands.
  public let file: String
  public let line: Int

  public struct Variable: Hashable, Sendable {
    public let name: String
    public let range: ClosedRange<UInt32>
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
    let values = variables.map { UInt32.random(in: $0.range, using: &generator) }
    return try question(with: values, form: form, misconceptions: misconceptions, using: &generator)
  }

  /// Asks the item with these numbers, one for each variable.
  ///
  /// - Throws: `Diagnostics` where the scenario can't be read or played, or has no answer.
  func question(
    with values: [UInt32], form: Question.Form? = nil, misconceptions: MisconceptionCatalogue,
    using generator: inout SplitMix64
  ) throws(Diagnostics) -> Question {
    let numbers = Dictionary(uniqueKeysWithValues: zip(variables.map(\.name), values))
    var parser = ScriptParser(file: file)
    let statements = scenario.read(with: numbers, &parser)
    let played = then?.read(with: numbers, &parser) ?? []
    guard parser.diagnostics.isEmpty else { throw Diagnostics(parser.diagnostics) }
    let script = Script(file: file, settings: parser.settings, statements: statements)
    let before = Run(playing: script)
    guard before.isSound else { throw Diagnostics(before.failures + (before.stop.map { [$0] } ?? [])) }
    let solution: Solution
    let exhibit: [String]
    do throws(LineProblem) {
      solution = try ask.put(to: before, playing: played)
      exhibit = try self.exhibit?.lines(of: before) ?? []
    } catch {
      throw Diagnostics([diagnostic(error.message, hint: error.hint)])
    }
    guard solution.after.failures.isEmpty else { throw Diagnostics(solution.after.failures) }
    return Question(
      ask, solution, form: form ?? forms[0],
      situation: Situation(script, then: played, isShown: self.exhibit != nil),
      exhibit: exhibit, stem: stem,
      misconceptions: misconceptions, using: &generator)
  }

  func diagnostic(_ message: Localized, hint: Localized? = nil) -> Diagnostic {
    Diagnostic(
      file: file, location: SourceLocation(line: line),
      message: Localized(zh: "题目 \(id)：\(message.zh)", en: "item \(id): \(message.en)"), hint: hint)
  }
}

/// Lines of a scenario with `$name` where an open number stands.
struct OpenScript: Hashable, Sendable {
  let text: String
  /// The line of the file in which it begins.
  let line: Int
  /// How far its lines are indented in the file, so that columns can be the file's.
  let indentation: Int

  /// The names behind `$`, in order.
  var names: [String] {
    text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.prefix { $0.isLetter || $0.isNumber })
    }
  }

  /// Reads the lines with numbers in the places of names.
  func read(with numbers: [String: UInt32], _ parser: inout ScriptParser) -> [Statement] {
    let blank = String(repeating: " ", count: indentation)
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    let filled = parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      let name = part.prefix { $0.isLetter || $0.isNumber }
      return text + (numbers[String(name)].map(String.init) ?? "$" + name) + part.dropFirst(name.count)
    }
    let lines = filled.split(separator: "\n", omittingEmptySubsequences: false)
    return parser.read(lines.map { blank + $0 }.joined(separator: "\n"), firstLine: line)
  }
}
