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
  func contradiction(of solution: Solution, with values: [UInt32]) -> Localized? {
    proof?.contradiction(of: solution, with: Self.numbers(variables, values, in: scenario.spaces))
  }
}
