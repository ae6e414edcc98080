import Bilingual
import Manuscript
import Tutor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file in which the user's settings are kept.
struct SettingsFile {
  let path: String

  /// `tcptutor/settings.yaml` in `XDG_CONFIG_HOME`, else in `~/.config`; nil where neither is known.
  ///
  /// - Note: Source: XDG Base Directory Specification 0.8, by which a relative path does not count.
  static var standard: SettingsFile? {
    let named = environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let folder = named ?? environment("HOME").map({ $0 + "/.config" }) else { return nil }
    return SettingsFile(path: folder + "/tcptutor/settings.yaml")
  }

  /// What the file says to this invocation; it is read once.
  static let found: (settings: Settings, problems: [Diagnostic]) = standard?.read() ?? (Settings(), [])

  /// What is settled, and what is wrong in the file; what is usual where there is none.
  func read() -> (settings: Settings, problems: [Diagnostic]) {
    do throws(TextFileError) {
      return SettingsText(try TextFile.read(path), file: path).read()
    } catch .unreadable(ENOENT), .unreadable(ENOTDIR) {
      return (Settings(), [])
    } catch {
      return (Settings(), error.diagnostics(path).all)
    }
  }

  /// Settles something for good: the file is made, or its one line rewritten.
  ///
  /// At every moment the file is there as it was or as it will be.
  ///
  /// - Throws: `Failure` where the file can't be read or written, or is not such that a line could be rewritten.
  func set(_ setting: Setting, to value: String) throws(Failure) {
    var text = SettingsText("", file: path)
    do throws(TextFileError) {
      text = SettingsText(try TextFile.read(path), file: path)
    } catch .unreadable(ENOENT) {
    } catch {
      throw Failure(
        .cannotCreate, Localized(zh: "设置没有保存：\(error.message.zh)", en: "The setting is not saved: \(error.message.en)"))
    }
    guard text.set(setting, to: value) else {
      throw Failure(
        .cannotCreate,
        Localized(
          zh: "设置没有保存：请先改正“\(path)”里的错误。", en: "The setting is not saved: first mend what is wrong in “\(path)”."))
    }
    try replace(by: text.text)
  }

  private func replace(by text: String) throws(Failure) {
    makeFolders()
    // What the path leads to is replaced, and not a link to it.
    let target = realpath(path, nil)
    defer { free(target) }
    let path = target.map { String(cString: $0) } ?? path
    let new = path + ".new"
    try Output(path: new).write(Array(text.utf8))
    guard rename(new, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(new)
      throw Failure(
        .cannotCreate, Localized(zh: "不能写入“\(path)”：\(reason)。", en: "“\(path)” can't be written: \(reason)."))
    }
  }

  private func makeFolders() {
    var folder = ""
    for name in path.split(separator: "/").dropLast() {
      folder += "/" + name
      mkdir(folder, 0o700)
    }
  }
}
