import ArgumentParser
import Bilingual
import Notation
import Scenario
import Screen
import TCP

struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: localized("在两种配置下运行同一场景，指出从哪里分开、为什么。", "Play a scenario under two profiles: where they part, and why."))
  }

  @Argument(
    help: .init(localized("场景文件，或章的文件或编号；- 为标准输入。", "A scenario, or a chapter's file or id; - for standard input.")))
  var file: String

  @Option(help: .init(localized("两种配置，以逗号相连。", "The two profiles, joined by a comma.")))
  var profiles = "rfc9293,linux"

  @OptionGroup var options: SharedOptions

  private var pair: [Profile] {
    profiles.split(separator: ",").compactMap(Profile.init(named:))
  }

  func validate() throws {
    guard pair.count == 2, profiles.split(separator: ",").count == 2 else {
      throw ValidationError(
        localized("请写两种配置，以逗号相连；可用的有：", "Name two profiles, joined by a comma; there are: ")
          + Profile.names.joined(separator: ", "))
    }
  }

  func run() throws {
    let language = options.language
    try options.reporting(language) {
      let named = try NamedSource(file).runs(language) { try options.library(language) }
      let pairs = named.map { run in
        pair.map { profile in
          var script = run.script
          script.settings.use(profile)
          return Run(playing: script)
        }
      }
      let glyphs: Glyphs = options.settings.drawsInASCII ? .ascii : .unicode
      let lines = zip(named, pairs).flatMap { run, pair in
        (run.name.map { $0.heading(in: language) } ?? [])
          + ProfileComparison(pair[0].network, pair[1].network).lines(
            in: language, columns: options.columns(), glyphs: glyphs, isFolded: true)
      }
      try Output.standard.write(lines: lines)
      let runs = pairs.flatMap(\.self)
      for stop in runs.compactMap(\.stop) { complain(stop.text(in: language)) }
      guard runs.allSatisfy({ $0.stop == nil }) else { throw ExitCode(ExitStatus.claimFailed.rawValue) }
    }
  }
}
