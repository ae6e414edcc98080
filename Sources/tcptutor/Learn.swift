import ArgumentParser
import Bilingual
import Tutor

struct Learn: ParsableCommand {
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
        for title in try library.chapterTitles() { print("\(title.id)  \(title.section) \(title.title[language])") }
        return
      }
      let loaded = try library.chapter(chapter, language)
      if options.isPlain {
        let misconceptions = library.pool.misconceptions
        let context = Context(language: language, drawing: options.ascii ? .ascii : .unicode)
        try PlainLesson(loaded, misconceptions: misconceptions, context: context).run(StandardDialogue())
        return
      }
      try Session(options, language, library).run { context in
        Tutor(chapter: loaded, context: context)
      }
    }
  }
}
