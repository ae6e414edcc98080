import Bilingual
import Manuscript

/// A form in which examinations ask about opening and closing.
public struct Archetype: Authored, Hashable {
  /// **1 … 76**.
  public let id: Int
  public let name: Localized
  /// The exams that ask it.
  public let exams: [Exam]
  /// Whether it is among those that are asked most.
  public let isMostAsked: Bool
  /// The broken machines that give every computed item of it a wrong key.
  public let machines: [String]
  /// Why no machine does; nil where one does.
  public let none: Localized?
  public let file: String
  /// Its line in the file.
  public let line: Int
}

/// The archetypes, as `Quizzes/archetypes.yaml` has them.
public struct ArchetypeCatalogue: Sendable {
  public let all: [Archetype]

  public subscript(id: Int) -> Archetype? { all.first { $0.id == id } }

  /// How many there are in the facts.
  static let ids = 1...76

  public init() { all = [] }

  init(_ all: [Archetype]) { self.all = all }

  /// Reads what is sound in the file, and tells what is not.
  static func readSound(_ source: String, file: String) -> (Self, problems: [Diagnostic]) {
    var reader = YAMLReader(source, file: file)
    var all: [Archetype] = []
    for node in reader.document().flatMap({ reader.list($0) }) ?? [] {
      guard let archetype = archetype(node, &reader) else { continue }
      guard !all.contains(where: { $0.id == archetype.id }) else {
        reader.report(node, Localized(zh: "编号 \(archetype.id) 重复", en: "duplicate id \(archetype.id)"))
        continue
      }
      all.append(archetype)
    }
    return (Self(all), reader.diagnostics)
  }

  private static func archetype(_ node: YAMLNode, _ reader: inout YAMLReader) -> Archetype? {
    let required = ["id", "name", "exams"]
    guard let fields = reader.fields(node, known: required + ["most-asked", "machines", "none"], required: required)
    else { return nil }
    let (id, name) = (reader.integer(fields["id"], in: ids), reader.localized(fields["name"]))
    let (exams, isMostAsked) = (reader.exams(fields["exams"]), reader.flag(fields["most-asked"]) ?? false)
    let (machines, none) = (reader.texts(fields["machines"]), reader.localized(fields["none"]))
    guard let id, let name, let exams else { return nil }
    guard (machines?.isEmpty ?? true) == (none != nil) else {
      reader.report(
        node,
        Localized(
          zh: "题型 \(id) 要么写 machines，要么写 none 和理由",
          en: "archetype \(id) has either machines or, as none, the reason why there are none"))
      return nil
    }
    return Archetype(
      id: id, name: name, exams: exams, isMostAsked: isMostAsked, machines: machines ?? [], none: none,
      file: reader.log.file, line: node.place.line)
  }
}
