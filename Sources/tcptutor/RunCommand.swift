import ArgumentParser
import Bilingual
import Course
import Figures
import Notation
import Scenario
import Simulation
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
    case text, jsonl, mermaid, svg, packetdrill, pcapng
  }

  @Argument(help: .init(localized("场景文件或章（.md）；- 为标准输入。", "A scenario or a chapter (.md); - for standard input.")))
  var file: String

  @Option(help: .init(localized("输出格式。", "How to write it down.")))
  var format: Format = .text

  @Option(help: .init(localized("按哪种规范运行，取代文件中的设置。", "The profile, in place of the file's.")))
  var profile: Profile?

  @Option(name: .shortAndLong, help: .init(localized("写入这个文件，而不是标准输出。", "Write to this file."), valueName: "out"))
  var output: String?

  @Option(
    help: .init(localized("packetdrill、pcapng：只写这台主机的。", "packetdrill, pcapng: of this host only."), valueName: "name"))
  var host: String?

  @OptionGroup var options: SharedOptions

  func run() throws {
    let language = options.language
    try options.reporting(language) {
      var script = try loadScript(file, language)
      if let profile { script.settings.use(profile) }
      let run = Run(playing: script)
      try write(run, language)
      for failure in run.failures + (run.stop.map { [$0] } ?? []) { complain(failure.text(in: language)) }
      guard run.isSound else { throw ExitCode(ExitStatus.claimFailed.rawValue) }
    }
  }

  private func write(_ run: Run, _ language: Language) throws {
    let options = LadderOptions(language: language, drawing: options.ascii ? .ascii : .unicode)
    switch format {
    case .text: try write(LadderText.lines(of: run.network, options: options), to: output)
    case .jsonl: try write(JSONLines.lines(of: run.network), to: output)
    case .mermaid: try write(MermaidDiagram.lines(of: run.network), to: output)
    case .svg: try write(SVGPicture.lines(of: run.network, options: options), to: output)
    case .packetdrill, .pcapng: try writeOnePerHost(run.network)
    }
  }

  /// Writes what there is one of for each host: that of one, or both, to files of their own where there is a name.
  private func writeOnePerHost(_ network: Network) throws {
    let names = network.settings.names
    let hosts =
      try host.map { name in
        guard let host = Host.allCases.first(where: { names[$0].lowercased() == name.lowercased() }) else {
          throw Failure(
            .usage,
            Localized(
              zh: "没有名为“\(name)”的主机；现有：\(names.a)、\(names.b)。",
              en: "There is no host “\(name)”; there are: \(names.a), \(names.b)."))
        }
        return [host]
      } ?? Host.allCases
    guard format == .packetdrill || output != nil || hosts.count == 1 else {
      throw Failure(
        .usage,
        Localized(
          zh: "pcapng 每台主机一个文件：请用 -o 给出文件名，或用 --host 指定主机。",
          en: "pcapng is one file for each host: name a file with -o, or a host with --host."))
    }
    for host in hosts {
      let path = output.map { hosts.count == 1 ? $0 : Self.name($0, of: names[host]) }
      if format == .packetdrill {
        try write(Packetdrill.script(of: network, host: host), to: path)
      } else {
        try write(Pcapng.file(of: network, host: host), to: path)
      }
    }
  }

  /// `run.pcapng` of the client: `run-client.pcapng`.
  private static func name(_ path: String, of host: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "\(path)-\(host)" }
    return "\(path[..<dot])-\(host)\(path[dot...])"
  }

  private func write(_ lines: [String], to path: String?) throws {
    try write(Array(lines.map { $0 + "\n" }.joined().utf8), to: path)
  }

  /// Writes octets to a file, or to standard output.
  ///
  /// - Throws: `Failure` with the system's reason.
  private func write(_ bytes: [UInt8], to path: String?) throws {
    let descriptor = path.map { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) } ?? STDOUT_FILENO
    defer { if path != nil, descriptor >= 0 { close(descriptor) } }
    var rest = bytes[...]
    while descriptor >= 0, !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest.removeFirst(count)
    }
    guard descriptor < 0 || !rest.isEmpty else { return }
    let reason = String(cString: strerror(errno))
    let name = path ?? Localized(zh: "标准输出", en: "standard output")[options.language]
    throw Failure(
      .cannotCreate, Localized(zh: "不能写入“\(name)”：\(reason)。", en: "“\(name)” can't be written: \(reason)."))
  }
}

/// The system's function, whose name a method has here.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// Reads a scenario from a file, a chapter, or standard input.
///
/// - Throws: `Diagnostics` with everything that is wrong in it.
func loadScript(_ file: String, _ language: Language) throws(Diagnostics) -> Script {
  if file == "-" { return try ScriptParser.parse(try readText("-"), file: "-") }
  if file.hasSuffix(".md") { return try ChapterReader.read(file: file, language: language).script }
  return try ScriptParser.parse(try readText(file, orPipe: true), file: file)
}

extension Profile: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }

  public static var allValueStrings: [String] { names }
}
