import Bilingual
import Course

/// The file of a lesson that somebody writes.
struct Writing: Sendable {
  /// What was asked for last.
  var request: DraftRequest
  /// Whether the language was changed, and the file is not there yet in that language.
  var isTranslated = false
  /// What is wrong with the file as it stands; nil where nothing is, or where it was put away.
  var complaint: Complaint?

  init(_ request: DraftRequest) { self.request = request }
}

// MARK: - Reading it again

extension LessonPage {
  var complaint: Complaint? { writing?.complaint }

  /// What has the file read, and watched from then on.
  var drafting: [Request] { writing.map { [.effect(.draft($0.request))] } ?? [] }

  mutating func translateDraft(_ context: Context) -> [Request] {
    writing?.request.language = context.language
    writing?.isTranslated = true
    return drafting
  }

  /// Takes what the file has become: what can be read is put in the chapter's place, and what is wrong is shown.
  mutating func take(_ draft: Draft, _ context: Context) -> [Request] {
    guard var writing else { return [] }
    let isTranslated = writing.isTranslated
    writing.isTranslated = false
    switch draft {
    case .unwatched(let why): return [.notice(why)]
    case .gone: writing.complaint = .ofGone(writing.request.path)
    case .unreadable(let problems): writing.complaint = .ofUnreadable(problems)
    case .chapter(let chapter, let problems):
      writing.complaint = problems.isEmpty ? nil : .ofWrong(problems)
      replace(with: chapter, context)
    }
    self.writing = writing
    return isTranslated ? otherLanguage(context) : []
  }

  /// Puts the chapter as it is now in the former's place, at the same beat.
  ///
  /// Where only words are others, everything else stays; else the beat begins anew.
  private mutating func replace(with chapter: Chapter, _ context: Context) {
    if trouble == nil, reword(chapter) {
      switch aside {
      case .comparison: aside = walk.comparison().map { .comparison($0) }
      case .search: aside = walk.beat.search.map { .search($0) }
      case nil: break
      }
      return
    }
    let former = walk
    walk = LessonWalk(chapter, at: former.place(in: chapter))
    answered = answers(since: former.chapter)
    (scroller, heard, inspector) = (Scroller(), Heard(), nil)
    pace.rest()
    enter(walk.place, context)
  }

  /// The answers to what is asked now as it was asked before.
  private func answers(since former: Chapter) -> [String: QuestionPanel] {
    var (walk, kept) = (walk, [String: QuestionPanel]())
    for (place, beat) in walk.chapter.beats.enumerated() {
      guard var panel = answered[beat.id], let prediction = beat.prediction,
        former.beats.contains(where: { $0.id == beat.id && $0.prediction.map(prediction.asksLike) ?? false })
      else { continue }
      walk.go(to: place)
      guard let question = try? walk.question(misconceptions ?? .init()),
        question.key == panel.question.key, question.options == panel.question.options
      else { continue }
      panel.question = question
      kept[beat.id] = panel
    }
    return kept
  }
}
