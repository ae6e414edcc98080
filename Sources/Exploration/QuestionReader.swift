import Bilingual
import Scenario
import Simulation
import TCP

/// Reads the file of a question, line by line; all that is wrong is collected.
struct QuestionReader {
  private let file: String
  /// Reads the settings.
  private(set) var parser: ScriptParser
  private var diagnostics: [Diagnostic] = []
  private var settings: [String] = []
  var calls: Pair<[Call]?> = Pair(nil, nil)
  private var late: Pair<[Segment]> = Pair([], [])
  private var faults: Int?
  private var timeWaitMayEndEarly = false
  private var law: Law?
  /// The last that is not empty.
  private var lastLine = Line(number: 1, source: "")

  init(file: String) {
    self.file = file
    parser = ScriptParser(file: file)
  }

  /// - Parameter firstLine: the number of the first line, from **1**.
  mutating func read(_ source: String, firstLine: Int) {
    lastLine.number = firstLine
    for (offset, text) in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard diagnostics.count + parser.diagnostics.count < ScriptParser.diagnosticLimit else { return }
      if text.utf8.count > ScriptParser.lineLimit {
        _ = parser.read(String(text), firstLine: firstLine + offset)
        continue
      }
      let line = Line(number: firstLine + offset, source: String(text))
      guard !line.tokens.isEmpty else { continue }
      lastLine = line
      do throws(LineError) {
        try read(line)
      } catch {
        report(error, line)
      }
    }
  }

  /// - Throws: `Diagnostics` with everything that is wrong.
  mutating func result() throws(Diagnostics) -> QuestionFile {
    if diagnostics.isEmpty, parser.diagnostics.isEmpty { requireAll() }
    let all = (diagnostics + parser.diagnostics).sorted { $0.location.line < $1.location.line }
    guard all.isEmpty, let law else { throw Diagnostics(all) }
    return QuestionFile(
      question: Question(
        settings: parser.settings, calls: Pair(calls.a ?? [], calls.b ?? []), late: late, faults: faults ?? 0,
        timeWaitMayEndEarly: timeWaitMayEndEarly, seeking: law),
      settings: settings)
  }

  private mutating func report(_ error: LineError, _ line: Line) {
    diagnostics.append(
      Diagnostic(
        file: file, location: SourceLocation(line: line.number, column: error.column, length: error.length),
        sourceLine: line.source, message: error.message, hint: error.hint))
  }

  private mutating func requireAll() {
    let names = parser.settings.names
    if law == nil {
      report(
        LineError(
          endOf: lastLine, Localized(zh: "没有说要找什么", en: "it does not say what to seek"),
          Localized(zh: "加一行 seek 和定律名；\(Self.laws.zh)", en: "add a line: seek and a law; \(Self.laws.en)")),
        lastLine)
    }
    if (calls.a ?? []).isEmpty, (calls.b ?? []).isEmpty {
      report(
        LineError(
          endOf: lastLine, Localized(zh: "没有说用户可以做什么", en: "nobody may do anything"),
          Localized(
            zh: "加上如 \(names.a) may connect, close 和 \(names.b) may listen, close",
            en: "add lines such as \(names.a) may connect, close and \(names.b) may listen, close")),
        lastLine)
    }
  }
}

// MARK: - Lines

extension QuestionReader {
  private static let words = ["HOST may …", "late HOST …", "faults N", "time-wait may end early", "seek LAW"]
  private static let laws = LineReader.oneOf(Law.all.map(\.name))

