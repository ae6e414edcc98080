import ArgumentParser
import Bilingual
import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Exit codes as in `sysexits.h`, and 1 where a claim does not hold.
enum ExitStatus: Int32 {
  case claimFailed = 1
  case usage = 64
  case unreadable = 65
  case noInput = 66
  case unavailable = 69
  case cannotCreate = 73
}

/// Why a command ends without having done its work, in one sentence.
struct Failure: Error {
  let status: ExitStatus
  let message: Localized

  init(_ status: ExitStatus, _ message: Localized) {
    self.status = status
    self.message = message
  }

  /// A sentence of what is wrong and what to do about it.
  init(_ status: ExitStatus, _ message: Localized, hint: Localized) {
    self.init(status, Localized(zh: "\(message.zh)；\(hint.zh)。", en: "\(message.en); \(hint.en)."))
  }
}

/// Writes a line to standard error.
func complain(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  bytes.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

extension Diagnostic {
  /// The same, said so that nobody takes it for a reason to stop.
  var asWarning: Diagnostic {
    var warning = self
    warning.message = Localized(zh: "注意：\(message.zh)", en: "warning: \(message.en)")
    return warning
  }

  /// `file:line:column: message`, the line with a caret under the place, and what to do about it.
  func text(in language: Language) -> String {
    var lines = ["\(file):\(location.line):\(location.column): \(message[language])"]
    if !sourceLine.isEmpty {
      let before = String(sourceLine.prefix(location.column - 1))
      let marked = String(sourceLine.dropFirst(location.column - 1).prefix(location.length))
      let gutter = "  \(location.line) | "
      let blank = String(repeating: " ", count: gutter.count - 2) + "| "
      lines.append(gutter + sourceLine.replacingTabs)
      lines.append(
        blank + String(repeating: " ", count: DisplayWidth.standard.width(of: before.replacingTabs))
          + String(repeating: "^", count: max(1, DisplayWidth.standard.width(of: marked.replacingTabs))))
    }
    if let hint { lines.append("  = \(hint[language])") }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// One blank for each tab, so that a caret stands where it should.
  fileprivate var replacingTabs: String { String(map { $0 == "\t" ? " " : $0 }) }
}
