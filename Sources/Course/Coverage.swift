import Bilingual
import Manuscript

/// What the course has to cover, as `Lessons/coverage.yaml` of each layer has it.
public struct Coverage: Sendable {
  /// Something that a beat or a box can say that it covers.
  public struct Statement: Authored, Hashable {
    /// `S1`, `A1`, `L1`.
    public let id: String
    /// What it says, side by side where two differ: the book, the RFC, practice.
    public let sides: [Localized]
    public let file: String
    /// Its line in the file.
    public let line: Int
  }

  /// What the book's sections say, then where it departs from the RFC, then where practice does.
  public let all: [Statement]

  /// What there is, `S1–S48, A1–A21`.
  var range: String {
    List.allCases.compactMap { list in
      let ids = all.map(\.id).filter { $0.first == list.initial }
      return ids.first.map { "\($0)–\(ids.last!)" }
    }.joined(separator: ", ")
  }

  enum List: String, CaseIterable {
    case statements, departures, practice

    var initial: Character {
      switch self {
      case .statements: "S"
      case .departures: "A"
      case .practice: "L"
      }
    }

    /// The keys under which its sides stand; empty where the entry itself is the one side.
    var sides: [String] {
      switch self {
      case .statements: []
      case .departures: ["book", "rfc"]
      case .practice: ["rfc", "practice"]
      }
    }
  }

  /// Reads what is sound in the file, and tells what is not.
  static func readSound(_ source: String, file: String) -> (all: [Statement], problems: [Diagnostic]) {
    var reader = YAMLReader(source, file: file)
    var all: [Statement] = []
    let names = List.allCases.map(\.rawValue)
    let fields = reader.document().flatMap { reader.fields($0, known: names, required: names) }
    for list in List.allCases {
      for node in fields.flatMap({ reader.list($0[list.rawValue]) }) ?? [] {
        guard let statement = statement(node, of: list, &reader) else { continue }
        guard !all.contains(where: { $0.id == statement.id }) else {
          reader.report(node, Localized(zh: "编号“\(statement.id)”重复", en: "the id “\(statement.id)” comes twice"))
          continue
        }
        all.append(statement)
      }
    }
    return (all, reader.diagnostics)
  }

  private static func statement(_ node: YAMLNode, of list: List, _ reader: inout YAMLReader) -> Statement? {
    let sides = list.sides.isEmpty ? ["zh", "en"] : list.sides
    let required = ["id"] + sides + ["source"]
    guard let fields = reader.fields(node, known: required + ["severity", "recalled"], required: required),
      let id = reader.text(fields["id"])
    else { return nil }
    guard id.first == list.initial, UInt8(id.dropFirst()) != nil else {
      reader.report(
        fields["id"],
        Localized(zh: "这里的编号应是 \(list.initial) 加数字", en: "an id here is \(list.initial) with a number"))
      return nil
    }
    guard !list.sides.isEmpty else {
      guard let zh = reader.text(fields["zh"]), let en = reader.text(fields["en"]) else { return nil }
      return Statement(id: id, sides: [Localized(zh: zh, en: en)], file: reader.log.file, line: node.place.line)
    }
    let texts = list.sides.compactMap { reader.localized(fields[$0]) }
    guard texts.count == list.sides.count else { return nil }
    return Statement(id: id, sides: texts, file: reader.log.file, line: node.place.line)
  }
}
