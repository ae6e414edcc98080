import Bilingual
import Support
import Testing

@testable import Quiz

/// What holds for any pool, shown of the one that ships and of the fixture's.
@Suite struct `Every pool` {
  private static let pools = [shippedPool, fixturePool]

  @Test(arguments: pools) func `It can be read, and its check finds nothing`(pool: Pool) {
    #expect(!pool.items.isEmpty && pool.problems.map(Finding.init) == [])
    let chapters = Set(pool.items.map(\.chapter)).sorted()
    let wrong = QuizCheck.check(pool.items, misconceptions: pool.misconceptions, chapters: chapters)
    #expect(wrong.map(Finding.init) == [])
  }

  @Test(arguments: pools, [1, 7, 2026] as [UInt64])
  func `Right is the key and nothing else, and what is offered differs in both languages`(pool: Pool, seed: UInt64)
    throws
  {
    for item in pool.items {
      for form in item.forms {
        let question = try item.question(seed: seed, form: form, misconceptions: pool.misconceptions)
        #expect(!question.stem().zh.isEmpty && question.stem().zh != question.stem().en, "\(item.id)")
        #expect(question.mistake(behind: question.key) == nil, "\(item.id)")
        switch form {
        case .choice: #expect(question.options.count(where: question.isCorrect) == 1, "\(item.id)")
        case .multiple, .order, .typed, .blanks: #expect(question.isCorrect(question.key), "\(item.id)")
        }
        for language in Language.allCases {
          let texts = question.options.map { question.text(of: $0, in: language) }
          #expect(Set(texts).count == texts.count, "\(item.id): \(texts)")
        }
      }
    }
  }

  @Test(arguments: pools) func `The same seed asks the same question, another seed other numbers`(pool: Pool) throws {
    for item in pool.items {
      let first = try item.question(seed: 17, misconceptions: pool.misconceptions)
      let again = try item.question(seed: 17, misconceptions: pool.misconceptions)
      #expect(first.situation() == again.situation() && first.stem() == again.stem() && first.form == again.form)
      #expect(first.key == again.key && first.options == again.options && first.rules == again.rules)
      guard !item.variables.isEmpty else { continue }
      let other = try item.question(seed: 18, misconceptions: pool.misconceptions)
      #expect(first.situation() != other.situation(), "\(item.id)")
    }
  }
}
