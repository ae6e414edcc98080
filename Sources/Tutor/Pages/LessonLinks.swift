import Bilingual
import Course
import Screen

/// The link of a beat that Enter follows.
struct LinkFocus: Hashable, Sendable {
  /// The beat's place.
  let place: Int
  /// Among its links to chapters.
  let index: Int
}

// MARK: - Links to other chapters

extension LessonPage {
  /// The links to chapters that are to be read now.
  var links: [ChapterLink] {
    if case .told = phase, aside == nil { walk.beat.links } else { [] }
  }

  var focusedLink: ChapterLink? {
    guard let linkFocus, linkFocus.place == walk.place, links.indices.contains(linkFocus.index) else { return nil }
    return links[linkFocus.index]
  }

  /// The next of the beat's links, and behind the last one none.
  mutating func focusNextLink() {
    let next = focusedLink == nil ? 0 : (linkFocus?.index ?? -1) + 1
    linkFocus = next < links.count ? LinkFocus(place: walk.place, index: next) : nil
  }

  /// Asks for the chapter to which a link leads.
  mutating func follow(_ link: ChapterLink, _ context: Context) -> [Request] {
    guard let id = link.chapter else { return [] }
    let request = ContentRequest.chapter(id, context.language)
    followed = request
    return [.effect(.content(request))]
  }

  /// Opens the chapter that was asked for.
  mutating func openFollowed(_ reply: ContentReply) -> [Request] {
    followed = nil
    switch reply {
    case .chapter(let chapter, let problems):
      return [.open(LessonPage(chapter))] + problems.prefix(1).map(Request.notice)
    case .failed(let why): return [.notice(why)]
    case .titles, .extent, .misconceptions, .paper: return []
    }
  }

  /// A line of the prose; a click on it follows the first link in it.
  func row(of line: [Span]) -> Row {
    let texts = line.filter { [.link, .selected].contains($0.style.role) }.map(\.text)
    return Row(line, target: texts.lazy.compactMap { text in links.firstIndex { $0.text.contains(text) } }.first)
  }

  /// Where the links lead, for somebody to whom it is told.
  func toldLinks(_ context: Context) -> [String] {
    links.compactMap { link in
      link.chapter.map { id in
        context[Localized(zh: "“\(link.text)”：", en: "“\(link.text)”: ")] + "tcptutor learn \(id)"
      }
    }
  }

  /// The key that goes through the links, where there are any.
  var linkKeys: [KeyMap<Action>.Binding] {
    guard !links.isEmpty else { return [] }
    let label =
      focusedLink == nil
      ? Localized(zh: "选链接", en: "to the link") : Localized(zh: "下一个链接（回车打开）", en: "next link (Enter opens)")
    return [.init([.tab], .link, label, hint: .always)]
  }
}
