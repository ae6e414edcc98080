import Bilingual

/// A name that stands in a chapter for something else: a question, an objective, a statement.
public struct Reference: Hashable, Sendable {
  public let id: String
  public let location: SourceLocation
}

/// The ids that authors give: to beats, to objectives, to new chapters and items.
public enum Identifier {
  /// In **characters**.
  static let limit = 40

  public static func isSound(_ id: String) -> Bool {
    id.count <= limit && id.first?.isASCIILetter == true
      && id.allSatisfy { $0.isASCIILetter || $0.isDigit || $0 == "-" }
  }

  public static func message(_ id: String) -> Localized {
    id.count > limit
      ? Localized(zh: "名字最长 \(limit) 个字符", en: "a name has \(limit) characters at most")
      : Localized(zh: "“\(id)”不能作名字", en: "“\(id)” can't be a name")
  }

  public static let hint = Localized(
    zh: "用小写字母、数字和连字符，以字母开头，如 server-waits",
    en: "small letters, digits and hyphens, a letter first, as in server-waits")
}

extension Character {
  fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) }
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
