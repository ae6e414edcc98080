import ArgumentParser
import Bilingual
import Tutor

struct LearnCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "learn", abstract: localized("学习一章。", "Go through a chapter."))
  }

  @Argument(
    help: .init(
      localized(
        "章的编号，如 three-way-handshake，或文件（改动后自动重读）；不写则列出各章。",
        "A chapter's id, or its file, which is read again when it changes; without one the chapters are listed.")))
  var chapter: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    try options.withCourse { library, language in
      guard let chapter else {
        let (titles, problems) = try library.chapterTitles()
        for problem in problems { complain(problem.text(in: language)) }
        return try Output.standard.write(lines: titles.map { "\($0.id)  \($0.section) \($0.title[language])" })
      }
      let source = NamedSource(chapter)
      let (found, problems) = try source.chapter(language, library)
      let page = LessonPage(found, rereading: options.isPlain ? nil : source.path)
      try options.show(page, library, language, notes: problems)
    }
  }
}
