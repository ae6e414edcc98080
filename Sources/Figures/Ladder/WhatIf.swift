import Bilingual
import TCP

/// What marks a ladder as that of a run that would never happen: somebody's answer stands in the place of what is right.
public struct WhatIf: Hashable, Sendable {
  /// The number of the segment that was answered; nil where there is none in the run.
  public let segment: Int?
  /// The segment in whose place it was sent; nil where none would have been.
  public let right: Segment?

  /// What is written behind that segment, and before the right one.
  public static let yours = Localized(zh: "你答的", en: "yours")
  public static let rightWord = Localized(zh: "应为", en: "right:")

  public init(segment: Int? = nil, right: Segment? = nil) {
    self.segment = segment
    self.right = right
  }
}
