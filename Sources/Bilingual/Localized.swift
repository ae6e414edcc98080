/// The languages that the program speaks.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case zh, en
}

/// A text in every language.
public struct Localized: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
