import Bilingual
import Support
import Testing

@testable import Quiz

/// The pool that is there for the tests: it grows with the kinds, the forms and the beliefs.
@Suite struct `The fixture's pool` {
  @Test func `Every kind is asked, and every form`() {
    let items = fixtureItems()
    #expect(Set(items.map(\.kind)) == Set(AskKinds.all.map { $0.keyword }))
    #expect(Set(items.flatMap(\.forms)) == Set(Question.Form.allCases))
  }

  @Test func `Every belief has words, and one has only words`() {
    let catalogue = fixtureCatalogue()
    #expect(catalogue.untold == [])
    #expect(Set(catalogue.all.map(\.id)).subtracting(Belief.all.map(\.id)) == ["fixture-belief-without-code"])
  }

  @Test func `It can be read, and it is sound`() {
    #expect(fixturePool.problems.map(Finding.init) == [])
    let wrong = QuizCheck.check(fixtureItems(), misconceptions: fixtureCatalogue(), chapters: [Fixture.chapter])
    #expect(wrong.map(Finding.init) == [])
  }
}
