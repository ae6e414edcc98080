import Bilingual

/// A known false belief, in words. What it would answer, if that can be computed, is a `Belief` of the same id.
public struct Misconception: Hashable, Sendable {
  public let id: String
  public let statement: Localized
  public let truth: Localized
  /// The section that settles it, `RFC 9293 §3.4`.
  public let source: String
}
