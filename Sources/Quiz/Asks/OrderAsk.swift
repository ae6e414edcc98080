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

  func stem(for solution: Solution) -> Localized {
    switch pieces {
    case .segments: Localized(zh: "按发送的先后排列这些报文段。", en: "Put the segments in the order in which they are sent.")
    case .calls: Localized(zh: "按先后排列这些调用。", en: "Put the calls in the order in which they are made.")
    }
  }
}
