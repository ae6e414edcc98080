import Bilingual
import Figures
import Manuscript
import Scenario
import Simulation
import TCP

/// Which of the hosts ends in a state, goes through one, or sends segments of a kind.
struct WhoAsk: Ask {
  static let keyword = "who"
  static let keys = AskKeys(optional: ["ends", "enters", "sends"])
  static let forms: [Question.Form] = [.choice, .typed]
  static let proofExample: String? = "client"

  private enum Deed: Hashable {
    case ends(State)
    case enters(State)
    case sends(ControlBits)
  }

  private let deed: Deed

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    let deeds: [Deed?] = [
      fields["ends"].flatMap { reader.state($0) }.map(Deed.ends),
      fields["enters"].flatMap { reader.state($0) }.map(Deed.enters),
      fields["sends"]?.text.flatMap { ControlBits(spelling: $0) }.map(Deed.sends),
    ]
    let named = deeds.compactMap(\.self)
    guard let deed = named.first, named.count == 1 else {
      if let place = fields.entries.first?.value {
        reader.report(
          place, Localized(zh: "who 要写明一件事", en: "who asks about one thing"),
          Localized(
            zh: "ends 或 enters 加状态，或 sends 加标志位", en: "ends or enters with a state, or sends with flags"))
      }
      return nil
    }
    self.deed = deed
  }

  func solution(before: Run, after: Run) -> Solution? {
    let played = Played(before, after)
    let hosts = Set(Host.allCases.filter { does($0, in: played) })
    var solution = Solution(before, after, .hosts(hosts), about: hosts.count == 1 ? hosts.first! : .a)
    solution.decisive = played.last { occurrence in isDecisive(occurrence) }
    solution.alternatives = ([[.a], [.b], [.a, .b], []] as [Set<Host>]).map(Answer.hosts)
    return solution
  }

  private func does(_ host: Host, in played: Played) -> Bool {
    switch deed {
    case .ends(let state): played.run.network.state(of: host) == state
    case .enters, .sends: played.first { $0.host == host && isDecisive($0) } != nil
    }
  }

  private func isDecisive(_ occurrence: Occurrence) -> Bool {
    switch (deed, occurrence.kind) {
    case (.ends(let state), .state(_, let to)), (.enters(let state), .state(_, let to)): state == to
    case (.sends(let bits), .send(let segment, _, _)): segment.control == bits
    default: false
    }
  }

  func blanks(for solution: Solution) -> Blanks {
    switch deed {
    case .ends, .enters: solution.blanks(ofStatesOf: [.a, .b])
    case .sends: Blanks()
    }
  }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    guard let text = node.text else {
      reader.reportForm(node)
      return nil
    }
    // Whose names are not known yet can only be told when it is asked.
    guard reader.hosts == nil || reader.typed(node, { $0.hosts }) != nil else { return nil }
    return Proof { _, solution throws(LineProblem) in
      do throws(Answer.Unreadable) {
        return .hosts(try Typed(text, solution.words).hosts())
      } catch {
        throw LineProblem(message: ProofReader.noAnswer(text), hint: error.hint)
      }
    }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? {
    guard case .ends = deed else { return nil }
    return Host.allCases.map { .state(of: $0, solution.after.network.state(of: $0)) }
  }

  func stem(for solution: Solution) -> Localized {
    switch deed {
    case .ends(let state): Localized(zh: "最后哪一端处于 \(state)？", en: "Which end is left in \(state)?")
    case .enters(let state): Localized(zh: "哪一端会经过 \(state)？", en: "Which end goes through \(state)?")
    case .sends(let bits): Localized(zh: "哪一端发送 \(bits)？", en: "Which end sends \(bits)?")
    }
  }

  func read(_ typed: Typed) throws(Answer.Unreadable) -> Answer { .hosts(try typed.hosts()) }
}
