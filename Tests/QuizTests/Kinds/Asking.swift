import Bilingual
import Testing

@testable import Quiz

/// A question about a scenario, as an item asks it.
func asked(
  _ ask: String, scenario: String, then: String = "", form: String = "", seed: UInt64 = 1,
  catalogue: MisconceptionCatalogue = MisconceptionCatalogue()
) throws(Diagnostics) -> Question {
  func block(_ key: String, _ text: String) -> String {
    text.isEmpty ? "" : "  \(key): |\n" + text.split(separator: "\n").map { "    \($0)\n" }.joined()
  }
  let source =
    "- id: x\n  revision: 1\n  chapter: c\n  exams: []\n  sources: []\n" + block("scenario", scenario)
    + block("then", then) + "  ask: \(ask)\n" + "  form: \(form.isEmpty ? usualForm(of: ask) : form)\n"
  return try ItemReader.read(source, file: "items.yaml")[0].question(seed: seed, misconceptions: catalogue)
}

private func usualForm(of ask: String) -> String {
  let type = AskKinds.all.first { ask.contains("kind: \($0.keyword),") || ask.contains("kind: \($0.keyword) ") }
  return type?.forms[0].rawValue ?? "choice"
}

extension Question {
  /// The key as a learner reads it.
  var keyText: String { text(of: key, in: .en) }
  var optionTexts: [String] { options.map { text(of: $0, in: .en) } }
}

/// A connection that both users have opened, and nothing under way.
let opened = "server listen\nclient connect\nsettle"
