import Bilingual

/// How many predictions a chapter asks for, and how different they are.
extension CourseGaps {
  /// How many there are in a chapter.
  static let predictionCounts = 3...5
  /// How many kinds of question there are at least among them.
  static let leastKinds = 3
  /// What is asked so often that another kind has to stand beside it.
  static let commonKinds = ["state", "field", "next-segment"]

  static func predictions(of chapters: [Chapter]) -> Row {
    let missing = chapters.compactMap { chapter -> Missing? in
      let asked = chapter.beats.compactMap(\.prediction)
      let kinds = Set(asked.map(\.kind))
      guard
        !predictionCounts.contains(asked.count) || kinds.count < leastKinds || kinds.isSubset(of: commonKinds)
      else { return nil }
      return Missing(
        chapter.id, file: chapter.file, line: asked.first?.line ?? 1, message(asked.map(\.kind)))
    }
    return Row(
      name: Localized(zh: "预测够不够的章", en: "chapters with enough predictions"), total: chapters.count,
      missing: missing)
  }

  private static func message(_ kinds: [String]) -> Localized {
    let (least, most) = (predictionCounts.lowerBound, predictionCounts.upperBound)
    let none = kinds.isEmpty
    return Localized(
      zh: "一章要有 \(least) 到 \(most) 个预测，至少 \(leastKinds) 种，其中一种不是 \(commonKinds.joined(separator: "、"))；"
        + "这里\(none ? "一个也没有" : "有 \(kinds.count) 个：\(kinds.joined(separator: "、"))")",
      en: "a chapter has \(least) to \(most) predictions of \(leastKinds) kinds or more, one of them other than "
        + "\(commonKinds.joined(separator: ", ")); here \(none ? "there are none" : "they are \(kinds.count): \(kinds.joined(separator: ", "))")"
    )
  }
}
