import Bilingual
import Manuscript
import Scenario

/// What a chapter asks before it plays a beat.
public struct Prediction: Sendable {
  private let asked: ItemAsk
  private let stem: String?
  private let form: Question.Form
  private let file: String
  private let line: Int

  /// Reads a `predict` block.
  ///
  /// - Parameters:
  ///   - source: the block's YAML; `stem` is in the language of the chapter.
  ///   - firstLine: the number of its first line in the file.
  /// - Throws: `Diagnostics` with all that is wrong in it.
  public init(reading source: String, file: String, firstLine: Int) throws(Diagnostics) {
    var reader = YAMLReader(source, file: file, firstLine: firstLine)
    let document = reader.document()
    let fields = document.flatMap { reader.fields($0, known: ["ask", "stem", "form"], required: ["ask"]) }
    let asked = fields?["ask"].flatMap { ItemAsk($0, &reader) }
    let stem = fields?["stem"].flatMap { reader.text($0) }
    let form = fields?["form"]?.text.flatMap(Question.Form.init(rawValue:))
    if let node = fields?["form"], form == nil {
      reader.report(node, Localized(zh: "form 应为 choice 或 typed", en: "form is choice or typed"))
    }
    guard let asked, reader.diagnostics.isEmpty else {
      throw Diagnostics(
        reader.diagnostics.isEmpty
          ? [
            Diagnostic(
              file: file, location: SourceLocation(line: firstLine),
              message: Localized(zh: "predict 是空的", en: "this predict block is empty"))
          ] : reader.diagnostics)
    }
    self.asked = asked
    self.stem = stem
    self.form = form ?? .choice
    self.file = file
    line = firstLine
  }

  /// Asks it of a run that is about to play a beat.
  ///
  /// The beat is played as far as the answer shows, so that a wrong answer can be played out from there.
  ///
  /// - Throws: `Diagnostics` where the beat has no answer to it.
  public func question(
    before: Run, playing statements: [Statement], misconceptions: MisconceptionCatalogue, seed: UInt64
  ) throws(Diagnostics) -> Question {
    let ask: Ask
    do throws(LineProblem) {
      ask = try asked.resolve(names: before.network.settings.names)
    } catch {
      throw Diagnostics([diagnostic(error.message)])
    }
    var after = before
    var evidence: Evidence?
    for statement in statements {
      after.play(statement)
      evidence = Evidence(ask, before: before, after: after)
      if let evidence, evidence.isSettled { break }
    }
    guard let evidence else {
      throw Diagnostics([
        diagnostic(Localized(zh: "这一节的运行给不出答案", en: "this beat's run has no answer to it"))
      ])
    }
    var generator = SplitMix64(seed: seed)
    return Question(
      evidence, form: form, situation: [], stem: stem.map { Localized(zh: $0, en: $0) },
      misconceptions: misconceptions, using: &generator)
  }

  private func diagnostic(_ message: Localized) -> Diagnostic {
    Diagnostic(
      file: file, location: SourceLocation(line: line),
      message: Localized(zh: "predict：\(message.zh)", en: "predict: \(message.en)"))
  }
}

extension Evidence {
  /// Whether no further line of the beat can change the answer.
  fileprivate var isSettled: Bool {
    switch ask {
    case .state: false
    case .field: true
    case .nextSegment: segment != nil
    }
  }
}
