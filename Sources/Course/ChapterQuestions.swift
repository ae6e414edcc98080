import Bilingual
import Quiz

extension Chapter {
  /// The questions that its beats ask before they are played, in order, with the beat's id; those that can't be asked
  /// are left out.
  public func questions(misconceptions: MisconceptionCatalogue) -> [(beat: String, question: Question)] {
    var questions: [(beat: String, question: Question)] = []
    walk { place, beat, before, _ in
      guard let question = try? self.question(before: place, of: before, misconceptions: misconceptions) else { return }
      questions.append((beat.id, question))
    }
    return questions
  }
}
