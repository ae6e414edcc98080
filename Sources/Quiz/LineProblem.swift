import Bilingual

/// Something wrong with a value, not yet at its place.
public struct LineProblem: Error, Sendable {
  public let message: Localized
  public let hint: Localized?

  public init(message: Localized, hint: Localized? = nil) {
    self.message = message
    self.hint = hint
  }
}
