import Bilingual

/// The questions of a sitting, drawn from the pool.
public struct Paper: Sendable {
  public let questions: [Question]
  /// How many different ones there are, where these are fewer than were wanted.
  private let available: Int?

  /// How many are asked where nobody says.
  public static let usualCount = 5

  /// Draws questions; the same seed draws the same ones.
  ///
  /// - Parameters:
  ///   - pool: what may be asked.
  ///   - count: how many there are to be, **1 …**: where the pool has fewer, they come again with other numbers. Nil for
  ///     the usual number, and then no item is asked twice.
  /// - Throws: `Diagnostics` where an item can't be asked.
  public init(
    of pool: [Item], count: Int?, seed: UInt64, misconceptions: MisconceptionCatalogue
  ) throws(Diagnostics) {
    let wanted = count ?? Self.usualCount
    var generator = SplitMix64(seed: seed)
    var items: [Item] = []
    repeat { items += pool.shuffled(using: &generator) } while count != nil && !pool.isEmpty && items.count < wanted
    var questions: [Question] = []
    for item in items.prefix(wanted) {
      questions.append(try item.question(seed: generator.next(), misconceptions: misconceptions))
    }
    self.questions = questions
    available = pool.count < wanted ? pool.count : nil
  }

  /// What to tell where there are fewer different questions than were wanted; nil where there are as many.
  public var shortage: Localized? {
    guard let available else { return nil }
    let number = Localized(
      zh: "符合条件的题只有 \(available) 道",
      en: available == 1 ? "There is one such question" : "There are \(available) different questions of that kind")
    return questions.count > available
      ? Localized(zh: "\(number.zh)，换了数字再问。", en: "\(number.en), asked again with other numbers.")
      : Localized(zh: "\(number.zh)，各问一次。", en: "\(number.en), asked once each.")
  }
}
