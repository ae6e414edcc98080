import Bilingual
import Manuscript
import Scenario
import Simulation
import TCP

/// The order in which segments are sent, or calls are made.
struct OrderAsk: Ask {
  static let keyword = "order"
  static let keys = AskKeys(required: ["of"])
  static let forms: [Question.Form] = [.order]
  static let opening: Opening.Style? = nil
  static let proofExample: String? = "[client FIN+ACK, server ACK, server FIN+ACK seq=j+1, client ACK]"

  private enum Pieces: String, CaseIterable {
    case segments, calls
  }

  private let pieces: Pieces

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard
      let pieces = reader.word(fields["of"], Pieces.self, called: Localized(zh: "排序对象", en: "thing to put in order"))
    else { return nil }
    self.pieces = pieces
  }

  func solution(before: Run, after: Run) -> Solution? {
    let played = Played(before, after)
    var steps: [Answer.Step] = []
    var decisive: Int?
    for place in played.range {
      let occurrence = after.transcript[place]
      guard let deed = deed(of: occurrence) else { continue }
      steps.append(Answer.Step(host: occurrence.host, deed: deed))
      decisive = place
    }
    // What comes twice has no one place.
    guard steps.count > 1, Set(steps).count == steps.count else { return nil }
    var solution = Solution(before, after, .order(steps.map(Answer.step)), about: steps[0].host)
    solution.decisive = decisive
    return solution
  }

  private func deed(of occurrence: Occurrence) -> Answer.Step.Deed? {
    switch (pieces, occurrence.kind) {
    case (.segments, .send(let segment, _, _)): .sends(segment.asAnswer)
    case (.calls, .call(let call, .accepted)): .calls(call)
    default: nil
    }
  }

  func whyUnanswered(by run: Run) -> Localized {
    Localized(
      zh: "要排序的至少要有两个，而且各不相同", en: "what is put in order takes two at least, each different from the others")
  }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    reader.list(node) { reader, item in StepProof(item, of: pieces == .calls, &reader) }.map { steps in
      Proof { numbers, solution throws(LineProblem) in
        guard case .order(var rest) = solution.key else { return .order([]) }
        var given: [Answer] = []
        for step in steps {
          // What a line leaves out is the machine's: it names one of the pieces, once.
          var place = 0
          while place < rest.count, !(try step.isMet(by: rest[place], numbers, solution)) { place += 1 }
          given.append(
            place < rest.count ? rest.remove(at: place) : .step(try step.alone(numbers, solution)))
        }
        return .order(given)
      }
    }
  }

  func expectations(fixing solution: Solution) -> [Expectation]? { nil }

  func stem(for solution: Solution) -> Localized {
    switch pieces {
    case .segments: Localized(zh: "按发送的先后排列这些报文段。", en: "Put the segments in the order in which they are sent.")
    case .calls: Localized(zh: "按先后排列这些调用。", en: "Put the calls in the order in which they are made.")
    }
  }
}

/// A piece of an order, as a proof gives it: `client FIN,ACK seq=i+1`, `client CLOSE`, `server SEND 5`. What is left out
/// may be anything.
private struct StepProof: Sendable {
  private enum Deed {
    case sends(SegmentProof)
    case calls(String, octets: Expression?)
  }

  private let host: String
  private let deed: Deed

  init?(_ node: YAMLNode, of calls: Bool, _ reader: inout ProofReader) {
    var words = (node.text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)[...]
    guard let host = words.popFirst(), let what = words.popFirst() else {
      reader.reportForm(node)
      return nil
    }
    guard reader.knows(host: host, at: node) else { return nil }
    self.host = host
    do throws(LineProblem) {
      if calls {
        guard Call.kinds.contains(where: { $0.keyword == what.lowercased() }), words.count <= 1 else {
          reader.reportForm(node)
          return nil
        }
        let octets = try words.first.map { (word) throws(LineProblem) in try Expression(word) }
        _ = try octets?.octets(with: reader.numbers)
        deed = .calls(what.lowercased(), octets: octets)
        return
      }
      guard let control = ControlBits(spelling: what) else {
        reader.reportForm(node)
        return nil
      }
      var numbers: [String: Expression] = [:]
      for word in words {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, ["seq", "ack", "len"].contains(parts[0]) else {
          reader.reportForm(node)
          return nil
        }
        numbers[parts[0]] = try Expression(parts[1])
      }
      let segment = SegmentProof(control: control, seq: numbers["seq"], ack: numbers["ack"], length: numbers["len"])
      _ = try segment.segment(with: reader.numbers)
      deed = .sends(segment)
    } catch {
      reader.values.report(node, error.message, error.hint)
      return nil
    }
  }

  func isMet(by piece: Answer, _ numbers: [String: Number], _ solution: Solution) throws(LineProblem) -> Bool {
    guard case .step(let step) = piece, step.host == (try solution.host(named: host)) else { return false }
    switch (deed, step.deed) {
    case (.sends(let claimed), .sends(let segment)):
      let given = try claimed.segment(with: numbers)
      return claimed.control == segment.control && (claimed.seq == nil || given.seq == segment.seq)
        && (claimed.ack == nil || given.ack == segment.ack) && (claimed.length == nil || given.text == segment.text)
    case (.calls(let keyword, let octets), .calls(let call)):
      guard keyword == call.keyword else { return false }
      guard let octets, case .send(let sent, _) = call else { return octets == nil }
      return try Int(octets.octets(with: numbers)) == sent
    case (.sends, .calls), (.calls, .sends): return false
    }
  }

  /// The piece, where the machine has none like it.
  func alone(_ numbers: [String: Number], _ solution: Solution) throws(LineProblem) -> Answer.Step {
    let host = try solution.host(named: host)
    switch deed {
    case .sends(let claimed): return Answer.Step(host: host, deed: .sends(try claimed.segment(with: numbers)))
    case .calls(let keyword, _):
      return Answer.Step(host: host, deed: .calls(Call.kinds.first { $0.keyword == keyword } ?? .status))
    }
  }
}
