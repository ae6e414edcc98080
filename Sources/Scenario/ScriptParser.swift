import Bilingual
import Simulation
import TCP

/// Reads the scenario language.
///
/// A parser can be fed several blocks one after the other, as a chapter has them; settings stand before the first line
/// that does something. All that is wrong is collected, so that it can be told at once.
public struct ScriptParser {
  public let file: String
  public private(set) var settings = Network.Settings()
  /// Those whose letters the script has named.
  private var hostsWithLetters: Set<Host> = []
  public private(set) var diagnostics: [Diagnostic] = []
  var settingsAreOver = false
  /// What was settled before the first run; nil until another begins.
  private var first: Network.Settings?
  private var statementCount = 0
  /// Whether no more is read.
  private var isFull = false

  /// How many lines that do something a script has at most, in all its blocks.
  public static let statementLimit = 100_000
  /// How many **octets of UTF-8** a line has at most.
  public static let lineLimit = 10_000
  /// How many things that are wrong are told at most.
  public static let diagnosticLimit = 1_000

  public init(file: String) { self.file = file }

  /// Reads a whole script.
  ///
  /// - Throws: `Diagnostics` with everything that is wrong in it.
  public static func parse(_ source: String, file: String) throws(Diagnostics) -> Script {
    var parser = ScriptParser(file: file)
    let statements = parser.read(source)
    guard parser.diagnostics.isEmpty else { throw Diagnostics(parser.diagnostics) }
    return Script(file: file, settings: parser.settings, statements: statements)
  }

  /// Begins a run anew; further settings may follow, other than the hosts.
  ///
  /// - Parameter settings: what is settled for it; nil for what was settled before the first.
  public mutating func beginAnew(with settings: Network.Settings? = nil) {
    let first = first ?? self.settings
    self.first = first
    self.settings = settings ?? first
    settingsAreOver = false
  }

  /// Reads one block.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - firstLine: the number of its first line in the file, from **1**.
  /// - Returns: the statements of the lines that could be read.
  public mutating func read(_ source: String, firstLine: Int = 1) -> [Statement] {
    var statements: [Statement] = []
    var rest = source[...]
    var number = firstLine - 1
    while !isFull, !rest.isEmpty {
      let end = rest.firstIndex(where: \.isNewline) ?? rest.endIndex
      number += 1
      let isTooLong = rest[..<end].utf8.count > Self.lineLimit
      let line = Line(number: number, source: isTooLong ? String(rest[..<end].prefix(80)) : String(rest[..<end]))
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      if isTooLong {
        report(
          line, Localized(zh: "一行最多 \(Self.lineLimit) 字节", en: "a line has \(Self.lineLimit) bytes at most"))
        continue
      }
      guard let first = line.tokens.first else { continue }
      guard statementCount < Self.statementLimit else {
        report(
          line,
          Localized(zh: "一个脚本最多 \(Self.statementLimit) 行", en: "a script has \(Self.statementLimit) lines at most"))
        isFull = true
        break
      }
      var reader = LineReader(line: line, settings: settings)
      do throws(LineError) {
        if try readSetting(&reader) { continue }
        let action = try reader.readAction()
        try reader.expectEnd()
        settingsAreOver = true
        let location = SourceLocation(line: line.number, column: first.column, length: line.endColumn - first.column)
        statements.append(Statement(action: action, location: location, text: line.text))
        statementCount += 1
      } catch {
        diagnostics.append(
          Diagnostic(
            file: file, location: SourceLocation(line: line.number, column: error.column, length: error.length),
            sourceLine: line.source, message: error.message, hint: error.hint))
        if diagnostics.count >= Self.diagnosticLimit {
          report(line, Localized(zh: "错误太多，以下不再检查", en: "there is too much wrong to look at what follows"))
          isFull = true
        }
      }
    }
    return statements
  }

  private mutating func report(_ line: Line, _ message: Localized) {
    diagnostics.append(
      Diagnostic(
        file: file, location: SourceLocation(line: line.number), sourceLine: line.source,
        message: message))
  }

  /// Reads a setting, if the line is one.
  private mutating func readSetting(_ reader: inout LineReader) throws(LineError) -> Bool {
    let line = reader.line
    guard let kind = reader.settingKind() else { return false }
    if settingsAreOver {
      throw LineError(
        line.tokens[0],
        Localized(zh: "设置要写在第一个动作之前", en: "settings stand before the first line that does something"),
        Localized(zh: "把这一行移到脚本开头", en: "move this line to the top of the script"))
    }
    switch kind {
    case .hosts where first != nil:
      throw LineError(
        line.tokens[0], Localized(zh: "各次运行的主机是同样的", en: "the hosts stay the same in every run"),
        Localized(zh: "删去这一行", en: "remove this line"))
    case .hosts:
      settings.names = try reader.readHostNames()
    case .profile:
      settings.use(try reader.readProfile())
    case .initialSequenceNumbers(let host):
      if let letters = try reader.readLetters() { try name(letters, of: host) }
      settings.endpoints[host].initialSequenceNumbers = try reader.readSequenceNumbers()
    case .window(let host):
      settings.endpoints[host].window = try reader.readNumber(
        in: 0...65535, Localized(zh: "窗口大小（字节）", en: "the window in bytes"))
    case .latency:
      settings.latency = try reader.readInterval()
    case .maximumSegmentLifetime:
      let lifetime = try reader.readInterval()
      for host in Host.allCases { settings.endpoints[host].maximumSegmentLifetime = lifetime }
    case .maximumSegmentSize:
      let size = try reader.readNumber(in: 1...65495, Localized(zh: "MSS（字节）", en: "the MSS in bytes"))
      for host in Host.allCases { settings.endpoints[host].maximumSegmentSize = size }
    }
    try reader.expectEnd()
    return true
  }

  /// Has letters stand for a host's ISN; where they are the other's by custom, the two change places.
  private mutating func name(_ letters: Token, of host: Host) throws(LineError) {
    if settings.letters[host.peer].lowercased() == letters.lowercased {
      guard !hostsWithLetters.contains(host.peer) else {
        throw LineError(
          letters,
          Localized(
            zh: "“\(letters.text)”已经代表 \(settings.names[host.peer]) 的初始序号",
            en: "“\(letters.text)” stands for \(settings.names[host.peer])'s ISN already"),
          Localized(zh: "换一个字母", en: "take another letter"))
      }
      settings.letters[host.peer] = Numbering.usualLetters[host]
    }
    settings.letters[host] = letters.text
    hostsWithLetters.insert(host)
  }
}

/// What is wrong in a line.
package struct LineError: Error {
  package var column: Int
  package var length: Int
  package var message: Localized
  package var hint: Localized?

  package init(_ token: Token, _ message: Localized, _ hint: Localized? = nil) {
    column = token.column
    length = max(1, token.length)
    self.message = message
    self.hint = hint
  }

  /// Something is missing at the end of the line.
  package init(endOf line: Line, _ message: Localized, _ hint: Localized? = nil) {
    column = line.endColumn + 1
    length = 1
    self.message = message
    self.hint = hint
  }
}
