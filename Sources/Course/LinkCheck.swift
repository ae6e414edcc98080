import Bilingual
import Manuscript

/// Proves that links lead to chapters that there are, under their titles: `[为什么是三次](why-three.md)`.
struct LinkCheck {
  /// The titles of the language's chapters, by their ids.
  let titles: [String: String]

  func check(_ beat: Beat, _ log: inout DiagnosticLog) {
    for link in beat.prose.links {
      let place = log.source.location(
        line: link.inline.line, column: link.inline.column ?? 1, length: link.text.count)
      if let problem = problem(with: link) { log.report(at: place, problem.message, problem.hint) }
    }
  }

  private func problem(with link: ChapterLink) -> (message: Localized, hint: Localized)? {
    guard !link.leadsOutside else { return nil }
    guard let id = link.chapter else {
      return (
        Localized(zh: "这个链接不通向任何一章：\(link.url)", en: "this link leads to no chapter: \(link.url)"),
        Localized(zh: "写作 [章名](编号.md)；网址以 https:// 开头", en: "write [title](id.md); an address begins with https://")
      )
    }
    guard let title = titles[id] else {
      return (
        Localized(zh: "没有名为“\(id)”的一章", en: "there is no chapter “\(id)”"),
        Suggestion.hint(for: id, among: titles.keys.sorted())
      )
    }
    guard link.text != title else { return nil }
    return (
      Localized(
        zh: "链接写的是“\(link.text)”，那一章却叫“\(title)”",
        en: "the link says “\(link.text)”, and that chapter is called “\(title)”"),
      Localized(zh: "写作 [\(title)](\(link.url))", en: "write [\(title)](\(link.url))")
    )
  }
}
