import Bilingual
import Tutor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Language {
  /// The language of this invocation: `--lang`, else that of the settings, else what the locale's variables name, else
  /// English.
  ///
  /// The variables are read as text, so that `LANG=zh_CN.UTF-8` means Chinese where that locale is not installed.
  static func preferred(arguments: [String], settings: Settings = SettingsFile.found.settings) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count, let language = Language(rawValue: arguments[index + 1]) {
        return language
      }
      if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
        return language
      }
    }
    if let language = settings.language { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name) else { continue }
      return value.hasPrefix("zh") ? .zh : .en
    }
    return .en
  }
}

/// An environment variable; nil where it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
  return value
}