  private mutating func read(_ line: Line) throws(LineError) {
    var reader = LineReader(line: line, settings: parser.settings)
    if let kind = reader.settingKind() { return try readSetting(kind, line) }
    reader = LineReader(line: line, settings: parser.settings)
    let first = try reader.next(Localized(zh: "一个词", en: "a word"))
    if let host = reader.host(named: first), reader.take("may") { return try readCalls(of: host, &reader) }
    switch first.lowercased {
    case "late":
      let host = try reader.readHost()
      let segment = try reader.readSegment(from: host)
      guard late.a.count + late.b.count < Question.lateLimit else {
        throw LineError(
          first,
          Localized(zh: "先前的报文段最多 \(Question.lateLimit) 个", en: "at most \(Question.lateLimit) segments from before"),
          Localized(zh: "删去这一行", en: "remove this line"))
      }
      late[host.peer].append(segment)
    case "faults":
      guard faults == nil else { throw Self.twice(first) }
      faults = try reader.readNumber(
        in: 0...Question.faultLimit, Localized(zh: "故障个数", en: "a number of faults"))
    case "time-wait":
      guard !timeWaitMayEndEarly else { throw Self.twice(first) }
      for word in ["may", "end", "early"] where !reader.take(word) {
        throw LineError(
          first, Localized(zh: "这一行应写 time-wait may end early", en: "the line reads: time-wait may end early"))
      }
      timeWaitMayEndEarly = true
    case "seek":
      guard law == nil else { throw Self.twice(first) }
      let name = try reader.next(Localized(zh: "要找的定律", en: "a law"))
      guard let known = Law(named: name.text) else {
        throw LineError(
          name, Localized(zh: "没有名为“\(name.text)”的定律", en: "there is no law “\(name.text)”"), Self.laws)
      }
      law = known
    default:
      throw LineError(
        first, Localized(zh: "搜索文件里没有这样的行", en: "a search has no such line"),
        Localized(
          zh: "先写设置，再写：\(Self.words.joined(separator: "；"))；不写动作，动作由搜索去找",
          en: "write settings, and then: \(Self.words.joined(separator: "; ")); no actions, which the search finds"))
    }
    try reader.expectEnd()
  }

  private mutating func readSetting(_ kind: LineReader.SettingKind, _ line: Line) throws(LineError) {
    let isFirst = calls.a == nil && calls.b == nil && late.a.isEmpty && late.b.isEmpty
    guard isFirst else {
      throw LineError(
        line.tokens[0], Localized(zh: "设置要写在前面", en: "settings stand before what may happen"),
        Localized(zh: "把这一行移到文件开头", en: "move this line to the top of the file"))
    }
    let count = parser.diagnostics.count
    _ = parser.read(line.source, firstLine: line.number)
    guard parser.diagnostics.count == count else { return }
    settings.append(line.text)
    switch kind {
    case .profile: try requireWholeState(line.tokens[1])
    case .latency: try requireQuickNetwork(line.tokens[1])
    case .hosts, .maximumSegmentLifetime, .maximumSegmentSize, .initialSequenceNumbers, .window: break
    }
  }

  private func requireWholeState(_ token: Token) throws(LineError) {
    let profile = parser.settings.profile
    guard !profile.traits.showsItsWholeState else { return }
    let takeable = (Profile.allCases + Profile.whatIf).filter(\.traits.showsItsWholeState).map(\.name)
    throw LineError(
      token,
      Localized(
        zh: "\(profile) 不能搜索：它的端点还记着时间和拥塞窗口，状态查不完",
        en: "\(profile) can't be searched: its ends remember times and congestion, so there is no end of states"),
      LineReader.oneOf(takeable))
  }

  private func requireQuickNetwork(_ token: Token) throws(LineError) {
    guard parser.settings.latency >= Self.slowest else { return }
    throw LineError(
      token, Localized(zh: "搜索假定网络比计时器快", en: "a search takes the network to be faster than timers"),
      Localized(zh: "latency 要小于 400ms", en: "write a latency below 400ms"))
  }

  /// Twice this and more is what the shortest retransmission timeout leaves.
  private static let slowest = Interval.milliseconds(400)

  static func twice(_ token: Token) -> LineError {
    LineError(
      token, Localized(zh: "“\(token.text)”写了两次", en: "there are two lines “\(token.text)”"),
      Localized(zh: "只留一行", en: "keep one"))
  }
}
