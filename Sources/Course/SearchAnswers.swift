import Exploration

/// What searches have found: a chapter is the same in both languages, so its search is made once.
struct SearchAnswers {
  private var kept: [[String]: Question.Answer] = [:]

  /// - Parameter limit: of the states that are looked at; the same for all.
  mutating func answer(to search: ChapterSearch, limit: Int) -> Question.Answer {
    let lines = search.lines.map(\.text)
    if let answer = kept[lines] { return answer }
    let answer = search.file.question.answer(limit: limit)
    kept[lines] = answer
    return answer
  }
}
