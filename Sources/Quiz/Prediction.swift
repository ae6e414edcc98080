import Bilingual
import Manuscript
import Scenario

/// A question that a chapter asks before it plays a beat.
public struct Prediction: Sendable {
  private let ask: any Ask
  private let stem: String?
  public let form: Question.Form
  private let file: String
  /// The number of its first line in the file.
  public let line: Int

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
    let fields = reader.fields(document, known: ["ask", "stem", "form"], required: ["ask"])
    let ask = fields?["ask"].flatMap { AskKinds.read($0, &reader) }
    let stem = fields?["stem"].flatMap { reader.text($0) }
    let form = ask.flatMap { ask in reader.forms(fields?["form"], of: ask)?.first }
    guard let ask, let form, reader.log.diagnostics.count == earlier else { return nil }
    self.ask = ask
    self.stem = stem
    self.form = form
    file = reader.log.file
    line = lines.lowerBound
  }

  /// Whether both ask the same in the same form; stems are each language's own.
  public func asksLike(_ other: Prediction) -> Bool {
    AnyHashable(ask) == AnyHashable(other.ask) && form == other.form
  }

  /// Asks it of a run that is about to play a beat.
  ///
  /// The beat is played as far as the answer shows, so that a wrong answer can be played out from there.
  ///
  /// - Throws: `Diagnostics` where the beat has no answer to it.
  public func question(
    before: Run, playing statements: [Statement], misconceptions: MisconceptionCatalogue, seed: UInt64
  ) throws(Diagnostics) -> Question {
    let solution: Solution
    do throws(LineProblem) {
      solution = try ask.put(to: before, playing: type(of: ask).looksAhead ? [] : statements)
    } catch {
      throw Diagnostics([
        Diagnostic(
          file: file, location: SourceLocation(line: line),
          message: Localized(zh: "predict：\(error.message.zh)", en: "predict: \(error.message.en)"), hint: error.hint)
      ])
    }
    var generator = SplitMix64(seed: seed)
    return Question(
      ask, solution, form: form, stem: stem.map { Localized(zh: $0, en: $0) }, misconceptions: misconceptions,
      using: &generator)
  }
}
