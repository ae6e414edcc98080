import Bilingual
import Simulation

extension Question {
  /// All that is said with it, for an author to read: the situation, the stem, the key and why it is right, then each
  /// wrong answer that a belief gives, with the belief, what is said of it, and how it would end.
  public func explained(in language: Language, _ notation: NumberNotation = .absolute) -> [String] {
    var lines = situation(notation).map { "  - " + $0[language] }
    lines.append("  ? " + stem(notation)[language])
    let why = explanation(notation).map { "  " + $0[language] } ?? ""
    lines.append("  ✓ \(text(of: key, in: language, notation))\(why)")
    for (answer, misconception) in beliefs {
      let (id, answerText) = (misconception.misconception.id, text(of: answer, in: language, notation))
      let offered = options.isEmpty || options.contains(answer) ? "✗" : "·"
      lines.append("  \(offered) \(answerText)  [\(id)]")
      guard let mistake = mistake(behind: answer, notation) else { continue }
      lines += [mistake.assumed, mistake.breaks, mistake.follows].map { "      " + $0[language] }
      if let consequence = consequence(of: answer) { lines.append("    → " + consequence.ending(notation)[language]) }
    }
    return lines
  }
}
