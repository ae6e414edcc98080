import Bilingual
import Manuscript
import Simulation

@testable import Quiz

extension Answer {
  /// The answer that was typed to such a question about a client and a server.
  static func read(_ typed: String, for ask: any Ask) throws(Unreadable) -> Answer {
    try ask.read(Typed(typed, words))
  }

  func text(in language: Language) -> String { words.text(of: self)[language] }
}

private let words = AnswerWords(
  names: Pair(Localized(zh: "client", en: "client"), Localized(zh: "server", en: "server")), host: .a,
  numbering: Numbering())

extension Prediction {
  /// A block whose first line has that number in the file.
  init(reading block: String, file: String, firstLine: Int) throws(Diagnostics) {
    var reader = YAMLReader(block, file: file, firstLine: firstLine)
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false).count
    guard let prediction = Prediction(lines: firstLine..<firstLine + lines, &reader) else {
      throw Diagnostics(reader.diagnostics)
    }
    self = prediction
  }
}

/// What is asked, as an item writes it.
func ask(_ yaml: String) -> any Ask {
  var reader = YAMLReader(yaml, file: "ask.yaml")
  let node = reader.document()!
  return AskKinds.read(node, &reader)!
}

extension Question {
  /// How many different wrong answers known misconceptions give.
  var distractorCount: Int { beliefs.count }
}
