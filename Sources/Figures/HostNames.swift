import Bilingual
import Simulation

extension Network.Settings {
  /// What the hosts are called wherever a reader sees them: those that nobody has named in the reader's language, others as
  /// they are written.
  ///
  /// What a machine reads, and a line that can be typed, has ``names``.
  public var displayNames: Pair<Localized> { Pair(Self.displayName(names.a), Self.displayName(names.b)) }

  /// The same in one language.
  public func displayNames(in language: Language) -> Pair<String> {
    Pair(displayNames.a[language], displayNames.b[language])
  }

  private static func displayName(_ name: String) -> Localized {
    switch name {
    case "client": Localized(zh: "客户端", en: name)
    case "server": Localized(zh: "服务器", en: name)
    default: Localized(zh: name, en: name)
    }
  }
}
