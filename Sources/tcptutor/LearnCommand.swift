import ArgumentParser
import Bilingual
import Tutor

struct LearnCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "learn", abstract: localized("学习一章。", "Go through a chapter."))
  }

  @Argument(
    help: .init(
      localized("章的编号，如 three-way-handshake；不写则列出各章。", "A chapter's id; without one the chapters are listed.")))
  var chapter: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    try options.withCourse { library, language in
      guard let chapter else {
        let titles = try library.chapterTitles()
        return try Output.standard.write(lines: titles.map { "\($0.id)  \($0.section) \($0.title[language])" })
      }
      let loaded = try library.chapter(chapter, language)
      if options.isPlain {
        let misconceptions = library.pool.misconceptions
        let context = Context(language: language, drawing: options.settings.drawsInASCII ? .ascii : .unicode)
        try PlainLesson(loaded, misconceptions: misconceptions, context: context).run(
          StandardDialogue(language: language))
        return
      }
      try Session(options, language, library).run { context in
        Tutor(chapter: loaded, context: context)
      }
    }
  }
}
