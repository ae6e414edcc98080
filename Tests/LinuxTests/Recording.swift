import Bilingual
import Foundation
import Scenario
import Simulation
import TCP

/// What two Linux kernels did in one scenario, line by line.
struct Recording: Decodable, Sendable {
  var name: String
  /// Initial sequence numbers as they were, the first counted as 0; one 0 where there was no other.
  var client: [UInt32]?
  var server: [UInt32]?
  var lines: [Line]

  /// A line of the script, and what followed it: `c>SA:0,1+10` is a segment that the client sent, with SEQ, ACK and
  /// octets; `s=CLOSE-WAIT` is a state that the server came into. Numbers count from each host's first ISN.
  struct Line: Decodable, Sendable {
    var text: String
    var sent: [Substring]
    var states: [Substring]
    /// Whether what this line did is told together with the next line.
    var isToldLater: Bool

    init(from decoder: any Decoder) throws {
      let parts = try decoder.singleValueContainer().decode([String].self)
      text = parts[0]
      isToldLater = parts.count == 1
      sent = isToldLater ? [] : parts[1].split(separator: " ")
      states = isToldLater ? [] : parts[2] == Self.neverSettles ? [parts[2][...]] : parts[2].split(separator: " ")
    }

    static let neverSettles = "never settles"
    var neverSettles: Bool { states == [Substring(Self.neverSettles)] }
  }

  /// The script that does the same here.
  var script: String {
    let settings = [
      "profile linux", "client isn \(Self.words(client ?? [0]))", "server isn \(Self.words(server ?? [0]))",
    ]
    return (settings + lines.map(\.text)).joined(separator: "\n")
  }

  private static func words(_ numbers: [UInt32]) -> String {
    numbers.map(String.init).joined(separator: " ")
  }

}

/// How a recording plays here.
struct Replay {
  private(set) var differences: [String] = []
  private(set) var rules: Set<Rule> = []

  init(of recording: Recording) {
    do {
      let script = try ScriptParser.parse(recording.script, file: recording.name)
      var run = Run(script.settings, file: recording.name)
      var told = 0
      for (line, statement) in zip(recording.lines, script.statements) {
        run.play(statement)
        guard !line.isToldLater else { continue }
        let happened = run.transcript[told...]
        told = run.transcript.count
        rules.formUnion(happened.flatMap(\.rules))
        compare(line, happened, run.stop)
        if run.stop != nil { break }
      }
    } catch {
      differences.append("\(error)")
    }
  }

  private mutating func compare(_ line: Recording.Line, _ happened: Transcript.SubSequence, _ stop: Diagnostic?) {
    guard stop == nil else {
      if !line.neverSettles { differences.append("\(line.text): \(stop!.message.en)") }
      return
    }
    let actual = happened.compactMap(Self.notation)
    for host in ["c", "s"] {
      for (kind, recorded) in [(">", line.sent), ("=", line.states)] {
        let expected = recorded.filter { $0.hasPrefix(host + kind) }.map(String.init)
        let found = actual.filter { $0.hasPrefix(host + kind) }
        guard expected != found else { continue }
        differences.append(
          "\(line.text): recorded \(expected.joined(separator: " ")); here \(found.joined(separator: " "))")
      }
    }
  }

  private static func notation(of occurrence: Occurrence) -> String? {
    let host = occurrence.host == .a ? "c" : "s"
    switch occurrence.kind {
    case .send(let segment, _, _):
      let bits = segment.control.names.map { $0.prefix(1) }.joined()
      let ack = segment.has(.ack) ? ",\(segment.ack)" : ""
      return "\(host)>\(bits):\(segment.seq)\(ack)" + (segment.text > 0 ? "+\(segment.text)" : "")
    case .state(_, let to): return "\(host)=\(to)"
    case .call, .arrive, .lost, .duplicated, .held, .released, .injected, .timeout, .signal, .deliver, .crash, .expect:
      return nil
    }
  }
}
