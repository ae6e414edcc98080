import Bilingual
import Manuscript

/// The misconceptions in words, by id.
public struct MisconceptionCatalogue: Sendable {
  /// In the order of the file.
  public let all: [Misconception]
  private let byID: [String: Misconception]

  static let keys = ["id", "assumed", "breaks", "follows", "source"]

  public subscript(id: String) -> Misconception? { byID[id] }

  /// An empty catalogue: wrong answers then have no names.
  public init() { self.init([]) }

  init(_ all: [Misconception]) {
    self.all = all
    byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Reads a file in which nothing may be wrong.
  ///
  /// - Throws: `Diagnostics` with all that is wrong.
  public init(reading source: String, file: String) throws(Diagnostics) {
    let (catalogue, problems) = Self.readSound(source, file: file)
    guard problems.isEmpty else { throw Diagnostics(problems) }
    self = catalogue
  }

  /// Reads what is sound in `Quizzes/misconceptions.yaml`, and tells what is not.
  public static func readSound(_ source: String, file: String) -> (Self, problems: [Diagnostic]) {
    var reader = YAMLReader(source, file: file)
    var all: [Misconception] = []
    let document = reader.document()
    if let document, document.items == nil {
      reader.report(document, Localized(zh: "误解文件应是一个列表", en: "a file of misconceptions is a list"))
    }
    for node in document?.items ?? [] {
      guard let fields = reader.fields(node, known: keys, required: keys) else { continue }
      // All values are read before any is missed, so that everything wrong is told at once.
      let (id, source) = (reader.text(fields["id"]), reader.text(fields["source"]))
      let (assumed, breaks) = (reader.template(fields["assumed"]), reader.template(fields["breaks"]))
      let follows = reader.template(fields["follows"])
      guard let id, let assumed, let breaks, let follows, let source else { continue }
      guard !all.contains(where: { $0.id == id }) else {
        reader.report(node, Localized(zh: "编号“\(id)”重复", en: "duplicate id “\(id)”"))
        continue
      }
      all.append(Misconception(id: id, assumed: assumed, breaks: breaks, follows: follows, source: source, file: file))
    }
    return (Self(all), reader.diagnostics)
  }

  /// The ids of beliefs whose answers are computed and that have no words here.
  public var untold: [String] { Belief.all.map(\.id).filter { byID[$0] == nil } }
}
