import ArgumentParser
import Bilingual
import Exploration

struct ExploreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explore",
      abstract: localized(
        "在一切可能的先后中寻找违反某条定律的运行，打印出最简单的一个。",
        "Search all orders of events for a run that breaks a law; print the simplest."))
  }

  @Argument(
    help: .init(
      localized("搜索文件，或章的文件或编号；- 为标准输入。", "A search's file, or a chapter's file or id; - for standard input.")))
  var file: String

  @OptionGroup var options: SharedOptions

  func run() throws {
    let language = options.language
    try options.reporting(language) {
      let searches = try NamedSource(file).searches(language) { try options.library(language) }
      let lines = searches.flatMap { beat, search in
        (beat.map { ["// \($0)"] } ?? []) + search.lines(of: search.question.answer()).map { $0[language] }
      }
      try Output.standard.write(lines: lines)
    }
  }
}
