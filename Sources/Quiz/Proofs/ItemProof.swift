import Bilingual
import Simulation

extension Item {
  /// What the names of an item stand for where its variables have these values.
  ///
  /// - Parameter spaces: the hosts in whose sequence spaces variables count; the others are counts.
  static func numbers(_ variables: [Variable], _ values: [UInt32], in spaces: [String: Host]) -> [String: Number] {
    let numbers = zip(variables, values).map { variable, value in
      (variable.name, spaces[variable.name].map { Number(value, in: $0) } ?? Number(Int(value)))
    }
    return Dictionary(uniqueKeysWithValues: numbers)
  }

  /// What is said of an item that lacks a proof; nil where it has one, or needs none.
  var missingProof: Diagnostic? {
    guard proof == nil, let example = type(of: ask).proofExample else { return nil }
    return diagnostic(
      Localized(zh: "缺少 proof：作者自己得出的答案", en: "the proof is missing: the answer by the author's own rule"),
      hint: Localized(zh: "例如 proof: \(example)", en: "as in proof: \(example)"))
  }

  /// What the proof gives for these values where the machine gives something else; nil where they agree.
  func contradiction(of answered: Answered) -> Localized? {
    proof?.contradiction(of: answered.solution, with: answered.numbers)
  }

  /// What is said of an item that does not say why its key is right.
  var missingExplanation: Diagnostic? {
    guard explain == nil else { return nil }
    return diagnostic(
      Localized(zh: "缺少 explain：答案为什么对", en: "explain is missing: why the key is right"),
      hint: Localized(
        zh: "例如 explain: { zh: \"SYN 占用 {i}，所以接下来是 {i+1}。\", en: … }",
        en: "as in explain: { zh: …, en: \"The SYN took {i}, so {i+1} comes next.\" }"))
  }
}
