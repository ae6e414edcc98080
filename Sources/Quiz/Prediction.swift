import Bilingual
import Manuscript
import Scenario
import Simulation
import TCP

/// A question that a chapter asks before it plays a beat.
public struct Prediction: Sendable {
  private let ask: any Ask
  private let proof: Proof?
  private let stem: Template?
  private let explain: Template?
  public let form: Question.Form
  private let file: String
  /// The number of its first line in the file.
  public let line: Int

  /// The keyword of its kind of question, as in `next-segment`.
  public var kind: String { type(of: ask).keyword }

  static let keys = ["ask", "proof", "stem", "form", "explain"]

  /// Reads the lines of a `predict` block; `stem` is in the language of the chapter.
  ///
  /// - Returns: nil, with diagnostics in the reader, where it can't be read.
  public init?(lines: Range<Int>, _ reader: inout YAMLReader) {
    let earlier = reader.log.diagnostics.count
    let document = reader.document(lines: lines)
    guard let document else {
      if reader.log.diagnostics.count == earlier {
        reader.report(
          at: SourceLocation(line: lines.lowerBound),
          Localized(zh: "predict 是空的", en: "this predict block is empty"))
      }
      return nil
    }
    let fields = reader.fields(document, known: Self.keys, required: ["ask"])
    let ask = fields?["ask"].flatMap { AskKinds.read($0, &reader) }
    let proof = ask.flatMap { Self.proof(fields?["proof"], of: $0, &reader) }
    let stem = reader.templateInOneLanguage(fields?["stem"])
    let explain = reader.templateInOneLanguage(fields?["explain"])
    let form = ask.flatMap { ask in reader.forms(fields?["form"], of: ask)?.first }
    guard let ask, let form, reader.log.diagnostics.count == earlier else { return nil }
    self.ask = ask
    self.proof = proof
    self.stem = stem
    self.explain = explain
    self.form = form
    file = reader.log.file
    line = lines.lowerBound
  }

  /// Nil for no node. Which hosts there are is settled by the chapter, so names are looked up when it is asked.
  private static func proof(_ node: YAMLNode?, of ask: any Ask, _ reader: inout YAMLReader) -> Proof? {
    guard let node else { return nil }
    var proofs = ProofReader(
      values: reader, example: type(of: ask).proofExample ?? "", hosts: nil, numbers: [:])
    defer { reader = proofs.values }
    return ask.proof(node, &proofs)
  }

  /// Whether both ask the same in the same form; stems are each language's own.
  public func asksLike(_ other: Prediction) -> Bool {
    AnyHashable(ask) == AnyHashable(other.ask) && form == other.form
  }

  /// Whether stem and explanation of both have the same placeholders, in whatever words.
  public func namesLike(_ other: Prediction) -> Bool {
    (stem?.placeholders ?? []) == (other.stem?.placeholders ?? [])
      && (explain?.placeholders ?? []) == (other.explain?.placeholders ?? [])
  }

  /// Asks it of a run that is about to play a beat.
  ///
  /// The beat is played as far as the answer shows, so that a wrong answer can be played out from there.
  ///
  /// - Throws: `Diagnostics` where the beat has no answer to it.
  public func question(
    before: Run, playing statements: [Statement], misconceptions: MisconceptionCatalogue, seed: UInt64
  ) throws(Diagnostics) -> Question {
    let solution = try solution(before: before, playing: statements)
    var generator = SplitMix64(seed: seed)
    do throws(LineProblem) {
      return try Question(
        ask, solution, form: form, stem: stem, explain: explain, numbers: before.network.settings.initialNumbers,
        misconceptions: misconceptions, using: &generator)
    } catch {
      throw diagnostics(error)
    }
  }

  private func diagnostics(_ problem: LineProblem) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        file: file, location: SourceLocation(line: line),
        message: Localized(zh: "predict：\(problem.message.zh)", en: "predict: \(problem.message.en)"),
        hint: problem.hint)
    ])
  }

  private func solution(before: Run, playing statements: [Statement]) throws(Diagnostics) -> Solution {
    do throws(LineProblem) {
      return try ask.put(to: before, playing: type(of: ask).looksAhead ? [] : statements)
    } catch {
      throw diagnostics(error)
    }
  }

  /// What keeps its answer from being proved; nil where it is.
  ///
  /// The proof is the beat's `expect` lines, from which the answer must follow; that they hold is the run's to show.
  /// What no such line can say, and only that, is proved by a `proof` as items have them.
  ///
  /// - Throws: `Diagnostics` where the beat has no answer to it.
  public func unproved(before: Run, playing statements: [Statement]) throws(Diagnostics) -> LineProblem? {
    let solution = try solution(before: before, playing: statements)
    if let proof { return proof.contradiction(of: solution, with: [:]).map { LineProblem(message: $0) } }
    guard let claims = ask.expectations(fixing: solution) else {
      let example = type(of: ask).proofExample ?? ""
      return LineProblem(
        message: Localized(
          zh: "没有哪种 expect 行能证明这个问题的答案，要写 proof",
          en: "no expect line can prove the answer to this question: it needs a proof"),
        hint: Localized(zh: "例如 proof: \(example)", en: "as in proof: \(example)"))
    }
    guard let claim = statements.unclaimed(of: claims) else { return nil }
    let line = ActionWriter(names: before.network.settings.names).line(of: .expect(claim))
    return LineProblem(
      message: Localized(
        zh: "这一节的 expect 行证明不了这个问题的答案", en: "the beat's expect lines don't prove the answer to this question"),
      hint: Localized(zh: "如果答案是对的，就在 tcp 块里加上：\(line)", en: "if that is right, have the tcp block say: \(line)"))
  }
}

extension Network.Settings {
  /// Each host's first initial sequence number, under its letters.
  fileprivate var initialNumbers: [String: Number] {
    Host.allCases.reduce(into: [:]) { numbers, host in
      numbers[letters[host]] = endpoints[host].initialSequenceNumbers.first.map { Number($0.value, in: host) }
    }
  }
}
