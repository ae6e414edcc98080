import Bilingual
import Manuscript

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where content comes from: directories with `Lessons`, `Quizzes` or both, the later over the earlier.
///
/// First what belongs to the program, then the user's own, then those of `TCPTUTOR_CONTENT`, then those of the options.
struct ContentLayers {
  private(set) var directories: [String] = []
  /// What is wrong with directories that were named, and so are left out or counted once; a sentence each.
  private(set) var problems: [Localized] = []

  /// - Parameter options: those that the command line names, in order.
  init(options: [String]) {
    if let installed = Self.installed {
      directories = [installed]
    } else {
      problems = [
        Localized(
          zh: "找不到随程序安装的章和题目；请重新安装，或用 --content 指明目录。",
          en:
            "The chapters that belong to the program are not there; install it again, or name a directory with --content."
        )
      ]
    }
    if let own = Self.own, exists(own) { lay(own) }
    for directory in environment(Self.variable)?.split(separator: ":") ?? [] {
      lay(String(directory), of: Self.variable)
    }
    for directory in options { lay(directory, of: "--content") }
  }

  private static let variable = "TCPTUTOR_CONTENT"

  /// The resources beside the executable.
  private static var installed: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return ["tcptutor_Content.resources", "tcptutor_Content.bundle", "../share/tcptutor"]
      .map { "\(folder)/\($0)" }
      .first { isDirectory($0 + "/Lessons") }
  }

  /// `tcptutor/content` in `XDG_DATA_HOME`, else in `~/.local/share`; nil where neither is known.
  ///
  /// - Note: Source: XDG Base Directory Specification 0.8, by which a relative path does not count.
  private static var own: String? {
    let named = environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (named ?? environment("HOME").map { $0 + "/.local/share" }).map { $0 + "/tcptutor/content" }
  }

  /// Lays a directory over those that are there, unless there is nothing to be had from it.
  private mutating func lay(_ path: String, of source: String? = nil) {
    let directory = path.withoutTrailingSlashes
    let name = (source.map { "\($0): " } ?? "") + "“\(directory)”"
    if let problem = Self.problem(with: directory, called: name) {
      problems.append(problem)
      return
    }
    if let earlier = directories.firstIndex(where: { isSame($0, directory) }) {
      directories.remove(at: earlier)
      problems.append(
        Localized(
          zh: "\(name)：这个目录写了两次，只算最后一次；请删去多余的。",
          en: "\(name): the directory is named twice, and counts at its last place; leave the others out."))
    }
    directories.append(directory)
  }

  private static func problem(with directory: String, called name: String) -> Localized? {
    do throws(TextFileError) {
      let names = try TextFile.names(inDirectory: directory)
      guard !names.contains("Lessons"), !names.contains("Quizzes") else { return nil }
      return Localized(
        zh: "\(name)：里面既没有 Lessons 也没有 Quizzes；请改正目录名，或用 tcptutor new chapter 编号 --content \(directory) 写一章。",
        en: "\(name): there is neither Lessons nor Quizzes in it; "
          + "mend the name, or write a chapter with tcptutor new chapter ID --content \(directory).")
    } catch {
      let advice =
        error.isMissing
        ? Localized(
          zh: "请改正目录名，或用 tcptutor new chapter 编号 --content \(directory) 建立",
          en: "mend the name, or make it with tcptutor new chapter ID --content \(directory)")
        : Localized(
          zh: "请写 Lessons 或 Quizzes 所在的目录，并让它可读",
          en: "name the directory in which Lessons or Quizzes stand, and make it readable")
      return Localized(
        zh: "\(name)：\(error.message.zh)；\(advice.zh)。", en: "\(name): \(error.message.en); \(advice.en).")
    }
  }
}

/// Whether two paths lead to the same file or directory.
func isSame(_ one: String, _ other: String) -> Bool {
  var (first, second) = (stat(), stat())
  return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
    && first.st_ino == second.st_ino
}

/// Where a file stands, from the root on; as it was named where there is none.
func pathFromRoot(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

extension String {
  /// Without the slashes at its end; the root stays.
  var withoutTrailingSlashes: String {
    var path = self[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }
}
