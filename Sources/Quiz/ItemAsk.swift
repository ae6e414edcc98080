import Bilingual
import Manuscript
import Simulation

/// What is asked, as it is written: hosts are names until the settings of the scenario are known.
public struct ItemAsk: Hashable, Sendable {
  private enum Kind: Hashable {
    case state(host: String, afterArrivals: Int?)
    case field(segment: Int, of: [Field])
    case nextSegment(host: String)
  }

  private let kind: Kind

  /// The kinds that there are.
  public static let kinds = ["state", "field", "next-segment"]

  /// Reads `{ kind: …, … }`; nil, with diagnostics in the reader, where it can't be read.
  init?(_ node: YAMLNode, _ reader: inout YAMLReader) {
    guard let kindNode = node["kind"] else {
      reader.report(
        node, Localized(zh: "ask 要写明 kind", en: "ask needs a kind"),
        Localized(zh: "例如 { kind: state, host: server }", en: "as in { kind: state, host: server }"))
      return nil
    }
    switch kindNode.text {
    case "state":
      guard let fields = reader.fields(node, known: ["kind", "host", "at"], required: ["host"]),
        let host = reader.text(fields["host"])
      else { return nil }
      kind = .state(host: host, afterArrivals: reader.integer(fields["at"], in: 0...10_000))
    case "field":
      guard let fields = reader.fields(node, known: ["kind", "segment", "of"], required: ["segment", "of"]),
        let segment = reader.integer(fields["segment"], in: 1...10_000), let names = reader.texts(fields["of"])
      else { return nil }
      let wanted = names.compactMap(Field.init(rawValue:))
      guard wanted.count == names.count, !wanted.isEmpty else {
        reader.report(
          fields["of"]!, Localized(zh: "of 中有不认识的字段", en: "of names a field that is unknown"),
          Localized(zh: "可用的有：flags、seq、ack、length", en: "one or more of: flags, seq, ack, length"))
        return nil
      }
      kind = .field(segment: segment, of: wanted)
    case "next-segment":
      guard let fields = reader.fields(node, known: ["kind", "host"], required: ["host"]),
        let host = reader.text(fields["host"])
      else { return nil }
      kind = .nextSegment(host: host)
    default:
      reader.report(
        kindNode,
        Localized(zh: "没有“\(kindNode.text ?? "?")”这种题", en: "there is no kind “\(kindNode.text ?? "?")”"),
        Suggestion.hint(for: kindNode.text ?? "", among: Self.kinds))
      return nil
    }
  }

  /// The question about hosts instead of names.
  func resolve(names: Pair<String>) throws(LineProblem) -> Ask {
    switch kind {
    case .state(let host, let arrivals): .state(try Self.host(host, names), afterArrivals: arrivals)
    case .field(let segment, let fields): .field(segment: segment, of: fields)
    case .nextSegment(let host): .nextSegment(try Self.host(host, names))
    }
  }

  private static func host(_ name: String, _ names: Pair<String>) throws(LineProblem) -> Host {
    do {
      return try names.host(named: name)
    } catch {
      throw LineProblem(message: error.message, hint: error.hint)
    }
  }
}

/// Something wrong with a value, not yet at its place.
struct LineProblem: Error {
  let message: Localized
  var hint: Localized?
}
