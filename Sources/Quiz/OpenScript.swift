import Scenario
import Simulation

/// Lines of a scenario with `$name` where an open number stands.
struct OpenScript: Hashable, Sendable {
  let text: String
  /// The line of the file in which it begins.
  let line: Int
  /// How far its lines are indented in the file, so that columns can be the file's.
  let indentation: Int

  /// The names behind `$`, in order.
  var names: [String] {
    text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.prefix { $0.isLetter || $0.isNumber })
    }
  }

  /// The names of the hosts.
  var hosts: Pair<String> {
    let named = words.first { $0.count >= 3 && $0[0].lowercased() == "hosts" }
    return named.map { Pair(String($0[1]), String($0[2])) } ?? Pair("client", "server")
  }

  /// The host in whose sequence space a name counts: the one behind whose `isn` it stands.
  var spaces: [String: Host] {
    var spaces: [String: Host] = [:]
    for line in words where line.count > 2 && line[1].lowercased() == "isn" {
      guard let host = try? hosts.host(named: String(line[0])) else { continue }
      for word in line[2...] where word.hasPrefix("$") { spaces[String(word.dropFirst())] = host }
    }
    return spaces
  }

  /// The words of each line, without its comment.
  private var words: [[Substring]] {
    text.split(separator: "\n").map { line in
      line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    }.map { $0.split(whereSeparator: \.isWhitespace) }
  }

  /// Reads the lines with numbers in the places of names.
  func read(with numbers: [String: UInt32], _ parser: inout ScriptParser) -> [Statement] {
    let blank = String(repeating: " ", count: indentation)
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    let filled = parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      let name = part.prefix { $0.isLetter || $0.isNumber }
      return text + (numbers[String(name)].map(String.init) ?? "$" + name) + part.dropFirst(name.count)
    }
    let lines = filled.split(separator: "\n", omittingEmptySubsequences: false)
    return parser.read(lines.map { blank + $0 }.joined(separator: "\n"), firstLine: line)
  }
}
