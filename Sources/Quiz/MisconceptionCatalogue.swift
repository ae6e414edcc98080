import Bilingual
import Manuscript

/// The misconceptions in words, by id.
public struct MisconceptionCatalogue: Sendable {
  /// In the order of the file.
  public let all: [Misconception]

  public subscript(id: String) -> Misconception? { all.first { $0.id == id } }

  /// An empty catalogue: questions then have no distractors.
  public init() { all = [] }

  /// Reads `Quizzes/misconceptions.yaml`.
  ///
  /// - Throws: `Diagnostics` with all that is wrong, a belief without its text included.
  public init(reading source: String, file: String) throws(Diagnostics) {
    var reader = YAMLReader(source, file: file)
    var all: [Misconception] = []
    let document = reader.document()
    for node in document?.items ?? [] {
      let keys = ["id", "statement", "truth", "source"]
      guard let fields = reader.fields(node, known: keys, required: keys) else { continue }
      // All values are read before any is missed, so that everything wrong is told at once.
      let (id, source) = (reader.text(fields["id"]), reader.text(fields["source"]))
      let (statement, truth) = (reader.localized(fields["statement"]), reader.localized(fields["truth"]))
      guard let id, let statement, let truth, let source else { continue }
      if all.contains(where: { $0.id == id }) {
        reader.report(node, Localized(zh: "编号“\(id)”重复", en: "the id “\(id)” comes twice"))
      }
      if Belief(rawValue: id) == nil {
        reader.report(
          node, Localized(zh: "程序不会推算“\(id)”的答案", en: "the program has no way to compute what “\(id)” answers"),
          Localized(
            zh: "已有的：\(Belief.allCases.map(\.rawValue).joined(separator: "、"))",
            en: "there are: \(Belief.allCases.map(\.rawValue).joined(separator: ", "))"))
      }
      all.append(Misconception(id: id, statement: statement, truth: truth, source: source))
    }
    if reader.diagnostics.isEmpty {
      for belief in Belief.allCases where !all.contains(where: { $0.id == belief.rawValue }) {
        reader.report(
          document,
          Localized(zh: "缺少误解“\(belief.rawValue)”的文字", en: "the misconception “\(belief.rawValue)” has no text"))
      }
    }
    guard reader.diagnostics.isEmpty else { throw Diagnostics(reader.diagnostics) }
    self.all = all
  }
}
