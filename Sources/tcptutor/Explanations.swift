import Bilingual
import Course
import Quiz

/// Every question with all its answers and what is said of each, for an author to read.
struct Explanations {
  let chapters: [Chapter]
  let items: [Item]
  let misconceptions: MisconceptionCatalogue
  /// With how many draws of numbers each item is told.
  let seeds: Int
  let language: Language

  var lines: [String] {
    var lines: [String] = []
    for chapter in chapters where chapter.language == language {
      for (beat, question) in chapter.questions(misconceptions: misconceptions) {
        lines += ["\(chapter.id) \(beat)"] + question.explained(in: language) + [""]
      }
    }
    for item in items {
      for seed in 1...UInt64(seeds) {
        guard let question = try? item.question(seed: seed, misconceptions: misconceptions) else { continue }
        lines += ["\(item.id) \(seed)"] + question.explained(in: language) + [""]
      }
    }
    return lines
  }
}
