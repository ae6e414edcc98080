import Bilingual

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files that are made; what is there already stays as it is.
struct NewFiles {
  /// Paths and texts, in the order in which they are made.
  let all: [(path: String, text: String)]

  /// Makes them, and the directories in which they stand where these are missing.
  ///
  /// - Throws: `Failure.cannotCreate` where one of them is there, and then none is made, or where one can't be written.
  func write() throws(Failure) {
    for (path, _) in all where exists(path) { throw Self.isThere(path) }
    for (path, text) in all {
      if let end = path.lastIndex(of: "/") { try Self.makeDirectory(String(path[..<end])) }
      try Self.make(path, text)
    }
  }

  private static func make(_ path: String, _ text: String) throws(Failure) {
    // Exclusively, so that nothing is overwritten that somebody else has just written.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw errno == EEXIST ? isThere(path) : failure(path) }
    close(descriptor)
    try Output(path: path).write(Array(text.utf8))
  }

  /// Makes a directory and those above it; one that is there is left alone.
  static func makeDirectory(_ path: String) throws(Failure) {
    guard !path.isEmpty, !isDirectory(path) else { return }
    if let end = path.lastIndex(of: "/") { try makeDirectory(String(path[..<end])) }
    guard mkdir(path, 0o777) == 0 || isDirectory(path) else { throw failure(path) }
  }

  private static func failure(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      .cannotCreate, Localized(zh: "不能建立“\(path)”：\(reason)。", en: "“\(path)” can't be made: \(reason)."))
  }

  private static func isThere(_ path: String) -> Failure {
    Failure(
      .cannotCreate, Localized(zh: "“\(path)”已经有了", en: "“\(path)” is there already"),
      hint: Localized(zh: "什么也没有写，请换一个编号", en: "nothing was written: choose another id"))
  }
}
