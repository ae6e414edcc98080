import Bilingual
import Manuscript

/// The words of the course, as `Lessons/glossary.yaml` of each layer has them.
public struct Glossary: Sendable {
  public struct Entry: Authored, Hashable {
    /// `sequence-number`.
    public let id: String
    /// What it is called in each language.
    public let term: Localized
    /// What vendors and exams call it besides.
    public let spellings: [String]
    /// What it means, in one line.
    public let gloss: Localized
    public let file: String
    /// Its line in the file.
    public let line: Int
  }

  public let all: [Entry]

  /// Reads what is sound in the file, and tells what is not.
  static func readSound(_ source: String, file: String) -> (all: [Entry], problems: [Diagnostic]) {
    var reader = YAMLReader(source, file: file)
    var all: [Entry] = []
    for node in reader.document().flatMap({ reader.list($0) }) ?? [] {
      let required = ["term", "zh", "en", "gloss"]
      guard let fields = reader.fields(node, known: required + ["spellings", "recalled"], required: required)
      else { continue }
      let (id, zh, en) = (reader.text(fields["term"]), reader.text(fields["zh"]), reader.text(fields["en"]))
      let (gloss, spellings) = (reader.localized(fields["gloss"]), reader.texts(fields["spellings"]) ?? [])
      _ = reader.flag(fields["recalled"])
      guard let id, let zh, let en, let gloss else { continue }
      guard !all.contains(where: { $0.id == id }) else {
        reader.report(node, Localized(zh: "术语“\(id)”重复", en: "the term “\(id)” comes twice"))
        continue
      }
      all.append(
        Entry(
          id: id, term: Localized(zh: zh, en: en), spellings: spellings, gloss: gloss, file: file,
          line: node.place.line))
    }
    return (all, reader.diagnostics)
  }
}
