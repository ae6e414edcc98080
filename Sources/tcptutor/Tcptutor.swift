import ArgumentParser
import Bilingual
import Tutor

/// The program: without a command, the tutor's home.
@main
struct Tcptutor: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tcptutor",
      abstract: localized("TCP 连接建立与释放的终端教程。", "A tutor for how TCP connections open and close."),
      version: "0.1.0",
      subcommands: [LearnCommand.self, QuizCommand.self, RunCommand.self, DiffCommand.self, CheckCommand.self])
  }

  @OptionGroup var options: SharedOptions

  func run() throws {
    try options.withCourse { library, language in
      guard !options.isPlain else {
        throw Failure(
          .usage,
          Localized(
            zh: "主页需要终端。不用终端时请写明要做什么，例如：tcptutor learn three-way-handshake",
            en: "The home page needs a terminal. Without one, say what to do, as in: tcptutor learn three-way-handshake"
          ))
      }
      let session = try Session(options, language, library)
      try session.run { context in
        Tutor(chapters: try library.chapterTitles(), context: context)
      }
    }
  }
}

/// A text in the language of this invocation, for the help of commands and options.
func localized(_ zh: String, _ en: String) -> String {
  Localized(zh: zh, en: en)[Language.preferred(arguments: CommandLine.arguments)]
}
