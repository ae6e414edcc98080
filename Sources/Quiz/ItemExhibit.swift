import Bilingual
import Manuscript
import Notation
import Scenario
import Simulation

/// What another program shows of an item's run: `{ as: netstat, host: server, at: 2 }`.
struct ItemExhibit: Sendable {
  private let exhibit: Exhibit
  private let host: String
  /// After how many arrivals; nil for when the question is asked.
  private let arrivals: Int?

  static let keys = ["as", "host", "at"]

  /// Reads its keys; nil, with diagnostics in the reader, where they can't be read.
  init?(_ node: YAMLNode, _ reader: inout YAMLReader) {
    guard let fields = reader.fields(node, known: Self.keys, required: ["as", "host"]),
      let name = reader.text(fields["as"]), let host = reader.text(fields["host"])
    else { return nil }
    guard let exhibit = Exhibit(named: name) else {
      reader.report(
        fields["as"], Localized(zh: "没有“\(name)”这种材料", en: "there is no exhibit “\(name)”"),
        Suggestion.hint(for: name, among: Exhibit.all.map(\.name)))
      return nil
    }
    self.exhibit = exhibit
    self.host = host
    arrivals = reader.integer(fields["at"], in: 0...10_000)
  }

  /// The lines that the program shows.
  ///
  /// - Parameter run: the run up to the question.
  /// - Throws: `LineProblem` where the run has no such host or moment, or nobody knows what the program would show.
  func lines(of run: Run) throws(LineProblem) -> [String] {
    let host: Host
    do throws(UnknownHost) {
      host = try run.network.settings.names.host(named: self.host)
    } catch {
      throw LineProblem(message: error.message, hint: error.hint)
    }
    guard let end = run.transcript.end(ofArrival: arrivals) else {
      throw LineProblem(
        message: Localized(zh: "这次运行没有第 \(arrivals ?? 0) 次到达", en: "the run has no arrival \(arrivals ?? 0)"))
    }
    guard let lines = exhibit.lines(of: run.network, at: host, after: end) else {
      throw LineProblem(
        message: Localized(
          zh: "不知道 \(exhibit.name) 怎样显示这个状态", en: "it is not known how \(exhibit.name) shows this state"))
    }
    return lines
  }
}

extension Transcript {
  /// Where what the n-th arrival caused ends; all of it for nil. Nil where there are fewer arrivals.
  func end(ofArrival number: Int?) -> Int? {
    guard let number else { return count }
    var arrivals = 0
    for (index, occurrence) in enumerated() {
      guard case .arrive = occurrence.kind else { continue }
      arrivals += 1
      if arrivals == number + 1 { return index }
    }
    return arrivals == number ? count : nil
  }
}
