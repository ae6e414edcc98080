import Bilingual
import Manuscript
import Scenario
import Simulation

/// Written options, for what no machine computes.
struct ConceptAsk: Ask {
  static let keyword = "concept"
  static let keys = AskKeys(required: ["options"])
  static let forms: [Question.Form] = [.choice, .multiple]
  static let proofExample: String? = nil
  static let opening: Opening.Style? = nil

  private struct Option: Hashable {
    let id: String
    let text: Localized
    let isRight: Bool
  }

  private let options: [Option]

  init?(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    guard let node = fields["options"], let nodes = reader.list(node) else { return nil }
    var options: [Option] = []
    for node in nodes {
      guard let fields = reader.fields(node, known: ["id", "zh", "en", "right"], required: ["id", "zh", "en"]),
        let id = reader.text(fields["id"]), let zh = reader.text(fields["zh"]), let en = reader.text(fields["en"])
      else { return nil }
      if options.contains(where: { $0.id == id }) {
        reader.report(fields["id"], Localized(zh: "选项“\(id)”重复", en: "the option “\(id)” comes twice"))
      }
      options.append(Option(id: id, text: Localized(zh: zh, en: en), isRight: reader.flag(fields["right"]) ?? false))
    }
    guard options.contains(where: \.isRight), options.contains(where: { !$0.isRight }) else {
      reader.report(
        node, Localized(zh: "至少要有一个对的选项和一个错的选项", en: "there must be a right option and a wrong one"),
        Localized(zh: "对的选项写 right: true", en: "a right one has right: true"))
      return nil
    }
    self.options = options
  }

  func solution(before: Run, after: Run) -> Solution? {
    let right = options.filter(\.isRight).map { Answer.option($0.id) }
    var solution = Solution(before, after, right.count == 1 ? right[0] : .several(right), about: .a)
    solution.alternatives = options.filter { !$0.isRight }.map { .option($0.id) }
    solution.options = Dictionary(uniqueKeysWithValues: options.map { ($0.id, $0.text) })
    return solution
  }

  func isSettled(by solution: Solution) -> Bool { true }

  func proof(_ node: YAMLNode, _ reader: inout ProofReader) -> Proof? {
    reader.values.report(
      node, Localized(zh: "concept 题不写 proof", en: "a concept has no proof"),
      Localized(zh: "对的选项写 right: true", en: "a right one has right: true"))
    return nil
  }

  func expectations(fixing solution: Solution) -> [Expectation]? { [] }

  func stem(for solution: Solution) -> Localized {
    Localized(zh: "下面哪种说法正确？", en: "Which of these is true?")
  }
}
