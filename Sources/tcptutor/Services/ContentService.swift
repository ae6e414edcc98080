import Bilingual
import Quiz
import Tutor

/// Gives chapters and questions; what can't be had is told with its place.
///
/// Chapters are read anew each time, so that what an author has changed is seen; the pool is kept once it is read.
struct ContentService: Service {
  private let library: ContentLibrary
  private var pool: Pool?

  init(_ library: ContentLibrary) { self.library = library }

  mutating func carryOut(_ request: ContentRequest) -> [Message] {
    do {
      return [.content(request, try reply(to: request))]
    } catch let diagnostics as Diagnostics {
      return [.content(request, .failed(diagnostics.sentence))]
    } catch let failure as Failure {
      return [.content(request, .failed(failure.message))]
    } catch {
      return [.content(request, .failed(Localized(zh: "出错：\(error)", en: "It failed: \(error)")))]
    }
  }

  private mutating func reply(to request: ContentRequest) throws -> ContentReply {
    switch request {
    case .titles:
      let (titles, problems) = try library.chapterTitles()
      return .titles(titles, problems: problems.map(\.sentence))
    case .extent: return .extent(library.lengths(), questions: wholePool().items.count)
    case .chapter(let id, let language):
      let (chapter, problems) = try library.chapter(id, language)
      return .chapter(chapter, problems: problems)
    case .misconceptions:
      let pool = wholePool()
      return .misconceptions(pool.misconceptions, problems: pool.catalogueProblems.map(\.sentence))
    case .paper(let request):
      let pool = wholePool()
      let paper = try library.paper(request, from: pool)
      return .paper(paper.questions, problems: paper.problems(in: pool))
    }
  }

  private mutating func wholePool() -> Pool {
    let pool = pool ?? library.pool
    self.pool = pool
    return pool
  }
}
