import Bilingual

/// The questions of a sitting, drawn from the pool.
public struct Paper: Sendable {
  public let questions: [Question]
  /// How many were wanted; more than there are where the pool has no more.
  public let wanted: Int

  /// Draws questions; no item is asked twice, and the same seed draws the same ones.
  ///
  /// - Parameters:
  ///   - pool: what may be asked.
  ///   - count: how many are wanted, **1 …**.
  /// - Throws: `Diagnostics` where an item can't be asked.
  public init(
    of pool: [Item], count: Int, seed: UInt64, misconceptions: MisconceptionCatalogue
  ) throws(Diagnostics) {
    var generator = SplitMix64(seed: seed)
    var questions: [Question] = []
    for item in pool.shuffled(using: &generator).prefix(count) {
      questions.append(try item.question(seed: generator.next(), misconceptions: misconceptions))
    }
    self.questions = questions
    wanted = count
  }

  /// What to tell where there are fewer questions than were wanted; nil where there are as many.
  public var shortage: Localized? {
    guard questions.count < wanted else { return nil }
    return Localized(
      zh: "符合条件的题只有 \(questions.count) 道。",
      en: questions.count == 1 ? "There is one such question." : "There are \(questions.count) such questions.")
  }
}
