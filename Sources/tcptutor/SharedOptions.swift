import ArgumentParser
import Bilingual
import Curses
import Screen
import Tutor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The options that every command has.
struct SharedOptions: ParsableArguments {
  @Option(
    help: .init(
      localized("界面语言：zh 或 en；默认取自设置或区域设置。", "zh or en; else from the settings, or the locale."),
      valueName: "zh|en"))
  var lang: Language?

  @Option(
    help: .init(
      localized(
        "再加一个放章和题目的目录，编号相同的以它为准；可以写几次。",
        "A further directory of chapters and questions; of the same ids it has the last word; may be given several times."
      ),
      valueName: "dir"))
  var content: [String] = []

  @Option(help: .init(localized("配色。", "The colours."), valueName: Setting.theme.values.joined(separator: "|")))
  var theme: String?

  @Option(
    help: .init(
      localized(
        "序号的写法：照首部、从初始序号数起、用字母（x+1）。",
        "How sequence numbers are written: as in the header, from the ISN, by letters (x+1)."),
      valueName: Setting.numbers.values.joined(separator: "|")))
  var numbers: String?

  @Flag(help: .init(localized("只用 ASCII 画图。", "Draw with ASCII only.")))
  var ascii = false

  @Flag(help: .init(localized("不用颜色。", "No colour.")))
  var noColor = false

  @Flag(
    help: .init(
      localized("不播放动画，每一步的结果直接显示：适合慢速线路和录屏。", "No motion, each step at once: for slow lines and recordings.")))
  var noMotion = false

  @Option(
    help: .init(
      localized("每行的列数，40 到 1000；默认取自终端，管道为 80。", "Columns of a line, 40 to 1000; else the terminal's, 80 in a pipe."),
      valueName: "n"))
  var width: Int?

  @Flag(
    help: .init(localized("逐行问答，不移动光标：适合读屏软件和管道。", "Line by line, no cursor movement: for screen readers and pipes.")))
  var plain = false

  /// What the options say in place of the settings' file.
  private var chosen: [(setting: Setting, value: String)] {
    let options: [(Setting, String?)] = [
      (.language, lang?.rawValue), (.theme, theme), (.ascii, ascii ? "on" : nil), (.color, noColor ? "off" : nil),
      (.numbers, numbers), (.motion, noMotion ? "off" : nil),
    ]
    return options.compactMap { setting, value in value.map { (setting, $0) } }
  }

  func validate() throws {
    if let width, !(40...1000).contains(width) {
      throw ValidationError(localized("列数应在 40 到 1000 之间。", "The width must be from 40 to 1000."))
    }
    var settings = Settings()
    for (setting, value) in chosen where !setting.set(value, in: &settings) {
      let values = (zh: setting.values.joined(separator: "、"), en: setting.values.joined(separator: ", "))
      throw ValidationError(
        localized(
          "\(setting.label.zh)不能是“\(value)”；可用的有：\(values.zh)。",
          "“\(value)” is no value of “\(setting.label.en)”; one of: \(values.en)."))
    }
  }

  /// What holds for this invocation: what options say, else the settings' file, else what is usual.
  var settings: Settings {
    var settings = SettingsFile.found.settings
    for (setting, value) in chosen { _ = setting.set(value, in: &settings) }
    if environment("NO_COLOR") != nil { settings.usesColor = false }
    return settings
  }

  var language: Language { settings.language ?? Language.preferred(arguments: []) }

  /// Whether to talk line by line: asked for, or because there is no screen to draw on.
  var isPlain: Bool {
    plain || environment("ACCESSIBLE") != nil || environment("TERM") == "dumb"
      || isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0
  }

  /// The columns that a line of output may take: what the option says, else the terminal's, else 80.
  func columns(of output: Output = .standard) -> Int {
    if let width { return width }
    var size = winsize()
    guard output.isStandard, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// What pages are told with, line by line.
  private func plainContext(_ language: Language) -> Context {
    Context(
      language: language, glyphs: settings.drawsInASCII ? .ascii : .unicode, notation: settings.notation,
      size: Size(columns: columns(), rows: 24))
  }

  /// Runs a command's work on the course; what goes wrong is told as `reporting` tells it.
  func withCourse(_ work: (ContentLibrary, Language) throws -> Void) throws {
    let language = language
    try reporting(language) { try work(try library(language), language) }
  }

  /// All layers of content; what is wrong with some of them is told.
  ///
  /// - Throws: `Failure` where there is none.
  func library(_ language: Language) throws(Failure) -> ContentLibrary {
    let layers = ContentLayers(options: content)
    guard !layers.directories.isEmpty else { throw Failure(.noInput, layers.problems[0]) }
    for problem in layers.problems { complain("tcptutor: " + problem[language]) }
    return ContentLibrary(layers: layers.directories, problems: layers.problems)
  }

  /// Shows a page on the screen, above home, or tells it line by line where there is no screen.
  ///
  /// - Parameters:
  ///   - page: nil for home itself.
  ///   - notes: what is to be said of it; that of the content has been said already to whoever sees no screen.
  func show(
    _ page: (any Page)?, _ library: ContentLibrary, _ language: Language, notes: [Localized] = []
  ) throws {
    let services = Services(library)
    guard isPlain else {
      let pages: [any Page] = try page.map { [HomePage(), $0] } ?? [home(library)]
      let notice = (notes + library.problems).first
      switch try Session(self, language, services).run({ Tutor(pages, context: $0, notice: notice) }) {
      case .over(let tutor):
        if let farewell = tutor.farewell { try Output.standard.write(lines: [farewell]) }
      case .plain(let tutor):
        var session = PlainSession(Services(library), StandardDialogue(language: tutor.context.language))
        try session.run(tutor.lineByLine(columns: columns()))
      }
      return
    }
    for note in notes { complain(note[language]) }
    var session = PlainSession(services, StandardDialogue(language: language))
    try session.run(Tutor([try page ?? home(library)], context: plainContext(language)))
  }

  /// Home with its chapters, so that the first screen has them.
  private func home(_ library: ContentLibrary) throws -> HomePage {
    let (titles, problems) = try library.chapterTitles()
    return HomePage(chapters: titles, problems: problems.map(\.sentence))
  }

  /// Runs a command's work; what goes wrong is told in the user's language and ends with its exit code.
  func reporting(_ language: Language, _ work: () throws -> Void) throws {
    // A pipe that nobody reads any more is then an error of writing, and told as one.
    signal(SIGPIPE, SIG_IGN)
    for problem in SettingsFile.found.problems { complain(problem.text(in: language)) }
    do {
      try work()
    } catch let signal as SignalExit {
      throw ExitCode(128 + signal.signal)
    } catch is InputEnded {
      complain(
        Localized(zh: "tcptutor: 输入在做完之前结束了。", en: "tcptutor: the input ended before the work was done.")[language])
      throw ExitCode(ExitStatus.noInput.rawValue)
    } catch let failure as Failure {
      complain("tcptutor: " + failure.message[language])
      throw ExitCode(failure.status.rawValue)
    } catch let diagnostics as Diagnostics {
      for diagnostic in diagnostics.all { complain(diagnostic.text(in: language)) }
      throw ExitCode(ExitStatus.unreadable.rawValue)
    } catch let error as TerminalError {
      complain("tcptutor: " + error.message[language])
      complain(Localized(zh: "可以加 --plain 逐行使用。", en: "With --plain it works line by line.")[language])
      throw ExitCode(ExitStatus.unavailable.rawValue)
    }
  }
}

extension Language: ExpressibleByArgument {}
