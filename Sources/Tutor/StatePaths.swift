import Figures
import Screen
import Simulation
import TCP

/// The states that both ends have gone through, a strip for each: what is past stands back, and the present one is a chip in
/// the colour of its end.
struct StatePaths {
  let names: Pair<String>
  let states: Pair<[State]>
  /// Whose states an open question asks for.
  var asked: Set<Host> = []

  /// Two rows; where a path has no room, its beginning is left out.
  func rows(columns: Int, _ context: Context) -> [[Span]] {
    let indent = Host.allCases.map { context.glyphs.width(of: names[$0]) }.max() ?? 0
    return Host.allCases.map { host in
      let name = names[host] + String(repeating: " ", count: indent - context.glyphs.width(of: names[host]) + 2)
      guard !asked.contains(host) else { return [Span(name, Style(host.role)), Span(Blanks.mark, .dim)] }
      let room = columns - indent - 2
      var past = states[host].dropLast().map(\.description)
      let chip = Span("\(states[host].last ?? .closed)", Style(host.role, adding: [.bold, .reverse]))
      func strip(_ past: [String]) -> [Span] { [Span(past.map { $0 + arrow(context) }.joined(), .dim), chip] }
      var spans = strip(past)
      while context.glyphs.width(of: spans) > room, !past.isEmpty {
        past.removeFirst()
        spans = strip([context.glyphs.ellipsis] + past)
      }
      return truncate([Span(name, Style(host.role))] + spans, columns: columns, glyphs: context.glyphs)
    }
  }

  private func arrow(_ context: Context) -> String { context.glyphs.set == .ascii ? " > " : " → " }
}
