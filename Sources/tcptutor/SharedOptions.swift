import ArgumentParser
import Bilingual
import Curses
import Tutor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The options that every command has.
struct SharedOptions: ParsableArguments {
  @Option(help: .init(localized("界面语言：zh 或 en；默认取自区域设置。", "zh or en; else from the locale."), valueName: "zh|en"))
  var lang: Language?

  @Option(help: .init(localized("章和题目所在的目录。", "Where chapters and questions are."), valueName: "dir"))
  var content: String?

  @Option(help: .init(localized("配色：dark、light、contrast、mono。", "dark, light, contrast or mono."), valueName: "name"))
  var theme: String = "dark"

  @Flag(help: .init(localized("只用 ASCII 画图。", "Draw with ASCII only.")))
  var ascii = false

  @Flag(help: .init(localized("不用颜色。", "No colour.")))
  var noColor = false

  @Flag(
    help: .init(localized("逐行问答，不移动光标：适合读屏软件和管道。", "Line by line, no cursor movement: for screen readers and pipes.")))
  var plain = false

  func validate() throws {
    guard Theme.named(theme) != nil else {
      throw ValidationError(
        localized("没有名为“\(theme)”的配色；可用的有：", "There is no theme “\(theme)”; one of: ")
          + Theme.all.map(\.name).joined(separator: ", "))
    }
  }

  var language: Language { lang ?? Language.preferred(arguments: []) }

  /// Whether to talk line by line: asked for, or because there is no screen to draw on.
  var isPlain: Bool {
    plain || environment("ACCESSIBLE") != nil || environment("TERM") == "dumb"
      || isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0
  }

  var usesColor: Bool { !noColor && environment("NO_COLOR") == nil }

  /// Runs a command's work on the course; what goes wrong is told as `reporting` tells it.
  func withCourse(_ work: (ContentLibrary, Language) throws -> Void) throws {
    let language = language
    try reporting(language) { try work(try ContentLibrary(option: content), language) }
  }

  /// Runs a command's work; what goes wrong is told in the user's language and ends with its exit code.
  func reporting(_ language: Language, _ work: () throws -> Void) throws {
    // A pipe that nobody reads any more is then an error of writing, and told as one.
    signal(SIGPIPE, SIG_IGN)
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
