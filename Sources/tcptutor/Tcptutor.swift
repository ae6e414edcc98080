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
      subcommands: [
        LearnCommand.self, QuizCommand.self, RunCommand.self, DiffCommand.self, ExploreCommand.self, CheckCommand.self,
        NewCommand.self,
      ])
  }

  @OptionGroup var options: SharedOptions

  func run() throws {
    try options.withCourse { library, language in
      try options.show(nil, library, language)
    }
  }
}

/// A text in the language of this invocation, for the help of commands and options.
func localized(_ zh: String, _ en: String) -> String {
  Localized(zh: zh, en: en)[Language.preferred(arguments: CommandLine.arguments)]
}
