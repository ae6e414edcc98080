import Bilingual
import Manuscript

/// An id that no chapter of a library bears.
public struct UnknownChapter: Error, Hashable, Sendable {
  public let id: String
  /// The ids that there are.
  public let known: [String]

  public init(id: String, known: [String]) {
    self.id = id
    self.known = known
  }

  public var message: Localized { Localized(zh: "没有名为“\(id)”的一章", en: "there is no chapter “\(id)”") }

  public var hint: Localized {
    known.isEmpty
      ? Localized(zh: "这里一章也没有", en: "there are no chapters here") : Suggestion.hint(for: id, among: known)
  }
}
