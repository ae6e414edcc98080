import Figures
import Simulation
import TCP

/// A run as a Mermaid sequence diagram, for Markdown.
///
/// Mermaid's arrows are level: a segment stands where it arrives, or where it is lost. One that another overtook or
/// met on its way is noted as such.
///
/// - Note: Source: Mermaid's `sequenceDiagram` syntax; `-x` is an arrow that ends in a cross.
public enum MermaidDiagram {
  /// Writes a run.
  ///
  /// - Returns: **the lines**, from `sequenceDiagram` on.
  public static func lines(of network: Network) -> [String] {
    let names = network.settings.names
    var lines = [
      "sequenceDiagram", "  participant a as \(escaped(names.a))", "  participant b as \(escaped(names.b))",
    ]
    for host in Host.allCases { lines.append(note(at: host, "CLOSED")) }
    let journeys = Journeys(network.transcript)
    let transcript = network.transcript
    for (index, occurrence) in transcript.enumerated() {
      let reception = Reception(transcript[index...].prefix { $0.event == occurrence.event })
      lines += self.lines(of: occurrence, reception, journeys)
    }
    return lines + underWay(network)
  }

  private static func lines(of occurrence: Occurrence, _ reception: Reception?, _ journeys: Journeys) -> [String] {
    let host = occurrence.host
    switch occurrence.kind {
    case .call(let call, let outcome):
      guard case .rejected(let error) = outcome else { return [note(at: host, call.displayName)] }
      return [note(at: host, "\(call.displayName) \(error)")]
    case .arrive(let segment, let number, _):
      var text = label(segment, number, journeys)
      if number == nil { text += " [injected]" }
      if let reception { text += " [\(reception.words.en)]" }
      return [arrow(from: host.peer, "->>", text)]
    case .lost(let segment, let number):
      return [arrow(from: host, "-x", label(segment, number, journeys) + " [lost]")]
    case .held(let segment, let number): return [note(at: host, label(segment, number, journeys) + " [held]")]
    case .released(let segment, let number): return [note(at: host, label(segment, number, journeys) + " [released]")]
    case .duplicated(let segment, let number):
      return [note(at: host, label(segment, number, journeys) + " [doubled]")]
    case .state(_, let state): return [note(at: host, state.description)]
    case .timeout(let timer): return [note(at: host, "timeout: \(timer)")]
    case .signal(let signal, let call):
      return [note(at: host, (call.map { "\($0.rawValue): " } ?? "") + "\"\(signal)\"")]
    case .deliver(let octets): return [note(at: host, "deliver \(octets)")]
    case .crash: return [note(at: host, "crash")]
    case .send, .injected, .expect: return []
    }
  }

  /// What has not arrived by the end.
  private static func underWay(_ network: Network) -> [String] {
    network.inFlight.map { arrow(from: $0.from, "-)", "#\($0.number) \($0.segment) [under way]") }
  }

  private static func label(_ segment: Segment, _ number: Int?, _ journeys: Journeys) -> String {
    guard let number else { return segment.description }
    return "#\(number) \(segment)" + journeys.remarks(on: number).map { " [\($0)]" }.joined()
  }

  private static func arrow(from host: Host, _ arrow: String, _ text: String) -> String {
    host == .a ? "  a\(arrow)b: \(escaped(text))" : "  b\(arrow)a: \(escaped(text))"
  }

  private static func note(at host: Host, _ text: String) -> String {
    "  Note \(host == .a ? "left of a" : "right of b"): \(escaped(text))"
  }

  /// `#` and `;` begin entities and end statements in Mermaid.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "#": escaped += "#35;"
      case ";": escaped += "#59;"
      case "<": escaped += "#lt;"
      case ">": escaped += "#gt;"
      case "\"": escaped += "#quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

/// From when to when each segment was under way, counted in occurrences.
private struct Journeys {
  private struct Journey {
    let from: Host
    let isRetransmission: Bool
    let start: Int
    var end = Int.max
    /// The numbers of those from the other side that were under way when it set out, in order.
    let met: [Int]
  }

  /// In order of sending: the first is segment 1.
  private var journeys: [Journey] = []

  init(_ transcript: Transcript) {
    var underWay = Pair<[Int]>([], [])
    for (index, occurrence) in transcript.enumerated() {
      switch occurrence.kind {
      case .send(_, _, let isRetransmission):
        journeys.append(
          Journey(
            from: occurrence.host, isRetransmission: isRetransmission, start: index,
            met: underWay[occurrence.host.peer]))
        underWay[occurrence.host].append(journeys.count)
      case .arrive(_, let number?, _), .lost(_, let number):
        guard journeys.indices.contains(number - 1), journeys[number - 1].end == .max else { continue }
        journeys[number - 1].end = index
        underWay[journeys[number - 1].from].removeAll { $0 == number }
      case .call, .arrive, .state, .duplicated, .held, .released, .injected, .timeout, .signal, .deliver, .crash,
        .expect:
        break
      }
    }
  }

  /// What level arrows can't show.
  func remarks(on number: Int) -> [String] {
    guard journeys.indices.contains(number - 1) else { return [] }
    let journey = journeys[number - 1]
    var remarks = (journey.isRetransmission ? ["resent"] : []) + journey.met.map { "crosses #\($0)" }
    for later in journeys.indices[number...] {
      // They set out one after the other, so no further one meets it.
      guard journeys[later].start < journey.end else { break }
      if journeys[later].from != journey.from {
        remarks.append("crosses #\(later + 1)")
      } else if journeys[later].end < journey.end {
        remarks.append("overtaken by #\(later + 1)")
      }
    }
    return remarks
  }
}

extension Format {
  public static let mermaid = Format("mermaid") { network, _, _ in MermaidDiagram.lines(of: network) }
}
