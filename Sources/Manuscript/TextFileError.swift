import Bilingual

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file or a directory can't be read.
public enum TextFileError: Error, Hashable {
  /// The system's error number.
  case unreadable(errno: Int32)
  case isNoFile
  /// There is more of it than `TextFile.limit`.
  case isTooLong
  /// Where the first octets that are no UTF-8 stand: line and column, from **1**.
  case isNoUTF8(line: Int, column: Int)

  /// Whether there is no such file or directory.
  public var isMissing: Bool { self == .unreadable(errno: ENOENT) }

  public var message: Localized {
    switch self {
    case .unreadable(ENOENT): Localized(zh: "没有这个文件或目录", en: "there is no such file or directory")
    case .unreadable(EACCES): Localized(zh: "没有读取权限", en: "reading it is not permitted")
    case .unreadable(ENOTDIR): Localized(zh: "这不是目录", en: "this is no directory")
    case .unreadable(let number):
      Localized(
        zh: "无法读取：\(String(cString: strerror(number)))", en: "it can't be read: \(String(cString: strerror(number)))")
    case .isNoFile: Localized(zh: "这不是普通文件", en: "this is no ordinary file")
    case .isTooLong:
      Localized(
        zh: "超过 \(TextFile.limit >> 20) MiB，太长了", en: "this is longer than \(TextFile.limit >> 20) MiB")
    case .isNoUTF8: Localized(zh: "从这里起不是 UTF-8 编码", en: "from here on this is not UTF-8")
    }
  }

  /// What is wrong with the file, at its place in it; one diagnostic.
  public func diagnostics(_ path: String) -> Diagnostics {
    var location = SourceLocation(line: 1)
    if case .isNoUTF8(let line, let column) = self { location = SourceLocation(line: line, column: column) }
    return Diagnostics([Diagnostic(file: path, location: location, message: message)])
  }
}
