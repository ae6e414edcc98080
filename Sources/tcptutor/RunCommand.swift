import ArgumentParser
import Bilingual
import Course
import Notation
import Scenario
import Screen
import TCP

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

struct RunCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: localized("运行一个场景，或一章中的场景。", "Play a scenario, or that of a chapter."))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @Argument(help: .init(localized("场景文件或章（.md）；- 为标准输入。", "A scenario or a chapter (.md); - for standard input.")))
  var file: String

  @Option(help: .init(localized("输出格式。", "How to write it down.")))
  var format: Format = .text

  @Option(help: .init(localized("按哪种规范运行，取代文件中的设置。", "The profile, in place of the file's.")))
  var profile: Profile?

  @Option(name: .shortAndLong, help: .init(localized("写入这个文件，而不是标准输出。", "Write to this file."), valueName: "out"))
  var output: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    let language = options.language
    try options.reporting(language) {
      var script = try loadScript(file, language)
      if let profile { script.settings.use(profile) }
      let run = Run(playing: script)
      try write(lines(of: run, language))
      for failure in run.failures + (run.stop.map { [$0] } ?? []) { complain(failure.text(in: language)) }
      guard run.isSound else { throw ExitCode(ExitStatus.claimFailed.rawValue) }
    }
  }

  private func lines(of run: Run, _ language: Language) -> [String] {
    switch format {
    case .text:
      LadderText.lines(
        of: run.network, options: .init(language: language, drawing: options.ascii ? .ascii : .unicode))
    case .jsonl: JSONLines.lines(of: run.network)
    }
  }

  private func write(_ lines: [String]) throws {
    let text = lines.map { $0 + "\n" }.joined()
    guard let output else {
      print(text, terminator: "")
      return
    }
    let bytes = Array(text.utf8)
    guard let stream = fopen(output, "w"), fwrite(bytes, 1, bytes.count, stream) == bytes.count, fclose(stream) == 0
    else {
      let reason = String(cString: strerror(errno))
      throw Failure(
        .cannotCreate, Localized(zh: "不能写入“\(output)”：\(reason)。", en: "“\(output)” can't be written: \(reason)."))
    }
  }
}

/// Reads a scenario from a file, a chapter, or standard input.
///
/// - Throws: `Diagnostics` with everything that is wrong in it.
func loadScript(_ file: String, _ language: Language) throws(Diagnostics) -> Script {
  if file == "-" { return try ScriptParser.parse(readStandardInput(), file: "-") }
  if file.hasSuffix(".md") { return try ChapterReader.read(file: file, language: language).script }
  return try ScriptParser.parse(try readText(file), file: file)
}

extension Profile: ExpressibleByArgument {}
