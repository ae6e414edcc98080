import ArgumentParser
import Bilingual
import Notation
import Scenario
import Simulation
import TCP

struct RunCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: localized("运行一个场景，或一章中的场景。", "Play a scenario, or that of a chapter."))
  }

  @Argument(
    help: .init(localized("场景文件，或章的文件或编号；- 为标准输入。", "A scenario, or a chapter's file or id; - for standard input.")))
  var file: String

  @Option(help: .init(localized("输出格式。", "How to write it down.")))
  var format: Format = .text

  @Option(help: .init(localized("按哪种配置运行，取代文件中的设置。", "The profile, in place of the file's.")))
  var profile: Profile?

  @Option(
    name: .shortAndLong,
    help: .init(localized("写入这个文件；- 为标准输出。", "Write to this file; - for standard output."), valueName: "out"))
  var output: String?

  @Option(
    help: .init(
      localized(
        "\(perHost.joined(separator: "、"))：只写这台主机的。", "\(perHost.joined(separator: ", ")): of this host only."),
      valueName: "name"))
  var host: String?

  @Option(
    help: .init(
      localized("一章有几次运行时：只要有这一节的一次。", "Of a chapter with several runs: the one with this beat."), valueName: "id"))
  var beat: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    let language = options.language
    try options.reporting(language) {
      let named = try NamedSource(file).runs(withBeat: beat, language) { try options.library(language) }
      guard named.count == 1 || format.holdsSeveralRuns else { throw Self.needsBeat(format, named) }
      let runs = named.map { run in
        var script = run.script
        if let profile { script.settings.use(profile) }
        return Run(playing: script)
      }
      if named.count == 1 {
        try write(runs[0].network, formatOptions(language, named[0].name))
      } else {
        let octets = zip(named, runs).flatMap { format.write($1.network, .a, formatOptions(language, $0.name)) }
        try Output(path: output).write(octets)
      }
      for (named, run) in zip(named, runs) {
        for failure in run.failures + (run.stop.map { [$0] } ?? []) { complain(failure.text(in: language)) }
        for unmet in run.unmetFaults(of: named.script.statements) { complain(unmet.asWarning.text(in: language)) }
      }
      guard runs.allSatisfy(\.isSound) else { throw ExitCode(ExitStatus.claimFailed.rawValue) }
    }
  }

  /// Which beats begin a run, so that one can be named.
  private static func needsBeat(_ format: Format, _ runs: [NamedSource.NamedRun]) -> Failure {
    let beats = runs.compactMap(\.name?.beat)
    return Failure(
      .usage,
      Localized(
        zh: "这一章有 \(runs.count) 次运行，\(format.name) 只容得下一次：用 --beat 指明其中一节，如 \(beats.joined(separator: "、"))。",
        en: "The chapter has \(runs.count) runs, and \(format.name) holds one: name a beat of it with --beat, "
          + "as \(beats.joined(separator: " or "))."))
  }

  private func formatOptions(_ language: Language, _ run: FormatOptions.RunName?) -> FormatOptions {
    var formatOptions = FormatOptions(
      language: language, glyphs: options.settings.drawsInASCII ? .ascii : .unicode,
      columns: options.columns(of: Output(path: output)), notation: options.settings.notation)
    formatOptions.run = run
    return formatOptions
  }

  private func write(_ network: Network, _ formatOptions: FormatOptions) throws {
    let output = Output(path: output)
    let names = network.settings.names
    guard format.isPerHost else { return try output.write(format.write(network, .a, formatOptions)) }
    let hosts = try hosts(names)
    guard format.isText || !output.isStandard || hosts.count == 1 else {
      throw Failure(
        .usage,
        Localized(
          zh: "\(format.name) 每台主机一个文件：请用 -o 给出文件名，或用 --host 指定主机。",
          en: "\(format.name) is one file for each host: name a file with -o, or a host with --host."))
    }
    for host in hosts {
      let output = hosts.count == 1 ? output : output.named(for: names[host])
      try output.write(format.write(network, host, formatOptions))
    }
  }

  /// Those of which something is to be written: the one that was named, or both.
  private func hosts(_ names: Pair<String>) throws(Failure) -> [Host] {
    guard let host else { return Host.allCases }
    do {
      return [try names.host(named: host)]
    } catch {
      throw Failure(.usage, error.message, hint: error.hint)
    }
  }

  private static let perHost = Format.all.filter(\.isPerHost).map(\.name)
}

extension Format: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }

  public var defaultValueDescription: String { name }

  public static var allValueStrings: [String] { all.map(\.name) }
}

extension Profile: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }

  public static var allValueStrings: [String] { names }
}
